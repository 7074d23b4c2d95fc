"""Word files: their parts, and the text laid out in them (see formats/docx.py)."""
