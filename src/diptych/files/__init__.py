"""Files of unknown hands: what stands in a folder, opened once, no more read than may be."""
