"""The pages of earlier editions, each at an address that keeps its wording.

`/editions/2026-12-01/en/` has the whole text as it was published on that day, with the anchors that
it had. Such a page is made of what git keeps: no file of the project holds it, and no generator
renders it.
"""
