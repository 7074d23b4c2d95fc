"""Gates to a browser, a terminal or a parser: each knows what may pass."""
