"""Acronyms and other capitalised words, which a translation often keeps as they are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from diptych.language.diacritics import folded
from diptych.language.numerals import roman_value
from diptych.language.scripts import HAN_AND_KANA, HANGUL
from diptych.patterns import pattern_of

_ACRONYM = pattern_of(r"(?<![\w/-])(?=[0-9]*[A-Z][0-9]*[A-Z])([A-Z][A-Z0-9]+)s?(?![\w/-])")
_TWO_CAPITALS = pattern_of("[A-Z][A-Z0-9]")
# a capital is looked for first: that is much faster than looking behind each character
_CAPITALISED = pattern_of(r"[A-ZÀ-ÞĂĐĨŨƠƯẠ-Ỹ](?<![\w-](?s:.))[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_START = pattern_of(r"(?:[.!?:;…“\"(*|]\s*|\s[-–]\s)$")
_LOOKED_BACK = 4
"""How many characters before a word are looked at for the end of the sentence before it."""
_SHORTEST = 4
_WORD = pattern_of(r"[^\W\d_]+")
_TITLE = 3
"""The fewest longer words of a title."""
_NAME = pattern_of(r"(?<![\w./@:\\#$-])[A-Za-z][A-Za-z0-9]{2,39}(?![\w/@\\(-]|\.\w|:\w)", re.ASCII)
"""A word in Latin letters that is no part of an address, of code or of the name of a file."""
_UNPARTED = "\u0e00-\u0eff" + HAN_AND_KANA + HANGUL
"""Letters of scripts that part no words, or join endings to those of others: “GitHubへ”."""
_KEPT = pattern_of(
    rf"(?<![^\W{_UNPARTED}])(?<![./@:\\#$-])[A-Za-z][A-Za-z0-9]{{2,39}}"
    rf"(?![^\W{_UNPARTED}]|[/@\\(-]|\.\w|:\w)"
)
"""The same where no letter of another alphabet, or with a mark, stands beside it."""
_IN_UNPARTED = pattern_of(rf"[A-Z](?<=[{_UNPARTED}].)[A-Za-z]{{3,39}}(?![A-Za-z0-9_-])")
"""A name right behind a letter of those scripts."""


class Capital(NamedTuple):
    """A capitalised word, with the form in which it is compared."""

    value: str
    printed: str
    start: int


@lru_cache(maxsize=1 << 14)  # several rules ask for those of every text
def acronyms(text: str) -> tuple[Capital, ...]:
    """The words of `text` in capitals, roman numerals left out; none in a text set in capitals."""
    if not _TWO_CAPITALS.search(text) or _is_set_in_capitals(text):
        return ()
    return tuple(
        Capital(match[1], match[0], match.start())
        for match in _ACRONYM.finditer(text)
        if not _is_roman(match[1])
    )


def _is_set_in_capitals(text: str) -> bool:
    """Whether most letters of `text` are capitals."""
    words = text.split()
    # a word that has no capital is looked at as a whole
    capitals = sum(sum(map(str.isupper, word)) for word in words if not word.islower())
    if not capitals:
        return False
    letters = sum(len(w) if w.isalpha() else sum(map(str.isalpha, w)) for w in words)
    return 2 * capitals > letters


def names(text: str) -> tuple[Capital, ...]:
    """Capitalised words of four letters or more that do not open a sentence, diacritics folded."""
    return tuple(
        Capital(value, match[0], match.start())
        for match in _CAPITALISED.finditer(text)
        if (value := _name_value(match[0])) and not _opens_sentence(text, match.start())
    )


@lru_cache(maxsize=1 << 15)
def _name_value(word: str) -> str:
    """The form in which a capitalised word is compared as a name; empty where it is none."""
    if len(word) < _SHORTEST or not word[0].isupper() or word.isupper():
        return ""
    return folded(word).replace("-", "")


def _opens_sentence(text: str, start: int) -> bool:
    if not start:
        return True
    before = text[max(0, start - _LOOKED_BACK) : start]
    if before.rstrip()[-1:].isalnum():
        return False  # nearly always
    return bool(_SENTENCE_START.search(before))


def is_title_case(text: str) -> bool:
    """Whether all longer words of `text` begin with a capital, as English titles are set: then
    capitals tell no names. A list and a sentence are no titles.
    """
    if "," in text or text.endswith("."):
        return False
    words = [word for word in _WORD.findall(text) if len(word) >= _SHORTEST]
    return len(words) >= _TITLE and all(word[0].isupper() for word in words)


def name_forms(text: str) -> tuple[Capital, ...]:
    """The words of `text` that may be names, in small letters, as they are written."""
    return tuple(Capital(m[0].lower(), m[0], m.start()) for m in _NAME.finditer(text))


def kept_words(text: str) -> tuple[Capital, ...]:
    """The words of `text` in plain Latin letters, in small letters, as they are written."""
    return tuple(Capital(m[0].lower(), m[0], m.start()) for m in _KEPT.finditer(text))


@lru_cache(maxsize=1 << 14)
def kept_spellings(text: str) -> tuple[str, ...]:
    """The words of `kept_words` alone, as they are written."""
    return tuple(_KEPT.findall(text))


def joined_names(text: str) -> tuple[str, ...]:
    """The capitalised words of four letters or more that stand right behind a letter of a script
    that parts no words, in small letters.
    """
    if text.isascii():
        return ()
    return tuple(match[0].lower() for match in _IN_UNPARTED.finditer(text))


def _is_roman(word: str) -> bool:
    try:
        roman_value(word)
    except ValueError:
        return False
    return True
