"""Brackets of a text that lack the one which closes or opens them."""

from __future__ import annotations

import re

from diptych.language.stops import Mark
from diptych.patterns import pattern_of

_CLOSING = {"(": ")", "[": "]"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_PLAIN = str.maketrans("（）［］", "()[]")
"""Full-width brackets, which may close those that are not."""
_BRACKET = pattern_of(r"[()\[\]]")
_NO_BRACKET = pattern_of(
    r"[\[(\"'“‘](?:(?<=[\[(])-?\w{1,8}, ?-?\w{1,8}[\])]"  # an interval: [0, 1)
    r"|(?<=[\"'“‘])[()\[\]][\"'”’])"  # one that is spoken of
)
_MEANT = pattern_of(
    r"(?:(?:(?<!\S)|(?<=\w\)))(?:[a-zđ]|dd|[ivxIVX]{1,5}|[\d.]{1,4})|(?<![\d(])\d{1,2}"
    r"|\d[a-zđ]|[:;=][-'^o]?[()]{0,3})\Z"
)
"""What stands before a bracket that needs no other: the number of a point, also behind that of its
article and clause ("5(1)a)"), half a face."""
_NEAR = 8


def unpaired_brackets(text: str) -> list[Mark]:
    """The round and square brackets of `text` that nothing closes or opens, in order.

    Those of points (“a)”), faces and intervals are none.
    """
    plain = text if text.isascii() else text.translate(_PLAIN)
    if not any(map(plain.__contains__, "()[]")) or not any(map(str.isalpha, text)):
        return []  # most texts, and a piece of something else
    plain = _NO_BRACKET.sub(_passed_over, plain)
    waiting: list[int] = []
    lone: list[int] = []
    for match in _BRACKET.finditer(plain):
        if match[0] in _CLOSING:
            waiting.append(match.start())
        elif waiting and plain[waiting[-1]] == _OPENING[match[0]]:
            waiting.pop()
        else:
            lone.append(match.start())
    return [
        Mark(text[at], at)
        for at in sorted([*waiting, *lone])
        if not _is_balanced(plain, plain[at]) and not _MEANT.search(plain, max(0, at - _NEAR), at)
    ]


def _passed_over(found: re.Match[str]) -> str:
    """Blanks for what is no bracket of the text; between two quotations, `"a" ("b"`, it is one."""
    between = found[0][0] == '"' and found.string.count('"', 0, found.start()) % 2
    return found[0] if between else " " * len(found[0])


def _is_balanced(text: str, bracket: str) -> bool:
    """Whether `text` has as many opening as closing brackets of the kind of `bracket`."""
    opening = _OPENING.get(bracket, bracket)
    return text.count(opening) == text.count(_CLOSING[opening])
