"""The words by which a search index finds a text: without diacritics, and with them in a code."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

from diptych.language.dates import dates
from diptych.language.diacritics import folded
from diptych.patterns import pattern_of

EXACT = "θ"
"""The sign before a word of the index that stands for one with diacritics; no text has it."""

DATED = "τ"
"""The sign around a word of the index that stands for a date, as λ around one for a citation."""

_MARKS = {
    mark: str(key) for key, mark in enumerate("\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306", 1)
}
"""By diacritic, the key that types it in the Vietnamese convention VNI; 9 makes d into đ."""
_TONE = regex.compile(r"([\u0300\u0301\u0303\u0309\u0323])([\p{L}\p{M}]*)")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_NAME = pattern_of(r"\b([^\W\d_]+) (?=([^\W\d_]+))")
"""An expression for two words side by side; the second is looked at again with what follows."""


def index_words(text: str, language: str) -> str:
    """The words to index for `text`: without diacritics, then in a code those that have any, then
    names in one word, as others write them ("Vietnam" for Viet Nam), and its dates by value.

    A text in Vietnamese keeps its syllables apart. An index that folds diacritics by itself may not
    know đ for d, and cannot tell an exact match; overrides/assets/javascripts/matching.js makes the
    same words of a query.
    """
    joined = set() if language == "vi" else set(_joined(text))
    exact = {form for form in map(exact_form, words(text)) if form.startswith(EXACT)}
    return " ".join((folded(text), *sorted(exact), *sorted(joined), *date_words(text, language)))


def date_words(text: str, language: str) -> list[str]:
    """The words of the index for the dates in `text` that have a year: each day, each month of one,
    and each month whatever its year.

    overrides/assets/javascripts/dates.js makes the same words of a query, in any of its writings.
    """
    _, found, _ = dates(text, language)
    months = {f"{date.year:04}{date.month:02}" for date in found}
    months |= {f"{date.month:02}" for date in found}
    days = {f"{date.year:04}{date.month:02}{date.day:02}" for date in found if date.day}
    return [f"{DATED}{value}{DATED}" for value in sorted(months | days)]


def words(text: str) -> list[str]:
    """The words of `text` as they are written: letters with their marks, and figures."""
    return _WORD.findall(text)


def exact_form(word: str) -> str:
    """The word of the index for `word` with its diacritics: "hòa" and "hoà" are "θhoa2".

    Each mark is the figure that types it, the tone last; a word without any is only folded. A `y`
    behind a figure ends it twice ("xây" is "θxa6yy"): English stems would end in `i` there.
    """
    apart = unicodedata.normalize("NFD", word.lower())
    marked = _TONE.sub(r"\2\1", apart, count=1)
    if marked == folded(word):
        return marked
    typed = "".join(_MARKS.get(letter, letter) for letter in marked.replace("đ", "d9"))
    return EXACT + typed + ("y" if typed[-1] == "y" and typed[-2:-1].isdigit() else "")


def _joined(text: str) -> Iterator[str]:
    """Two neighbouring words that both begin with a capital, joined into one."""
    for one, other in _NAME.findall(text):
        if one[0].isupper() and other[0].isupper():
            yield folded(one + other)
