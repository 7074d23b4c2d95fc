"""A page in both languages: provision beside provision, from the alignment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from programme.bitext import Bitext
from programme.model import Division, Footnote, Page, Provision, Segment
from programme.rendering.inline import inline_html

FOLDER = "both"
"""Below a locale's folder."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One language's text of a row."""

    language: str
    html: str
    citation: str


@dataclass(frozen=True, slots=True)
class Row:
    """A heading or a provision in both languages."""

    id: str
    kind: str
    """A provision's kind, "heading" or "note"."""
    level: int
    """Of a heading, on its page; how deep a provision is nested."""
    number: str
    """As printed, or empty."""
    cells: tuple[Cell, ...]
    """The original's first; only those of the languages that have it."""


Node = Division | Provision


def bilingual_path(path: str) -> str:
    """Where the bilingual view of the page at `path` stands, below a locale's folder."""
    return f"{FOLDER}/{path}"


def bilingual_rows(bitext: Bitext, path: str) -> list[Row]:
    """The rows of the page at `path`, in the original's order; those of its footnotes last."""
    original = bitext.original.page(path)
    if original is None:
        return []
    notes = tuple(_notes(document.page(path)) for document in bitext.documents)
    divisions = {
        pair.original.id: pair.translation
        for pair in bitext.alignment.divisions
        if pair.original is not None
    }
    rows = []
    # a section that has a page of its own opens that page
    first = min((d.level for d in original.own_divisions() if d.heading), default=1) - 1
    for division in original.own_divisions():
        if division.heading:
            rows.append(_heading(bitext, division, divisions.get(division.id), first, notes))
        for provision, depth in _nested(division.provisions):
            rows.append(_provision(bitext, provision, depth, provision.kind.value, notes))
    for note in original.footnotes:
        for index, (provision, depth) in enumerate(_nested(note.provisions)):
            row = _provision(bitext, provision, depth, "note", notes)
            rows.append(row if index else _first_of(note, row))
    return rows


def _nested(provisions: tuple[Provision, ...], depth: int = 0) -> Iterator[tuple[Provision, int]]:
    for provision in provisions:
        yield provision, depth
        yield from _nested(provision.children, depth + 1)


def _notes(page: Page | None) -> dict[str, Footnote]:
    return {note.label: note for note in page.footnotes} if page else {}


def _heading(
    bitext: Bitext,
    division: Division,
    counterpart: Division | None,
    above: int,
    notes: tuple[dict[str, Footnote], ...],
) -> Row:
    cells = [
        _cell(bitext, side, node, node.heading, notes)
        for side, node in enumerate((division, counterpart))
        if node is not None and node.heading is not None
    ]
    return Row(division.id, "heading", division.level - above, "", tuple(cells))


def _provision(
    bitext: Bitext,
    provision: Provision,
    depth: int,
    kind: str,
    notes: tuple[dict[str, Footnote], ...],
) -> Row:
    both = (provision, bitext.alignment.counterparts[0].get(provision.id))
    cells = [
        _cell(bitext, side, node, node.segment, notes)
        for side, node in enumerate(both)
        if node is not None
    ]
    number = provision.number.printed if provision.number else ""
    return Row(provision.id, kind, depth, number, tuple(cells))


def _first_of(note: Footnote, row: Row) -> Row:
    return Row(note.id, row.kind, row.level, note.label, row.cells)


def _cell(
    bitext: Bitext,
    side: int,
    node: Node,
    segment: Segment,
    notes: tuple[dict[str, Footnote], ...],
) -> Cell:
    # marks of both languages lead to the one row of their note
    return Cell(bitext.documents[side].locale, inline_html(segment, notes[0]), node.citation)
