"""Words of two languages of which one is the other misspelt."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from diptych.language.capitals import Capital

_MISSPELT = 0.7
"""The least likeness (0 to 1) of two words of which one is the other misspelt."""
_OFF = 2
"""Letters by which the lengths of two such words may differ."""
LOOKED_AT, COMPARED = 1_000_000, 50_000
"""Pairs of words of which the letters are counted, and which are compared in order, for one text:
far more than any list of names needs."""


class Spelling:
    """Finds misspelt words pair by pair of texts, as long as there are not too many in all."""

    def __init__(self, looked_at: int = LOOKED_AT, compared: int = COMPARED) -> None:
        self._looked_at = looked_at
        self._compared = compared

    @property
    def able(self) -> bool:
        """Whether no limit was met yet."""
        return self._looked_at > 0 and self._compared > 0

    def misspelt(
        self, left: Sequence[Capital], right: Sequence[Capital]
    ) -> list[tuple[Capital, Capital]]:
        """For each word of `left` the first of `right`, not yet taken, that is nearly the same.

        Only words that begin alike are. None any more once a limit was met.
        """
        free: dict[tuple[str, int], dict[int, Capital]] = {}
        for index, capital in enumerate(right):
            key = capital.value[0], len(capital.value)
            free.setdefault(key, {})[index] = capital
        pairs = []
        for capital in left:
            first, length = capital.value[0], len(capital.value)
            rows = [free.get((first, n), {}) for n in range(length - _OFF, length + _OFF + 1)]
            firsts = [self._first(capital, row) for row in rows]
            index, row = min(
                ((index, n) for n, index in enumerate(firsts) if index is not None),
                default=(-1, 0),
            )
            if index >= 0:
                pairs.append((capital, rows[row].pop(index)))
        return pairs

    def _first(self, capital: Capital, row: dict[int, Capital]) -> int | None:
        """The first of `row` that is nearly the same."""
        letters = _letters(capital.value)
        length = len(capital.value)
        for index, other in row.items():
            if not self.able:
                return None
            self._looked_at -= 1
            theirs = _letters(other.value)
            least = _MISSPELT * (length + len(other.value)) / 2 - 1e-9
            if sum((a & b).bit_count() for a, b in zip(letters, theirs, strict=False)) < least:
                continue  # fewer letters in common than there must be
            self._compared -= 1
            if _likeness(capital.value, other.value) >= _MISSPELT:
                return index
        return None


@lru_cache(maxsize=1 << 16)
def _letters(word: str) -> tuple[int, ...]:
    """The letters as sets of bits: those that occur, those that occur twice, and so on.

    Letters may share a bit: then more seem to be in common than are.
    """
    sets: list[int] = []
    for letter in word:
        bit = 1 << (ord(letter) & 63)
        at = next((n for n, held in enumerate(sets) if not held & bit), len(sets))
        sets[at : at + 1] = [(sets[at] if at < len(sets) else 0) | bit]
    return tuple(sets)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
