"""Words without their endings and in one spelling, so that forms of one word are one."""

from __future__ import annotations

from functools import lru_cache

from diptych.language.tags import bare
from diptych.language.weight.words import words_of

_ENDINGS = ("ations", "ation", "ments", "ment", "ions", "ion", "ings", "ing", "ies", "ied", "ed",
            "es", "s", "y", "e")  # fmt: skip
_STEM = 3
"""The fewest letters of a stem."""


@lru_cache(maxsize=1 << 15)
def stem(word: str, language: str) -> str:
    """The English `word` without its ending, in one spelling; any other as it is."""
    if bare(language) != "en":
        return word
    word = word.replace("-", "")
    if word in words_of(language).phrases or len(word) <= _STEM:
        return word
    word = word.replace("isation", "ization").replace("gramme", "gram")
    word = word.replace("centre", "center").replace("labour", "labor")
    if word.endswith(("ise", "ised", "ises", "ising")):
        word = word.replace("is", "iz") if word.count("is") == 1 else word
    if len(word) > _STEM + 2:
        word = word.removesuffix("ly")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _STEM and word[-1] == word[-2]:
        word = word[:-1]  # plan, planning
    return word.removesuffix("e")


@lru_cache(maxsize=8)
def stemmed_poles(language: str) -> dict[str, frozenset[tuple[int, int]]]:
    """By stem, the pairs of opposites that a word of `language` belongs to (see `Words.poles`)."""
    poles: dict[str, frozenset[tuple[int, int]]] = {}
    for word, found in words_of(language).poles.items():
        plain = stem(word, language)
        poles[plain] = poles.get(plain, frozenset()) | found
    return poles
