"""A text as received -> its words, each with its place and its emphasis.

The source's paragraphs break where a page of the scan ended, so only words, their order and
their emphasis count. A footnote is a paragraph that opens with a superscript figure. Cells of a
table are words one after the other, whatever stands between them: a tab, a bar, the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diptych.model import Emphasis, Place
from diptych.patterns import pattern_of

_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUPERSCRIPTS = str.maketrans("0123456789", _SUPERSCRIPT)

_TOKEN = pattern_of(r"\S+")
_PIECE = pattern_of(r"\*{1,3}|(?:\\[\\*]|[^\s*])+")
"""A mark of emphasis, or what stands before the next."""
_ESCAPED = pattern_of(r"\\([\\*])")
"""An asterisk or a backslash of the text: a backslash stands before it."""
BARS = pattern_of("[|│┃║]+")
"""An expression for what stands between the cells of a table, which is no word."""
_BORDER = pattern_of(r"\s*(?=\S*[|+│┃║├┌└╔╠╚])[|+│┃║├┤┌┐└┘┬┴┼─═╔╗╚╝╠╣╦╩╬:=\-\s]+")
"""An expression for a line of a table that is drawn: `+-----+-----+`."""
_NOTE = pattern_of(r"[⁰¹²³⁴-⁹]+\s")
_MARKS = {1: Emphasis.EM, 2: Emphasis.STRONG, 3: Emphasis.EM | Emphasis.STRONG}


class Word(NamedTuple):
    """The signs between two blanks of a text, without marks of emphasis."""

    text: str
    place: Place
    emphasis: Emphasis
    """The setting of the word's first letter or figure."""
    letters: tuple[Emphasis, ...] = ()
    """The setting of each letter and figure of the word; empty where all are set as the first."""

    @property
    def settings(self) -> tuple[Emphasis, ...]:
        """The setting of each letter and figure of the word."""
        return self.letters or (self.emphasis,) * sum(map(is_letter, self.text))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in reading order, those of footnotes apart."""

    body: tuple[Word, ...]
    notes: tuple[Word, ...]
    """The words of the footnotes, each footnote opening with its figure."""

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
        for token in _tokens(line):
            if "*" not in token[0] and "\\" not in token[0]:  # nearly always
                target.append(Word(token[0], Place(file, number, token.start() + 1), emphasis))
                continue
            text, start, setting = "", 0, Emphasis.NONE
            letters: list[Emphasis] = []
            for piece in _PIECE.finditer(token[0]):
                if piece[0].startswith("*"):
                    emphasis ^= _MARKS[len(piece[0])]
                    continue
                if not text:
                    start = piece.start()
                if not _has_letter(text):
                    setting = emphasis
                text += _ESCAPED.sub(r"\1", piece[0])
                letters += [emphasis for char in piece[0] if is_letter(char)]
            if text:
                place = Place(file, number, token.start() + start + 1)
                target.append(Word(text, place, setting, unless_alike(letters)))
    return Words(tuple(body), tuple(notes))


def _tokens(line: str) -> Iterator[re.Match[str]]:
    """What stands between two blanks of a line; bars and lines drawn around cells are left out."""
    drawn = _BORDER.fullmatch(line)
    return (token for token in _TOKEN.finditer(line) if not (drawn or BARS.fullmatch(token[0])))


def is_letter(char: str) -> bool:
    """Whether `char` is a letter or a figure of the text; the mark of a footnote is none."""
    return char.isalnum() and char not in _SUPERSCRIPT


def unless_alike(letters: Sequence[Emphasis]) -> tuple[Emphasis, ...]:
    """`letters`, the settings of a word's letters, or nothing where they are all the same."""
    return tuple(letters) if len(set(letters)) > 1 else ()


def _has_letter(text: str) -> bool:
    return any(char.isalnum() for char in text)
