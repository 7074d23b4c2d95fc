"""The two places in which Vietnamese writing puts a tone mark: hoà and hòa, thuý and thúy."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PAIRS = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
"""Ends of syllables with the tone mark on the second vowel -> with the mark on the first."""


_KEPT = 8192
"""Words whose answer is kept: a text says the same few again and again."""


@lru_cache(_KEPT)
def other_spelling(word: str) -> str | None:
    """`word` with its tone mark in the other place, or None where there is no choice.

    Only a syllable that ends in the two vowels has one; "quý" has none, as its u is part of the
    consonant.
    """
    lower = unicodedata.normalize("NFC", word.lower())
    if lower.startswith("qu"):
        return None
    for one, other in _PAIRS.items():
        for ending, wanted in ((one, other), (other, one)):
            if lower.endswith(ending):
                return lower[: -len(ending)] + wanted
    return None
