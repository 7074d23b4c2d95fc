"""Blocks -> Markdown that says the same: whatever looks like Markdown or HTML stays text.

Each text is read back by the parser that reads pages. If it would not be read as it was received,
more of its characters are written by their numbers, and emphasis goes by whole words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from diptych.importing.blocks import Block, BlockKind, note_blocks
from diptych.importing.received import (
    BreakPiece,
    NotePiece,
    Piece,
    ReceivedParagraph,
    TextPiece,
)
from diptych.model import Emphasis, Kind, Segment
from diptych.patterns import pattern_of
from diptych.reader.blocks import read_blocks
from diptych.reader.drafts import PageDraft

_SIGNS = pattern_of(r"[\\`*_\[\]{}|#]|<(?=[A-Za-z/!?{])|&(?=#|\w+;)")
_BY_NAME = {"<": "&lt;", "&": "&amp;"}
"""What a backslash takes nothing from, to one of the two parsers."""
_NUMBERED = pattern_of(r"(\d{1,9})([.)])(?=\s|$)")
_OPENS = pattern_of(
    r"[-+](?=\s|$)|>|[-=~]{3,}|:{3}|/{3}|!{3}|\?{3}|={1,}\s*$|-+\s*$|<<|--8<--|@\\?\[|\$\$"
    r"|(?:import|export)\s"
)
"""What a line may not begin with that is no mark."""
_PUNCTUATION = pattern_of(r"[!-/:-@\[-`{-~]")
_WORDS = pattern_of(r"\S+|\s+")
_SPACES = pattern_of(r" {2,}")
_BREAK, _IN_CELL = "  \n", "<br>"
_MARKS = ((Emphasis.STRONG, "**"), (Emphasis.EM, "*"))

Setting = tuple[str, Emphasis]
"""A character with its emphasis."""


def settled(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with no emphasis that Markdown cannot have (“(a)b”, of which “(a)” is bold)."""
    return [
        replace(
            block,
            pieces=_settled(block.pieces),
            rows=tuple(tuple(_settled(cell) for cell in row) for row in block.rows),
        )
        for block in blocks
    ]


def as_markdown(blocks: Sequence[Block], notes: Mapping[str, Sequence[ReceivedParagraph]]) -> str:
    """The Markdown of a page that has these `blocks`, with those of the footnotes they refer to."""
    parts = list(_parts(blocks))
    seen: dict[str, None] = dict.fromkeys(label for block in blocks for label in block.labels)
    for label in seen:
        texts = [written(_settled(pieces)) for pieces in note_blocks(notes.get(label, ()))]
        first, *rest = [text.replace("\n", "\n    ") for text in texts] or ["…"]
        parts.append("\n\n".join([f"[^{label}]: {first}", *(f"    {text}" for text in rest)]))
    return "\n\n".join(parts) + "\n"


def _parts(blocks: Sequence[Block]) -> Iterator[str]:
    in_list = False
    last = -1  # the number of the last item of a list that goes on
    for block in blocks:
        kind = block.kind
        if kind is BlockKind.TABLE:
            yield _table(block)
        elif kind is BlockKind.HEADING:
            yield f"{'#' * block.level} {written(block.pieces, inside=True)}"
        elif kind is BlockKind.QUOTE:
            yield "> " + written(block.pieces).replace("\n", "\n> ")
        elif kind is BlockKind.DASH:
            yield f"{block.marker} " + _indented(written(block.pieces))
        elif kind is BlockKind.ITEM and (number := int(block.marker[:-1])) > last:
            yield f"{block.marker} " + _indented(written(block.pieces))
            last, in_list = number, True
            continue
        elif kind is BlockKind.ITEM:  # the list would count on
            yield _line_start(f"{block.marker} ") + written(block.pieces)
        elif kind is BlockKind.CONTINUATION and in_list:
            yield "    " + _indented(written(block.pieces))
            continue
        else:
            yield written(block.pieces)
        last, in_list = -1, kind is BlockKind.DASH


def _table(block: Block) -> str:
    rows = [
        "| " + " | ".join(written(cell, inside=True) for cell in row) + " |" for row in block.rows
    ]
    rows = [_SPACES.sub(" ", row) for row in rows]
    return "\n".join([rows[0], "|" + " --- |" * len(block.rows[0]), *rows[1:]])


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ")


def written(pieces: Sequence[Piece], *, inside: bool = False) -> str:
    """The Markdown of a text; the first way that is read as the text.

    What stands `inside` a heading or a cell begins no line, and breaks are tags.
    """
    for way in (_escaped, _by_numbers):
        text = _joined(pieces, way, inside=inside)
        if _reads_as(text, pieces, inside=inside):
            return text
    return text


def _settled(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """`pieces` with the first emphasis that is read as meant: theirs, by whole words, none."""
    if not any(isinstance(p, TextPiece) and p.emphasis for p in pieces):
        return pieces
    for way in (_parted, _by_words):
        found = way(pieces)
        if _reads_as(_joined(found, _escaped), found):
            return found
    plain = [replace(p, emphasis=Emphasis.NONE) if isinstance(p, TextPiece) else p for p in pieces]
    return tuple(plain)


def _parted(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`pieces`, in words and blanks; a blank is set as both words beside it are."""
    parted: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, TextPiece):
            parted += [replace(piece, text=found[0]) for found in _WORDS.finditer(piece.text)]
        else:
            parted.append(piece)
    blank = [not isinstance(p, TextPiece) or not p.text.strip() for p in parted]
    result = list(parted)
    for index, piece in enumerate(parted):
        if isinstance(piece, TextPiece) and blank[index]:
            around = _set_before(parted, blank, index, -1) & _set_before(parted, blank, index, 1)
            result[index] = replace(piece, emphasis=around)
    return tuple(result)


def _set_before(pieces: Sequence[Piece], blank: Sequence[bool], index: int, step: int) -> Emphasis:
    """The emphasis of the next word in a direction."""
    index += step
    while 0 <= index < len(pieces):
        piece = pieces[index]
        if isinstance(piece, TextPiece) and not blank[index]:
            return piece.emphasis
        index += step
    return Emphasis.NONE


def _by_words(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`pieces`, each word set as its first letter is."""
    parted = list(_parted(pieces))
    start = 0
    while start < len(parted):
        end = start
        while end < len(parted) and _in_word(parted[end]):
            end += 1
        word = [p for p in parted[start:end] if isinstance(p, TextPiece)]
        lettered = (p.emphasis for p in word if any(char.isalnum() for char in p.text))
        emphasis = next(lettered, word[0].emphasis if word else Emphasis.NONE)
        for index in range(start, end):
            piece = parted[index]
            if isinstance(piece, TextPiece):
                parted[index] = replace(piece, emphasis=emphasis)
        start = end + 1
    return _parted(parted)


def _in_word(piece: Piece) -> bool:
    return isinstance(piece, NotePiece) or (
        isinstance(piece, TextPiece) and bool(piece.text.strip())
    )


def marked(pieces: Sequence[Piece]) -> Iterator[tuple[str, Piece]]:
    """Each piece with the marks of emphasis that come before it; an empty text ends the last.

    Emphasis ends before a break, so that each line stands for itself.
    """
    open_: list[tuple[Emphasis, str]] = []
    ended: list[Piece] = [*_parted(pieces), TextPiece("")]
    for piece in ended:
        wanted = piece.emphasis if isinstance(piece, TextPiece) else Emphasis.NONE
        if isinstance(piece, NotePiece):
            wanted = Emphasis.NONE
        marks = ""
        while open_ and any(not wanted & way for way, _ in open_):
            marks += open_.pop()[1]
        for way, mark in _MARKS:
            if wanted & way and way not in [known for known, _ in open_]:
                open_.append((way, mark))
                marks += mark
        yield marks, piece


def _joined(pieces: Sequence[Piece], escape: Callable[[str], str], *, inside: bool = False) -> str:
    """The Markdown of a text with its characters escaped in one way."""
    result, line = "", ""
    for marks, piece in marked(pieces):
        line += marks
        match piece:
            case TextPiece(text):
                line += escape(text)
            case NotePiece(label):
                line += f"[^{label}]"
            case BreakPiece():
                result += (line if inside else _line_start(line)) + (_IN_CELL if inside else _BREAK)
                line = ""
    return result + (line if inside else _line_start(line))


def _line_start(line: str) -> str:
    """A line that opens no block of Markdown."""
    if found := _NUMBERED.match(line):
        return f"{found[1]}\\{line[found.end(1) :]}"
    if _OPENS.match(line):
        sign = line[0]
        return (f"\\{sign}" if sign in "-+>!" else f"&#{ord(sign)};") + line[1:]
    return line


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda sign: _BY_NAME.get(sign[0], f"\\{sign[0]}"), text)


def _by_numbers(text: str) -> str:
    return _PUNCTUATION.sub(lambda sign: f"&#{ord(sign[0])};", text)


def _reads_as(text: str, pieces: Sequence[Piece], *, inside: bool = False) -> bool:
    """Whether a text of its own, in Markdown, is read as `pieces`: no less, no more."""
    if not pieces:
        return not text
    given = f"# {text}" if inside else text
    draft = read_blocks(f"{given}\n", given.split("\n"), "")
    segment = _only_text(draft, inside=inside)
    if segment is None:
        return False
    plain = not (segment.links or segment.code or _tags(segment))
    labels = [piece.label for piece in pieces if isinstance(piece, NotePiece)]
    return (
        plain
        and _as_read(segment) == _as_meant(pieces)
        and labels == [mark.label for mark in segment.marks]
    )


def _only_text(draft: PageDraft, *, inside: bool) -> Segment | None:
    """The text of the one heading, or the one paragraph, that a draft has; else None."""
    if len(draft.divisions) != 1 or draft.footnotes or draft.marks:
        return None
    (division,) = draft.divisions
    if inside or division.heading:
        return division.heading if inside and not division.provisions else None
    if len(division.provisions) != 1:
        return None
    (only,) = division.provisions
    return only.segment if only.kind is Kind.PARAGRAPH and not only.children else None


def _tags(segment: Segment) -> bool:
    return any(tag.written != _IN_CELL for tag in segment.tags)


def _as_read(segment: Segment) -> list[Setting]:
    return [
        (char, segment.emphasis_at(at) if char.isalnum() else Emphasis.NONE)
        for at, char in enumerate(segment.text)
    ]


def _as_meant(pieces: Sequence[Piece]) -> list[Setting]:
    text: list[Setting] = []
    for piece in pieces:
        if isinstance(piece, TextPiece):
            text += [
                (char, piece.emphasis if char.isalnum() else Emphasis.NONE) for char in piece.text
            ]
        elif isinstance(piece, BreakPiece):
            text.append((" ", Emphasis.NONE))
    pairs = pairwise([(" ", Emphasis.NONE), *text])
    return [after for before, after in pairs if after[0] != " " or before[0] != " "]
