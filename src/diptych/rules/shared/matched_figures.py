"""Match what two texts count, one against one, by what each may say."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from diptych.language.dates import Date
from diptych.language.figures import Values
from diptych.language.numbers import Number

Figure = TypeVar("Figure", Date, Number)
Sides = tuple[Values, Values]
IN_FULL = frozenset({"vi", "en"})
"""Languages whose numbers in words are known in full."""


def in_full(found: Sides) -> bool:
    """Whether the numbers that both languages write as words are known in full."""
    return {side.language.split("-")[0] for side in found} <= IN_FULL


def rest(
    left: Sequence[Figure],
    right: Sequence[Figure],
    keys: Callable[[Figure], Iterable[Hashable]],
    units: list[tuple[Number, Number]] | None = None,
) -> tuple[list[Figure], list[Figure]]:
    """What is left of both when those that share a key have gone, one against one in order."""
    if not left or not right:
        return list(left), list(right)
    waiting: dict[Hashable, list[int]] = {}
    for index in range(len(right) - 1, -1, -1):
        for key in keys(right[index]):
            waiting.setdefault(key, []).append(index)
    gone: set[int] = set()
    lone = []
    for figure in left:
        taken = None
        for key in keys(figure):
            indices = waiting.get(key, [])
            while indices and indices[-1] in gone:
                indices.pop()
            if indices:
                taken = indices.pop()
                break
        if taken is None:
            lone.append(figure)
            continue
        gone.add(taken)
        other = right[taken]
        if units is None or not isinstance(figure, Number) or not isinstance(other, Number):
            continue
        if figure.unit and figure.unit.denies(other.unit):
            units.append((figure, other))
    return lone, [figure for index, figure in enumerate(right) if index not in gone]


def not_lent(lone: list[Figure], near: Sequence[Figure]) -> list[Figure]:
    """`lone` without what stands in a neighbour without counterpart on the other side."""
    if not lone or not near:
        return lone
    return rest(lone, near, lambda figure: figure.values)[0]
