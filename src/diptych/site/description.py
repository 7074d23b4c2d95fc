"""A page's description for search engines and previews, taken from its own text."""

from __future__ import annotations

from diptych.model import Document, Page

LENGTH = 158
"""How many characters of a description search engines show."""


def description(document: Document, page: Page) -> str:
    """The front matter's `description`, else the opening of the page's own text.

    A page without text of its own is described by the headings below it.
    """
    if given := page.meta.get("description"):
        return " ".join(str(given).split())
    # what stands above the title says who writes, not what about
    texts = sorted(page.own_divisions(), key=lambda division: division.is_head)
    for provision in (p for division in texts for top in division.provisions for p in top.walk()):
        if provision.segment.text:
            return _cut(provision.segment.text)
    below = [
        child.heading.text
        for division in page.own_divisions()
        for child in division.divisions
        if child.heading
    ]
    return _cut("; ".join(below) or page.title)


def _cut(text: str) -> str:
    if len(text) <= LENGTH:
        return text
    return text[: LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
