"""A text as received -> its words, each with its place and its emphasis.

The source's paragraphs break where a page of the scan ended, so only words, their order and
their emphasis count. A footnote is a paragraph that opens with a superscript figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from programme.model import Emphasis, Place

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_TOKEN = re.compile(r"\S+")
_PIECE = re.compile(r"\*{1,3}|[^\s*]+")
_NOTE = re.compile(r"[⁰¹²³⁴-⁹]+\s")
_MARKS = {1: Emphasis.EM, 2: Emphasis.STRONG, 3: Emphasis.EM | Emphasis.STRONG}


class Word(NamedTuple):
    """What stands between two blanks, without emphasis marks."""

    text: str
    place: Place
    emphasis: Emphasis
    """How its first letter or figure is set."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words in reading order."""

    body: tuple[Word, ...]
    notes: tuple[Word, ...]
    """Of the footnotes, each opening with its figure."""

    def __len__(self) -> int:
        return len(self.body) + len(self.notes)


def source_words(file: str, lines: Sequence[str]) -> Words:
    """The words of a source whose lines are `lines`."""
    body: list[Word] = []
    notes: list[Word] = []
    target, emphasis = body, Emphasis.NONE
    for number, line in enumerate(lines, 1):
        if not line.strip():  # neither a note nor emphasis reaches over a paragraph's end
            target, emphasis = body, Emphasis.NONE
        elif _NOTE.match(line):
            target = notes
        for token in _TOKEN.finditer(line):
            if "*" not in token[0]:  # nearly always
                target.append(Word(token[0], Place(file, number, token.start() + 1), emphasis))
                continue
            text, start, setting = "", 0, Emphasis.NONE
            for piece in _PIECE.finditer(token[0]):
                if piece[0].startswith("*"):
                    emphasis ^= _MARKS[len(piece[0])]
                    continue
                if not text:
                    start = piece.start()
                if not _has_letter(text):
                    setting = emphasis
                text += piece[0]
            if text:
                place = Place(file, number, token.start() + start + 1)
                target.append(Word(text, place, setting))
    return Words(tuple(body), tuple(notes))


def _has_letter(text: str) -> bool:
    return any(char.isalnum() for char in text)
