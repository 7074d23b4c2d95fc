"""Lists whose marks Word itself sets: an en dash, or the number as printed."""

from __future__ import annotations

from lxml import etree

from programme.exports.word.elements import w
from programme.model import Provision
from programme.numerals import Number

_LEVELS = 9
_STEP = 425
"""How far a level is indented, in twentieths of a point."""
_DASHES = 1
_FORMATS = {"arabic": "decimal", "roman": "upperRoman", "letter": "lowerLetter"}


class Lists:
    """The numbering of one file: dashes, and a list for each run of printed numbers."""

    def __init__(self) -> None:
        self._abstract = [_abstract(_DASHES, "bullet", "–")]
        self._lists = [w("num", w("abstractNumId", val=str(_DASHES)), numId=str(_DASHES))]
        self._last: dict[tuple[object, ...], tuple[int, int]] = {}
        """By what continues a list: the list, and its last value."""

    def dash(self, depth: int) -> etree._Element:
        """The properties of a dash, nested `depth` deep."""
        return _properties(_DASHES, depth)

    def item(self, provision: Provision, depth: int, within: tuple[object, ...]) -> etree._Element:
        """Those of a numbered paragraph; `within` tells what list it may go on with.

        Where the number is not the next of its list, a list begins that starts with it.
        """
        number = provision.number
        if number is None:
            return self.dash(depth)
        kind = (*within, depth, number.style, number.printed[-1])
        last = self._last.get(kind)
        if last is None or last[1] + 1 != number.value or not _can_count(number):
            last = (self._begin(number, depth), number.value)
        self._last[kind] = (last[0], number.value)
        return _properties(last[0], depth)

    def element(self) -> etree._Element:
        """The part `numbering`."""
        return w("numbering", *self._abstract, *self._lists)

    def _begin(self, number: Number, depth: int) -> int:
        identity = len(self._lists) + 1
        if _can_count(number):
            form, shown = _FORMATS[number.style], f"%{depth + 1}{number.printed[-1]}"
        else:
            form, shown = "decimal", number.printed
        self._abstract.append(_abstract(identity, form, shown, number.value))
        self._lists.append(w("num", w("abstractNumId", val=str(identity)), numId=str(identity)))
        return identity


def _can_count(number: Number) -> bool:
    """Whether Word counts as the text does: it knows no "2.3." of one level and no đ."""
    bare = number.printed[:-1]
    if number.style == "arabic":
        return bare == str(number.value)
    return number.style == "roman" or bare in ("a", "b", "c", "d")


def _abstract(identity: int, form: str, shown: str, start: int = 1) -> etree._Element:
    levels = []
    for level in range(_LEVELS):
        indent = w("ind", left=str((level + 1) * _STEP), hanging=str(_STEP))
        mark = shown if form == "bullet" else shown.replace(_first(shown), f"%{level + 1}")
        levels.append(
            w(
                "lvl",
                w("start", val=str(start)),
                w("numFmt", val=form),
                w("suff", val="tab"),
                w("lvlText", val=mark),
                w("lvlJc", val="left"),
                w("pPr", indent),
                ilvl=str(level),
            )
        )
    return w(
        "abstractNum",
        w("multiLevelType", val="multilevel"),
        *levels,
        abstractNumId=str(identity),
    )


def _first(shown: str) -> str:
    """The placeholder of a level, or what no mark has."""
    return shown[:2] if shown.startswith("%") else "\0"


def _properties(identity: int, depth: int) -> etree._Element:
    return w("numPr", w("ilvl", val=str(min(depth, _LEVELS - 1))), w("numId", val=str(identity)))


def indent(depth: int) -> etree._Element:
    """Of a paragraph that goes on below a mark `depth` deep."""
    return w("ind", left=str(depth * _STEP))
