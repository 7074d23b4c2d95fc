"""The text as a list of units, each with its counterpart: what writers of files go through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from diptych.alignment import Alignment
from diptych.language.locales import locale
from diptych.model import Division, Page, Provision, Segment, Side

HEADING = "heading"
"""The kind of a unit that is a heading; provisions have those of `model.Kind`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading, a provision or a paragraph of a footnote, in the languages that have it."""

    id: str
    """The id of the unit, one for both languages."""
    kind: str
    """`HEADING`, or the kind of the provision."""
    depth: int
    """A heading's level, from 1; how deep a provision is nested, from 0."""
    path: str
    """The page it stands on, below the locale's folder."""
    layout: str
    """The layout of that page: `model.COVER`, `model.CLOSING` or empty."""
    nodes: tuple[Division | Provision | None, Division | Provision | None]
    """The node of each side; None where a language lacks the unit."""
    note: str = ""
    """The label of the footnote that it is a paragraph of; empty for what stands in the text."""

    def segment(self, side: Side) -> Segment | None:
        """The text in the language of `side`; None where that language lacks the unit."""
        node = self.nodes[side]
        return node.heading if isinstance(node, Division) else node.segment if node else None

    def citation(self, side: Side) -> str:
        """The citation in the language of `side`, within the text; empty without it."""
        node = self.nodes[side]
        return node.citation if node else ""

    def row(self, side: Side) -> Provision | None:
        """The unit in the language of `side` if it is a row of a table there; else None."""
        node = self.nodes[side]
        return node if isinstance(node, Provision) and node.columns else None

    @property
    def width(self) -> int:
        """How many cells a row of a table has, where it has more; 0 of anything else."""
        return max((len(row.cells) for side in Side if (row := self.row(side))), default=0)

    def cell(self, side: Side, index: int) -> str:
        """The text of a row's cell in the language of `side`; empty where it has none."""
        row = self.row(side)
        return row.cells[index] if row and index < len(row.cells) else ""

    def cell_citation(self, side: Side, index: int, language: str) -> str:
        """The citation of a row's cell in the language of `side`, which is `language`."""
        row = self.row(side)
        return cited_cell(row, index, language) if row else ""

    @property
    def number(self) -> str:
        """The number of an item of a list, as printed; else empty.

        A heading has its number in its text, and so has a paragraph: “a)”.
        """
        return self.number_in(Side.ORIGINAL if self.nodes[0] else Side.TRANSLATION)

    @property
    def sign(self) -> str:
        """The sign that opens a dash if it is another one: "+"; else empty."""
        node = self.nodes[0] or self.nodes[1]
        return node.sign if isinstance(node, Provision) else ""

    def number_in(self, side: Side) -> str:
        """The number of an item as printed in the language of `side`; else empty."""
        node = self.nodes[side]
        return node.marker if isinstance(node, Provision) else ""


def cited_cell(row: Provision, index: int, language: str) -> str:
    """The citation, in its `language`, of a cell of a table's row: by row and column."""
    if row.columns is None or row.heads:
        return row.citation
    return f"{row.citation}, {locale(language).cell(row.columns.heading(index), index + 1)}"


def units(aligned: Alignment, *, editorial: bool = False) -> Iterator[Unit]:
    """Every unit of the text, in the original's order.

    Pages that only the translation has come last. The editors' pages are no part of the text; they
    are included only if `editorial` is true.
    """
    for page in aligned.original.pages:
        if editorial or not page.editorial:
            yield from page_units(aligned, page)
    for page in aligned.translation.pages:
        if (editorial or not page.editorial) and aligned.original.page(page.path) is None:
            yield from _of(page, Side.TRANSLATION)


def page_units(aligned: Alignment, page: Page) -> Iterator[Unit]:
    """The units of a page of the original, with their counterparts; footnotes come last.

    A unit that only the translation has comes after the one that it follows there.
    """
    own = {unit.id for unit in _of(page, Side.ORIGINAL)}
    lone: dict[str, list[Unit]] = {}
    before = ""
    translated = aligned.translation.page(page.path)
    for unit in _of(translated, Side.TRANSLATION) if translated else ():
        paired = _counterpart(aligned, Side.TRANSLATION, unit)
        if paired is None:
            lone.setdefault(before, []).append(unit)
        elif paired.id in own:
            before = paired.id
    yield from lone.get("", ())
    for unit in _of(page, Side.ORIGINAL):
        yield replace(unit, nodes=(unit.nodes[0], _counterpart(aligned, Side.ORIGINAL, unit)))
        yield from lone.get(unit.id, ())


def _counterpart(aligned: Alignment, side: Side, unit: Unit) -> Division | Provision | None:
    if unit.kind == HEADING:
        return aligned.division_counterparts[side].get(unit.id)
    return aligned.counterparts[side].get(unit.id)


def _of(page: Page, side: Side) -> Iterator[Unit]:
    """The units of `page`, each with its node in the language of `side` alone."""
    for node in page.nodes():
        if node.segment:
            yield Unit(
                node.id,
                node.kind.value if node.kind else HEADING,
                node.depth,
                page.path,
                page.layout,
                (None, node.body) if side else (node.body, None),
                node.note.label if node.note else "",
            )
