"""Word's own numbers: what is printed before a paragraph is nowhere in the file and is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.importing.word.package import Element, child, name_of, number_of, value_of
from diptych.language.numerals import roman
from diptych.patterns import pattern_of

_PLACE = pattern_of(r"%([1-9])")
_LEVELS = 9
_HIGHEST = 100_000
"""The highest number that is counted."""
_LONGEST = 255
"""The most characters of the form of a number: Word takes no more."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """What Word sets before a paragraph."""

    text: str
    bullet: bool
    """Whether it is a sign that counts nothing."""
    properties: Element | None
    """How it is set, where that is not as the paragraph's end."""
    known: bool = True
    """Whether its figures are counted as Word would; False for another script's."""


class Numbering:
    """The lists of one file. It counts as Word does, so ask for numbers in reading order."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, Element] = {}
        self._abstract: dict[str, Element] = {}
        self._styled: dict[str, str] = {}
        """The abstract list of each list style."""
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._found: dict[tuple[str, str, int], Element | None] = {}
        """What `_sought` has found: a list may be long, and every paragraph asks."""
        self._abstract_found: dict[str, str] = {}
        self._levels_found: dict[tuple[str, str], int] = {}
        for one in root if root is not None else ():
            if name_of(one) == "w:num":
                self._lists[value_of(one, "numId") or ""] = one
            elif name_of(one) == "w:abstractNum":
                known = value_of(one, "abstractNumId") or ""
                self._abstract[known] = one
                if style := value_of(child(one, "w:styleLink")):
                    self._styled[style] = known

    def level_of(self, number: str, style: str) -> int:
        """The level of the list `number` that is that of the paragraph style `style`; else 0."""
        if (number, style) not in self._levels_found:
            levels = (
                number_of(one, "ilvl") or 0
                for one in self._abstract.get(self._abstract_of(number), ())
                if name_of(one) == "w:lvl" and value_of(child(one, "w:pStyle")) == style
            )
            self._levels_found[number, style] = min(next(levels, 0), _LEVELS - 1)
        return self._levels_found[number, style]

    def printed(self, number: str, level: int) -> PrintedNumber | None:
        """What stands before the next paragraph of the list `number`; None where nothing does."""
        level = max(0, min(level, _LEVELS - 1))
        abstract = self._abstract_of(number)
        defined = self._level(number, abstract, level)
        if defined is None:
            return None
        kind = value_of(child(defined, "w:numFmt")) or "decimal"
        shown = (value_of(child(defined, "w:lvlText")) or "")[:_LONGEST]
        properties = child(defined, "w:rPr")
        self._count(number, abstract, level)
        if kind == "bullet":
            return PrintedNumber(shown, True, properties)
        counts = self._counts[abstract]
        legal = child(defined, "w:isLgl")
        in_figures = legal is not None and value_of(legal) not in ("0", "false", "off")
        known = True

        def counted(place: re.Match[str]) -> str:
            nonlocal known
            at = int(place[1]) - 1
            other = self._level(number, abstract, at)
            form = value_of(child(other, "w:numFmt")) or "decimal"
            value = counts.get(at, self._start(number, abstract, at))
            text = _formed(value, "decimal" if in_figures else form)
            known = known and text is not None
            return str(value) if text is None else text

        return PrintedNumber(
            "" if kind == "none" and not shown else _PLACE.sub(counted, shown),
            False,
            properties,
            known,
        )

    def _count(self, number: str, abstract: str, level: int) -> None:
        counts = self._counts.setdefault(abstract, {})
        start = self._start(number, abstract, level)
        anew = self._overridden(number, level) is not None and (number, level) not in self._begun
        self._begun.add((number, level))
        value = start if anew else counts.get(level, start - 1) + 1
        counts[level] = max(0, min(value, _HIGHEST))
        for above in range(level):  # a level that was left out counts as begun
            counts.setdefault(above, self._start(number, abstract, above))
        for below in range(level + 1, _LEVELS):
            after = number_of(child(self._level(number, abstract, below), "w:lvlRestart"))
            if after is None or level < after:
                counts.pop(below, None)

    def _abstract_of(self, number: str) -> str:
        if number not in self._abstract_found:
            abstract = value_of(child(self._lists.get(number), "w:abstractNumId")) or ""
            style = value_of(child(self._abstract.get(abstract), "w:numStyleLink"))
            self._abstract_found[number] = self._styled.get(style or "", abstract)
        return self._abstract_found[number]

    def _override(self, number: str, level: int) -> Element | None:
        return self._sought("w:lvlOverride", number, level)

    def _overridden(self, number: str, level: int) -> int | None:
        return number_of(child(self._override(number, level), "w:startOverride"))

    def _level(self, number: str, abstract: str, level: int) -> Element | None:
        own = child(self._override(number, level), "w:lvl")
        if own is not None:
            return own
        return self._sought("w:lvl", abstract, level)

    def _sought(self, name: str, known: str, level: int) -> Element | None:
        """The `name` of a `level` in the list, or the abstract list, that is `known` by an id."""
        asked = name, known, level
        if asked not in self._found:
            around = self._abstract if name == "w:lvl" else self._lists
            named = (one for one in around.get(known, ()) if name_of(one) == name)
            found = (one for one in named if number_of(one, "ilvl") == level)
            self._found[asked] = next(found, None)
        return self._found[asked]

    def _start(self, number: str, abstract: str, level: int) -> int:
        overridden = self._overridden(number, level)
        start = number_of(child(self._level(number, abstract, level), "w:start"))
        return min((start or 0) if overridden is None else overridden, _HIGHEST)


def _formed(value: int, form: str) -> str | None:
    """A number in one of Word's forms; None where the form is not known here."""
    match form:
        case "decimal" | "decimalFullWidth" | "decimalHalfWidth":
            return str(value)
        case "decimalZero":
            return f"{value:02}"
        case "upperRoman" | "lowerRoman" if 0 < value < 4000:
            return roman(value) if form == "upperRoman" else roman(value).lower()
        case "upperLetter" | "lowerLetter" if value > 0:
            letter = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 30)
            return letter.upper() if form == "upperLetter" else letter
        case "none":
            return ""
    return None
