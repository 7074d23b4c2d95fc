"""Two sequences -> the monotone pairing of least cost (Needleman and Wunsch, 1970)."""

from __future__ import annotations

from collections.abc import Callable

GAP = 0.45
"""The cost of leaving one element alone; a pair costs 1 minus its score."""

_CERTAIN = 0.75
_PLAUSIBLE = 0.45
_BAND = 48
_OFF_DIAGONAL = 1e-6

Pairing = list[tuple[int | None, int | None]]
"""Indices into both sequences, in order; None where one side has no counterpart."""


def paired(left_length: int, right_length: int, score: Callable[[int, int], float]) -> Pairing:
    """Pair two sequences given by their lengths and the score (0 to 1) of any pair.

    Equal ends are taken off first and the rest is searched in a band around the diagonal,
    so that the cost stays linear for long sequences that differ in a few places.
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
    left, right = left_length - start - end, right_length - start - end
    middle = _searched(left, right, lambda i, j: score(start + i, start + j))
    head: Pairing = [(i, i) for i in range(start)]
    body: Pairing = [
        (None if i is None else start + i, None if j is None else start + j) for i, j in middle
    ]
    tail: Pairing = [(left_length - k, right_length - k) for k in range(end, 0, -1)]
    return head + body + tail


def _searched(left: int, right: int, score: Callable[[int, int], float]) -> Pairing:
    if not left or not right:
        return [(i, None) for i in range(left)] + [(None, j) for j in range(right)]
    band = abs(left - right) + _BAND
    infinity = float("inf")
    costs: list[dict[int, float]] = [{j: j * GAP for j in range(min(right, band) + 1)}]
    steps: list[dict[int, str]] = [dict.fromkeys(range(1, min(right, band) + 1), "right")]
    for i in range(1, left + 1):
        previous = costs[-1]
        row: dict[int, float] = {}
        step: dict[int, str] = {}
        for j in range(max(0, i - band), min(right, i + band) + 1):
            options = [(previous.get(j, infinity) + GAP, 1, "left")]
            if j:
                options.append((row.get(j - 1, infinity) + GAP, 2, "right"))
                if j - 1 in previous:
                    # Among equals the pair nearest the diagonal wins, whichever side is first.
                    off = abs(i * right - j * left) / (left * right)
                    cost = 1 - score(i - 1, j - 1) + _OFF_DIAGONAL * off
                    options.append((previous[j - 1] + cost, 0, "pair"))
            row[j], _, step[j] = min(options)
        costs.append(row)
        steps.append(step)
    pairing: Pairing = []
    i, j = left, right
    while i or j:
        direction = steps[i][j]
        i -= direction != "right"
        j -= direction != "left"
        pairing.append((i if direction != "right" else None, j if direction != "left" else None))
    return pairing[::-1]
