"""The runs of letters of a text, found once: what asks first whether some word may be there looks
among them, before anything slower.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache

from diptych.patterns import pattern_of

_RUN = pattern_of(r"[^\W\d_]+")
_KEPT = 1 << 15
"""How many texts are remembered with their words, which most texts share."""


@lru_cache(maxsize=_KEPT)
def letter_runs(text: str) -> tuple[str, ...]:
    """The runs of letters of `text`, as they are written, in order."""
    return tuple(map(sys.intern, _RUN.findall(text)))


@lru_cache(maxsize=_KEPT)
def folded_runs(text: str) -> frozenset[str]:
    """The runs of letters of `text`, without regard for capitals (`str.casefold`)."""
    return frozenset(map(str.casefold, letter_runs(text)))


def first_runs(phrases: Iterable[str]) -> frozenset[str]:
    """The run of letters with which each of `phrases` begins, as it is written."""
    return frozenset(found[0] for phrase in phrases if (found := _RUN.search(phrase)))
