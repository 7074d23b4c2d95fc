"""The model written out for other tools."""
