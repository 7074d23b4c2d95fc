"""The parts of a Word file -> its text in reading order, and what could not be read of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from diptych.errors import Problem, Unreadable
from diptych.importing.received import (
    BreakPiece,
    NotePiece,
    Piece,
    Received,
    ReceivedCell,
    ReceivedParagraph,
    ReceivedTable,
    Remark,
    TextPiece,
)
from diptych.importing.word import remarks as said
from diptych.importing.word.characters import (
    Cleaned,
    cleaned,
    is_garbled,
    is_legacy,
    sign_of,
    superscript,
)
from diptych.importing.word.numbering import Numbering
from diptych.importing.word.package import (
    DEPTH,
    Element,
    Package,
    child,
    name_of,
    number_of,
    value_of,
)
from diptych.importing.word.styles import Styles
from diptych.model import Emphasis
from diptych.reader.page_limits import BLOCK
from diptych.reader.totals import Total
from diptych.wording import Wording

_OFF = ("0", "false", "off")
_NO_LINE = ("none", "nil")
_LONGEST = BLOCK
"""The most characters of a paragraph, and the most pieces: a page could not have it."""
_CELLS = 60_000
"""The most cells of all tables; those count that one says it takes."""
_BREAKS = 40_000
"""The most ends of lines within paragraphs."""
_COLUMNS = 60
"""The most columns of a table; a cell may say that it takes any number."""
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_TRANSPARENT = frozenset(
    {
        "w:ins", "w:moveTo", "w:fldSimple", "w:smartTag", "w:customXml", "w:sdtContent", "w:dir",
        "w:bdo", "w:hyperlink", "w:sdt",
    }
)  # fmt: skip
"""Elements around others that change nothing of the text."""
_PUT_IN = frozenset({"w:ins", "w:moveTo"})
_BLANKS = frozenset({"w:tab", "w:ptab"})
_REMOVED = frozenset({"w:del", "w:moveFrom"})
_SILENT = frozenset(
    {
        "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr",
        "w:permStart", "w:permEnd", "w:commentRangeStart", "w:commentRangeEnd",
        "w:lastRenderedPageBreak", "w:footnoteRef", "w:endnoteRef", "w:annotationRef",
        "w:separator", "w:continuationSeparator", "w:softHyphen", "w:moveFromRangeStart",
        "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd", "w:customXmlInsRangeStart",
        "w:customXmlInsRangeEnd", "w:customXmlDelRangeStart", "w:customXmlDelRangeEnd", "w:sectPr",
        "w:tblPr", "w:tblGrid", "w:tcPr", "w:trPr", "w:tblPrEx", "w:commentReference",
        "w:customXmlPr", "w:smartTagPr", "w:fldData", "w:instrText", "w:pgNum",
    }
)  # fmt: skip
"""Elements without words of the text."""
_PICTURES = frozenset({"w:drawing", "w:pict", "w:object"})


def read(raw: bytes, shown: str) -> Received:
    """The text of the Word file with the bytes `raw`, called `shown`. Raises `Unreadable`."""
    return _Reader(Package(raw, shown), shown).received()


@dataclass(slots=True)
class _Field:
    """A field: what Word is told to put there, then what it put there last."""

    code: str = ""
    shows: bool = False
    """Whether what follows is what it shows."""
    silent: bool = False
    """Whether what it shows has been put into the text otherwise."""


@dataclass(slots=True)
class _Line:
    """The paragraph that is being read."""

    style: str
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """The text boxes that hang on it."""


class _Reader:
    def __init__(self, package: Package, shown: str) -> None:
        root = package.part(package.main)
        body = child(root, "w:body")
        if root is None or body is None:
            raise Unreadable(Problem(shown, said.NO_BODY))
        self._package = package
        self._shown = shown
        self._root, self._body = root, body
        self._styles = Styles(next((part for _, part in package.related("styles")), None))
        self._numbering = Numbering(next((part for _, part in package.related("numbering")), None))
        self._links = dict(package.named_relations(package.main))
        self._remarks: list[Remark] = []
        self._ordinal = 0
        self._fields: list[_Field] = []
        self._labels: dict[tuple[str, str], str] = {}
        """The number of each footnote and endnote that the text refers to."""
        self._carried: list[Piece] = []
        """What stood before the end of a paragraph that was deleted."""
        self._contents: list[str] = []
        self._legacy: list[str] = []
        self._all: list[str] = []
        self._dropped = Cleaned("")
        self._held = Total()
        """What has been read so far: a file is refused as soon as it holds too much."""
        self._cells = 0
        self._breaks = 0
        self._accepted = 0
        self._depth = 0
        self._in_notes = False
        self._named = self._notes_by_bookmark()

    def received(self) -> Received:
        content = tuple(self._content(self._body))
        if self._carried:
            content = (*content, self._paragraph_of(self._carried))
        notes = self._notes()
        self._around()
        self._assert_legible()
        return Received(content, notes, tuple(sorted(self._remarks, key=lambda r: r.ordinal)))

    # blocks

    def _content(self, around: Element) -> Iterator[ReceivedParagraph | ReceivedTable]:
        for one in around:
            match name_of(one):
                case "w:p":
                    yield from self._paragraph(one)
                case "w:tbl":
                    yield from self._table(one)
                case "w:sdt" if _is_contents(one):
                    self._contents += [text for p in one.iter() if (text := _text_of_paragraph(p))]
                case name if name in _TRANSPARENT:
                    self._accepted += name in _PUT_IN
                    yield from self._content(one)
                case "mc:AlternateContent":
                    for chosen in _alternative(one):
                        yield from self._content(chosen)
                case "m:oMathPara" | "m:oMath" if text := _words(one):
                    self._ordinal += 1
                    self._say(said.FORMULA)
                    yield self._paragraph_of([TextPiece(text)])
                case _:
                    self._left_out(one)

    def _left_out(self, element: Element) -> None:
        """Tell of an element that is not read, if it has words."""
        name = name_of(element)
        if name == "w:altChunk":
            self._say(said.ANOTHER_FILE)
        elif name not in _SILENT and (text := _words(element)):
            self._say(said.DELETED if name in _REMOVED else said.UNKNOWN, text)

    def _paragraph(self, element: Element) -> Iterator[ReceivedParagraph | ReceivedTable]:
        self._ordinal += 1
        before = len(self._remarks)
        own = child(element, "w:pPr")
        style = value_of(child(own, "w:pStyle")) or self._styles.default
        names = self._styles.names(style)
        if any(name.startswith("toc ") for name in names):
            self._contents.append(_words(element))
            return
        line = _Line(style)
        self._inline(element, line)
        if child(child(own, "w:rPr"), "w:del") is not None:
            self._carried += line.pieces
        else:
            pieces, self._carried = [*self._carried, *line.pieces], []
            bullet, number = self._number(own, style)
            if _has_text(pieces) or self._depth:
                pieces = [*number, *pieces]
            elif number:  # Word counts and prints it; a cell may have nothing else
                self._say(said.NUMBER_ALONE, "".join(one.text for one in number).strip())
            bullet = bullet if _has_text(pieces) else ""
            paragraph = replace(
                self._paragraph_of(pieces),
                level=self._level(own, style),
                title="title" in names,
                bullet=bullet,
                centred=self._property(own, style, "w:jc") == "center",
                quoted=any("quote" in name for name in names),
                continued=any(name.startswith("list continue") for name in names),
            )
            for index in range(before, len(self._remarks)):
                near = " ".join(paragraph.text.split()[:8])
                self._remarks[index] = replace(self._remarks[index], near=near)
            yield paragraph
        for box in line.boxes:
            self._say(said.TEXT_BOX)
            yield from self._content(box)

    def _paragraph_of(self, pieces: Sequence[Piece]) -> ReceivedParagraph:
        length = sum(len(one.text) if isinstance(one, TextPiece) else 1 for one in pieces)
        if max(length, len(pieces)) > _LONGEST:
            raise Unreadable(Problem(self._shown, said.too_long(self._ordinal, _LONGEST)))
        self._held.text += length
        self._breaks += sum(isinstance(one, BreakPiece) for one in pieces)
        self._held.provisions += not self._depth and _has_text(pieces)
        self._assert_bounded()
        result: list[Piece] = []
        for piece in _merged(pieces):
            if isinstance(piece, TextPiece):
                clean = cleaned(piece.text)
                self._dropped = self._dropped.with_more(clean)
                for code in clean.without_shape:
                    self._say(said.without_shape(code))
                if clean.text:
                    result.append(replace(piece, text=clean.text))
            else:
                result.append(piece)
        return ReceivedParagraph(tuple(result), self._ordinal)

    def _assert_bounded(self) -> None:
        """Raise `Unreadable` once the file holds more than a check would read."""
        if problem := self._held.problem(self._shown):
            raise Unreadable(problem)
        if self._breaks > _BREAKS:
            raise Unreadable(Problem(self._shown, said.too_many_breaks(_BREAKS)))

    def _property(self, own: Element | None, style: str, name: str) -> str | None:
        found = child(own, name)
        return value_of(self._styles.of_paragraph(style, name) if found is None else found)

    def _level(self, own: Element | None, style: str) -> int:
        """The level of a heading; what a style says, whose name tells it in every language."""
        try:
            level = int(self._property(own, style, "w:outlineLvl") or "9")
        except ValueError:
            level = 9
        if level < 9:
            return level + 1
        name = self._styles.named(style)
        last = name.rpartition(" ")[2]
        return int(last) if name.startswith("heading ") and last in "123456789" else 0

    def _number(self, own: Element | None, style: str) -> tuple[str, list[TextPiece]]:
        """The bullet before a paragraph, and the number that Word counts, as pieces of its text."""
        direct = child(own, "w:numPr")
        styled = self._styles.of_paragraph(style, "w:numPr")
        number = value_of(child(direct, "w:numId")) or value_of(child(styled, "w:numId"))
        if not number or number == "0":
            return "", []
        level = number_of(child(direct, "w:ilvl"))
        if level is None:
            level = number_of(child(styled, "w:ilvl")) or self._numbering.level_of(number, style)
        printed = self._numbering.printed(number, level)
        if printed is None or not printed.text.strip():
            return "", []
        if not printed.known:
            self._say(said.OTHER_NUMBERS, printed.text)
        if printed.bullet and not any(char.isalnum() for char in printed.text):
            return ("+" if printed.text.strip() == "+" else "-"), []
        if printed.bullet and len(printed.text) == 1 and printed.text.isalpha():
            return "-", []  # a letter of a font of signs: “o” of Courier New, “§” of Wingdings
        end = child(own, "w:rPr")
        emphasis = self._emphasis(printed.properties, style, end)
        return "", [TextPiece(f"{printed.text} ", emphasis)]

    def _emphasis(
        self, own: Element | None, paragraph: str, further: Element | None = None
    ) -> Emphasis:
        style = value_of(child(own, "w:rStyle")) or ""
        emphasis = Emphasis.NONE
        for name, way in (("w:b", Emphasis.STRONG), ("w:i", Emphasis.EM)):
            by = own if child(own, name) is not None or further is None else further
            if self._styles.is_on(by, style, paragraph, name):
                emphasis |= way
        return emphasis

    # tables

    def _table(self, element: Element) -> Iterator[ReceivedParagraph | ReceivedTable]:
        self._depth += 1
        self._ordinal += 1
        ordinal = self._ordinal
        rows, merged = [], False
        for row in self._within(element, "w:tr"):
            properties = child(row, "w:trPr")
            if child(properties, "w:del") is not None:
                self._say(said.DELETED, _words(row))
                continue
            cells = [ReceivedCell()] * min(self._count(properties, "w:gridBefore"), _COLUMNS)
            for cell in self._within(row, "w:tc"):
                of_cell = child(cell, "w:tcPr")
                span = number_of(child(of_cell, "w:gridSpan")) or 1
                down = child(of_cell, "w:vMerge")
                merged = merged or span > 1 or down is not None
                cells.append(ReceivedCell(tuple(self._flat(cell))))
                cells += [ReceivedCell()] * max(0, min(span, _COLUMNS) - 1)
            self._cells += len(cells)
            if self._cells > _CELLS:
                raise Unreadable(Problem(self._shown, said.too_many_cells(ordinal, _CELLS)))
            self._held.provisions += 1
            self._assert_bounded()
            if cells:
                rows.append(tuple(cells[:_COLUMNS]))
                for beyond in cells[_COLUMNS:]:
                    self._say(said.UNKNOWN, " ".join(p.text for p in beyond.paragraphs))
        self._depth -= 1
        if not rows:
            return
        if self._depth or self._in_notes:
            self._say(said.INNER_TABLE)
            for own in rows:
                for one in own:
                    yield from one.paragraphs
            return
        table = ReceivedTable(tuple(rows), self._is_ruled(element), ordinal)
        if merged and table.ruled:
            self._remarks.append(Remark(ordinal, said.MERGED_CELLS, near=_beginning(rows)))
        yield table

    def _within(self, element: Element, name: str) -> Iterator[Element]:
        """The rows of a table or the cells of a row, whatever stands around them."""
        for one in element:
            if name_of(one) == name:
                yield one
            elif name_of(one) in _TRANSPARENT:
                yield from self._within(one, name)
            else:
                self._left_out(one)

    def _flat(self, cell: Element) -> Iterator[ReceivedParagraph]:
        for one in self._content(cell):
            if isinstance(one, ReceivedParagraph):
                yield one

    def _count(self, properties: Element | None, name: str) -> int:
        return max(0, number_of(child(properties, name)) or 0)

    def _is_ruled(self, table: Element) -> bool:
        properties = child(table, "w:tblPr")
        borders = child(properties, "w:tblBorders")
        if borders is None:
            style = value_of(child(properties, "w:tblStyle")) or ""
            borders = self._styles.of_table(style, "w:tblBorders")
        lines = list(borders) if borders is not None else []
        for cell in table.iter():
            if name_of(cell) == "w:tcBorders":
                lines += list(cell)
        return any((value_of(line) or "none") not in _NO_LINE for line in lines)

    # what stands in a line

    def _inline(self, around: Element, line: _Line) -> None:
        for one in around:
            match name_of(one):
                case "w:r":
                    self._run(one, line)
                case name if name in _TRANSPARENT:
                    link = self._links.get(value_of(one, "id") or "")
                    if name == "w:hyperlink" and link and link.external:
                        self._say(said.link(link.target))
                    self._accepted += name in _PUT_IN
                    self._inline(one, line)
                case "m:oMath" | "m:oMathPara":
                    self._say(said.FORMULA)
                    line.pieces.append(TextPiece(_words(one)))
                case "mc:AlternateContent":
                    for chosen in _alternative(one):
                        self._inline(chosen, line)
                case _:
                    self._left_out(one)

    def _run(self, run: Element, line: _Line) -> None:
        own = child(run, "w:rPr")
        style = value_of(child(own, "w:rStyle")) or ""

        def is_on(name: str) -> bool:
            return self._styles.is_on(own, style, line.style, name)

        if is_on("w:vanish"):
            if text := _words(run):
                self._say(said.HIDDEN, text)
            return
        emphasis = self._emphasis(own, line.style)
        fonts = self._styles.of_run(own, style, line.style, "w:rFonts")
        legacy = is_legacy(value_of(fonts, "ascii") or "") or is_legacy(
            value_of(fonts, "hAnsi") or ""
        )
        raised = value_of(self._styles.of_run(own, style, line.style, "w:vertAlign"))
        start = len(line.pieces)
        self._signs(run, line, emphasis)
        for index in range(start, len(line.pieces)):
            piece = line.pieces[index]
            if not isinstance(piece, TextPiece):
                continue
            text = piece.text
            (self._legacy if legacy else self._all).append(text)
            if is_on("w:caps"):
                text = text.upper()
            if raised == "superscript":
                text, whole = superscript(text)
                if not whole:
                    self._say(said.RAISED)
            if is_on("w:strike") or is_on("w:dstrike"):
                self._say(said.STRUCK)
            line.pieces[index] = replace(piece, text=text)

    def _signs(self, around: Element, line: _Line, emphasis: Emphasis) -> None:
        """Add what stands in a run."""
        for one in around:
            match name_of(one):
                case "w:t" | "w:delText":
                    self._add(one.text or "", line, emphasis)
                case name if name in _BLANKS:
                    self._add(" ", line, emphasis)
                case "w:noBreakHyphen":
                    self._add("-", line, emphasis)
                case "w:cr" | "w:br":
                    if value_of(one, "type") in ("page", "column"):
                        self._add(" ", line, emphasis)
                    else:
                        line.pieces.append(BreakPiece())
                case "w:sym":
                    self._sign(value_of(one, "char") or "?", one, line, emphasis)
                case "mc:AlternateContent":
                    for chosen in _alternative(one):
                        self._signs(chosen, line, emphasis)
                case _:
                    self._no_text(one, line)

    def _no_text(self, element: Element, line: _Line) -> None:
        """Add what stands in a run and is no text: a field, a footnote's mark, a picture."""
        match name_of(element):
            case "w:fldChar":
                self._field(value_of(element, "fldCharType") or "", line)
            case "w:instrText" if self._fields:
                self._fields[-1].code += element.text or ""
            case name if name in _NOTES:
                self._note_mark(_NOTES[name], element, line)
            case name if name in _PICTURES:
                self._picture(element, line)
            case "w:ruby":
                self._say(said.UNKNOWN, _words(child(element, "w:rt")))
                base = child(element, "w:rubyBase")
                if base is not None:
                    self._inline(base, line)
            case _:
                self._left_out(element)

    def _sign(self, code: str, element: Element, line: _Line, emphasis: Emphasis) -> None:
        """Add a sign that is given by its code in a font."""
        sign = sign_of(code, value_of(element, "font") or "")
        if sign is None:
            self._say(said.without_shape(code))
        else:
            self._add(sign, line, emphasis)

    def _add(self, text: str, line: _Line, emphasis: Emphasis) -> None:
        if any(known.silent for known in self._fields):
            return
        if any(not known.shows for known in self._fields):
            if text.strip():
                self._say(said.HIDDEN, text)
            return
        line.pieces.append(TextPiece(text, emphasis))

    def _field(self, mark: str, line: _Line) -> None:
        if mark == "begin":
            self._fields.append(_Field())
            if len(self._fields) > DEPTH:
                self._package.refuse_too_much()
        elif mark == "end" and self._fields:
            self._fields.pop()
        elif mark == "separate" and self._fields:
            last = self._fields[-1]
            last.shows = True
            words = last.code.split()
            if words[:1] == ["NOTEREF"] and (label := self._named.get("".join(words[1:2]))):
                last.silent = True
                kind, number = label
                line.pieces.append(NotePiece(self._label(kind, number)))

    def _note_mark(self, kind: str, element: Element, line: _Line) -> None:
        if value_of(element, "customMarkFollows") not in (None, *_OFF):
            self._say(said.OWN_MARK)
        line.pieces.append(NotePiece(self._label(kind, value_of(element, "id") or "")))

    def _label(self, kind: str, number: str) -> str:
        return self._labels.setdefault((kind, number), str(len(self._labels) + 1))

    def _picture(self, element: Element, line: _Line) -> None:
        boxes, pictures, described, in_art = [], False, "", ""
        for part in _shown(element, boxes=False):
            match name_of(part):
                case "w:txbxContent":
                    boxes.append(part)
                case "a:blip" | "v:imagedata" | "w:objectEmbed" | "w:objectLink":
                    pictures = True
                case "wp:docPr":
                    described = part.get("descr") or part.get("title") or ""
                case "v:textpath":
                    in_art += f" {part.get('string', '')}"
                case "v:shape" if not described:
                    described = part.get("alt", "")
                case "?:relIds" | "?:chart":
                    self._say(said.DIAGRAM, described)
        line.boxes += boxes
        if in_art.strip():
            self._say(said.UNKNOWN, in_art.strip())
        if (
            pictures
            or name_of(element) == "w:object"
            or (described and not boxes and any(char.isalpha() for char in described))
        ):
            self._say(said.PICTURE, described)

    # footnotes, and what stands around the text

    def _notes_by_bookmark(self) -> dict[str, tuple[str, str]]:
        """The footnote that each bookmark stands at: a second mark refers to it."""
        found, opened = {}, dict[str, str]()
        for one in self._root.iter():
            match name_of(one):
                case "w:bookmarkStart":
                    opened[value_of(one, "id") or ""] = value_of(one, "name") or ""
                case "w:bookmarkEnd":
                    opened.pop(value_of(one, "id") or "", None)
                case name if name in _NOTES:
                    last = next(reversed(opened.values()), "")
                    found[last] = (_NOTES[name], value_of(one, "id") or "")
        return found

    def _notes(self) -> dict[str, tuple[ReceivedParagraph, ...]]:
        notes: dict[str, tuple[ReceivedParagraph, ...]] = {}
        written = {
            (kind, value_of(one, "id") or ""): one
            for kind in _NOTES.values()
            for _, root in self._package.related(kind)
            for one in root
            if value_of(one, "type") in (None, "normal")
        }
        last = self._ordinal
        self._in_notes = True
        if any(kind == "endnotes" for kind, _ in self._labels):
            self._say(said.ENDNOTES)
        marked = len(self._labels)
        for (kind, number), label in list(self._labels.items()):
            one = written.pop((kind, number), None)
            if one is None:
                self._say(said.no_note(label))
                notes[label] = (ReceivedParagraph((TextPiece("…"),)),)
                continue
            read = [p for p in self._content(one) if isinstance(p, ReceivedParagraph) and p.text]
            notes[label] = tuple(read)
            if not read:
                notes[label] = (ReceivedParagraph((TextPiece("…"),)),)
                self._say(said.no_note(label))
        for key in list(self._labels)[marked:]:  # a note to a note
            one = written.pop(key, None)
            self._say(said.INNER_NOTE, _words(one) if one is not None else "")
        for one in written.values():
            if text := _words(one):
                self._say(said.UNUSED_NOTE, text)
        self._in_notes = False
        self._ordinal = last
        return notes

    def _around(self) -> None:
        """Tell of what stands around the text."""
        self._ordinal = 0
        if self._contents:
            self._say(said.CONTENTS, " ".join(self._contents))
        for kind, wording in (("header", said.HEADER), ("footer", said.FOOTER)):
            texts = dict.fromkeys(_words(root) for _, root in self._package.related(kind))
            for text in texts:
                if any(char.isalpha() for char in text):
                    self._say(wording, text)
        for _, root in self._package.related("comments"):
            for one in root:
                if text := _words(one):
                    self._say(said.comment(value_of(one, "author") or ""), text)
        if self._accepted:
            self._say(said.inserted(self._accepted))
        if self._dropped.unseen:
            self._say(said.unseen(self._dropped.unseen))

    def _assert_legible(self) -> None:
        """Raise `Unreadable` if the letters of the text are not those that it shows."""
        if found := is_garbled(self._legacy, self._all):
            raise Unreadable(Problem(self._shown, said.legacy(found)))

    def _say(self, what: Wording, text: str = "") -> None:
        self._remarks.append(
            Remark(self._ordinal, what, " ".join(unicodedata.normalize("NFC", text).split()))
        )


def _has_text(pieces: Sequence[Piece]) -> bool:
    return any(not isinstance(one, TextPiece) or one.text.strip() for one in pieces)


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with those joined that are set alike; a blank goes with what stands before it."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if isinstance(piece, TextPiece) and isinstance(last, TextPiece):
            marks = _combining(piece.text)
            if marks:  # an accent that was typed apart from its letter
                last = replace(last, text=last.text + piece.text[:marks])
                piece = replace(piece, text=piece.text[marks:])  # noqa: PLW2901 - the rest of it
                merged[-1] = last
            if not piece.text:
                continue
            if piece.emphasis == last.emphasis or not piece.text.strip():
                merged[-1] = replace(last, text=last.text + piece.text)
                continue
        if not isinstance(piece, TextPiece) or piece.text:
            merged.append(piece)
    return merged


def _combining(text: str) -> int:
    """How many combining marks a text begins with."""
    return next((n for n, char in enumerate(text) if not unicodedata.combining(char)), len(text))


def _words(element: Element | None) -> str:
    """All words within an element, whatever shows them, in order."""
    if element is None:
        return ""
    parts = []
    for one in _shown(element):
        match name_of(one):
            case "w:t" | "w:delText" | "m:t" | "a:t":
                parts.append(one.text or "")
            case "w:p" | "w:tab" | "w:br" | "w:cr" | "w:tc" | "a:p":
                parts.append(" ")
            case "w:noBreakHyphen":
                parts.append("-")
    return " ".join("".join(parts).split())


def _shown(element: Element, *, boxes: bool = True) -> Iterator[Element]:
    """The element and all within it, of alternatives only the one that is read.

    What stands in text boxes is left out if that is asked for.
    """
    waiting = [element]
    while waiting:
        one = waiting.pop()
        yield one
        inner = _alternative(one) if name_of(one) == "mc:AlternateContent" else list(one)
        if boxes or name_of(one) != "w:txbxContent":
            waiting += reversed(inner)


def _text_of_paragraph(element: Element) -> str:
    return _words(element) if name_of(element) == "w:p" else ""


def _alternative(element: Element) -> list[Element]:
    """Of several ways to write the same, the first that has words or a picture."""
    ways = [one for one in element if name_of(one) in ("mc:Choice", "mc:Fallback")]
    for one in ways:
        if any(name_of(part) in ("w:t", "a:blip", "v:imagedata") for part in one.iter()):
            return [one]
    return ways[:1]


def _is_contents(element: Element) -> bool:
    properties = child(element, "w:sdtPr")
    inner = properties.iter() if properties is not None else ()
    gallery = (value_of(one) for one in inner if name_of(one) == "w:docPartGallery")
    return "Table of Contents" in gallery


def _beginning(rows: Sequence[tuple[ReceivedCell, ...]]) -> str:
    words = [p.text for cell in rows[0] for p in cell.paragraphs]
    return " ".join(" ".join(words).split()[:8])
