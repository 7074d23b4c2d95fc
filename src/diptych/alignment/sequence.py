"""Two sequences -> the monotone pairing of least cost (Needleman and Wunsch, 1970)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from diptych.language.rising import rising

GAP = 0.45
"""The cost of leaving one element alone; a pair costs 1 minus its score."""

_CERTAIN = 0.75
_PLAUSIBLE = 0.45
_BAND = 48
_OFF_DIAGONAL = 1e-6
_LATE = 1e-9
_TIE = 0.02
"""How much worse pairs may be, taken together, that leave a later element alone: less than a
length tells that stands out."""
_REACH = 8
"""The most pairs that an element without counterpart is moved behind."""
_PAIR, _LEFT, _RIGHT = range(3)
"""A step of the pairing: both elements, the left one alone, the right one alone."""

Pairing = list[tuple[int | None, int | None]]
"""Indices into both sequences, in order; None where one side has no counterpart."""
Score = Callable[[int, int], float]
"""How likely (0 to 1) an element of the left sequence and one of the right belong together."""
Plain = Callable[[int], Hashable]
"""The kind of an element, given by its index, that has nothing by which it may be recognised; None
for any other.
"""
Keys = Callable[[int], Iterable[Hashable]]
"""What an element, given by its index, may be recognised by in the other sequence."""


@dataclass(slots=True)
class Effort:
    """How many pairs may still be looked at, for all sequences of two documents together."""

    pairs: int = 1_500_000
    rough: bool = False
    """Whether it ran out for a sequence, so that this one was paired piece by piece."""

    def suffices(self, left: int, right: int) -> bool:
        """Whether two sequences of these lengths may be searched; if so, the cost is taken off.

        A search in a narrow band is always allowed.
        """
        band = abs(left - right) + _BAND
        cost = left * min(right, 2 * band)
        narrow = 2 * _BAND * (left + right)
        if cost > narrow + self.pairs:
            return False
        self.pairs -= max(0, cost - narrow)
        return True


def paired(
    left_length: int,
    right_length: int,
    score: Score,
    keys: tuple[Keys, Keys] | None = None,
    effort: Effort | None = None,
) -> Pairing:
    """Pair two sequences given by their lengths and the score (0 to 1) of any pair.

    Equal ends are taken off first and the rest is searched in a band around the diagonal,
    so that the cost stays linear for long sequences that differ in a few places. Where it would
    be more than `effort` allows, the rest is cut first: at pairs that are known by `keys` which no
    other element has, and where there are none, into pieces of like size.
    """
    if left_length == right_length and all(score(i, i) >= _PLAUSIBLE for i in range(left_length)):
        return [(i, i) for i in range(left_length)]
    start = 0
    shorter = min(left_length, right_length)
    while start < shorter and score(start, start) >= _CERTAIN:
        start += 1
    end = 0
    while (
        end < shorter - start and score(left_length - 1 - end, right_length - 1 - end) >= _CERTAIN
    ):
        end += 1
    # The element before a certain run may owe its certainty to a look-alike: where the
    # lengths differ, give one back on each side.
    if left_length != right_length:
        start, end = max(0, start - 1), max(0, end - 1)
    head: Pairing = [(i, i) for i in range(start)]
    tail: Pairing = [(left_length - k, right_length - k) for k in range(end, 0, -1)]
    spans = (start, left_length - end), (start, right_length - end)
    return [*head, *_between(*spans, score, keys, effort or Effort()), *tail]


def with_late_gaps(pairing: Pairing, score: Score, plain: tuple[Plain, Plain]) -> Pairing:
    """`pairing` with each lone element as late as scores that all but tie allow.

    Where the elements behind it would do as well without the last of them as they do without it,
    the last is taken to be the one without counterpart: rows grow at their end. Only elements of
    one kind that are `plain`, of which nothing but their length tells, are moved.
    """
    steps = list(pairing)
    for at in range(len(steps) - 2, -1, -1):
        if (steps[at][0] is None) is (steps[at][1] is None):
            continue
        side = 0 if steps[at][1] is None else 1
        earlier, loss, end = steps[at][side], 0.0, at
        moved: Pairing = []
        for step in steps[at + 1 : at + 1 + _REACH]:
            own, other = step[side], step[1 - side]
            if earlier is None or own is None or other is None:
                break
            kinds = {plain[side](earlier), plain[side](own), plain[1 - side](other)}
            if len(kinds) > 1 or None in kinds:
                break
            pair = (earlier, other) if side == 0 else (other, earlier)
            now = (own, other) if side == 0 else (other, own)
            loss += score(*now) - score(*pair)
            if loss > _TIE:
                break
            moved.append(pair)
            earlier = own
            end += 1
        steps[at : end + 1] = [*moved, (earlier, None) if side == 0 else (None, earlier)]
    return steps


def _between(
    left: tuple[int, int],
    right: tuple[int, int],
    score: Score,
    keys: tuple[Keys, Keys] | None,
    effort: Effort,
) -> Pairing:
    """The pairing of a span (start, end) of each sequence."""
    lengths = left[1] - left[0], right[1] - right[0]
    if effort.suffices(*lengths):
        return _shifted(_searched(*lengths, _from(score, left[0], right[0])), left[0], right[0])
    cuts = _anchors(left, right, score, keys) if keys else []
    if not cuts:
        effort.rough = True
        pieces = max(lengths) // _BAND + 1
        cuts = [
            (left[0] + n * lengths[0] // pieces, right[0] + n * lengths[1] // pieces)
            for n in range(1, pieces)
        ]
    pairing: Pairing = []
    for (i, j), (next_i, next_j) in pairwise([(left[0], right[0]), *cuts, (left[1], right[1])]):
        pairing += _between((i, next_i), (j, next_j), score, None, effort)
    return pairing


def _anchors(
    left: tuple[int, int], right: tuple[int, int], score: Score, keys: tuple[Keys, Keys]
) -> list[tuple[int, int]]:
    """Pairs that share a key no other element has, as many as keep the order of both."""
    homes: list[dict[Hashable, int]] = []
    for span, known_by in zip((left, right), keys, strict=True):
        found = [(key, index) for index in range(*span) for key in set(known_by(index))]
        times = Counter(key for key, _ in found)
        homes.append({key: index for key, index in found if times[key] == 1})
    likely = sorted({(i, homes[1][key]) for key, i in homes[0].items() if key in homes[1]})
    certain = {i: j for i, j in likely if score(i, j) >= _CERTAIN}
    return rising(list(certain.items()))


def _from(score: Score, left: int, right: int) -> Score:
    return lambda i, j: score(left + i, right + j)


def _shifted(pairing: Pairing, left: int, right: int) -> Pairing:
    return [(None if i is None else left + i, None if j is None else right + j) for i, j in pairing]


def _searched(left: int, right: int, score: Score) -> Pairing:
    if not left or not right:
        return [(i, None) for i in range(left)] + [(None, j) for j in range(right)]
    band = abs(left - right) + _BAND
    area = left * right
    # the costs of the row before, from the column `low` on; and every row's steps from its own
    low, costs = 0, [j * GAP for j in range(min(right, band) + 1)]
    steps = [(0, bytes([_RIGHT]) * len(costs))]
    for i in range(1, left + 1):
        first, last = max(0, i - band), min(right, i + band)
        row: list[float] = []
        step = bytearray()
        for j in range(first, last + 1):
            above = j - low
            cost, way = (costs[above] + GAP, _LEFT) if above < len(costs) else (_FAR, _LEFT)
            if row and row[-1] + GAP < cost:
                cost, way = row[-1] + GAP, _RIGHT
            if j and above <= len(costs) and above:
                apart = 1 - score(i - 1, j - 1)
                if costs[above - 1] + apart <= cost:
                    # Among equals the pair nearest the diagonal wins, then the one that comes
                    # first, whichever side is first.
                    off = _OFF_DIAGONAL * abs(i * right - j * left) / area
                    late = _LATE * (i + j) / (left + right)
                    both = costs[above - 1] + (apart + off + late)
                    if both <= cost:
                        cost, way = both, _PAIR
            row.append(cost)
            step.append(way)
        low, costs = first, row
        steps.append((first, bytes(step)))
    pairing: Pairing = []
    i, j = left, right
    while i or j:
        first, row_steps = steps[i]
        way = row_steps[j - first]
        i -= way != _RIGHT
        j -= way != _LEFT
        pairing.append((i if way != _RIGHT else None, j if way != _LEFT else None))
    return pairing[::-1]


_FAR = float("inf")
