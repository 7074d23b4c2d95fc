"""Words of two texts of which one is the other misspelt."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from diptych.language.capitals import Capital

_MISSPELT = 0.7
"""The least likeness (0 to 1) at which one word is taken for the other misspelt."""
_OFF = 2
"""By how many letters the lengths of two such words may differ."""
_Row = dict[int, Capital]
"""Words that are still free, by their index."""
LOOKED_AT, COMPARED = 1_000_000, 50_000
"""How many pairs of words have their letters counted, and how many are compared in order, in one
text: far more than any list of names needs."""


class Spelling:
    """Finds misspelt words in one pair of texts after another, until it has looked at too many."""

    def __init__(self, looked_at: int = LOOKED_AT, compared: int = COMPARED) -> None:
        self._looked_at = looked_at
        self._compared = compared

    @property
    def able(self) -> bool:
        """Whether no limit has been met yet."""
        return self._looked_at > 0 and self._compared > 0

    def misspelt(
        self, left: Sequence[Capital], right: Sequence[Capital]
    ) -> list[tuple[Capital, Capital]]:
        """Pairs of a word of `left` with the first word of `right`, not yet taken, that is nearly
        the same.

        Only words that begin alike are compared. Once a limit is met, there are no more pairs.
        """
        free: dict[tuple[str, int], _Row] = {}
        for index, capital in enumerate(right):
            key = capital.value[0], len(capital.value)
            free.setdefault(key, {})[index] = capital
        pairs = []
        for capital in left:
            if not self.able:
                break
            first, length = capital.value[0], len(capital.value)
            rows = [free.get((first, n), {}) for n in range(length - _OFF, length + _OFF + 1)]
            if not any(rows):
                continue
            places = _places(capital.value)
            firsts = [self._first(capital, places, row) if row else None for row in rows]
            index, row = min(
                ((index, n) for n, index in enumerate(firsts) if index is not None),
                default=(-1, 0),
            )
            if index >= 0:
                pairs.append((capital, rows[row].pop(index)))
        return pairs

    def _first(self, capital: Capital, places: dict[str, int], row: _Row) -> int | None:
        """The index of the first word of `row` that is nearly the same as `capital`, whose letters
        stand at `places`, or None.

        All words of a row are of one length.
        """
        word = capital.value
        letters = _letters(word)
        least = _MISSPELT * (len(word) + len(next(iter(row.values())).value)) / 2 - 1e-9
        for index, other in row.items():
            if not self.able:
                return None
            self._looked_at -= 1
            theirs = _letters(other.value)
            if sum((a & b).bit_count() for a, b in zip(letters, theirs, strict=False)) < least:
                continue  # fewer letters in common than there must be
            self._compared -= 1
            if _in_order(places, len(word), other.value) < least:
                continue  # fewer in the same order
            if _likeness(word, other.value) >= _MISSPELT:
                return index
        return None


@lru_cache(maxsize=1 << 16)
def _letters(word: str) -> tuple[int, ...]:
    """The letters of `word` as sets of bits: those that occur, those that occur twice, and so on.

    Letters may share a bit: then two words seem to have more in common than they do.
    """
    sets: list[int] = []
    for letter in word:
        bit = 1 << (ord(letter) & 63)
        at = next((n for n, held in enumerate(sets) if not held & bit), len(sets))
        sets[at : at + 1] = [(sets[at] if at < len(sets) else 0) | bit]
    return tuple(sets)


def _places(word: str) -> dict[str, int]:
    """By letter, where it stands in `word`, as a set of bits."""
    places: dict[str, int] = {}
    for at, letter in enumerate(word):
        places[letter] = places.get(letter, 0) | 1 << at
    return places


def _in_order(places: dict[str, int], length: int, other: str) -> int:
    """The most letters that two words have in the same order: of one, given by its `places` and its
    length, and of `other` (Hyyrö, 2004, "Bit-Parallel LCS-length Computation Revisited").

    `SequenceMatcher` matches no more of them than that.
    """
    left = whole = (1 << length) - 1  # the letters that are not matched
    for letter in other:
        met = left & places.get(letter, 0)
        left = (left + met) | (left - met)
    return length - (left & whole).bit_count()


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
