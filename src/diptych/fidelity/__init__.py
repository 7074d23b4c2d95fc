"""Where the pages show something else than the source has, though the words are the same."""
