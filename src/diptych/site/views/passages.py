"""The text laid out in rows, in both languages side by side or in one alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from diptych.alignment.units import HEADING, Unit, page_units
from diptych.model import Division, Footnote, Page, Provision, Segment, Side
from diptych.project.bitext import Bitext
from diptych.publication.derived_pages import shown_pages
from diptych.site.rendering.anchors import permalink_html
from diptych.site.rendering.inline import html_of, inline_html
from diptych.site.rendering.pictures import placed
from diptych.site.rendering.term_links import explained_in


@dataclass(frozen=True, slots=True)
class Cell:
    """One language's text of a row."""

    language: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Row:
    """A heading or a provision."""

    id: str
    kind: str
    """A provision's kind, "heading" or "note"."""
    level: int
    """Of a heading, 1 for the first on its leaf; how deep a provision is nested."""
    number: str
    """As printed, or empty."""
    cells: tuple[Cell, ...]
    """The original's first; only those of the languages that are shown and have it."""
    permalink: dict[str, Markup]
    """For a reader of each language."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """The rows of one page of the text."""

    path: str
    layout: str
    """As its front matter says: how a cover or a closing page is set."""
    rows: tuple[Row, ...]


def leaves(bitext: Bitext, path: str, sides: Sequence[Side]) -> list[Leaf]:
    """The page at `path`, or all for `WHOLE`, in the original's order, in the languages of `sides`.

    Below the first page of several, headings are one level lower: the whole has one title.
    """
    shown = shown_pages(bitext.original, path)
    return [
        Leaf(
            page.path,
            page.layout,
            tuple(_Rows(bitext, page, sides, int(index > 0)).all()),
        )
        for index, page in enumerate(shown)
    ]


class _Rows:
    """Makes the rows of one page; note marks lead to the one row of their note."""

    def __init__(self, bitext: Bitext, page: Page, sides: Sequence[Side], lower: int) -> None:
        self.bitext = bitext
        self.page = page
        self.sides = sides
        self.notes: dict[str, Footnote] = {note.label: note for note in page.footnotes}
        counterpart = bitext.translation.page(page.path)
        self.translated = (
            {note.label: note for note in counterpart.footnotes} if counterpart else {}
        )
        # a mark is named in the language of its text; where a note is missing there, in the other's
        self.marked = (
            self.notes,
            {label: self.translated.get(label, note) for label, note in self.notes.items()},
        )
        self.explained = [explained_in(bitext, side) for side in Side]
        # a section that has a page of its own opens that page
        first = min((d.level for d in page.own_divisions() if d.heading), default=1)
        self.above = first - 1 - lower

    def all(self) -> Iterator[Row]:
        """Headings and provisions, then the footnotes."""
        begun = ""
        for unit in page_units(self.bitext.alignment, self.page):
            opens_note = bool(unit.note) and unit.note != begun
            begun = unit.note
            yield self._row(unit, opens_note=opens_note)

    def _row(self, unit: Unit, *, opens_note: bool) -> Row:
        cells = tuple(
            Cell(self._locale(side), self._html(node, side))
            for side, node in Side.of(unit.nodes)
            if side in self.sides and node is not None
        )
        if unit.kind == HEADING:
            level = unit.depth - self.above
            return Row(unit.id, HEADING, level, "", cells, self._permalinks(unit.nodes))
        if opens_note:
            notes = (self.notes.get(unit.note), self.translated.get(unit.note))
            identity = next(note.id for note in notes if note)
            return Row(identity, "note", 0, unit.note, cells, self._permalinks(notes))
        kind = "note" if unit.note else unit.kind
        return Row(unit.id, kind, unit.depth, unit.number, cells, self._permalinks(unit.nodes))

    def _html(self, node: Division | Provision, side: Side) -> Markup:
        if isinstance(node, Division):
            return _heading_html(node, node.heading) if node.heading else Markup()
        html = inline_html(node.segment, self.marked[side], self.explained[side])
        return placed(html, self._folder(side)) if node.segment.links else html

    def _folder(self, side: Side) -> str:
        """Where the page is written, below the folder of texts."""
        return f"{self._locale(side)}/{self.page.path.rpartition('/')[0]}"

    def _locale(self, side: Side) -> str:
        return self.bitext.documents[side].locale

    def _permalinks(
        self, both: Sequence[Division | Provision | Footnote | None]
    ) -> dict[str, Markup]:
        citations = [node.citation if node else "" for node in both]
        identity = next(node.id for node in both if node)
        return {
            self._locale(side): permalink_html(
                identity, citations[side] or citations[side.other], citations[side.other],
                self._locale(side),
            )
            for side in Side
        }  # fmt: skip


def _heading_html(division: Division, heading: Segment) -> Markup:
    html = html_of(heading.markdown)
    printed = division.number.printed if division.number else ""
    if not printed or not html.startswith(printed):
        return html
    return Markup('<span class="number">%s</span>%s') % (printed, html.removeprefix(printed))
