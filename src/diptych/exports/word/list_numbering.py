"""Real lists: dashes, and numbers that Word counts itself so that they show what is printed."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.exports.word.word_elements import CM, Element, w
from diptych.language.numerals import Numeral
from diptych.model import Side

STEP = CM
"""How much further each level of a list is indented, in twentieths of a point."""
_HANGING = round(0.6 * CM)
_DEEPEST = 8
"""The deepest level of a list: Word counts nine, from 0."""
_WORD_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FORMATS = {"arabic": "decimal", "roman": "upperRoman", "letter": "lowerLetter"}


def indentation(depth: int, first: int) -> int:
    """The indentation of a list's paragraph, in twentieths of a point.

    `first` is that of the outermost list.
    """
    return first + depth * STEP


class Numbering:
    """The lists of one file. It counts as Word does, so ask for numbers in reading order."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._lists: list[tuple[str, str, int]] = [("bullet", "–", 1)]
        """The lists, each with its format, its form with % for the number, and its first value."""
        self._open: dict[tuple[int, int, str, str], tuple[int, int]] = {}
        """The list that goes on and its last value, by language, level, format and form."""

    def dash(self, depth: int, sign: str = "") -> Element:
        """The properties of a paragraph that a dash opens, or another `sign`."""
        number = 1
        if sign:
            plain = ("bullet", sign, 1)
            if plain not in self._lists:
                self._lists.append(plain)
            number = self._lists.index(plain) + 1
        return _numbered(number, min(depth, _DEEPEST))

    def item(self, number: Numeral, depth: int, side: Side) -> Element:
        """The properties of a numbered paragraph, whose number Word shows as printed."""
        level = min(depth, _DEEPEST)
        kind, shown, value = _counted(number)
        key = (side, level, kind, shown)
        known, last = self._open.get(key, (0, 0))
        if not known or (value and value != last + 1):
            self._lists.append((kind, shown, value or 1))
            known = len(self._lists)
        self._open[key] = known, value
        return _numbered(known, level)

    def lists(self) -> Iterator[Element]:
        """The elements of the part for lists, each of which has an abstract list of its own.

        Word would count through those that share one.
        """
        for number, known in enumerate(self._lists, 1):
            yield w(
                "abstractNum",
                w("multiLevelType", val="hybridMultilevel"),
                *(self._level(*known, level) for level in range(_DEEPEST + 1)),
                abstractNumId=number,
            )
        for number in range(1, len(self._lists) + 1):
            yield w("num", w("abstractNumId", val=number), numId=number)

    def _level(self, kind: str, shown: str, start: int, level: int) -> Element:
        left = indentation(level, self._first)
        return w(
            "lvl",
            w("start", val=start),
            w("numFmt", val=kind),
            w("lvlText", val=shown.replace("%", f"%{level + 1}")),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=left, hanging=_HANGING)),
            ilvl=level,
        )


def _counted(number: Numeral) -> tuple[str, str, int]:
    """The format of a number, its form with % for the number, and its value.

    The value is 0 where Word cannot count so.
    """
    printed, mark = number.printed[:-1], number.printed[-1]
    value = number.value
    if number.style == "letter":
        # Vietnamese has đ where Word goes on with e
        value = _WORD_LETTERS.find(printed) + 1
    head = printed.rpartition(".")[0] if number.style == "arabic" else ""
    if not value or (number.style == "arabic" and str(value) != printed.rpartition(".")[2]):
        return "bullet", number.printed, 0
    return _FORMATS[number.style], f"{head}.%{mark}" if head else f"%{mark}", value


def _numbered(number: int, level: int) -> Element:
    return w("numPr", w("ilvl", val=level), w("numId", val=number))
