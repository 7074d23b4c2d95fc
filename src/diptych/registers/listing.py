"""Which page lists what: a page of the editors asks for a register by its `view:`."""

from __future__ import annotations

from diptych.glossary import Glossary
from diptych.model import Document, Page, Side
from diptych.registers.documents import cited_documents
from diptych.registers.passages import passages_on

LISTED_KINDS = {
    "partners": ("country", "place", "company"),
    "organisations": ("organisation", "agreement", "body"),
}
"""By view, the kinds of names and terms that it lists, in the order in which they are shown."""

REGISTERS = ("documents", "duties", "glossary", *LISTED_KINDS)
"""Views that list what the text has: rule D103 tells of one that would be empty."""


def duties_of(page: Page) -> str:
    """The path of the page whose duties `page` lists (`view: duties`, `of: part-4.md`) or empty."""
    return str(page.meta.get("of", "")) if page.view == "duties" else ""


def lists_something(page: Page, original: Document, entries: Glossary) -> bool:
    """Whether the register that `page` asks for is not empty; `entries` are the names and terms."""
    view = page.view
    if view == "duties":
        return any(passage.kind for passage in passages_on(original, duties_of(page)))
    if view == "documents":
        return bool(cited_documents(original, Side.ORIGINAL, entries))
    texts = (
        segment for text in original.pages if not text.editorial for segment in text.segments()
    )
    kinds = LISTED_KINDS.get(view, ())
    return any(
        match.meaning.kind in kinds or not kinds
        for segment in texts
        for match in entries.in_original(segment.text)
    )
