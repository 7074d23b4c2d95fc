"""Quotations and parentheses in the marks of any language, found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile("[\"“”„‟«»‹›「」『』《》〈〉‘’‚'＂()（）]")
_ROUND = {"(": ")", "（": "）"}
_CORNERS = {"「": "」", "『": "』", "《": "》", "〈": "〉"}
"""Marks that open and close, whatever the language."""
_EITHER_WAY = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
"""Guillemets, which open in one language as they close in another; Swedish closes as it opens."""
_FAMILY = {
    **dict.fromkeys("“”„‟", "curved"),
    **dict.fromkeys("‘’‚", "single"),
    **dict.fromkeys("«»", "guillemets"),
    **dict.fromkeys("‹›", "small guillemets"),
    '"': "straight",
    "＂": "straight",
    "'": "apostrophe",
    **{mark: opening for opening, closing in _CORNERS.items() for mark in (opening, closing)},
}
_SHORT = 3
"""How long an ending in parentheses may be: "file(s)", "ami(e)s"."""


@dataclass(frozen=True, slots=True)
class SetApart:
    """A stretch of a text between two marks, with its offsets, marks included."""

    start: int
    end: int
    held: str
    """What stands between the marks."""


def quotations(text: str) -> list[SetApart]:
    """The quotations of `text` in order, in whatever marks; apostrophes and inches are none."""
    opened: dict[str, int] = {}
    found = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        family = _FAMILY.get(mark)
        if family is None:
            continue
        if family in opened and _closes(text, opened[family], at):
            start = opened.pop(family)
            found.append(SetApart(start, at + 1, text[start + 1 : at]))
        elif _opens(text, at):
            opened[family] = at
    return sorted(found, key=lambda each: each.start)


def _opens(text: str, at: int) -> bool:
    mark, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if mark in "'‘":
        return not before.isalnum() and bool(after) and not after.isspace() and not after.isdigit()
    if mark == "’":
        return False
    if mark == '"':
        return not before.isdigit()  # inches
    return mark not in _CORNERS.values()


def _closes(text: str, start: int, at: int) -> bool:
    """Whether the mark at `at` closes the quotation that one of its family opened at `start`."""
    opening, mark = text[start], text[at]
    before, after = text[at - 1], text[at + 1 : at + 2]
    if opening in _CORNERS:
        return mark == _CORNERS[opening]
    if opening in _EITHER_WAY:
        return mark == _EITHER_WAY[opening] or not before.isspace()
    if mark in "'’":
        return not before.isspace() and not after.isalnum()
    if mark == "‘":
        return opening == "‚"
    if mark == "“":
        return opening == "„" or not (before.isspace() or after.isalnum())
    return mark != "„"


def parentheses(text: str) -> list[SetApart]:
    """The parentheses of `text` in order; the endings of words and empty ones are none."""
    waiting: list[int] = []
    found = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark in _ROUND:
            waiting.append(at)
        elif mark in ")）" and waiting:
            start = waiting.pop()
            held = text[start + 1 : at]
            if any(map(str.isalnum, held)) and not _is_ending(text, start, held):
                found.append(SetApart(start, at + 1, held))
    return sorted(found, key=lambda each: each.start)


def _is_ending(text: str, start: int, held: str) -> bool:
    attached = start > 0 and text[start] == "(" and text[start - 1].isalpha()
    return attached and len(held) <= _SHORT and held.isascii() and held.isalpha()


def is_formula(held: str) -> bool:
    """Whether what stands between parentheses is a number or a formula: "1", "n log n", "n^2"."""
    return len(held) <= _FORMULA and _NO_WORD.fullmatch(held) is not None


_FORMULA = 20
_NO_WORD = re.compile(r"(?:log|[a-z]{1,2}(?![a-z])|[\d\s^+*/=.,·-])+")


def asides(text: str) -> Iterator[int]:
    """The offsets of dashes that set words apart as parentheses do."""
    yield from (match.start() for match in _DASH.finditer(text))


_DASH = re.compile(r"(?<=\s)[-–—](?=\s)|(?<=\w)—(?=\w)|——|――")
