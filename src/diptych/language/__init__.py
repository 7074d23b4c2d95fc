"""What is known of languages: numbers, dates, citations, letters, the forms of words."""
