"""Where two rows of words differ, in whole stretches as people would say it.

`difflib` finds those, the longest equal run first, but takes up to the cube of the rows' length;
libraries that are bounded (Levenshtein, Myers) keep as many equal words as can be, one here and one
there, and lose what was moved. So `difflib` compares what is short enough, and longer rows are cut
where they agree beyond doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from diptych.language.rising import rising

_NEAR = 2
"""Differences with at most this many equal words between them are told as one."""
PAIRS = 2_000_000
"""How many pairs of equal words are looked through in all."""
_AT_ONCE = 200_000
"""How many pairs of equal words two rows may have and still be compared without being cut."""
_ROW = 8
"""How many words in a row must agree where rows are cut, to begin with."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The spans (start, end) of two rows of words where they differ; either may be empty."""

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


def equal_runs(
    a: Sequence[str], b: Sequence[str], pairs: int = PAIRS
) -> list[tuple[int, int, int]]:
    """Equal runs of two rows of words as (start in a, start in b, length), in order.

    The longest are found first, as `difflib` does. Rows with more than `pairs` pairs of equal words
    are first cut where several words in a row occur once in each; a stretch that still has too many
    has no equal runs.
    """
    start, end = equal_ends(a, b)
    budget = [pairs]
    spans = (start, len(a) - end), (start, len(b) - end)
    return [
        (0, 0, start),
        *_runs(a, b, *spans, budget, _ROW),
        (len(a) - end, len(b) - end, end),
    ]


def _runs(
    a: Sequence[str],
    b: Sequence[str],
    left: tuple[int, int],
    right: tuple[int, int],
    budget: list[int],
    row: int,
) -> Iterator[tuple[int, int, int]]:
    """The equal runs of two spans; `budget` holds how many pairs may still be looked at."""
    ours, theirs = a[slice(*left)], b[slice(*right)]
    if not ours or not theirs:
        return
    cost = equal_pairs(ours, theirs)
    if cost <= min(budget[0], _AT_ONCE):
        budget[0] -= cost
        blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
        yield from ((i + left[0], j + right[0], size) for i, j, size in blocks if size)
        return
    cuts: list[tuple[int, int]] = []
    while row and not (cuts := _known_rows(ours, theirs, row)):
        row //= 2
    if not cuts:
        return
    at = left[0], right[0]
    for i, j, size in _joined((i + left[0], j + right[0], row) for i, j in cuts):
        start, end = equal_ends(a[at[0] : i], b[at[1] : j])
        if start:
            yield (*at, start)
        middle = (at[0] + start, i - end), (at[1] + start, j - end)
        yield from _runs(a, b, *middle, budget, row // 2)
        yield (i - end, j - end, size + end)
        at = i + size, j + size
    start, end = equal_ends(a[at[0] : left[1]], b[at[1] : right[1]])
    if start:
        yield (*at, start)
    middle = (at[0] + start, left[1] - end), (at[1] + start, right[1] - end)
    yield from _runs(a, b, *middle, budget, row // 2)
    if end:
        yield (left[1] - end, right[1] - end, end)


def equal_pairs(a: Sequence[str], b: Sequence[str]) -> int:
    """How many pairs of equal words two rows have: a word 1,000 times in each makes a million."""
    times = Counter(b)
    return sum(count * times[word] for word, count in Counter(a).items())


def _known_rows(a: Sequence[str], b: Sequence[str], length: int) -> list[tuple[int, int]]:
    """Where stretches of `length` words occur that are once in each row: (in a, in b), in order."""
    homes = [_once(a, length), _once(b, length)]
    both = [(i, homes[1][words]) for words, i in homes[0].items() if words in homes[1]]
    return rising(both)


def _once(row: Sequence[str], length: int) -> dict[tuple[str, ...], int]:
    """The stretches of `length` words that occur once in `row`, with their starts, in order."""
    first: dict[tuple[str, ...], int] = {}
    for index, words in enumerate(zip(*(row[n:] for n in range(length)), strict=False)):
        first[words] = -1 if words in first else index
    return {words: index for words, index in first.items() if index >= 0}


def _joined(runs: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """`runs`, joined where they overlap or follow each other in both rows; other overlaps go."""
    last: tuple[int, int, int] | None = None
    for i, j, size in runs:
        if last is None:
            last = i, j, size
        elif i - last[0] == j - last[1] and i <= last[0] + last[2]:
            last = last[0], last[1], i + size - last[0]
        elif i >= last[0] + last[2] and j >= last[1] + last[2]:
            yield last
            last = i, j, size
    if last is not None:
        yield last


def differences(a: list[str], b: list[str], pairs: int = PAIRS) -> list[Difference]:
    """The spans in which two rows of words differ, in order.

    A span that only one row has could often begin earlier or later with the same text ("- x y"
    before "- z" or "x y -" after "-"); it is moved as far left as it goes.
    """
    found: list[Difference] = []
    at = (0, 0)
    for i, j, size in equal_runs(a, b, pairs):
        if (i, j) != at:
            if found and (
                at[0] - found[-1].expected[1] <= _NEAR and at[1] - found[-1].printed[1] <= _NEAR
            ):
                last = found.pop()
                found.append(Difference((last.expected[0], i), (last.printed[0], j)))
            else:
                found.append(Difference((at[0], i), (at[1], j)))
        at = (i + size, j + size)
    before = [(0, 0), *((d.expected[1], d.printed[1]) for d in found)]
    return [_leftmost(a, b, d, room) for d, room in zip(found, before, strict=False)]


def _leftmost(
    a: list[str], b: list[str], difference: Difference, room: tuple[int, int]
) -> Difference:
    """`difference` moved as far left as it goes in `room`, where the one before it ends."""
    (i, i_end), (j, j_end) = difference.expected, difference.printed
    if i < i_end and j < j_end:
        return difference
    words, start, end = (a, i, i_end) if i < i_end else (b, j, j_end)
    shift = 0
    while (
        min(i - room[0], j - room[1]) > shift
        and words[start - shift - 1] == words[end - shift - 1]
        and a[i - shift - 1] == b[j - shift - 1]
    ):
        shift += 1
    return Difference((i - shift, i_end - shift), (j - shift, j_end - shift))
