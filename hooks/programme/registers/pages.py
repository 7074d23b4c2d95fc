"""Which page lists what: an editors' page asks for a register by its `view:`."""

from __future__ import annotations

from collections.abc import Sequence

from programme.glossary import Glossary
from programme.model import Page
from programme.registers.documents import mentions
from programme.registers.passages import Passage

LISTED_KINDS = {
    "partners": ("country", "place", "company"),
    "organisations": ("organisation", "agreement", "body"),
}
"""By view, the kinds of name and term it lists, in the order in which they are shown."""

REGISTERS = ("documents", "duties", "glossary", *LISTED_KINDS)


def duties_of(page: Page) -> str:
    """The page whose duties `page` lists (`view: duties`, `of: part-4.md`), or nothing."""
    return str(page.meta.get("of", "")) if page.meta.get("view") == "duties" else ""


def lists_something(page: Page, found: Sequence[Passage], language: str, entries: Glossary) -> bool:
    """Whether the register that `page` asks for has an entry.

    `found` are the passages of the original, in `language`; `entries` are names and terms.
    """
    view = page.meta.get("view")
    if view == "documents":
        return any(mentions(p.segment, language, 0, entries) for p in found)
    if view == "duties":
        return any(p.path == duties_of(page) and p.kind for p in found)
    kinds = LISTED_KINDS.get(str(view), ())
    return any(
        match.meaning.kind in kinds or not kinds
        for p in found
        for match in entries.in_original(p.segment.text)
    )
