"""What Word files are made of, by python-docx and lxml."""
