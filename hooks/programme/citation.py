"""How a person cites the programme, in each language."""

from __future__ import annotations

from programme.model import Document

PLACE = "{place}"
"""Where the citation of a provision goes in a form."""


def form_of(document: Document) -> str:
    """The form of a citation: `cite` in the first page's front matter, with `{place}` in it.

    Without one, the first page's title and the place.
    """
    first = document.pages[0]
    form = str(first.meta.get("cite", ""))
    return form if PLACE in form else f"{form or first.title}, {PLACE}"
