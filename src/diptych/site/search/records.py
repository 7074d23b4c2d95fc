"""The records that a search index is made of: one a provision, one a footnote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.model import Division, Document, Page


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What can be found, and where it leads."""

    path: str
    """The page below the locale's folder."""
    anchor: str
    """The id on that page."""
    citation: str
    text: str
    locale: str


def search_records(document: Document) -> Iterator[SearchRecord]:
    """Every heading, provision and footnote of the text in `document`, in reading order.

    The editors' pages are no part of the text and yield nothing.
    """
    for page in document.pages:
        if page.editorial:
            continue
        for division in page.own_divisions():
            yield from _division(document, page, division)
        for note in page.footnotes:
            yield SearchRecord(page.path, note.id, note.citation, note.text, document.locale)


def _division(document: Document, page: Page, division: Division) -> Iterator[SearchRecord]:
    if division.heading:
        yield SearchRecord(
            page.path, division.id, division.citation, division.heading.text, document.locale
        )
    for top in division.provisions:
        for provision in top.walk():
            if text := provision.segment.text:
                yield SearchRecord(
                    page.path, provision.id, provision.citation, text, document.locale
                )
