"""What the library knows of languages: numbers, dates, citations, letters, the forms of words."""
