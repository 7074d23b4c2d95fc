"""The text as a list of units, each with its counterpart: what writers of files go through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from programme.bitext import Bitext
from programme.model import Division, Document, Footnote, Page, Provision, Segment

HEADING = "heading"
"""The kind of a unit that is a heading; of any other, see `model.Kind`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading, a provision or a paragraph of a footnote, in the languages that have it."""

    id: str
    """The same in both languages."""
    kind: str
    """`HEADING`, or the kind of the provision."""
    depth: int
    """A heading's level, from 1; how deep a provision is nested, from 0."""
    path: str
    """The page it stands on, below the locale's folder."""
    layout: str
    """Of that page, as its front matter says: "cover", "closing" or empty."""
    nodes: tuple[Division | Provision | None, Division | Provision | None]
    """By side."""
    note: str = ""
    """The label of the footnote that it is a paragraph of; empty for what stands in the text."""

    def segment(self, side: int) -> Segment | None:
        """Its text in the language of `side`."""
        node = self.nodes[side]
        return node.heading if isinstance(node, Division) else node.segment if node else None

    def citation(self, side: int) -> str:
        """How it is cited in the language of `side`, within the programme; empty without it."""
        node = self.nodes[side]
        return node.citation if node else ""

    @property
    def number(self) -> str:
        """Of a numbered paragraph, as printed; else empty: a heading's text has its own."""
        node = next(node for node in self.nodes if node)
        number = node.number if isinstance(node, Provision) else None
        return number.printed if number else ""


def units(bitext: Bitext) -> Iterator[Unit]:
    """Every unit of the programme in the original's order, footnotes last on their page.

    What only the translation has follows what it follows there. The editors' pages are no part.
    """
    alignment = bitext.alignment
    counterparts: tuple[dict[str, Division | Provision], ...] = tuple(
        {**alignment.division_counterparts[side], **alignment.counterparts[side]} for side in (0, 1)
    )
    lone: dict[str, list[Unit]] = {}
    before = ""
    for unit in _of(bitext.translation, 1):
        paired = counterparts[1].get(unit.id)
        if paired is None:
            lone.setdefault(before, []).append(unit)
        else:
            before = paired.id
    yield from lone.get("", ())
    for unit in _of(bitext.original, 0):
        yield Unit(
            unit.id, unit.kind, unit.depth, unit.path, unit.layout,
            (unit.nodes[0], counterparts[0].get(unit.id)), unit.note,
        )  # fmt: skip
        yield from lone.get(unit.id, ())


def _of(document: Document, side: int) -> Iterator[Unit]:
    """The units of one language alone."""
    for page in document.pages:
        if page.editorial:
            continue
        for division in page.own_divisions():
            if division.heading:
                yield _unit(page, division, side, HEADING, division.level)
            for provision, depth in _nested(division.provisions):
                yield _unit(page, provision, side, provision.kind.value, depth)
        for note in page.footnotes:
            for provision, depth in _nested(note.provisions):
                yield _unit(page, provision, side, provision.kind.value, depth, note)


def _unit(
    page: Page,
    node: Division | Provision,
    side: int,
    kind: str,
    depth: int,
    note: Footnote | None = None,
) -> Unit:
    nodes = (None, node) if side else (node, None)
    layout = str(page.meta.get("layout", ""))
    return Unit(node.id, kind, depth, page.path, layout, nodes, note.label if note else "")


def _nested(provisions: tuple[Provision, ...], depth: int = 0) -> Iterator[tuple[Provision, int]]:
    for provision in provisions:
        yield provision, depth
        yield from _nested(provision.children, depth + 1)
