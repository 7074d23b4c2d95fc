"""A text as a file of a word processor has it: what every format is read into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from diptych.model import Emphasis
from diptych.wording import Wording


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of text that is set in one way."""

    text: str
    emphasis: Emphasis = Emphasis.NONE


@dataclass(frozen=True, slots=True)
class BreakPiece:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class NotePiece:
    """The mark of a footnote."""

    label: str


Piece = TextPiece | BreakPiece | NotePiece


@dataclass(frozen=True, slots=True)
class ReceivedParagraph:
    """A paragraph, with what its style says of it."""

    pieces: tuple[Piece, ...]
    """The text, the printed number included that the word processor counts."""
    ordinal: int = 0
    """Its place among the paragraphs of the file, from 1."""
    level: int = 0
    """The level of a heading, from 1; 0 for what is styled as none."""
    title: bool = False
    """Whether it is styled as the title of the document."""
    bullet: str = ""
    """The sign before it that the word processor sets: "-" or "+"."""
    centred: bool = False
    quoted: bool = False
    continued: bool = False
    """Whether it goes on with the list item before it."""

    @property
    def text(self) -> str:
        """Its words, white space folded."""
        return " ".join(
            "".join(
                piece.text if isinstance(piece, TextPiece) else " "
                for piece in self.pieces
                if not isinstance(piece, NotePiece)
            ).split()
        )


@dataclass(frozen=True, slots=True)
class ReceivedCell:
    """A cell of a table."""

    paragraphs: tuple[ReceivedParagraph, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceivedTable:
    """A table; a cell that is part of the one before it or above it is empty."""

    rows: tuple[tuple[ReceivedCell, ...], ...]
    ruled: bool = True
    """Whether lines are drawn around its cells; one without only sets texts beside each other."""
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was not read as the file shows it."""

    ordinal: int
    """The paragraph of the file at which it stands, from 1; 0 for the file as a whole."""
    what: Wording
    """What it is, what was done with it, and what people can do."""
    text: str = ""
    """Its words, all of them, where they are not in the text."""
    near: str = ""
    """How the paragraph begins at which it stands."""


@dataclass(frozen=True, slots=True)
class Received:
    """The text of a file, in reading order."""

    content: tuple[ReceivedParagraph | ReceivedTable, ...]
    notes: Mapping[str, tuple[ReceivedParagraph, ...]] = field(default_factory=dict)
    """The footnotes by their labels, which are their numbers."""
    remarks: tuple[Remark, ...] = ()
