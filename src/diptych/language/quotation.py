"""Quotations and parentheses in the marks of any language, found in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diptych.patterns import pattern_of

_QUOTING = pattern_of("[\"“”„‟«»‹›「」『』《》〈〉‘’‚'＂]")
_PARENTHESIS = pattern_of("[()（）]")
_ALPHANUMERIC = pattern_of(r"[^\W_]")
_OPENING = frozenset("(（")
_CLOSING_PARENTHESES = frozenset(")）")
_CORNERS = {"「": "」", "『": "』", "《": "》", "〈": "〉"}
"""Marks that open and close, whatever the language."""
_CLOSING_CORNERS = frozenset(_CORNERS.values())
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


class SetApart(NamedTuple):
    """A stretch of a text between two marks, with its offsets, marks included."""

    start: int
    end: int
    text: str

    @property
    def held(self) -> str:
        """What stands between the marks. It is cut when asked for: parentheses stand in others."""
        return self.text[self.start + 1 : self.end - 1]


def quotations(text: str) -> list[SetApart]:
    """The quotations of `text` in order, in whatever marks; apostrophes and inches are none."""
    opened: dict[str, int] = {}
    found = []
    for match in _QUOTING.finditer(text):
        at = match.start()
        family = _FAMILY[match[0]]
        start = opened.get(family)
        if start is not None and _closes(text, start, at):
            del opened[family]
            found.append(SetApart(start, at + 1, text))
        elif _opens(text, at):
            opened[family] = at
    return sorted(found)  # no two begin at one place


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark in "'‘":
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        return not before.isalnum() and bool(after) and not after.isspace() and not after.isdigit()
    if mark == "’":
        return False
    if mark == '"':
        return not (at and text[at - 1].isdigit())  # inches
    return mark not in _CLOSING_CORNERS


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
    seen = worded = 0  # behind the last mark; the last such place after which a word stands
    for match in _PARENTHESIS.finditer(text):
        at = match.start()
        if _ALPHANUMERIC.search(text, seen, at):
            worded = seen
        seen = at + 1
        if match[0] in _OPENING:
            waiting.append(at)
        elif waiting:
            start = waiting.pop()
            if worded > start and not _is_ending(text, start, at):
                found.append(SetApart(start, at + 1, text))
    return sorted(found)


def _is_ending(text: str, start: int, end: int) -> bool:
    if end - start > _SHORT + 1 or text[start] != "(" or not (start and text[start - 1].isalpha()):
        return False
    held = text[start + 1 : end]
    return held.isascii() and held.isalpha()


def breaks_outside(text: str) -> int:
    """How many commas, colons, dashes and stops within `text` stand in no parentheses."""
    count = depth = 0
    for match in _BREAK.finditer(text):
        if match[0] in _OPENING:
            depth += 1
        elif match[0] in _CLOSING_PARENTHESES:
            depth = max(0, depth - 1)
        else:
            count += not depth
    return count


_BREAK = pattern_of(r"[()（）,;:，、；：。]|\.(?=\s)|(?<=\s)[-–—](?=\s)")


def is_formula(held: str) -> bool:
    """Whether what stands between parentheses is a number or a formula: "1", "n log n", "n^2"."""
    return len(held) <= _FORMULA and _NO_WORD.fullmatch(held) is not None


_FORMULA = 20
_NO_WORD = pattern_of(r"(?:log|[a-z]{1,2}(?![a-z])|[\d\s^+*/=.,·-])+")


def asides(text: str) -> Iterator[int]:
    """The offsets of dashes that set words apart as parentheses do."""
    yield from (match.start() for match in _DASH.finditer(text))


_DASH = pattern_of(r"(?<=\s)[-–—](?=\s)|(?<=\w)—(?=\w)|——|――")
