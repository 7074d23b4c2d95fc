"""The editions of a project: what git tags name, what each changed, where its passages are now.

A git tag `edition/YYYY-MM-DD` makes the texts of its commit an edition. `tags` finds the tags,
`texts` reads what an edition says, `history` tells what became of every passage from one edition to
the next, and `making` makes a tag.
"""
