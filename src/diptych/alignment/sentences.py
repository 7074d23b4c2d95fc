"""The sentences of a text and those of its translation, side by side.

Sentences are paired in order by their lengths, after Gale and Church (1993), by the figures, code
and names that they share, and by their words where these are known to render each other. Two
sentences may be one in the other language; one is lost only if all is explained much better without
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, log, sqrt
from typing import NamedTuple

MOST = 24
"""The most sentences of a text that is looked at."""
_SPREAD = 5.0
"""The variance of a length, for each character; Gale and Church found 6.8 in reports."""
_LOST, _JOINED, _JOINED_THREE = 4.0, 2.5, 4.0
"""What it costs to leave a sentence alone, to join two, and to join three."""
_SHARED = 2.0
"""What a figure, a name or a piece of code is worth that two groups share, or one lacks."""
_RENDERED, _NOT_RENDERED, _MOST_KNOWN = 0.8, 0.4, 4
"""What a word is worth that the other group renders; one that it does not, as any translator may
use another word; and how many words of a sentence are counted.
"""
_ABSENT, _MOST_ABSENT = 0.8, 2.0
"""What a word of a lost sentence is worth that the whole other text does not render, and at most
all of them.
"""
_SURE, _SURE_OF_ONE, _SURE_OF_AS_MANY = 1.0, 2.0, 2.0
"""How much better all must fit without the lost sentences than with every sentence in place; where
one sentence is left, which may well say what two did; and where as many are left.
"""
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
_FOR_SURE = 1.0
"""How much better all must fit with a text in place that it is not lost."""
_FITS = 1.5
"""How far the lengths of two sentences may be apart that are read side by side."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is paired."""

    length: float
    """The length in characters, scaled to what its counterpart should have."""
    evidence: frozenset[str]
    """The figures, names and code in it that a translation keeps."""
    known: tuple[int, ...] = ()
    """For each word with a known rendering the sentences of the other text that have it, as bits.
    """


class Bead(NamedTuple):
    """Sentences of two texts that say the same: the first of each, and how many."""

    first: int
    mine: int
    other: int
    theirs: int


def lost_sentences(
    many: Sequence[Sentence],
    few: Sequence[Sentence],
    clauses: Sequence[Sentence] = (),
    *,
    least: float = 0.0,
    most_of_one: float = inf,
) -> list[int]:
    """The indices of the sentences of `many` that `few` lacks for certain: all fits better without
    them by `least` at the least; where it is one sentence, the others fit so well that this costs
    `most_of_one` at the most, and are not shorter all over.

    None is lost where the `clauses` of `few`, divided at dashes and colons, too, fit about as well.
    """
    if not few or not many or max(len(many), len(few)) > MOST:
        return []
    pairing = _Pairing(many, few)
    cost, beads = pairing.best(losing=True)
    lost = [bead.first for bead in beads if not bead.theirs]
    if not lost:
        return []
    margin = pairing.best(losing=False)[0] - cost
    margin += _absent([word for index in lost for word in many[index].known])
    sure = _SURE if len(few) > 1 else _SURE_OF_ONE
    if margin < max(least, sure if len(few) < len(many) else _SURE_OF_AS_MANY):
        return []
    if len(few) < len(clauses) <= MOST:
        joined = _Pairing(many, clauses).best(losing=False)[0]
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


def side_by_side(
    sentences: Sequence[Sentence], others: Sequence[Sentence]
) -> list[tuple[int, int]]:
    """The sentences that are each other's counterparts, one for one, by index and in order: of
    texts that have not as many those alone whose lengths fit.
    """
    if not sentences or not others or max(len(sentences), len(others)) > MOST:
        return []
    pairing = _Pairing(sentences, others)
    as_many = len(sentences) == len(others)
    return [
        (bead.first, bead.other)
        for bead in pairing.best(losing=True)[1]
        if bead.mine == bead.theirs == 1 and (as_many or pairing.distance(*bead) <= _FITS)
    ]


def pairing_with(index: int, texts: Sequence[Sentence], others: Sequence[Sentence]) -> list[Bead]:
    """The pairing in which the text of that `index` is not lost, but by itself or with another one
    some of `others`; empty if all fits better without it.
    """
    if not others or max(len(texts), len(others)) > MOST:
        return []
    pairing = _Pairing(texts, others)
    lost = pairing.best(losing=True, lost=index)[0]
    cost, beads = pairing.best(losing=True, kept=index)
    return beads if cost <= lost - _FOR_SURE else []


_STEPS = (
    (1, 1, 0.0), (2, 1, _JOINED), (1, 2, _JOINED),
    (3, 1, _JOINED_THREE), (1, 3, _JOINED_THREE), (2, 2, _JOINED_THREE),
)  # fmt: skip


class _Pairing:
    """The pairings of the sentences of two texts, and what they cost."""

    def __init__(self, many: Sequence[Sentence], few: Sequence[Sentence]) -> None:
        self._rows = many, few
        self._lengths = [[0.0], [0.0]]
        for lengths, row in zip(self._lengths, self._rows, strict=True):
            for sentence in row:
                lengths.append(lengths[-1] + sentence.length)
        self._distances: dict[tuple[int, int, int, int], float] = {}

    def best(self, *, losing: bool, kept: int = -1, lost: int = -1) -> tuple[float, list[Bead]]:
        """The least cost of a pairing, and the pairing; none of the first text's sentences is left
        alone unless `losing`, nor is the one `kept`; the one `lost` is.
        """
        many, few = self._rows
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
                    (mine, theirs, cost + self.distance(i, mine, j, theirs))
                    for mine, theirs, cost in _STEPS
                    if i + mine <= rows and j + theirs <= columns and not i <= lost < i + mine
                ]
                if losing and i < rows and i != kept:
                    steps.append((1, 0, _alone(many[i])))
                if j < columns:
                    steps.append((0, 1, _alone(few[j])))
                for mine, theirs, cost in steps:
                    if here + cost < best[i + mine][j + theirs]:
                        best[i + mine][j + theirs] = here + cost
                        came[i + mine, j + theirs] = i, j
        beads = []
        at = rows, columns
        while at in came:
            before = came[at]
            beads.append(Bead(before[0], at[0] - before[0], before[1], at[1] - before[1]))
            at = before
        return best[rows][columns], beads[::-1]

    def distance(self, first: int, mine: int, other: int, theirs: int) -> float:
        """How ill two groups of sentences fit: by their lengths, by what only one of them has, and
        by the words that one has and the other does not render.
        """
        key = first, mine, other, theirs
        known = self._distances.get(key)
        if known is None:
            known = self._distances[key] = self._distance(*key)
        return known

    def _distance(self, first: int, mine: int, other: int, theirs: int) -> float:
        spans = (first, first + mine), (other, other + theirs)
        lengths = [
            sums[end] - sums[start] for sums, (start, end) in zip(self._lengths, spans, strict=True)
        ]
        off = abs(lengths[0] - lengths[1]) / sqrt(_SPREAD * (sum(lengths) / 2 + 10))
        groups = [row[start:end] for row, (start, end) in zip(self._rows, spans, strict=True)]
        told = [frozenset().union(*(s.evidence for s in group)) for group in groups]
        both = len(told[0] & told[1])
        either = len(told[0] | told[1])
        rendered = sum(
            _rendered(sentence, start, end)
            for group, (start, end) in zip(groups, spans[::-1], strict=True)
            for sentence in group
        )
        shared = _SHARED * ((either - both) * 0.5 - both * 0.5)
        return off * off / 2 + log(1 + off) + shared - rendered


def _absent(known: Sequence[int]) -> float:
    """What the words of lost sentences tell, of which the renderings are known: by how much more
    the whole other text lacks them than it has.
    """
    absent = sum(not bits for bits in known)
    return min(_MOST_ABSENT, _ABSENT * max(0, 2 * absent - len(known)))


def _alone(sentence: Sentence) -> float:
    """What it costs to leave a sentence alone; more, if its words are found in the other text."""
    found = min(_MOST_KNOWN, sum(map(bool, sentence.known)))
    return _LOST + _SHARED * 0.25 * len(sentence.evidence) + _NOT_RENDERED * found


def _rendered(sentence: Sentence, start: int, end: int) -> float:
    """What the words of a sentence that others render are worth, less those that they do not."""
    many = len(sentence.known)
    if not many:
        return 0.0
    mask = (1 << end) - (1 << start)
    found = sum(bool(bits & mask) for bits in sentence.known)
    worth = _RENDERED * found - _NOT_RENDERED * (many - found)
    return worth * min(1.0, _MOST_KNOWN / many)
