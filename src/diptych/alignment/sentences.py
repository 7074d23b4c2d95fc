"""The sentences of a text and those of its translation -> which of them have no counterpart.

Sentences are paired in order by their lengths, after Gale and Church (1993), and by the figures,
code and names that they share. Two sentences may be one in the other language; one is lost only if
all is explained much better without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, log, sqrt

_MOST = 24
"""The most sentences of a text that is looked at."""
_SPREAD = 5.0
"""The variance of a length, for each character; Gale and Church found 6.8 in reports."""
_LOST, _JOINED, _JOINED_THREE = 4.0, 2.5, 4.0
"""What it costs to leave a sentence alone, to join two, and to join three."""
_SHARED = 2.0
"""What a figure, a name or a piece of code is worth that two groups share, or one lacks."""
_SURE, _SURE_OF_ONE = 1.0, 2.0
"""How much better all must fit without the lost sentences than with every sentence in place; and
where one sentence is left, which may well say what two did."""
_NOT_SURE = 2.0
"""How much worse two clauses may fit than one with a lost sentence, and be the two sentences."""
_SHORT = 20.0
"""The length, in characters of an alphabet, below which a sentence is not missed."""
_MISSING = 0.8
"""The least share of the lost sentences' lengths by which the text as a whole is too short."""
_CONDENSED = 1.3
"""The share of a lost sentence's length above which the whole text is put shorter."""
_PLAIN, _MISSING_PLAINLY = 1.5, 0.65
"""How much better all must fit that a smaller share is enough, and that share."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is paired."""

    length: float
    """The length in characters, scaled to what its counterpart should have."""
    evidence: frozenset[str]
    """The figures, names and code in it that a translation keeps."""


def lost_sentences(
    many: Sequence[Sentence],
    few: Sequence[Sentence],
    clauses: Sequence[Sentence] = (),
    *,
    least: float = 0.0,
    most_of_one: float = inf,
) -> list[int]:
    """The indices of the sentences of `many` that `few`, which has fewer, lacks for certain: all
    fits better without them by `least` at the least; where it is one sentence, the others fit so
    well that this costs `most_of_one` at the most, and are not shorter all over.

    None is lost where the `clauses` of `few`, divided at dashes and colons, too, fit about as well.
    """
    if not few or not len(few) < len(many) <= _MOST:
        return []
    cost, lost = _paired(many, few, losing=True)
    margin = _paired(many, few, losing=False)[0] - cost
    if not lost or margin < max(least, _SURE if len(few) > 1 else _SURE_OF_ONE):
        return []
    if len(few) < len(clauses) <= _MOST:
        joined, _ = _paired(many, clauses, losing=False)
        if joined <= cost + _NOT_SURE:
            return []
    length = sum(many[index].length for index in lost)
    short = sum(s.length for s in many) - sum(s.length for s in few)
    fits = cost - _LOST <= most_of_one and short <= _CONDENSED * length
    if len(lost) == 1 and most_of_one < inf and not fits:
        return []
    if short < (_MISSING if margin < _PLAIN else _MISSING_PLAINLY) * length:
        return []
    return [index for index in lost if many[index].length >= _SHORT]


_STEPS = (
    (1, 1, 0.0), (2, 1, _JOINED), (1, 2, _JOINED),
    (3, 1, _JOINED_THREE), (1, 3, _JOINED_THREE), (2, 2, _JOINED_THREE),
)  # fmt: skip


def _paired(
    many: Sequence[Sentence], few: Sequence[Sentence], *, losing: bool
) -> tuple[float, list[int]]:
    """The least cost of a pairing, and the sentences of `many` that it leaves alone."""
    rows, columns = len(many), len(few)
    best = [[inf] * (columns + 1) for _ in range(rows + 1)]
    came: dict[tuple[int, int], tuple[int, int]] = {}
    best[0][0] = 0.0
    for i in range(rows + 1):
        for j in range(columns + 1):
            here = best[i][j]
            if here == inf:
                continue
            steps = [
                (mine, theirs, cost + _distance(many[i : i + mine], few[j : j + theirs]))
                for mine, theirs, cost in _STEPS
                if i + mine <= rows and j + theirs <= columns
            ]
            if losing and i < rows:
                steps.append((1, 0, _LOST + _SHARED * 0.25 * len(many[i].evidence)))
            for mine, theirs, cost in steps:
                if here + cost < best[i + mine][j + theirs]:
                    best[i + mine][j + theirs] = here + cost
                    came[i + mine, j + theirs] = i, j
    lost = []
    at = rows, columns
    while at in came:
        before = came[at]
        if at[1] == before[1]:
            lost.append(before[0])
        at = before
    return best[rows][columns], lost[::-1]


def _distance(mine: Sequence[Sentence], theirs: Sequence[Sentence]) -> float:
    """How ill two groups of sentences fit: by their lengths, and by what only one of them has."""
    lengths = [sum(s.length for s in group) for group in (mine, theirs)]
    off = abs(lengths[0] - lengths[1]) / sqrt(_SPREAD * (sum(lengths) / 2 + 10))
    told = [frozenset().union(*(s.evidence for s in group)) for group in (mine, theirs)]
    both = len(told[0] & told[1])
    either = len(told[0] | told[1])
    return off * off / 2 + log(1 + off) + _SHARED * ((either - both) * 0.5 - both * 0.5)
