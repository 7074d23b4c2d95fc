"""How likely two headings are counterparts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.alignment.kept import Kept, with_kept
from diptych.alignment.similarity import Similarity
from diptych.language.diacritics import folded
from diptych.model import Division, Kind

_WORD = re.compile(r"[^\W_]{2,}")
_READ = 200
"""How many characters of a title are read for its words."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a heading is compared by besides its texts, made once: it is held against many."""

    words: frozenset[str]
    """The words of the title, which a translation may keep: names, terms, figures."""
    kinds: Counter[Kind]
    """The kinds of what stands straight below."""
    kept: frozenset[str]
    """The addresses and the code straight below."""


class Headings:
    """Scores pairs of headings."""

    def __init__(self, similarity: Similarity, kept: Kept) -> None:
        self.similarity = similarity
        self.kept = kept
        self._shapes: dict[int, _Shape] = {}

    def score(
        self, original: Sequence[Division], translation: Sequence[Division], i: int, j: int
    ) -> float:
        """How likely (0 to 1) heading `i` of the original and `j` of the translation are one."""
        left, right = original[i], translation[j]
        if (left.heading is None) != (right.heading is None):
            return 0.0
        shapes = self._shape(left), self._shape(right)
        alike = self.similarity.of_texts(left.title, right.title)
        content = self.similarity.of_texts(_opening(left), _opening(right))
        score = (
            _numbered_alike(left, right)
            + 0.15 * (left.level == right.level)
            + 0.15 * max(alike, _worded_alike(*shapes))
            + 0.3 * content
            + 0.05 * _shaped_alike(*shapes)
        )
        return with_kept(score, shapes[0].kept, shapes[1].kept)

    def _shape(self, division: Division) -> _Shape:
        known = self._shapes.get(id(division))
        if known is None:
            known = self._shapes[id(division)] = _Shape(
                frozenset(_WORD.findall(folded(division.title[:_READ]))),
                Counter(p.kind for p in division.provisions),
                self.kept.below(division),
            )
        return known


def _numbered_alike(left: Division, right: Division) -> float:
    """What the numbers of two headings add to their score; without any they tell little."""
    if left.number is None and right.number is None:
        return 0.2
    return 0.35 * (left.number == right.number)


def _worded_alike(left: _Shape, right: _Shape) -> float:
    """How many words (0 to 1) two titles share letter for letter."""
    return 2 * len(left.words & right.words) / max(1, len(left.words) + len(right.words))


def _shaped_alike(left: _Shape, right: _Shape) -> float:
    """How alike (0 to 1) the kinds of what stands straight below two headings are."""
    total = left.kinds.total() + right.kinds.total()
    return 2 * (left.kinds & right.kinds).total() / max(1, total)


def _opening(division: Division) -> str:
    return division.provisions[0].segment.text if division.provisions else ""
