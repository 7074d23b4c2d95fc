"""Pages derived from the model: rows of plain values for a template to set out."""
