"""Sections that stand elsewhere: headings left over in both languages -> those that are one.

A heading alone says too little: what stands below the two has to share addresses, code, figures or
names, and to be of the same kinds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from diptych.alignment.kept import Kept
from diptych.alignment.sequence import Pairing
from diptych.alignment.similarity import Similarity, common, whole
from diptych.language.rising import rising
from diptych.model import Division, Side

_MOST = 24
"""The most headings left over of a page that are held against each other."""
_SHARED = 3
"""The least words, figures, addresses and pieces of code that both share if they are one."""
_MOSTLY = 0.5
"""The share of those of both that is."""
_SHAPED = 0.7
"""How alike (0 to 1) the kinds of what stands below them are."""
_FITTING = 0.5
"""How well (0 to 1) their lengths fit."""


def moved_sections(
    pairing: Pairing,
    rows: tuple[Sequence[Division], Sequence[Division]],
    similarity: Similarity,
    kept: Kept,
) -> dict[int, int]:
    """By index of a heading of the original, that of the translation that opens the same section in
    another place, as their `pairing` shows.

    A heading counts as left over, too, if what stands below it has other addresses and code than
    below the one that it was paired with.
    """
    weak = {
        (i, j)
        for i, j in pairing
        if i is not None and j is not None and _apart(rows[0][i], rows[1][j], kept)
    }
    free: tuple[list[int], list[int]] = ([], [])
    for step in pairing:
        for side in Side:
            index = step[side]
            if index is not None and (None in step or step in weak) and rows[side][index].heading:
                free[side].append(index)
    same = _same_sections(
        [rows[0][i] for i in free[0]], [rows[1][j] for j in free[1]], similarity, kept
    )
    found = {free[0][i]: free[1][j] for i, j in same.items()}
    taken = set(found.values())
    sure = [
        (i, j)
        for i, j in pairing
        if i is not None and j is not None and i not in found and j not in taken
    ]
    fitting = sorted((i, j) for i, j in found.items() if all((i < a) == (j < b) for a, b in sure))
    in_order = set(rising(fitting))
    return {i: j for i, j in found.items() if (i, j) not in in_order}


def _apart(left: Division, right: Division, kept: Kept) -> bool:
    """Whether what stands below two headings has addresses or code, and none in common."""
    held = kept.below(left), kept.below(right)
    return any(held) and held[0].isdisjoint(held[1])


def _same_sections(
    original: Sequence[Division],
    translation: Sequence[Division],
    similarity: Similarity,
    kept: Kept,
) -> dict[int, int]:
    """By index of the original's headings left over, the translation's that opens the same section.

    Each is one for certain, or none.
    """
    rows = original, translation
    if not all(rows) or max(map(len, rows)) > _MOST:
        return {}
    scored = sorted(
        (-score, i, j)
        for i, left in enumerate(original)
        for j, right in enumerate(translation)
        if (score := _alike(left, right, similarity, kept)) >= _MOSTLY
    )
    found: dict[int, int] = {}
    for _, i, j in scored:
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _alike(left: Division, right: Division, similarity: Similarity, kept: Kept) -> float:
    """What share (0 to 1) of what a translation keeps both have; 0 where that is too little."""
    if left.level != right.level or not (left.provisions and right.provisions):
        return 0.0
    if left.title == right.title and any(map(str.isalpha, left.title)):
        return 1.0  # a name, which both languages left over: of which nothing else is known
    kinds = [Counter(p.kind for p in division.provisions) for division in (left, right)]
    total = kinds[0].total() + kinds[1].total()
    if 2 * (kinds[0] & kinds[1]).total() < _SHAPED * total:
        return 0.0
    profiles = [
        similarity.together(side, [whole(p) for p in division.provisions])
        for side, division in Side.of((left, right))
    ]
    if similarity.facets(profiles[0], profiles[1])[1] < _FITTING:
        return 0.0
    held = kept.below(left), kept.below(right)
    shared = len(common(profiles[0], profiles[1])) + len(held[0] & held[1])
    if shared < _SHARED:
        return 0.0
    words = [len(profile.kept) for profile in profiles]
    return 2 * shared / (sum(words) + len(held[0]) + len(held[1]))
