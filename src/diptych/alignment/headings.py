"""How likely two headings are counterparts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from diptych.alignment.kept import Kept, with_kept
from diptych.alignment.sequence import Pairing
from diptych.alignment.similarity import Similarity, whole
from diptych.language.diacritics import folded
from diptych.model import Division, Kind
from diptych.patterns import pattern_of

_WORD = pattern_of(r"[^\W_]{2,}")
_READ = 200
"""How many characters of a title are read for its words."""
_FITTING = 0.55
"""How well (0 to 1) the lengths of two texts that open one section fit."""


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


def without_added(
    pairing: Pairing, rows: tuple[Sequence[Division], Sequence[Division]], similarity: Similarity
) -> Pairing:
    """A pairing of headings in which one that divides a section in one language alone has no
    counterpart, rather than the heading of the section, which stands before it.
    """
    found = list(pairing)
    for at in range(len(found) - 1):
        lone, both = found[at], found[at + 1]
        if None in both or None not in lone:
            continue
        i, j = both
        if i is None or j is None:
            continue
        if lone[0] is None and lone[1] is not None:
            if _divides(rows[1][lone[1]], rows[1][j], rows[0][i], similarity.fit):
                found[at : at + 2] = [(i, lone[1]), (None, j)]
        elif lone[0] is not None and _divides(
            rows[0][lone[0]], rows[0][i], rows[1][j], lambda one, other: similarity.fit(other, one)
        ):
            found[at : at + 2] = [(lone[0], j), (i, None)]
    return found


def _divides(
    first: Division, added: Division, together: Division, fit: Callable[[str, str], float]
) -> bool:
    """Whether `together` holds what one language has below `first` and, divided off by a heading,
    below `added`.
    """
    opening, row = first.provisions, together.provisions
    if not (first.heading and together.heading and opening) or first.level != together.level:
        return False
    if first.number or added.number or together.number:
        return False
    apart = len(row) - len(opening) - len(added.provisions)
    if apart not in (0, 1) or not added.provisions:
        return False  # the words of the added heading may be one more
    rest = row[len(opening) + apart :]
    return all(
        one.kind is other.kind and fit(whole(other), whole(one)) >= _FITTING
        for one, other in zip(
            (*opening, *added.provisions), (*row[: len(opening)], *rest), strict=True
        )
    )
