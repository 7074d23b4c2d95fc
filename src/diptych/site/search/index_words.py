"""The words by which a search index finds a text: without diacritics, and with them in a code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from diptych.language.diacritics import folded

EXACT = "θ"
"""Before a word of the index that stands for one with diacritics; no text of ours has it."""

_MARKS = {
    mark: str(key) for key, mark in enumerate("\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306", 1)
}
"""Each mark by the key that types it, after the Vietnamese convention VNI; 9 makes d into đ."""
_TONE = re.compile("([1-5])(.*)")
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"\b([^\W\d_]+) (?=([^\W\d_]+))")
"""Two words side by side, the second looked at again with what follows it."""


def index_words(text: str, language: str) -> str:
    """What to index for `text`: its words without diacritics, then those that have any in a code,
    then names as others write them, in one word: "Vietnam" for Viet Nam. Who writes Vietnamese
    keeps its syllables apart.

    An index that folds diacritics by itself may not know đ for d, and cannot tell an exact match;
    overrides/assets/javascripts/matching.js makes the same words of a query.
    """
    joined = set() if language == "vi" else set(_joined(text))
    return " ".join((folded(text), *sorted(set(_exact_forms(text))), *sorted(joined)))


def _joined(text: str) -> Iterator[str]:
    """Neighbours that both begin with a capital, as one word."""
    for one, other in _NAME.findall(text):
        if one[0].isupper() and other[0].isupper():
            yield folded(one + other)


def _exact_forms(text: str) -> Iterator[str]:
    """The words of `text` that have diacritics, in letters and figures: "hòa" is "θhoa2"."""
    for word in set(_WORD.findall(unicodedata.normalize("NFC", text.lower()))):
        apart = unicodedata.normalize("NFD", word.replace("đ", "d9"))
        typed = "".join(_MARKS.get(letter, letter) for letter in apart)
        if typed != word:
            yield EXACT + _TONE.sub(r"\2\1", typed, count=1)
