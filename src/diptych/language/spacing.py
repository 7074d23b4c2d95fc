"""Blanks that are too many: two between words, one inside brackets or before a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from diptych.language.scripts import HAN_AND_KANA, HANGUL, scripts_of
from diptych.language.tags import bare
from diptych.patterns import pattern_of

_FORMULA = pattern_of(r"\$[^$]{1,400}\$")
_TAG = pattern_of(r"<[^<>\n]{1,300}+>")
_DOUBLE = pattern_of(r"(?:(?<=[^\W\d_,])|(?<=[^\W_]{2}\))) {2,8}+(?=[^\W\d_]|[\[(][^\W\d_])")
_INSIDE = pattern_of(r"(?<=[^\W\d_] \() (?=[^\W\d_])|(?<=[\w.,)\]]) (?=\)(?:[\s.,;:]|$))")
_IN_LINK = pattern_of(
    r"(?<![!\\\]])(?<=\[) (?=[^\W\d_][^\[\]\n]{0,200}\][(\[])|(?<=[\w.)]) (?=\]\()"
)
_WORD_END = r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][*_»”\")]))"
_BEFORE = pattern_of(_WORD_END + r" (?=,\s|\.(?:\s|$)(?!\.))")
_BEFORE_HIGH = pattern_of(_WORD_END + r" (?=;\s|:(?:\s|$)|[!?](?:\s+[A-ZÀ-Ỹ]|\s*$))")
_ELIDED = pattern_of(
    r"(?<![\w'’])(?:[CDJLMNSTcdjlmnst]|[Qq]u|[DdNn]ell|[Aa]ll|[Uu]n)['’] (?=[^\W\d_])"
)
"""A word of French or Italian that has lost its vowel to the next word."""
_ELIDING = frozenset({"fr", "it", "ca"})
_SPACED = frozenset({"fr", "ca"})
"""Languages that set high marks off by a blank."""
_PARTED = (("Latn",), ("Cyrl",), ("Grek",))
"""The scripts of languages that part words by one blank."""
_SIGNS = (
    "' ",
    "’ ",
    "  ",
    "( ",
    " )",
    " ,",
    " ;",
    " .",
    " :",
    " !",
    " ?",
    "[ ",
    " ](",
    " 、",
    " ，",
    " 。",
    " ；",
    "、 ",
    "， ",
    "； ",
    " ،",
    " ؛",
    " ।",
    " ۔",
)
_LETTER = (
    "\u0590-\u060b\u060d-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ff\u0900-\u0963\u0971-\u0e7f"
    + HANGUL
)
"""Letters, and marks on letters, of scripts without capitals that part words by blanks."""
_CASELESS = {
    "double": pattern_of(rf"(?<=[{_LETTER}]) {{2,8}}+(?=[{_LETTER}])"),
    "before": pattern_of(rf"(?<=[{_LETTER}]) (?=[,،؛।۔](?:\s|$))"),
    "inside": pattern_of(rf"(?<= \() (?=[{_LETTER}])|(?<=[{_LETTER}]) (?=\)(?:[\s.,،।۔]|$))"),
}
_BESIDE_WIDE = {
    "before": pattern_of(rf"(?<=[{HAN_AND_KANA}]) (?=[、，。；])"),
    "behind": pattern_of(rf"(?<=[^\s、，；][、，；]) +(?=[{HAN_AND_KANA}A-Za-z\[`“「])"),
}
_NEAR = 6
"""How many signs on each side are shown where no blanks part words."""
_AROUND = 40
"""How many characters on each side are looked at for the words to show."""


class Blank(NamedTuple):
    """A blank that is too many, with the words around it."""

    kind: str
    shown: str


def blanks_too_many(markdown: str, language: str) -> Iterator[Blank]:
    """The blanks too many in a text in Latin, Cyrillic or Greek letters, as it is written."""
    if not any(map(markdown.__contains__, _SIGNS)):
        return  # nearly always
    if scripts_of(language) not in _PARTED:
        yield from _of_other_scripts(markdown, language)
        return
    text = _TAG.sub(_filled, _without_code(markdown))
    if "$" in text and "$" in (text := _FORMULA.sub(_filled, text)):
        return  # no telling where a formula ends
    patterns = {"double": _DOUBLE, "inside": _INSIDE, "link": _IN_LINK}
    patterns["before"] = _BEFORE
    if bare(language) not in _SPACED:
        patterns["before high"] = _BEFORE_HIGH
    if bare(language) in _ELIDING:
        patterns["elided"] = _ELIDED
    for kind, pattern in patterns.items():
        for found in pattern.finditer(text):
            yield Blank(kind.split()[0], _shown(markdown, *found.span()))


def _of_other_scripts(markdown: str, language: str) -> Iterator[Blank]:
    """The blanks too many in a text in letters without capitals: where signs are joined, those
    beside a mark that has a blank of its own.
    """
    text = _TAG.sub(_filled, _without_code(markdown))
    if "$" in text or "|" in text:
        return
    joined = scripts_of(language)[0] == "Hani"
    for kind, pattern in (_BESIDE_WIDE if joined else _CASELESS).items():
        for found in pattern.finditer(text):
            start, end = found.span()
            if joined:
                yield Blank(kind, markdown[max(0, start - _NEAR) : end + _NEAR].replace("\n", " "))
            else:
                yield Blank(kind, _shown(markdown, start, end))


def _without_code(markdown: str) -> str:
    """`markdown` with letters in place of its code."""
    parts = markdown.split("`")
    if len(parts) % 2:
        parts[1::2] = ["x" * len(part) for part in parts[1::2]]
    return "x".join(parts)


def _filled(found: re.Match[str]) -> str:
    return "_" * len(found[0])


def _shown(markdown: str, start: int, end: int) -> str:
    """The blanks from `start` to `end` with the words beside them."""
    before = markdown[max(0, start - _AROUND) : start].split(" ")
    after = markdown[end : end + _AROUND].split()
    return f"{before[-1]}{markdown[start:end]}{after[0] if after else ''}"
