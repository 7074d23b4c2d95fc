"""How the text is published: where everything stands on the site, how it is cited."""
