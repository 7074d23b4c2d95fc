"""The table of contents, the trail to a page and its neighbours, from the model alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from programme.model import Division, Document, Page


@dataclass(frozen=True, slots=True)
class Entry:
    """A page or a section in the table of contents."""

    id: str
    number: str
    """As printed ("III."), or empty."""
    title: str
    """Without the number, as a table of contents has it."""
    path: str
    """The page below the locale's folder."""
    anchor: str
    """The id on that page, or empty for the page itself."""
    children: tuple[Entry, ...] = ()

    def walk(self) -> Iterator[Entry]:
        """The entry itself and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline(document: Document) -> tuple[Entry, ...]:
    """The programme's own pages and sections, nested as in the text."""
    pages = {page.path: page for page in document.pages}
    return tuple(
        _entry(division, pages)
        for division in document.divisions
        if not pages[division.page].editorial
    )


def editorial(document: Document) -> dict[str, tuple[Entry, ...]]:
    """The editors' own pages by the folder they stand in, below the locale's."""
    pages = [page for page in document.pages if page.editorial]
    folders = dict.fromkeys(page.path.partition("/")[0] for page in pages)
    return {
        folder: tuple(_page_entry(page) for page in pages if page.path.startswith(f"{folder}/"))
        for folder in folders
    }


def reading_pages(document: Document) -> tuple[Entry, ...]:
    """One entry a page of the programme, in the order in which they are read."""
    entries = {entry.path: entry for top in outline(document) for entry in _opening_pages(top)}
    return tuple(
        entries.get(page.path) or _page_entry(page) for page in document.pages if not page.editorial
    )


def trail(document: Document, path: str) -> tuple[Entry, ...]:
    """The entries that enclose the page at `path`, the outermost first, itself last."""
    for top in outline(document):
        if found := _trail(top, path):
            return found
    return ()


def children(document: Document, path: str) -> tuple[Entry, ...]:
    """The entries on pages of their own straight below the page at `path`."""
    found = trail(document, path)
    return tuple(child for child in found[-1].children if not child.anchor) if found else ()


def _opening_pages(top: Entry) -> Iterator[Entry]:
    return (entry for entry in top.walk() if not entry.anchor)


def _trail(entry: Entry, path: str) -> tuple[Entry, ...]:
    if entry.path == path and not entry.anchor:
        return (entry,)
    for child in entry.children:
        if found := _trail(child, path):
            return (entry, *found)
    return ()


def _entry(division: Division, pages: dict[str, Page], parent_page: str = "") -> Entry:
    page = pages[division.page]
    opens_page = division.page != parent_page
    number = division.number.printed if division.number else ""
    title = division.title
    if opens_page and page.meta.get("title"):
        title = page.title.removeprefix(number).strip()
    return Entry(
        id=division.id,
        number=number,
        title=title or page.title,
        path=division.page,
        anchor="" if opens_page else division.id,
        children=tuple(_entry(child, pages, division.page) for child in division.divisions),
    )


def _page_entry(page: Page) -> Entry:
    first = next(iter(page.divisions), None)
    return Entry(first.id if first else page.path, "", page.title, page.path, "")
