"""What a search finds: records, their words, what it suggests."""
