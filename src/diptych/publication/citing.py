"""How a person cites the text, in each language."""

from __future__ import annotations

from diptych.model import Document
from diptych.publication.head import called, head_of

PLACE = "{place}"
"""The placeholder in a form of citation for the place of a provision."""


def form_of(document: Document) -> str:
    """The form of citation: `cite` in the first page's front matter, with `{place}` in it.

    Without one, it is the text's name, with its number if it states one, and the place.
    """
    form = _given(document)
    return form if PLACE in form else f"{form or _called(document)}, {PLACE}"


def name_of(document: Document) -> str:
    """The text's name as a citation has it."""
    return _given(document).partition(PLACE)[0].rstrip(" ,;:") or _called(document)


def short_name(document: Document) -> str:
    """What the text is called beside others: its kind and number, "Plan No. 128/KH-UBND"; its name
    if it states no number.
    """
    number = head_of(document).number
    kind = document.pages[0].title_on_page
    if not number:
        return name_of(document)
    return called(document, kind.capitalize() if kind.isupper() else kind)


def _called(document: Document) -> str:
    return called(document, document.pages[0].title)


def _given(document: Document) -> str:
    return str(document.pages[0].meta.get("cite", ""))
