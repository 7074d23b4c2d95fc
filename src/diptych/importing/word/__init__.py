"""Word files, read with lxml alone: nothing is opened, asked for or run that a file names."""
