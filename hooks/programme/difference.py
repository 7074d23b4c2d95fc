"""Where two rows of words differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_NEAR = 2
"""Differences with no more equal words than this between them are one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A span of each row (start, end) where they differ; either may be empty."""

    expected: tuple[int, int]
    printed: tuple[int, int]

    @property
    def nothing_expected(self) -> bool:
        """Whether only the printed row has words here."""
        return self.expected[0] == self.expected[1]

    @property
    def nothing_printed(self) -> bool:
        """Whether only the expected row has words here."""
        return self.printed[0] == self.printed[1]


def equal_ends(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many words two rows have in common at their beginning, and after those at their end."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return start, end


def equal_runs(a: list[str], b: list[str]) -> list[tuple[int, int, int]]:
    """Equal runs of two rows of words as (start in a, start in b, length)."""
    start, end = equal_ends(a, b)
    inner = SequenceMatcher(
        None, a[start : len(a) - end], b[start : len(b) - end], autojunk=False
    ).get_matching_blocks()
    return [
        (0, 0, start),
        *((i + start, j + start, size) for i, j, size in inner if size),
        (len(a) - end, len(b) - end, end),
    ]


def differences(a: list[str], b: list[str]) -> list[Difference]:
    """The spans in which two rows of words differ, in order.

    A span that only one row has could often start earlier or later with the same text
    ("- x y" before "- z" or "x y -" after "-"); it is moved to the left as far as it goes.
    """
    found: list[Difference] = []
    at = (0, 0)
    for i, j, size in equal_runs(a, b):
        if (i, j) != at:
            if found and (
                at[0] - found[-1].expected[1] <= _NEAR and at[1] - found[-1].printed[1] <= _NEAR
            ):
                last = found.pop()
                found.append(Difference((last.expected[0], i), (last.printed[0], j)))
            else:
                found.append(Difference((at[0], i), (at[1], j)))
        at = (i + size, j + size)
    return [_leftmost(a, b, difference) for difference in found]


def _leftmost(a: list[str], b: list[str], difference: Difference) -> Difference:
    (i, i_end), (j, j_end) = difference.expected, difference.printed
    if i < i_end and j < j_end:
        return difference
    words, start, end = (a, i, i_end) if i < i_end else (b, j, j_end)
    shift = 0
    while (
        min(i, j) > shift
        and words[start - shift - 1] == words[end - shift - 1]
        and a[i - shift - 1] == b[j - shift - 1]
    ):
        shift += 1
    return Difference((i - shift, i_end - shift), (j - shift, j_end - shift))
