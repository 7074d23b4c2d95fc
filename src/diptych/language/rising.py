"""The longest rising selection of pairs, by patience sorting."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest selection of `pairs`, sorted by their firsts, in which the seconds rise, too."""
    ends: list[int] = []  # by a row's length less one: the least second that ends such a row
    last: list[int] = []  # and the index of the pair that does
    before: list[int] = []  # by index: the pair that stands before it in the longest row
    for index, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [second]
        last[length : length + 1] = [index]
    row: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]
