"""What may reach a browser, a terminal or a parser: each gate knows what is allowed."""
