"""A provision's text as a paragraph: its style, its list, its runs, its footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.alignment.units import HEADING, Unit
from diptych.exports.word.elements import Element, field, language, paragraph, run, table, w
from diptych.exports.word.elements import row as table_row
from diptych.exports.word.notes import Note, Notes
from diptych.exports.word.numbering import Numbering, indentation
from diptych.language.numerals import Number
from diptych.model import CELL, COVER, Emphasis, Kind, Provision, Segment, Side
from diptych.model.spans import Span, line_starts, spans
from diptych.project.edition import Edition

_NO_NAME = re.compile(r"\W")
_LONGEST = 40
"""Of a bookmark's name, in characters."""
_STYLES = {
    Kind.PARAGRAPH: "BodyText",
    Kind.DASH: "ListBullet",
    Kind.ITEM: "ListNumber",
    Kind.CONTINUATION: "ListContinue",
    Kind.QUOTE: "Quote",
    Kind.ROW: "TableText",
    Kind.CODE: "SourceCode",
    Kind.HTML: "SourceCode",
}


@dataclass(frozen=True, slots=True)
class Block:
    """What becomes one paragraph: a unit in one language, or a paragraph of a footnote."""

    id: str
    kind: str
    depth: int
    side: Side
    path: str
    segment: Segment
    number: Number | None = None
    in_note: bool = False
    breaks: bool = False
    """Whether its line breaks say something."""


def block(unit: Unit, side: Side) -> Block | None:
    """The unit in the language of `side`, if it has it."""
    segment = unit.segment(side)
    if segment is None:
        return None
    node = unit.nodes[side]
    number = node.number if isinstance(node, Provision) else None
    return Block(
        unit.id, unit.kind, unit.depth, side, unit.path, segment, number,
        breaks=unit.layout == COVER,
    )  # fmt: skip


def blocks_of(note: Note) -> Iterator[Block]:
    """The paragraphs of a footnote."""

    def nested(provisions: Sequence[Provision], depth: int) -> Iterator[Block]:
        for known in provisions:
            yield Block(
                known.id, known.kind.value, depth, note.side, note.path, known.segment,
                known.number, in_note=True,
            )  # fmt: skip
            yield from nested(known.children, depth + 1)

    yield from nested(note.footnote.provisions, 0)


class Setter:
    """Sets blocks as paragraphs, in reading order."""

    def __init__(self, edition: Edition, sides: Sequence[Side], notes: Notes, first: int) -> None:
        self.numbering = Numbering(first)
        self._first = first
        self._tags = edition.locales
        self._default = sides[0]
        self._notes = notes
        self._marked: set[str] = set()
        self._names: set[str] = set()

    def mark(self, side: Side) -> Element | None:
        """The mark of a language that is not the file's first."""
        return None if side == self._default else language(self._tags[side])

    def paragraph(self, known: Block, style: str = "", before: Sequence[Element] = ()) -> Element:
        """One paragraph, in the style of its kind if none is given; `before` are its first runs."""
        content = self._bookmarked(known.id, [*before, *self._runs(known, 0, None)])
        listed = None
        if known.kind == Kind.DASH:
            listed = self.numbering.dash(known.depth)
        elif known.kind == Kind.ITEM and known.number:
            listed = self.numbering.item(known.number, known.depth, known.side)
        left = None
        if known.kind not in {HEADING, Kind.DASH, Kind.ITEM} and known.depth:
            left = w("ind", left=indentation(known.depth - 1, self._first), firstLine=0)
        return paragraph(style or style_of(known), content, listed, left)

    def rows(self, known: Sequence[Block], width: int) -> Element:
        """The rows of a table, the first of which heads it."""
        cut = [_cells(row.segment.text) for row in known]
        columns = max(len(cells) for cells in cut)
        widths = [width // columns] * columns
        rows = []
        for index, (row, cells) in enumerate(zip(known, cut, strict=True)):
            style = "TableHeading" if index == 0 and len(known) > 1 else "TableText"
            content = [list(self._runs(row, start, end)) for start, end in cells]
            content += [[] for _ in range(columns - len(cells))]
            content[0] = self._bookmarked(row.id, content[0])
            filled = [(widths[i], [paragraph(style, runs)]) for i, runs in enumerate(content)]
            rows.append(table_row(filled, heads=style == "TableHeading"))
        return table("TableGrid", widths, rows)

    def _runs(self, known: Block, start: int, end: int | None) -> Iterator[Element]:
        """Of its text from `start` to `end`, with the marks of footnotes there."""
        end = len(known.segment.text) if end is None else end
        breaks = line_starts(known.segment) if known.breaks else ()
        at = 0
        for span in spans(known.segment):
            if span.note:
                # a mark at the end of a cell stands before the blank that parts it from the next
                if start <= at <= end:
                    yield from self._reference(known, span.note)
                continue
            cut = span.text[max(0, start - at) : max(0, end - at)]
            at += len(span.text)
            if at in breaks and cut.endswith(" "):
                cut = cut[:-1] + "\n"
            if cut:
                yield run(cut, *self._set(span, known.side))

    def _set(self, span: Span, side: Side) -> tuple[Element | None, ...]:
        return (
            w("rStyle", val="CodeText") if span.code else None,
            w("b") if Emphasis.STRONG in span.emphasis else None,
            w("i") if Emphasis.EM in span.emphasis else None,
            self.mark(side),
        )

    def _reference(self, known: Block, label: str) -> Iterator[Element]:
        note = self._notes.of(known.side, known.path, label)
        style = w("rStyle", val="FootnoteReference")
        if note is None:
            yield run(label, style)
        elif known.in_note:
            # Word has no footnotes to footnotes
            yield run(str(note.number), style)
        elif self._notes.referred(note):
            yield from field(f"NOTEREF {note.bookmark} \\f \\h", str(note.number), style)
        else:
            made = w("r", w("rPr", style), w("footnoteReference", id=note.number))
            yield from self._between(note.bookmark, [made])

    def _bookmarked(self, ident: str, content: list[Element]) -> list[Element]:
        """With a bookmark around it, at the first language that has the unit."""
        if ident in self._marked:
            return content
        self._marked.add(ident)
        name = plain = _NO_NAME.sub("_", ident if ident[:1].isalpha() else f"p_{ident}")[:_LONGEST]
        count = 1
        while name.lower() in self._names:
            count += 1
            name = f"{plain[: _LONGEST - 5]}_{count}"
        return list(self._between(name, content))

    def _between(self, name: str, content: list[Element]) -> Iterator[Element]:
        self._names.add(name.lower())
        ident = len(self._names)
        yield w("bookmarkStart", id=ident, name=name)
        yield from content
        yield w("bookmarkEnd", id=ident)


def style_of(known: Block) -> str:
    """The id of the style of its kind."""
    if known.kind == HEADING:
        return f"Heading{min(known.depth, 9)}"
    if known.in_note:
        return "FootnoteText"
    return _STYLES[Kind(known.kind)]


def _cells(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for cell in text.split(CELL):
        found.append((start, start + len(cell)))
        start += len(cell) + len(CELL)
    return found
