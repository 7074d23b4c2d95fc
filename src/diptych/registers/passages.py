"""The texts of a document that a register looks through, each as a reader is sent to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.model import PROSE, Division, Document, Footnote, Kind, Page, Provision, Segment


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a provision or a footnote's paragraph."""

    path: str
    """The page it stands on, below the locale's folder."""
    id: str
    """The anchor there, the same in every language."""
    citation: str
    short: str
    """The citation with the numbers of parts and sections alone: "III.2, first dash"."""
    segment: Segment
    kind: Kind | None
    """The provision's kind; None for a heading."""


def passages(document: Document) -> tuple[Passage, ...]:
    """All passages of the text itself in reading order, a page's footnotes after its text."""
    above = _above(document)
    return tuple(
        passage for page in document.pages if not page.editorial for passage in _of(page, above)
    )


def passages_on(document: Document, path: str) -> tuple[Passage, ...]:
    """Those on the page at `path`; none if there is no such page or it is an editors' one."""
    page = document.page(path)
    return tuple(_of(page, _above(document))) if page and not page.editorial else ()


def _of(page: Page, above: dict[str, tuple[Division, ...]]) -> Iterator[Passage]:
    for division in page.own_divisions():
        short = _short(above[division.id])
        if division.heading:
            yield Passage(page.path, division.id, division.citation, short, division.heading, None)
        for provision in division.provisions:
            yield from _provision(page.path, provision, division, short)
    for note in page.footnotes:
        yield from _note(page, note, above)


def _above(document: Document) -> dict[str, tuple[Division, ...]]:
    """By id, each division with those that hold it, the outermost first."""
    found: dict[str, tuple[Division, ...]] = {}

    def descend(division: Division, holders: tuple[Division, ...]) -> None:
        found[division.id] = chain = (*holders, division)
        for below in division.divisions:
            descend(below, chain)

    for division in document.divisions:
        descend(division, ())
    return found


def _short(chain: tuple[Division, ...]) -> str:
    if all(division.number for division in chain):
        return ".".join(d.number.printed.rstrip(".)") for d in chain if d.number)
    return chain[-1].citation


def _provision(
    path: str, provision: Provision, parent: Division | Provision, short: str
) -> Iterator[Passage]:
    """The provision and all below it; an item straight below a part is cited as its section."""
    own = provision.citation[len(parent.citation) :]
    if provision.number and isinstance(parent, Division) and parent.number:
        own = "." + provision.number.printed.rstrip(".)")
    short += own
    if provision.kind in PROSE:
        yield Passage(
            path, provision.id, provision.citation, short, provision.segment, provision.kind
        )
    for child in provision.children:
        yield from _provision(path, child, provision, short)


def _note(page: Page, note: Footnote, above: dict[str, tuple[Division, ...]]) -> Iterator[Passage]:
    """The paragraphs of a footnote; its anchor is that of the first."""
    home = next(page.own_divisions(), None)
    short = note.citation
    if home is not None:
        short = _short(above[home.id]) + note.citation[len(home.citation) :]
    for index, first in enumerate(note.provisions):
        for paragraph in first.walk():
            main = not index and paragraph is first
            yield Passage(
                page.path,
                note.id if main else paragraph.id,
                note.citation if main else paragraph.citation,
                short if main else short + paragraph.citation[len(note.citation) :],
                paragraph.segment,
                paragraph.kind,
            )
