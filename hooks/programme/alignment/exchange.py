"""Neighbours that have changed places."""

from __future__ import annotations

from collections.abc import Callable

EXCHANGED = 0.1
"""By how much two neighbouring pairs must fit better crosswise to have changed places.
On this programme's own text no two fit better crosswise by more than 0.03."""
_REACH = 3
"""How many places further on an exchanged neighbour is looked for."""


def exchanged_pairs(
    count: int, score: Callable[[int, int], float], settled: float = 1.0
) -> dict[int, int]:
    """Of `count` pairs those that fit better crosswise, each index to the other's.

    `score` (0 to 1) is that of the original of one pair and the translation of another;
    a pair of at least `settled` is not looked at.
    """
    straight = [score(i, i) for i in range(count)]
    gains = []
    for i in range(count):
        for j in range(i + 1, min(i + 1 + _REACH, count)):
            if max(straight[i], straight[j]) >= settled:
                continue
            if straight[i] + straight[j] > 2 - EXCHANGED:
                continue
            gains.append((score(i, j) + score(j, i) - straight[i] - straight[j], -i, -j))
    exchanged: dict[int, int] = {}
    for gain, i, j in sorted(gains, reverse=True):
        if gain < EXCHANGED:
            break
        if -i not in exchanged and -j not in exchanged:
            exchanged[-i], exchanged[-j] = -j, -i
    return exchanged
