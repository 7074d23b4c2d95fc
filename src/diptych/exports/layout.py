"""What stands where in a file of pages: the one layout that the PDF and the Word file write out.

A block is a heading or a provision, with a cell per language; a cell has pieces of text. Provisions
that are set together make a group. Nothing here is left out: each unit that has text is in a block.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from diptych.alignment.units import HEADING, Unit
from diptych.language.numerals import Numeral
from diptych.model import CLOSING, COVER, Emphasis, Kind, Provision, Segment, Side
from diptych.model.hierarchy import further_in
from diptych.model.spans import Span, is_bold, shown_lines, spans_between
from diptych.model.tables import Alignment
from diptych.project.edition import Edition
from diptych.project.picture_files import PictureFile, pictures_in
from diptych.publication.components import (
    FOOT,
    HEAD,
    LEFT_OF_FOOT,
    RIGHT_OF_HEAD,
    Component,
    components_of,
    is_centred,
)

LIST, TABLE, QUOTATION = "list", "table", "quotation"
_GROUPS: dict[str, str] = {
    Kind.DASH: LIST, Kind.ITEM: LIST, Kind.ROW: TABLE, Kind.QUOTE: QUOTATION,
}  # fmt: skip
"""The group that provisions of a kind make where they stand one after the other."""
_PLACE = "\0"
"""Stands in for the place in a citation, which is then cut there; no text has it."""


@dataclass(frozen=True, slots=True)
class TypesetText:
    """Plain text that is set in one way."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    whole: bool = False
    """Whether no line may end within it."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """Where a line ends, on a cover or by a tag; the text before it ends with a blank."""

    line_break: bool = True


@dataclass(frozen=True, slots=True)
class LayoutNoteMark:
    """The mark of a footnote of the layout."""

    note: str
    """The key of the footnote."""
    first: bool
    """Whether no mark before it, in either language, refers to the same footnote."""


@dataclass(frozen=True, slots=True)
class DanglingMark:
    """A mark that refers to no footnote of the layout."""

    dangling: str
    """The label of the mark."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the text."""

    picture: str
    """The key of its file in the layout."""
    description: str


Piece = TypesetText | Picture | LineBreak | LayoutNoteMark | DanglingMark


@dataclass(frozen=True, slots=True)
class TypesetCell:
    """What one language has of a block."""

    text: str
    pieces: list[Piece]
    bold: bool
    """Whether all of its words are bold."""
    number: Numeral | None
    """The number of a numbered paragraph; else None."""
    columns: list[list[Piece]]
    """The pieces of a table's row, by column; else empty."""
    place: str = ""
    """How a heading is cited within the document; else empty."""
    cited: tuple[str, str] = ("", "")
    """What stands before that place and after it in the full citation of a heading."""


@dataclass(frozen=True, slots=True)
class CellText:
    """What one language has in a cell of a table."""

    position: int
    """The position of the language among those that are set."""
    pieces: list[Piece]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, TypesetText))


@dataclass(frozen=True, slots=True)
class TypesetBlock:
    """A heading or a provision."""

    id: str
    """The id, which no other block has."""
    kind: str
    depth: int
    """A heading's level in the text, from 1; how deep a provision is nested, from 0."""
    number: str
    """What opens an item or a dash with a sign of its own, as printed: "2.", "+"; else empty."""
    quiet: bool
    """Whether its id is not shown: on a cover, in a closing, in a footnote."""
    cells: list[TypesetCell | None]
    """The cell of each language, in the order in which they were asked for; None where it has
    none."""
    level: int = 0
    """The level at which a heading is set, so that none is left out after the one before it; else
    0."""
    heads: bool = False
    """Whether it is the row with the headings of a table."""
    aligned: tuple[Alignment, ...] = ()
    """Of a table's row, how its columns are set."""
    columns: list[list[CellText]] = field(default_factory=list)
    """Of a table's row, what each language has in each cell."""
    component: str = ""
    """What it is of the head, the preamble or the foot of the document; else empty."""
    centred: bool = False
    """Whether it stands in the middle of its line."""
    children: list[TypesetBlock | BlockGroup] = field(default_factory=list)

    @property
    def first(self) -> TypesetCell:
        """The cell of the first language that has the block."""
        return next(cell for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class BlockGroup:
    """Provisions that are set together."""

    kind: str
    """`LIST`, `TABLE` or `QUOTATION`."""
    members: list[TypesetBlock]


@dataclass(frozen=True, slots=True)
class FormalHead:
    """The head of the text: who issues it, beside the title of the State.

    The number and the date stand on one line, below what is above them.
    """

    left: list[TypesetBlock]
    left_below: list[TypesetBlock]
    """The number, and what stands below it."""
    right: list[TypesetBlock]
    right_below: list[TypesetBlock]
    """The place and the date."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The close of the text: the recipients and, after the last of their list, who signed."""

    heading: list[TypesetBlock]
    left: list[TypesetBlock | BlockGroup]
    right: list[TypesetBlock]
    kind: str = CLOSING


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole text in one language or two."""

    title: list[TypesetBlock]
    """The heading of the cover and what is bold below it."""
    blocks: list[TypesetBlock | BlockGroup | Closing]
    notes: dict[str, list[TypesetBlock]]
    """The paragraphs of each footnote that has a mark, by its key: `note:1`."""
    head: FormalHead | None = None
    """What stands above the title; None where nothing does."""
    pictures: dict[str, PictureFile] = field(default_factory=dict)
    """The files of the pictures, by key."""


def each(parts: Iterable[TypesetBlock | BlockGroup]) -> Iterator[TypesetBlock]:
    """Every block of `parts` with those nested in it, in reading order."""
    for part in parts:
        if isinstance(part, TypesetBlock):
            yield part
            yield from each(part.children)
        else:
            yield from each(part.members)


def _columns(cells: Sequence[TypesetCell | None]) -> list[list[CellText]]:
    """The cells of a table's row: by column, what each language has there.

    What is the same in all languages without a small letter, a figure or a numeral, is said once.
    """
    made = []
    for index in range(max(len(cell.columns) for cell in cells if cell)):
        said: list[CellText] = []
        for position, cell in enumerate(cells):
            pieces = cell.columns[index] if cell and index < len(cell.columns) else []
            told = CellText(position, pieces)
            plain = all(isinstance(piece, TypesetText) for piece in pieces)
            again = plain and told.text.upper() == told.text
            if pieces and not (again and any(told.text == other.text for other in said)):
                said.append(told)
        made.append(said)
    return made


def whole(span: Span) -> Iterable[TypesetText]:
    """The span of text as one piece."""
    yield set_as(span, span.text)


def set_as(span: Span, text: str, *, unbroken: bool = False) -> TypesetText:
    """`text` as a piece that is set as `span` is."""
    bold, italic = (one in span.emphasis for one in (Emphasis.STRONG, Emphasis.EM))
    return TypesetText(text, bold, italic, span.code, unbroken)


def laid_out(
    edition: Edition,
    sides: Sequence[Side],
    cut: Callable[[Span], Iterable[TypesetText]] = whole,
    *,
    notes_beside: bool = False,
    kinds: Collection[str] = (),
) -> Layout:
    """The layout of the text in the languages of `sides`.

    `cut` makes pieces of a stretch of text. With `notes_beside`, a footnote has both languages,
    whichever has its mark, and may be marked in another; without, each language has footnotes of
    its own, marked in its text. Pictures of the `kinds` are pieces, any other its description.
    """
    return _LayoutMaker(edition, sides, cut, notes_beside, kinds).layout()


NoteKey = tuple[str, str]
"""The page of a footnote, and its label there."""


class _LayoutMaker:
    def __init__(
        self,
        edition: Edition,
        sides: Sequence[Side],
        cut: Callable[[Span], Iterable[TypesetText]],
        notes_beside: bool,
        kinds: Collection[str],
    ) -> None:
        self._kinds = kinds
        self._pictures: dict[str, PictureFile] = {}
        self._picture_keys: dict[tuple[Side, str], str] = {}
        """The key of each picture, by its side and its path."""
        self._edition = edition
        self._sides = sides
        self._cut = cut
        noted = {
            (side, (unit.path, unit.note))
            for unit in edition.units
            if unit.note
            for side in sides
            if unit.segment(side)
        }
        marked = {
            (side, (unit.path, mark.label))
            for unit in edition.units
            if notes_beside or not unit.note
            for side in sides
            if (segment := unit.segment(side))
            for mark in segment.marks
        }
        if notes_beside:
            noted, marked = (
                {(side, note) for _, note in found for side in sides} for found in (noted, marked)
            )
        self._marked = noted & marked
        """The footnotes that are set as such, each with a side."""
        self._keys: dict[NoteKey, str] = {}
        """The key of each footnote whose mark was met."""
        self._level = 0
        self._ids: set[str] = set()
        self._components = [
            {p.path: components_of(p, document.locale) for p in document.pages}
            for document in edition.documents
        ]
        self._further = [
            {p.path: further_in(p, in_all=True) for p in document.pages}
            for document in edition.documents
        ]

    def layout(self) -> Layout:
        text: list[Unit] = []
        noted: dict[NoteKey, list[Unit]] = {}
        for unit in self._edition.units:
            there = [unit.segment(side) for side in self._sides]
            in_text = [self._segment(unit, side) for side in self._sides]
            if any(in_text):
                text.append(unit)  # also a footnote that nothing refers to
            if there != in_text:
                noted.setdefault((unit.path, unit.note), []).append(unit)
        above = list(takewhile(lambda unit: self._component(unit) in HEAD, text))
        head = self._head(above) if above else None
        text = text[len(above) :]
        title = self._title(text)
        titled = [self._block(unit) for unit in title]
        blocks = list(self._blocks(text[len(title) :]))
        return Layout(titled, blocks, self._footnotes(noted), head, self._pictures)

    def _head(self, units: Sequence[Unit]) -> FormalHead:
        columns: list[list[TypesetBlock]] = [[], [], [], []]
        below = [False, False]
        for unit in units:
            component = self._component(unit)
            right = component in RIGHT_OF_HEAD
            below[right] |= component in (Component.NUMBER, Component.DATED)
            columns[2 * right + below[right]].append(self._block(unit))
        return FormalHead(*columns)

    def _component(self, unit: Unit) -> Component | None:
        """What the unit is of the head, the preamble or the foot, in whichever language says so."""
        for side, node in Side.of(unit.nodes):
            found = self._components[side].get(unit.path, {})
            if node and (component := found.get(node.id)):
                return component
        return None

    def _segment(self, unit: Unit, side: Side, *, in_note: bool = False) -> Segment | None:
        """The unit's text in the language of `side` if it stands here: in a note or in the text."""
        marked = bool(unit.note) and (side, (unit.path, unit.note)) in self._marked
        return unit.segment(side) if marked == in_note else None

    def _title(self, text: Sequence[Unit]) -> list[Unit]:
        found: list[Unit] = []
        for unit in text:
            if unit.layout != COVER or (found and not self._is_bold(unit)):
                break
            if not found and not self._is_heading(unit):
                break
            found.append(unit)
        return found

    def _blocks(self, text: Sequence[Unit]) -> Iterator[TypesetBlock | BlockGroup | Closing]:
        for closing, units in groupby(text, key=self._closes):
            if closing:
                yield self._closing(list(units))
            else:
                yield from self._tree(units)

    def _closes(self, unit: Unit) -> bool:
        return unit.layout == CLOSING or self._component(unit) in FOOT

    def _closing(self, units: list[Unit]) -> Closing:
        heading = [unit for unit in units[:1] if self._is_heading(unit)]
        rest = units[len(heading) :]
        if all(self._component(unit) in FOOT for unit in rest):
            received = [unit for unit in rest if self._component(unit) in LEFT_OF_FOOT]
            signed = [unit for unit in rest if self._component(unit) not in LEFT_OF_FOOT]
        else:
            listed = [i for i, unit in enumerate(rest) if unit.kind in _GROUPS or unit.depth > 0]
            cut = listed[-1] + 1 if listed else 0
            received, signed = rest[:cut], rest[cut:]
        head = [self._block(unit) for unit in heading]
        left = self._tree(received)
        return Closing(head, left, [self._block(unit) for unit in signed])

    def _tree(self, units: Iterable[Unit]) -> list[TypesetBlock | BlockGroup]:
        """The blocks of `units`, nested, in groups where they are set together."""
        top: list[TypesetBlock | BlockGroup] = []
        open_blocks: list[TypesetBlock] = []
        for unit in units:
            block = self._block(unit)
            heading = block.kind == HEADING
            while open_blocks and (heading or open_blocks[-1].depth >= block.depth):
                open_blocks.pop()
            _append(open_blocks[-1].children if open_blocks else top, block)
            if not heading:
                open_blocks.append(block)
        return top

    def _block(self, unit: Unit, *, in_note: bool = False) -> TypesetBlock:
        segments = [(side, self._segment(unit, side, in_note=in_note)) for side in self._sides]
        kind = unit.kind
        if kind == HEADING:
            kind = HEADING if self._is_heading(unit) else Kind.PARAGRAPH
        if kind == HEADING:
            # Readers of tagged files are promised that no level is left out.
            self._level = min(unit.depth, self._level + 1)
        cells = [self._cell(unit, side, segment) if segment else None for side, segment in segments]
        component = self._component(unit)
        said = next((segment.text for _, segment in segments if segment), "")
        return TypesetBlock(
            self._alone(unit.id),
            kind,
            unit.depth + self._further_in(unit),
            unit.number or unit.sign,
            bool(unit.layout or unit.note),
            cells,
            self._level if kind == HEADING else 0,
            any(row.heads for row in self._rows(unit)),
            next((row.columns.aligned for row in self._rows(unit) if row.columns), ()),
            _columns(cells) if kind == Kind.ROW else [],
            component or "",
            is_centred(component, said),
        )

    def _further_in(self, unit: Unit) -> int:
        """How many steps further in a provision is set than the file has it."""
        side = Side.ORIGINAL if unit.nodes[0] else Side.TRANSLATION
        node = unit.nodes[side]
        return self._further[side].get(unit.path, {}).get(node.id, 0) if node else 0

    def _rows(self, unit: Unit) -> Iterator[Provision]:
        """The provisions of a unit in the languages that are set, if it is a row of a table."""
        for side in self._sides:
            node = unit.nodes[side]
            if isinstance(node, Provision) and node.columns:
                yield node

    def _is_heading(self, unit: Unit) -> bool:
        """Whether the unit is a heading to whoever hears the headings read: one with text."""
        shown = [segment for side in self._sides if (segment := unit.segment(side))]
        return unit.kind == HEADING and any(segment.text for segment in shown)

    def _is_bold(self, unit: Unit) -> bool:
        return is_bold(next(s for side in self._sides if (s := self._segment(unit, side))))

    def _alone(self, identity: str) -> str:
        """The id, made unlike those before: it recurs where the languages disagree."""
        while identity in self._ids:
            identity += "*"
        self._ids.add(identity)
        return identity

    def _cell(self, unit: Unit, side: Side, segment: Segment) -> TypesetCell:
        node = unit.nodes[side]
        cells = segment.cells if unit.kind == Kind.ROW else ()
        columns = [list(self._pieces(unit, side, segment, *cell)) for cell in cells]
        pieces = (
            [piece for column in columns for piece in column]
            if columns
            else list(self._pieces(unit, side, segment, 0, len(segment.text)))
        )
        listed = isinstance(node, Provision) and bool(node.marker)
        number = node.number if listed and node else None
        if unit.kind != HEADING:
            return TypesetCell(segment.text, pieces, is_bold(segment), number, columns)
        place = "" if unit.layout else unit.citation(side)
        before, after = self._edition.name(side), ""
        if place:
            before, after = self._edition.cited(side, _PLACE).split(_PLACE)[:2]
        return TypesetCell(
            segment.text, pieces, is_bold(segment), number, columns, place, (before, after)
        )

    def _pieces(
        self, unit: Unit, side: Side, segment: Segment, start: int, end: int
    ) -> Iterator[Piece]:
        """The segment's text from `start` to `end`, with its pictures."""
        for link in pictures_in(segment, start, end) if self._kinds and not unit.note else ():
            found = self._edition.picture(side, unit.path, link.target)
            if found is None or found.kind not in self._kinds:
                continue
            yield from self._text_pieces(unit, side, segment, start, link.start)
            key = self._picture_keys.setdefault(
                (side, found.path), f"pictures/{len(self._picture_keys) + 1}.{found.kind}"
            )
            self._pictures[key] = found
            yield Picture(key, segment.text[link.start : link.end])
            start = link.end
        yield from self._text_pieces(unit, side, segment, start, end)

    def _text_pieces(
        self, unit: Unit, side: Side, segment: Segment, start: int, end: int
    ) -> Iterator[Piece]:
        """The segment's text from `start` to `end`, cut where its setting changes and where a line
        ends; lines of the file are kept on a cover alone.
        """
        starts = shown_lines(segment, as_typed=unit.layout == COVER)
        for offset, span in spans_between(segment, start, end):
            if span.note:
                yield self._mark(side, unit.path, span.note)
                continue
            if offset in starts and offset > start:
                yield LineBreak()
            yield from self._cut(span)

    def _mark(self, side: Side, path: str, label: str) -> Piece:
        note = path, label
        if (side, note) not in self._marked:
            return DanglingMark(label)
        first = note not in self._keys
        return LayoutNoteMark(self._keys.setdefault(note, f"note:{len(self._keys) + 1}"), first)

    def _footnotes(self, noted: dict[NoteKey, list[Unit]]) -> dict[str, list[TypesetBlock]]:
        """The blocks of each footnote with a mark, by its key; a mark in one can bring another."""
        made: dict[str, list[TypesetBlock]] = {}
        while len(made) < len(self._keys):
            for note, key in list(self._keys.items()):
                if key not in made:
                    made[key] = [self._block(unit, in_note=True) for unit in noted.get(note, ())]
        return made


def _append(siblings: list[TypesetBlock | BlockGroup], block: TypesetBlock) -> None:
    kind = _GROUPS.get(block.kind)
    last = siblings[-1] if siblings else None
    if kind is None:
        siblings.append(block)
    elif isinstance(last, BlockGroup) and last.kind == kind and not block.heads:
        last.members.append(block)
    else:
        siblings.append(BlockGroup(kind, [block]))
