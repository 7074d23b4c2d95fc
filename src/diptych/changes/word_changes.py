"""Two wordings of one text as pieces: what stayed, what was taken out, what was put in."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from diptych.language.word_difference import differences, equal_pairs

_PAIRS = 100_000
"""The most pairs of equal words that are looked through: a word said a thousand times has a
million."""


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
    """The words of `after`, with what was taken out of `before` and what was put in.

    The pieces that are not deleted make up the words of `after`, those that are not inserted the
    words of `before`, with one blank between two pieces.
    """
    a, b = before.split(), after.split()
    pieces: list[Piece] = []
    at = 0
    for span in differences(a, b, _PAIRS):
        (start, end), (put, until) = span.expected, span.printed
        pieces += _piece(Mark.KEPT, b[at:put])
        pieces += _piece(Mark.DELETED, a[start:end])
        pieces += _piece(Mark.INSERTED, b[put:until])
        at = until
    return (*pieces, *_piece(Mark.KEPT, b[at:]))


def likeness(a: str, b: str, least: float) -> float:
    """How alike the words of two texts are, from 0 to 1; 0 where that is less than `least`."""
    matcher = SequenceMatcher(None, a.split(), b.split(), autojunk=False)
    if not a or not b or matcher.real_quick_ratio() < least:
        return 0
    alike = matcher.quick_ratio()
    if alike >= least and equal_pairs(a.split(), b.split()) <= _PAIRS:
        alike = matcher.ratio()
    return alike if alike >= least else 0


def _piece(mark: Mark, words: list[str]) -> list[Piece]:
    return [Piece(mark, " ".join(words))] if words else []
