"""What changed between two states of the texts, provision by provision."""
