"""The text as the body of a Word file: in one language, or in both beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from programme.edition import Edition
from programme.exports.word.elements import paragraph, run, run_of, w
from programme.exports.word.lists import Lists, indent
from programme.exports.word.notes import Notes
from programme.locales import locale
from programme.model import CELL, Kind, Provision
from programme.spans import Span, line_starts, spans
from programme.units import HEADING, Unit

_COVER, _CLOSING = "cover", "closing"
_HEADINGS = 9
_STYLES = {Kind.QUOTE: "Quote", Kind.CODE: "Code", Kind.HTML: "Code"}
_NO_NAME = re.compile(r"\W")
_NAME_LENGTH = 40
"""Characters of a bookmark's name that Word takes."""
MARGIN, WIDE_MARGIN = 1134, 1701
"""20 and 30 mm in twentieths of a point."""
_PAGE = 11906
"""The width of A4."""


class Body:
    """Lays out the units of an edition; lists and footnotes grow as it goes."""

    def __init__(self, edition: Edition, sides: Sequence[int]) -> None:
        self.edition = edition
        self.sides = sides
        self.lists = Lists()
        self.notes = Notes(edition)
        self._marked = 0
        self._under: dict[int, str] = {}
        """By depth, what the units at hand stand below."""
        self._title = ""
        self.margin = WIDE_MARGIN if len(sides) == 1 else MARGIN
        """At the left; two columns need the room."""
        self.width = _PAGE - self.margin - MARGIN
        """Of the text."""

    def blocks(self) -> Iterator[etree._Element]:
        """Paragraphs and tables in reading order."""
        units = [unit for unit in self.edition.units if not unit.note]
        self._title = next((u.id for u in units if u.layout == _COVER and u.kind == HEADING), "")
        if len(self.sides) > 1:
            yield self._columns(units)
            return
        (side,) = self.sides
        shown = [unit for unit in units if unit.segment(side)]
        for closing, found in groupby(shown, key=lambda unit: unit.layout == _CLOSING):
            if closing:
                yield self._closing(list(found), side)
            else:
                yield from self._grouped(list(found), side)

    def _grouped(self, units: Sequence[Unit], side: int) -> Iterator[etree._Element]:
        """Rows that follow one another are a table."""
        for is_row, found in groupby(units, key=lambda unit: unit.kind == Kind.ROW):
            if is_row:
                yield self._table(list(found), side)
                yield w("p")
            else:
                for unit in found:
                    yield self._paragraph(unit, side)

    def _columns(self, units: Sequence[Unit]) -> etree._Element:
        """A row a unit, a column a language; the languages' names head every page."""
        width = self.width // len(self.sides)
        heads = [
            _cell(width, paragraph("Cell", run(locale(tag).name, tag, w("b"))))
            for tag in (self.edition.locales[side] for side in self.sides)
        ]
        table = _table([width] * len(self.sides))
        table.append(w("tr", w("trPr", w("tblHeader")), *heads))
        for unit in units:
            cells = [
                _cell(width, self._paragraph(unit, side) if unit.segment(side) else w("p"))
                for side in self.sides
            ]
            table.append(w("tr", *cells))
        return table

    def _closing(self, units: Sequence[Unit], side: int) -> etree._Element:
        """The recipients at the left, the signature at the right."""
        listed = [i for i, unit in enumerate(units) if unit.kind in (Kind.DASH, Kind.ITEM, HEADING)]
        cut = listed[-1] + 1 if listed else 0
        widths = [self.width * 11 // 20, self.width * 9 // 20]
        left = [self._paragraph(unit, side, "Recipients") for unit in units[:cut]]
        right = [self._paragraph(unit, side, "Signature") for unit in units[cut:]]
        if len(right) > 1:  # room to sign
            right[-1][0].append(w("spacing", before="1400", after="0"))
        table = _table(widths, ruled=False)
        columns = [
            _cell(width, *(blocks or [w("p")]))
            for width, blocks in zip(widths, (left, right), strict=True)
        ]
        table.append(w("tr", w("trPr", w("cantSplit")), *columns))
        return table

    def _table(self, rows: Sequence[Unit], side: int) -> etree._Element:
        cut = [self._cells(unit, side) for unit in rows]
        count = max(map(len, cut))
        width = self.width // count
        table = _table([width] * count)
        for unit, columns in zip(rows, cut, strict=True):
            filled = [*columns, *([[]] * (count - len(columns)))]
            start, end = self._bookmark(unit, side)
            cells = [
                _cell(width, paragraph("Cell", *([start] if i == 0 else []), *runs,
                                       *([end] if i == 0 else [])))
                for i, runs in enumerate(filled)
            ]  # fmt: skip
            table.append(w("tr", *cells))
        return table

    def _cells(self, unit: Unit, side: int) -> list[list[etree._Element]]:
        """The runs of a row by cell."""
        columns: list[list[etree._Element]] = [[]]
        for span in self._spans(unit, side):
            if span.note:
                columns[-1] += self.notes.mark(side, unit.path, span.note)
                continue
            first, *more = span.text.split(CELL)
            columns[-1] += self._runs([_with(span, first)], unit, side)
            columns += [list(self._runs([_with(span, cell)], unit, side)) for cell in more]
        return columns

    def _paragraph(self, unit: Unit, side: int, style: str = "") -> etree._Element:
        start, end = self._bookmark(unit, side)
        runs = self._runs(self._spans(unit, side), unit, side)
        own = self._properties(unit)
        return paragraph(self._style(unit, style), start, *runs, end, more=own)

    def _style(self, unit: Unit, style: str) -> str:
        if unit.kind == HEADING and unit.id == self._title:
            return "Title"
        if unit.kind == HEADING:
            return f"Heading{min(unit.depth, _HEADINGS)}"
        if style:
            return style
        if unit.layout == _COVER and unit.kind == Kind.PARAGRAPH and self._is_subtitle(unit):
            return "Subtitle"
        if unit.kind in (Kind.DASH, Kind.ITEM):
            return "Cell" if len(self.sides) > 1 else "ListParagraph"
        return _STYLES.get(Kind(unit.kind), "Cell" if len(self.sides) > 1 else "Normal")

    def _is_subtitle(self, unit: Unit) -> bool:
        """Whether it is set in bold as a whole."""
        segment = next(s for side in (0, 1) if (s := unit.segment(side)))
        return all(span.emphasis for span in spans(segment) if span.text.strip())

    def _properties(self, unit: Unit) -> tuple[etree._Element, ...]:
        """What a paragraph has beyond its style: its place in a list."""
        if unit.kind == HEADING:
            self._under = {}
            return ()
        self._under[unit.depth] = unit.id
        depth = unit.depth
        if unit.kind == Kind.DASH:
            return (self.lists.dash(depth),)
        if unit.kind == Kind.ITEM:
            node = next(node for node in unit.nodes if node)
            above = self._under.get(depth - 1, "")
            if isinstance(node, Provision):
                return (self.lists.item(node, depth, (unit.path, above)),)
        return (indent(depth),) if depth else ()

    def _spans(self, unit: Unit, side: int) -> Iterator[Span]:
        segment = unit.segment(side)
        return spans(segment) if segment else iter(())

    def _runs(
        self, found: Iterator[Span] | Sequence[Span], unit: Unit, side: int
    ) -> Iterator[etree._Element]:
        """The text; the lines of a cover are kept."""
        segment = unit.segment(side)
        starts = line_starts(segment) if segment and unit.layout == _COVER else ()
        offset = 0
        for span in found:
            if span.note:
                yield from self.notes.mark(side, unit.path, span.note)
                continue
            if offset and offset in starts:
                yield w("r", w("br"))
            offset += len(span.text)
            if span.text:
                yield run_of(span, self.edition.locales[side])

    def _bookmark(self, unit: Unit, side: int) -> tuple[etree._Element, etree._Element]:
        """A name for the unit: its id, with what Word does not take in a name left out."""
        self._marked += 1
        identity = str(self._marked)
        # each name once: the first language's, the other's with its tag
        other = "" if side == self.sides[0] else f"_{self.edition.locales[side]}"
        name = ("p_" + _NO_NAME.sub("_", unit.id + other))[:_NAME_LENGTH]
        return w("bookmarkStart", id=identity, name=name), w("bookmarkEnd", id=identity)


def _with(span: Span, text: str) -> Span:
    return Span(text, span.emphasis, span.code)


def _table(widths: Sequence[int], *, ruled: bool = True) -> etree._Element:
    style = [w("tblStyle", val="Grid")] if ruled else []
    width = w("tblW", w=str(sum(widths)), type="dxa")
    grid = [w("gridCol", w=str(width)) for width in widths]
    layout = w("tblLayout", type="fixed")
    return w("tbl", w("tblPr", *style, width, layout), w("tblGrid", *grid))


def _cell(width: int, *blocks: etree._Element) -> etree._Element:
    return w("tc", w("tcPr", w("tcW", w=str(width), type="dxa")), *blocks)
