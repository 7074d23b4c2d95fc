"""Single defects seeded into the real text, to measure what the check catches."""
