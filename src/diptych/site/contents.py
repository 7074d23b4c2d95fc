"""The table of contents, the trail to a page and its neighbours, from the model alone."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from diptych.model import Division, Document, Page

_kept = lru_cache(maxsize=64)
"""Keeps what every page asks of its document, which else costs the square of their number."""


MOST_SIDE_BY_SIDE = 60
"""The most entries side by side that are listed whole."""
_NEAR = 15
"""How many entries before and after a page are listed where all are too many."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A page or a section in the table of contents."""

    id: str
    number: str
    """The entry's number as printed ("III."), or empty."""
    title: str
    """The title without its number, as a table of contents has it."""
    path: str
    """The path of the entry's page below the locale's folder."""
    anchor: str
    """The entry's id on that page, or empty for the page itself."""
    children: tuple[ContentsEntry, ...] = ()

    def walk(self) -> Iterator[ContentsEntry]:
        """The entry itself and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@_kept
def outline(document: Document) -> tuple[ContentsEntry, ...]:
    """The pages and sections of the text, nested as they are in it."""
    pages = {page.path: page for page in document.pages}
    return tuple(
        _entry(division, pages)
        for division in document.divisions
        if not pages[division.page].editorial and not division.is_head
    )


@_kept
def editorial(document: Document) -> dict[str, tuple[ContentsEntry, ...]]:
    """The editors' own pages, by the folder below the locale's in which they stand."""
    pages = [page for page in document.pages if page.editorial and "/" in page.path]
    folders = dict.fromkeys(page.path.partition("/")[0] for page in pages)
    return {
        folder: tuple(_page_entry(page) for page in pages if page.path.startswith(f"{folder}/"))
        for folder in folders
    }


@_kept
def reading_pages(document: Document) -> tuple[ContentsEntry, ...]:
    """One entry for each page of the text, in the order in which the pages are read."""
    entries = {entry.path: entry for top in outline(document) for entry in _opening_pages(top)}
    return tuple(
        entries.get(page.path) or _page_entry(page) for page in document.pages if not page.editorial
    )


def surroundings(
    entries: Sequence[ContentsEntry], path: str, above: Container[str]
) -> Sequence[ContentsEntry]:
    """The part of `entries`, which stand side by side, that the page at `path` lists.

    It is all of them, unless they are very many: a list that stands whole in each page grows with
    the square of their number. Then it is those around the page, or around the entry that holds it,
    whose id is in `above`.
    """
    if len(entries) <= MOST_SIDE_BY_SIDE:
        return entries
    here = (n for n, entry in enumerate(entries) if entry.id in above or entry.path == path)
    first = max(0, min(next(here, 0) - _NEAR, len(entries) - 2 * _NEAR - 1))
    return entries[first : first + 2 * _NEAR + 1]


def trail(document: Document, path: str) -> tuple[ContentsEntry, ...]:
    """The entries that enclose the page at `path`, the outermost first, itself last."""
    return _trails(document).get(path, ())


def neighbours(document: Document, path: str) -> tuple[ContentsEntry | None, ContentsEntry | None]:
    """The pages read before and after the one at `path`; None where there is none."""
    return _neighbours(document).get(path, (None, None))


def children(document: Document, path: str) -> tuple[ContentsEntry, ...]:
    """The entries on pages of their own straight below the page at `path`."""
    found = trail(document, path)
    return tuple(child for child in found[-1].children if not child.anchor) if found else ()


def _opening_pages(top: ContentsEntry) -> Iterator[ContentsEntry]:
    return (entry for entry in top.walk() if not entry.anchor)


@_kept
def _trails(document: Document) -> dict[str, tuple[ContentsEntry, ...]]:
    found: dict[str, tuple[ContentsEntry, ...]] = {}
    for top in outline(document):
        _find_trails(top, (), found)
    return found


def _find_trails(
    entry: ContentsEntry,
    above: tuple[ContentsEntry, ...],
    found: dict[str, tuple[ContentsEntry, ...]],
) -> None:
    trail = (*above, entry)
    if not entry.anchor:
        found.setdefault(entry.path, trail)
    for child in entry.children:
        _find_trails(child, trail, found)


@_kept
def _neighbours(document: Document) -> dict[str, tuple[ContentsEntry | None, ContentsEntry | None]]:
    pages = reading_pages(document)
    around = (None, *pages, None)
    before, after = around[: len(pages)], around[2:]
    return {page.path: (b, a) for page, b, a in zip(pages, before, after, strict=True)}


def _entry(division: Division, pages: dict[str, Page], parent_page: str = "") -> ContentsEntry:
    page = pages[division.page]
    first = next((own for own in page.divisions if not own.is_head), None)
    opens_page = division.page != parent_page and (first is None or first.id == division.id)
    number = division.number.printed if division.number else ""
    title = division.title
    if opens_page and page.meta.get("title"):
        title = page.title.removeprefix(number).strip()
    return ContentsEntry(
        id=division.id,
        number=number,
        title=title or page.title,
        path=division.page,
        anchor="" if opens_page else division.id,
        children=tuple(
            _entry(child, pages, division.page)
            for child in division.divisions
            if not child.is_title  # it is what the entry is called
        ),
    )


def _page_entry(page: Page) -> ContentsEntry:
    first = next(iter(page.divisions), None)
    return ContentsEntry(first.id if first else page.path, "", page.title, page.path, "")
