"""Which references of two texts have no counterpart in the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from diptych.language.references import Reference, by_place, is_run

Sides = tuple[list[Reference], list[Reference]]


_FEW = 2
"""How many letters are named one by one even where they are a range."""
_MOST = 200
"""How many references of one text are looked through for a list."""


def lone_references(
    mine: Sequence[Reference],
    theirs: Sequence[Reference],
    *,
    first_is_vietnamese: bool = True,
    letters_kept: bool = False,
) -> Sides:
    """By side, the references without counterpart that are letters, or whose number the other side
    uses of something else.

    A translation may keep the letters of a Vietnamese list, or count a, b, c instead: whichever
    fits better, unless its own points are lettered as in the original. Where one side alone names a
    range, the other's letters in a row are one, too; if that leaves more on one side, its letters
    are not compared.
    """
    ranges = [any(one.to and one.is_letter for one in side) for side in (mine, theirs)]
    if any(ranges):
        mine, theirs = _with_ends(mine), _with_ends(theirs)
        alike = sum(one.is_letter for one in mine) == sum(one.is_letter for one in theirs)
        ranges = [ranges[0] != ranges[1] and not alike, False]
    ways: list[Sides] = []
    for way in (str,) if letters_kept else (str, by_place):
        first, second = (way, str) if first_is_vietnamese else (str, way)
        lone = _without(mine, theirs, first, second), _without(theirs, mine, second, first)
        if ranges[0] != ranges[1]:
            lone = _without_letters(lone[0]), _without_letters(lone[1])
        ways.append(lone)
    return min(ways, key=lambda lone: len(lone[0]) + len(lone[1]))


def out_of_lists(lone: Sides, found: tuple[Sequence[Reference], Sequence[Reference]]) -> Sides:
    """The letters of `lone` that belong to a list, whose other letters both sides have."""

    def in_list(one: Reference, own: list[Reference], others: Sequence[Reference]) -> bool:
        beside = [other for other in others[:_MOST] if other.is_letter and other.kinds & one.kinds]
        return one.is_letter and one.among > 1 and len(beside) > 1 and len(own) < one.among

    return (
        [one for one in lone[0] if in_list(one, lone[0], found[1])],
        [one for one in lone[1] if in_list(one, lone[1], found[0])],
    )


def _with_ends(references: Sequence[Reference]) -> list[Reference]:
    """`references` with the first and the last of letters that are named in a row alone."""
    kept: list[Reference] = []
    at = 0
    while at < len(references):
        named = references[at : at + max(1, references[at].among)]
        at += len(named)
        row = len(named) > _FEW and not any(one.to for one in named)
        whole = row and is_run([one.number for one in named])
        kept += (named[0], named[-1]) if whole else named
    return kept


def _without_letters(lone: list[Reference]) -> list[Reference]:
    return [one for one in lone if not one.is_letter]


def _without(
    mine: Sequence[Reference],
    theirs: Sequence[Reference],
    called: Callable[[str], str],
    called_there: Callable[[str], str] = str,
) -> list[Reference]:
    """The references of `mine` that are not among `theirs`; `called` and `called_there` say how
    the letters of each are called.
    """
    # by number, then by what they may be called, in order: there are few ways to call one
    free: dict[str, dict[frozenset[str], deque[int]]] = {}
    for index, other in enumerate(theirs):
        number = called_there(other.number)
        free.setdefault(number, {}).setdefault(other.kinds, deque()).append(index)
    lone = []
    for reference in mine:
        same = free.get(called(reference.number), {})
        alike = [indices for kinds, indices in same.items() if indices and kinds & reference.kinds]
        if alike:
            min(alike, key=lambda indices: indices[0]).popleft()
        elif reference.is_letter or any(same.values()):
            lone.append(reference)
    return lone
