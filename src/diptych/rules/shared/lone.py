"""Which of several things in one text have no counterpart in the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

FEW = 64
"""The most things on one side whose places are compared; of more, the last are the lone ones."""


class Placed(Protocol):
    """Something at an offset of a text."""

    @property
    def start(self) -> int:
        """The offset at which it begins."""

    @property
    def end(self) -> int:
        """The offset behind its last character."""

    @property
    def held(self) -> str:
        """What it says."""


Thing = TypeVar("Thing", bound=Placed)


def lone(mine: Sequence[Thing], theirs: Sequence[Placed], lengths: tuple[int, int]) -> list[Thing]:
    """The things of `mine` that are too many beside `theirs`, fewer of them.

    Both are paired in order, by what they say and by how far into the text they stand, whose
    `lengths` are given.
    """
    extra = len(mine) - len(theirs)
    if extra <= 0:
        return []
    if len(mine) > FEW:
        return list(mine[-extra:])
    own, other = (max(1, length) for length in lengths)
    # costs[i][j]: the least cost of pairing the first j of theirs with some of the first i of mine
    far = float("inf")
    costs = [[0.0, *(far for _ in theirs)]]
    for thing in mine:
        row = [0.0]
        for j, counterpart in enumerate(theirs):
            same = thing.held.strip().casefold() == counterpart.held.strip().casefold()
            apart = abs(thing.start / own - counterpart.start / other)
            row.append(min(costs[-1][j + 1], costs[-1][j] + (0.0 if same else 0.1 + apart)))
        costs.append(row)
    left = []
    j = len(theirs)
    for i in range(len(mine), 0, -1):
        if j and costs[i][j] < costs[i - 1][j]:
            j -= 1
        else:
            left.append(mine[i - 1])
    return left[::-1]
