"""Files that anybody may have written: what stands in a folder, opened once, read to a limit."""
