"""Paragraphs as received -> blocks of a page: headings, dashes, items, paragraphs, tables.

Where a file styles its headings, they are those, but for the head of an official document and for
sentences. Else a paragraph is a heading if it is printed as one: the word of a division (“Chương
II”), or a number and a line that is bold altogether. How deep a division with a word stands its
word says, not its style. What a paragraph opens with says what it is, as the reader of Markdown has
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from diptych.importing.received import (
    BreakPiece,
    NotePiece,
    Piece,
    Received,
    ReceivedParagraph,
    ReceivedTable,
    Remark,
    TextPiece,
)
from diptych.language.citations import KINDS
from diptych.language.division_words import DivisionKind, attached
from diptych.language.formal_words import (
    announces_recipients,
    authority_of,
    is_motto,
    kinds_in_titles,
    precedes_number,
    titles_the_state,
)
from diptych.language.numerals import Numeral, leading_number, named_number
from diptych.language.tags import bare
from diptych.model import Emphasis
from diptych.patterns import pattern_of
from diptych.wording import Wording, plural

_DASH = pattern_of(r"[-–—−•●▪◦·*➢✓□⁃‑](?=\s)\s*")
_LISTED = pattern_of(r"[-–—−+](?=\s)")
"""What opens an item of a list wherever a line begins with it."""
_PLUS = pattern_of(r"\+(?=\s)\s*")
_ITEM = pattern_of(r"(0|[1-9]\d{0,8})[.)](?=\s)\s*")
_ENDS = (";", ",", ":", ".")
"""What ends a numbered text that is no title."""
_LONGEST_TITLE = 250
"""The most characters of a heading that no style declares."""
_DEEPEST = 6
_LONGEST_TABLE = 30_000
"""The most characters of a table: no more than a page can have from one blank line to the next, its
signs and escapes included."""
_AROUND = 5
"""How many characters a cell takes beside its text."""
_HEAD = 40
"""Within how many paragraphs and tables the title of an official document stands."""
_COLUMNS = 2
"""The most columns of a table without lines that only sets texts beside each other."""
_DRAWN = frozenset(" -–—_=*~|+:│┃║├┤┌┐└┘┬┴┼─═╔╗╚╝╠╣╦╩╬")
_BLANKS = pattern_of(r"\s+")
_RAISED = pattern_of(r"^[⁰¹²³⁴-⁹]+(?=\s|$)")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_DIVISIONS = frozenset(
    {
        DivisionKind.ANNEX, DivisionKind.PART, DivisionKind.CHAPTER, DivisionKind.SECTION,
        DivisionKind.SUBSECTION,
    }
)  # fmt: skip
_BARE = {"roman": 10, "arabic": 11}
"""How deep headings with a bare number stand, beside the ranks of kinds."""


class BlockKind(Enum):
    """What a block of a page is."""

    HEADING = auto()
    PARAGRAPH = auto()
    DASH = auto()
    ITEM = auto()
    CONTINUATION = auto()
    QUOTE = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a provision or a table."""

    kind: BlockKind
    pieces: tuple[Piece, ...] = ()
    """The text without the sign or the number of a dash or an item."""
    marker: str = ""
    """The sign of a dash, the number of an item as printed."""
    level: int = 0
    number: Numeral | None = None
    """The printed number of a heading."""
    attached: str = ""
    """What the id of a document begins with whose title a heading is; empty for other headings."""
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()
    """The cells of a table, row by row."""

    @property
    def labels(self) -> Iterator[str]:
        """The footnotes that it refers to, in order."""
        for pieces in (self.pieces, *(cell for row in self.rows for cell in row)):
            yield from (piece.label for piece in pieces if isinstance(piece, NotePiece))


class Blocks(tuple[Block, ...]):
    """Blocks in reading order."""

    remarks: tuple[Remark, ...] = ()
    """What was written otherwise than it was received."""


def blocks_of(received: Received, language: str) -> Blocks:
    """What the text consists of; it is in `language`, a BCP 47 tag."""
    return _Reading(received, language).blocks()


def plain_text(pieces: Sequence[Piece]) -> str:
    """The words of `pieces`, white space folded."""
    return ReceivedParagraph(tuple(pieces)).text


def note_blocks(paragraphs: Sequence[ReceivedParagraph]) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of a footnote that have text, each with its bullet as text."""
    found = []
    for paragraph in paragraphs:
        if paragraph.text:
            sign = (TextPiece(f"{paragraph.bullet} "),) if paragraph.bullet else ()
            found.append(trimmed((*sign, *paragraph.pieces)))
    return tuple(found)


class _Reading:
    def __init__(self, received: Received, language: str) -> None:
        self._language = language
        self._received = received
        self._kinds = {*KINDS.get(bare(language), ()), *kinds_in_titles(language)}
        self._paragraphs = self._laid_out()
        self._paragraphs = self._without_styled_head()
        self._is_styled = any(map(self._is_styled_otherwise, self._paragraphs))
        """Whether styles say what is a heading, besides divisions that a word names."""
        self._ranks: list[int] = []
        """The ranks of the headings that are open, where no style says their levels."""
        self._titled = False
        self._signs: list[tuple[ReceivedParagraph, str]] = []
        self._lines: list[ReceivedParagraph] = []
        self._divided: list[tuple[int, int]] = []
        """The tables that became several, by their ordinals, and how many each."""

    def _laid_out(self) -> list[ReceivedParagraph | ReceivedTable]:
        """The content, each table that only sets texts beside each other as its paragraphs."""
        content: list[ReceivedParagraph | ReceivedTable] = []
        for one in self._received.content:
            if isinstance(one, ReceivedTable) and _only_sets(one):
                content += [p for row in one.rows for cell in row for p in cell.paragraphs]
            else:
                content.append(one)
        return [piece for one in content for piece in self._parted(one)]

    def _parted(
        self, one: ReceivedParagraph | ReceivedTable
    ) -> Iterator[ReceivedParagraph | ReceivedTable]:
        """A paragraph whose first line is the title of a document, as two: “KẾ HOẠCH”, a break; one
        with lines that begin with dashes, as one for each: “Nơi nhận:”, “- Như Điều 3;”.
        """
        if isinstance(one, ReceivedTable) or one.level:
            yield one
            return
        starts = [at for at in range(1, len(one.pieces)) if _begins_a_dash(one.pieces, at)]
        breaks = (at for at, piece in enumerate(one.pieces) if isinstance(piece, BreakPiece))
        end_of_title = next(breaks, 0) if one.centred else 0
        if self._names_a_document(replace(one, pieces=one.pieces[:end_of_title]).text):
            starts = sorted({end_of_title + 1, *starts})
        yield replace(one, pieces=one.pieces[: starts[0]] if starts else one.pieces)
        for start, end in pairwise([*starts, len(one.pieces)]):
            yield replace(one, pieces=one.pieces[start:end], bullet="")

    def _without_styled_head(self) -> list[ReceivedParagraph | ReceivedTable]:
        """The content with no heading in the head of an official document: issuer, title of the
        State, number, place and date above its title, what it is about below that; nor in its foot.
        """
        content = self._paragraphs
        title = next((n for n, one in enumerate(content[:_HEAD]) if self._is_kind(one)), 0)
        if not any(self._is_formal(one) for one in content[:title]):
            title = -1
        plain, subject, foot = [], title >= 0, False
        for n, one in enumerate(content):
            if isinstance(one, ReceivedParagraph) and n != title and one.text:
                subject = subject and (n < title or self._may_be_subject(one))
                foot = self._is_of_foot(one) or (foot and self._may_be_subject(one))
                if n < title or subject or foot or self._is_formal(one):
                    one = replace(one, level=0, title=False)  # noqa: PLW2901 - it stands for it
            plain.append(one)
        return plain

    def _is_of_foot(self, paragraph: ReceivedParagraph) -> bool:
        """Whether the recipients or a signature of an official document begin here."""
        text, tag = paragraph.text, self._language
        return announces_recipients(text, tag) or authority_of(text, tag) is not None

    def _is_kind(self, one: ReceivedParagraph | ReceivedTable) -> bool:
        return isinstance(one, ReceivedParagraph) and self._names_a_document(one.text)

    def _is_formal(self, one: ReceivedParagraph | ReceivedTable) -> bool:
        """Whether a line stands in the head of every official document."""
        if not isinstance(one, ReceivedParagraph):
            return False
        before, colon, _ = one.text.partition(":")
        numbered = colon and precedes_number(before)
        return bool(numbered) or titles_the_state(one.text) or is_motto(one.text)

    def _may_be_subject(self, paragraph: ReceivedParagraph) -> bool:
        """Whether a line below the title of a document still says what it is about."""
        if not paragraph.level or leading_number(paragraph.text, self._language):
            return False
        return attached(paragraph.text, self._language) is None

    def _is_styled_otherwise(self, one: ReceivedParagraph | ReceivedTable) -> bool:
        """Whether a line is styled as a heading and neither names a division nor is in capitals, as
        the title below such a name.
        """
        if not isinstance(one, ReceivedParagraph) or not one.level or one.text.isupper():
            return False
        return named_number(one.text, self._language) is None

    def _names_a_document(self, text: str) -> bool:
        """Whether a line is the title of a document by itself: a kind in capitals."""
        return text.isupper() and text.casefold() in self._kinds

    def blocks(self) -> Blocks:
        found: list[Block] = []
        awaited: Block | None = None  # a heading that has its number alone: its title follows
        for one in self._paragraphs:
            if isinstance(one, ReceivedTable):
                found += self._table(one)
                awaited = None
                continue
            if not one.text and not any(isinstance(p, NotePiece) for p in one.pieces):
                continue
            if _is_line(one.text):
                self._lines.append(one)
                continue
            if not one.text and found:  # a mark without words belongs to those before it
                marks = (p for p in one.pieces if isinstance(p, NotePiece))
                found[-1] = replace(found[-1], pieces=(*found[-1].pieces, *marks))
                continue
            block = self._block(one, awaited, found[-1] if found else None)
            awaited = block if _awaits_title(block) else None
            found.append(block)
        result = Blocks(found)
        result.remarks = tuple(self._remarks())
        return result

    def _block(
        self, paragraph: ReceivedParagraph, awaited: Block | None, before: Block | None
    ) -> Block:
        pieces = trimmed(paragraph.pieces)
        heading = None if paragraph.bullet else self._heading(paragraph, pieces, awaited)
        # what follows the title of an attached document says what it is about: “PHỤ LỤC”
        about = before is not None and before.attached and not paragraph.level
        if heading and not (heading.attached and about):
            return heading
        if paragraph.quoted:
            return Block(BlockKind.QUOTE, pieces)
        text = _opening(pieces)
        if paragraph.bullet:
            return Block(BlockKind.DASH, pieces, paragraph.bullet)
        for form, sign in ((_DASH, "-"), (_PLUS, "+")):
            if found := form.match(text):
                if found[0].strip() not in "-+":
                    self._signs.append((paragraph, found[0].strip()))
                return Block(BlockKind.DASH, without_opening(pieces, found.end()), sign)
        if found := _ITEM.match(text):
            rest = without_opening(pieces, found.end())
            return Block(BlockKind.ITEM, rest, found[0].strip())
        kind = BlockKind.CONTINUATION if paragraph.continued else BlockKind.PARAGRAPH
        return Block(kind, pieces)

    # headings

    def _heading(
        self, paragraph: ReceivedParagraph, pieces: tuple[Piece, ...], awaited: Block | None
    ) -> Block | None:
        text = paragraph.text
        number = leading_number(text, self._language)
        entitles = awaited and number is None and self._is_title_of(paragraph)
        title = None if entitles else self._title(paragraph, number)
        if awaited and entitles:
            level = min(awaited.level + 1, _DEEPEST)
        elif title is not None and not paragraph.level:
            level = 1
            self._ranks = []
        elif number and (rank := self._rank(paragraph, number)) is not None:
            while self._ranks and self._ranks[-1] >= rank:
                self._ranks.pop()
            self._ranks.append(rank)
            level = min(len(self._ranks), _DEEPEST)
        elif paragraph.level and not _is_sentence(text, number):
            level = min(paragraph.level, _DEEPEST)
        else:
            return None
        return Block(BlockKind.HEADING, _unset(pieces), "", level, number, title or "")

    def _title(self, paragraph: ReceivedParagraph, number: Numeral | None) -> str | None:
        """What the id of the document begins with whose title this is, "" for the document itself;
        None where it is no title.
        """
        text = paragraph.text
        if paragraph.title and not self._titled:
            self._titled = True
            return ""
        found = None if number else attached(text, self._language)
        if paragraph.level == 1 and not number and self._titled:
            return found[0] if found else None
        self._titled = self._titled or paragraph.level == 1
        printed = paragraph.centred and text.isupper() and len(text) <= _LONGEST_TITLE
        if number or not printed:
            return None
        low = text.casefold()
        kinds = (f"{kind} " for kind in self._kinds)
        if not found and low not in self._kinds and not low.startswith(tuple(kinds)):
            return None
        if not self._titled:
            self._titled = True
            return ""
        return found[0] if found else None

    def _is_title_of(self, paragraph: ReceivedParagraph) -> bool:
        """Whether a line is the title of the division whose number stands on the line before."""
        short = len(paragraph.text) <= _LONGEST_TITLE
        return short and (
            paragraph.text.isupper()
            or paragraph.centred
            or _is_bold(paragraph.pieces)
            or (paragraph.level > 0 and not _is_sentence(paragraph.text, None))
        )

    def _rank(self, paragraph: ReceivedParagraph, number: Numeral) -> int | None:
        """How deep a numbered line stands if it is a heading; None if it is none."""
        text = paragraph.text
        named = named_number(text, self._language)
        bold = _is_bold(paragraph.pieces) or paragraph.level > 0
        if len(text) > _LONGEST_TITLE:
            return None
        if named and named.kind in _DIVISIONS:
            alone = text == named.printed
            if not (alone or bold or text.isupper() or paragraph.centred):
                return None
            return -1 if named.kind is DivisionKind.ANNEX else named.kind.rank
        if named and named.kind is DivisionKind.ARTICLE:
            return named.kind.rank if bold and not text.endswith(_ENDS[:2]) else None
        if named or paragraph.level or self._is_styled or number.style not in _BARE:
            return None
        title = bold or (number.style == "roman" and text.isupper())
        if not title or text == number.printed or text.endswith(_ENDS):
            return None
        return _BARE[number.style] + len(number.components) - 1

    # tables

    def _table(self, table: ReceivedTable) -> Iterator[Block]:
        columns = max(len(row) for row in table.rows)
        rows = []
        for row in table.rows:
            cells = []
            for cell in row:
                pieces: list[Piece] = []
                for paragraph in cell.paragraphs:
                    own = trimmed(paragraph.pieces)
                    if not own:
                        continue
                    if pieces:
                        pieces.append(BreakPiece())
                    if paragraph.bullet:
                        pieces.append(TextPiece(f"{paragraph.bullet} "))
                    pieces += own
                cells.append(tuple(pieces))
            rows.append((*cells, *((),) * (columns - len(cells))))
        rows = [row for row in rows if any(row)]
        parts = _parts(rows)
        if len(parts) > 1:
            self._divided.append((table.ordinal, len(parts)))
        for part in parts:
            yield Block(BlockKind.TABLE, rows=tuple(part))

    def _remarks(self) -> Iterator[Remark]:
        if self._signs:
            first, _ = self._signs[0]
            signs = " ".join(dict.fromkeys(sign for _, sign in self._signs))
            yield Remark(
                first.ordinal, _other_signs(len(self._signs), signs), near=_near(first.text)
            )
        for line in self._lines:
            yield Remark(line.ordinal, _A_LINE, line.text)
        for ordinal, count in self._divided:
            yield Remark(ordinal, _table_in_parts(count))


def _is_sentence(text: str, number: Numeral | None) -> bool:
    """Whether a line that is styled as a heading is text all the same."""
    bare = number is None or (number.style == "arabic" and not number.kind)
    return len(text) > _LONGEST_TITLE or (bare and text.endswith(_ENDS))


def trimmed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`pieces` without blanks and breaks at either end, of breaks in a row only one.

    The mark of a footnote stands on its word. A line that a raised figure opens, as the footnotes
    of a source do, has a plain one.
    """
    kept: list[Piece] = []
    for piece in pieces:
        last = kept[-1] if kept else None
        if isinstance(piece, TextPiece):
            text = _BLANKS.sub(" ", piece.text)
            if _begins_a_line(kept) or (isinstance(last, TextPiece) and last.text.endswith(" ")):
                text = text.lstrip()
            if last is None or isinstance(last, BreakPiece):
                text = _RAISED.sub(lambda raised: raised[0].translate(_PLAIN), text, count=1)
            if text:
                kept.append(replace(piece, text=text))
        elif isinstance(piece, NotePiece) or kept:
            _strip_end(kept)
            kept.append(piece)
    _strip_end(kept)
    return tuple(kept)


def _begins_a_line(kept: Sequence[Piece]) -> bool:
    """Whether no word stands on the line so far."""
    for piece in reversed(kept):
        if isinstance(piece, TextPiece):
            return False
        if isinstance(piece, BreakPiece):
            return True
    return True


def _strip_end(kept: list[Piece]) -> None:
    """Take blanks and breaks off the end."""
    while kept:
        last = kept[-1]
        if isinstance(last, TextPiece) and last.text.rstrip():
            kept[-1] = replace(last, text=last.text.rstrip())
            return
        if isinstance(last, NotePiece):
            return
        kept.pop()


def without_opening(pieces: Sequence[Piece], length: int) -> tuple[Piece, ...]:
    """`pieces` without the first `length` characters of their text."""
    rest: list[Piece] = []
    for piece in pieces:
        if length and isinstance(piece, TextPiece):
            taken = min(length, len(piece.text))
            length -= taken
            piece = replace(piece, text=piece.text[taken:])  # noqa: PLW2901 - the rest of it
        rest.append(piece)
    return trimmed(rest)


def _opening(pieces: Sequence[Piece]) -> str:
    """The text up to the first break or mark."""
    text = ""
    for piece in pieces:
        if not isinstance(piece, TextPiece):
            break
        text += piece.text
    return text


def _begins_a_dash(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line within a paragraph begins at the index `at` of its `pieces`, with a dash."""
    piece = pieces[at]
    if not isinstance(pieces[at - 1], BreakPiece) or not isinstance(piece, TextPiece):
        return False
    return _LISTED.match(piece.text.lstrip()) is not None


def _unset(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The text of a heading: it is set as headings are, on one line."""
    kept: list[Piece] = []
    for piece in pieces:
        last = kept[-1] if kept else None
        if isinstance(piece, NotePiece):
            kept.append(piece)
            continue
        text = piece.text if isinstance(piece, TextPiece) else " "
        if isinstance(last, TextPiece):
            kept[-1] = TextPiece(last.text + text)
        else:
            kept.append(TextPiece(text))
    return trimmed(kept)


def _is_bold(pieces: Sequence[Piece]) -> bool:
    """Whether all letters are bold."""
    set_ = [
        piece.emphasis
        for piece in pieces
        if isinstance(piece, TextPiece) and any(char.isalnum() for char in piece.text)
    ]
    return bool(set_) and all(emphasis & Emphasis.STRONG for emphasis in set_)


def _awaits_title(block: Block) -> bool:
    number = block.number
    return (
        block.kind is BlockKind.HEADING
        and number is not None
        and number.kind is not None
        and plain_text(block.pieces) == number.printed
    )


def _only_sets(table: ReceivedTable) -> bool:
    """Whether a table has no lines and sets texts beside each other, as a head or a foot does; or
    is a frame around a text.
    """
    columns = max(len(row) for row in table.rows)
    return columns == 1 or (not table.ruled and columns <= _COLUMNS)


Rows = list[tuple[tuple[Piece, ...], ...]]


def _parts(rows: Rows) -> list[Rows]:
    """The rows of a table, as tables that a page can have; headings has the first alone."""
    parts: list[Rows] = []
    length = 0
    for row in rows:
        own = sum(len(plain_text(cell)) + _AROUND for cell in row)
        if not parts or length + own > _LONGEST_TABLE:
            parts.append([((),) * len(row)] if parts else [])
            length = 0
        parts[-1].append(row)
        length += own
    return parts


def _table_in_parts(count: int) -> Wording:
    return Wording(
        vi=f"bảng quá dài cho một trang nên được chia thành {count} bảng; hãy ghi lại hàng tiêu đề "
        "cho các bảng sau",
        en=f"the table is too long for a page and became {count} tables; give those after the "
        "first its headings",
    )


def _is_line(text: str) -> bool:
    """Whether a paragraph is a line drawn with signs."""
    return len(text) > 1 and not set(text) - _DRAWN


def _near(text: str) -> str:
    return " ".join(text.split()[:8])


def _other_signs(count: int, signs: str) -> Wording:
    return Wording(
        vi=f"{count} đoạn mở đầu bằng dấu {signs} được ghi thành gạch đầu dòng “-”",
        en=f"{plural(count, 'paragraph')} opened by {signs} written as dashes “-”",
    )


_A_LINE = Wording(
    vi="đường kẻ bằng ký tự bị bỏ lại", en="a line drawn with characters was left out"
)
