"""Two wordings of one text as pieces: what stayed, what was taken out, what was put in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from programme.difference import differences


class Mark(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that follow one another and met the same fate."""

    mark: Mark
    text: str


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """`after` with what it took out of `before` and put in, word by word.

    The pieces that are not deleted make up the words of `after`, those that are not inserted
    the words of `before`, with one blank between two pieces.
    """
    a, b = before.split(), after.split()
    pieces: list[Piece] = []
    at = 0
    for span in differences(a, b):
        (start, end), (put, until) = span.expected, span.printed
        pieces += _piece(Mark.KEPT, b[at:put])
        pieces += _piece(Mark.DELETED, a[start:end])
        pieces += _piece(Mark.INSERTED, b[put:until])
        at = until
    return (*pieces, *_piece(Mark.KEPT, b[at:]))


def _piece(mark: Mark, words: list[str]) -> list[Piece]:
    return [Piece(mark, " ".join(words))] if words else []
