"""A block of the layout as a paragraph: its style, its list, its runs, its footnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy

from diptych.alignment.units import HEADING
from diptych.exports.column_widths import column_widths
from diptych.exports.layout import (
    CellText,
    DanglingMark,
    LayoutNoteMark,
    LineBreak,
    Picture,
    Piece,
    TypesetBlock,
    TypesetCell,
    TypesetText,
)
from diptych.exports.word.list_numbering import Numbering, indentation
from diptych.exports.word.word_elements import (
    Element,
    field,
    font,
    language,
    paragraph,
    run,
    table,
    w,
)
from diptych.exports.word.word_elements import row as table_row
from diptych.model import Kind, Side
from diptych.patterns import pattern_of

_NO_NAME = pattern_of(r"\W")
_LONGEST = 40
"""The length that a bookmark's name may have, in characters."""
_STYLES: dict[str, str] = {
    Kind.PARAGRAPH: "BodyText",
    Kind.DASH: "ListBullet",
    Kind.ITEM: "ListNumber",
    Kind.CONTINUATION: "ListContinue",
    Kind.QUOTE: "Quote",
    Kind.ROW: "TableText",
    Kind.CODE: "SourceCode",
    Kind.HTML: "SourceCode",
}
_IN_NOTE = "FootnoteText"
_ALIGNED = {"center": "center", "right": "end"}
"""Word's words for how a column is set where that is not to the left."""

NoteInLanguage = tuple[Side, str]
"""The side of a language, and the key of the footnote in the layout."""


def _no_picture(key: str, _description: str) -> Element:
    raise KeyError(key)


class Setter:
    """Sets blocks as paragraphs; they are to be given in reading order."""

    def __init__(
        self,
        locales: Sequence[str],
        sides: Sequence[Side],
        first: int,
        fonts: Sequence[str] = ("", ""),
        picture: Callable[[str, str], Element] = _no_picture,
    ) -> None:
        self.numbering = Numbering(first)
        self.footnotes: dict[NoteInLanguage, int] = {}
        """The number of each footnote that the text refers to, counted through the file as Word
        does."""
        self._picture = picture
        """Makes the run of a picture of its key in the layout and its description."""
        self._first = first
        self._tags = locales
        self._sides = sides
        self._fonts = fonts
        """By side, the family that sets its language; empty where the document's own does."""
        self._default = sides[0]
        self._marked: set[str] = set()
        self._names: set[str] = set()

    def mark(self, side: Side) -> tuple[Element, ...]:
        """What marks the language of `side`; nothing for the first language of the file."""
        if side == self._default:
            return ()
        family = self._fonts[side]
        return (*([font(family)] if family else []), language(self._tags[side]))

    def paragraph(
        self,
        block: TypesetBlock,
        cell: TypesetCell,
        side: Side,
        style: str = "",
        before: Sequence[Element] = (),
    ) -> Element:
        """One paragraph, in the style of its kind if none is given; `before` are its first runs."""
        runs = self._runs(cell.pieces, side, in_note=style == _IN_NOTE)
        content = self._bookmarked(block.id, [*before, *runs])
        listed = None
        if block.kind == Kind.DASH:
            listed = self.numbering.dash(block.depth, block.number)
        elif block.kind == Kind.ITEM and cell.number:
            listed = self.numbering.item(cell.number, block.depth, side)
        left = None
        if block.kind not in {HEADING, Kind.DASH, Kind.ITEM} and block.depth:
            left = w("ind", left=indentation(block.depth - 1, self._first), firstLine=0)
        centred = w("jc", val="center") if block.centred else None
        return paragraph(style or _style_of(block), content, listed, left, centred)

    def footnote(
        self, blocks: Iterable[tuple[TypesetBlock, TypesetCell]], side: Side
    ) -> Iterator[Element]:
        """The paragraphs of a footnote, the first with the footnote's number."""
        sign = w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteRef"))
        before: tuple[Element, ...] = (sign, run(" "))
        for block, cell in blocks:
            yield self.paragraph(block, cell, side, _IN_NOTE, before)
            before = ()

    def table(self, known: Sequence[TypesetBlock], width: int) -> Element:
        """A table, in each cell the text of every language that has it, below one another.

        Its row of headings stands above it on every page.
        """
        texts = [
            [max((told.text for told in cell), key=len, default="") for cell in block.columns]
            for block in known
        ]
        widths = column_widths(texts, width)
        made = []
        for block in known:
            style = "TableHeading" if block.heads else "TableText"
            content = [
                list(self._cell(block, texts, style, index))
                for index, texts in enumerate(block.columns)
            ]
            content += [[paragraph(style, [])] for _ in range(len(widths) - len(content))]
            filled = zip(widths, content, strict=True)
            made.append(table_row(filled, heads=block.heads, whole=True))
        return table("TableGrid", widths, made)

    def _cell(
        self, block: TypesetBlock, texts: Sequence[CellText], style: str, index: int
    ) -> Iterator[Element]:
        """The paragraphs of a cell: one for each language."""
        aligned = block.aligned[index] if index < len(block.aligned) else ""
        set_as = w("jc", val=_ALIGNED[aligned]) if aligned in _ALIGNED else None
        for rank, told in enumerate(texts or [CellText(0, [])]):
            runs = list(self._runs(told.pieces, self._sides[told.position]))
            if not index and not rank:
                runs = self._bookmarked(block.id, runs)
            yield paragraph(style, runs, *([set_as] if set_as is not None else []))
            set_as = deepcopy(set_as)

    def _runs(
        self, pieces: Sequence[Piece], side: Side, *, in_note: bool = False
    ) -> Iterator[Element]:
        for piece, after in zip(pieces, [*pieces[1:], None], strict=False):
            match piece:
                case TypesetText(text):
                    if isinstance(after, LineBreak) and text.endswith(" "):
                        text = text[:-1] + "\n"
                    if text:
                        yield run(text, *self._set(piece, side))
                case Picture(key, description):
                    yield self._picture(key, description)
                case LayoutNoteMark(note):
                    yield from self._reference((side, note), in_note=in_note)
                case DanglingMark(label):
                    yield run(label, w("rStyle", val="FootnoteReference"))

    def _set(self, piece: TypesetText, side: Side) -> tuple[Element | None, ...]:
        return (
            w("rStyle", val="CodeText") if piece.code else None,
            w("b") if piece.bold else None,
            w("i") if piece.italic else None,
            *self.mark(side),
        )

    def _reference(self, footnote: NoteInLanguage, *, in_note: bool) -> Iterator[Element]:
        style = w("rStyle", val="FootnoteReference")
        known = footnote in self.footnotes
        number = self.footnotes.setdefault(footnote, len(self.footnotes) + 1)
        bookmark = f"_RefNote{number}"
        if in_note:
            # Word has no footnotes to footnotes
            yield run(str(number), style)
        elif known:
            yield from field(f"NOTEREF {bookmark} \\f \\h", str(number), style)
        else:
            made = w("r", w("rPr", style), w("footnoteReference", id=number))
            yield from self._between(bookmark, [made])

    def _bookmarked(self, ident: str, content: list[Element]) -> list[Element]:
        """The content, with a bookmark around it in the first language that has the unit."""
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


def _style_of(block: TypesetBlock) -> str:
    """The id of the style of the block's kind."""
    return f"Heading{min(block.depth, 9)}" if block.kind == HEADING else _STYLES[block.kind]
