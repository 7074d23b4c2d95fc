"""The records that a search index is made of: one a provision, one a footnote's paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from programme.model import Division, Document, Page


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What can be found, and where it leads."""

    path: str
    """The page below the locale's folder."""
    anchor: str
    """The id on that page."""
    citation: str
    title: str
    """The heading above it."""
    text: str
    locale: str


def search_records(document: Document) -> Iterator[SearchRecord]:
    """Every heading, provision and footnote of `document` in reading order."""
    for page in document.pages:
        for division in page.own_divisions():
            yield from _division(document, page, division)
        home = next((d.title for d in page.divisions), page.title)
        for note in page.footnotes:
            yield SearchRecord(page.path, note.id, note.citation, home, note.text, document.locale)


def _division(document: Document, page: Page, division: Division) -> Iterator[SearchRecord]:
    title = division.heading.text if division.heading else page.title
    if division.heading:
        yield SearchRecord(page.path, division.id, division.citation, title, title, document.locale)
    for top in division.provisions:
        for provision in top.walk():
            if provision.segment.text:
                yield SearchRecord(
                    path=page.path,
                    anchor=provision.id,
                    citation=provision.citation,
                    title=title,
                    text=provision.segment.text,
                    locale=document.locale,
                )
