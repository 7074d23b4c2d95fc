"""How the text is published: the addresses on the site, how it is cited, how it looks."""
