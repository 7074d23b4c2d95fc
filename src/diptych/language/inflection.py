"""The forms of a word, as far as a language's endings are known."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

Forms = Callable[[str], tuple[str, ...]]
"""A function from a word in lower case to its forms that a phrase may have, itself first."""


def as_written(word: str) -> tuple[str, ...]:
    """Only `word` itself: for Vietnamese, and for languages whose endings are not known."""
    return (word,)


@lru_cache(maxsize=65536)
def english_forms(word: str) -> tuple[str, ...]:
    """The English `word`, and the same word without its plural or possessive ending."""
    forms = [word]
    if word.endswith(("'s", "’s")):
        word = word[:-2]
        forms.append(word)
    if word.endswith("s") and len(word) > 2:
        forms.append(word[:-1])
        if word.endswith("es"):
            forms.append(word[:-2])
    return tuple(forms)
