"""Word files: reference documents filled with the text by python-docx and lxml."""
