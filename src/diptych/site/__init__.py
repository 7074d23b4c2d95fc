"""What a site is made of, from the model alone; no generator is known here."""
