"""Two documents -> pairs of nodes, by printed number and order, never by list index alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, TypeVar

from programme.alignment.sequence import paired
from programme.alignment.similarity import Similarity, whole
from programme.glossary import Glossary
from programme.model import Division, Document, Footnote, Page, Provision
from programme.progress import SILENT, Progress

Node = TypeVar("Node", Page, Division, Provision, Footnote)

Parent = Division | Provision | Footnote
Rows = Sequence[tuple[Sequence[Provision], Sequence[Provision]]]
"""Provisions of both languages that stand side by side, row by row."""

MOVED = 0.6
"""The least similarity at which two provisions left over in different places are one."""
MOVED_NEAR = 0.45
"""The same for two left over below one heading."""
EXCHANGED = 0.1
"""By how much two neighbouring pairs must fit better crosswise to have changed places.
On this programme's own text no two fit better crosswise by more than 0.03."""
_REACH = 3

_COMMON = 64
"""A word that more loose provisions share than this tells nothing."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[Node]):
    """Counterparts; one side is None where a language lacks the node."""

    original: Node | None
    translation: Node | None
    moved: bool = False
    """Found again elsewhere: in another division, or in another order."""

    @property
    def both(self) -> tuple[Node, Node] | None:
        """The two nodes, or None unless both exist."""
        if self.original is None or self.translation is None:
            return None
        return self.original, self.translation

    def side(self, index: int) -> Node | None:
        """The original for 0, the translation for 1."""
        return self.translation if index else self.original


@dataclass(slots=True)
class Alignment:
    """All pairs of two documents, each list in reading order of the original."""

    pages: list[Pair[Page]] = field(default_factory=list)
    divisions: list[Pair[Division]] = field(default_factory=list)
    provisions: list[Pair[Provision]] = field(default_factory=list)
    """Also those of footnotes; what stands below a provision without counterpart is part of it."""
    footnotes: list[Pair[Footnote]] = field(default_factory=list)
    """By label."""
    exchanged_notes: list[tuple[Footnote, Footnote, Footnote, Footnote]] = field(
        default_factory=list
    )
    """Original and translation of one label, then of another: the bodies changed places."""
    parents: tuple[dict[str, Parent], dict[str, Parent]] = field(default_factory=lambda: ({}, {}))
    """For each side, what holds a provision, by the provision's id."""
    counterparts: tuple[dict[str, Provision], dict[str, Provision]] = field(
        default_factory=lambda: ({}, {})
    )
    """For each side, the provision paired with a provision, by the latter's id."""


def align(
    original: Document,
    translation: Document,
    glossary: Glossary | None = None,
    progress: Progress = SILENT,
) -> Alignment:
    """Pair the nodes of two documents. Neither is changed; cost is linear in their length.

    A `glossary` tells more of what belongs together.
    """
    return _Aligner(original, translation, glossary).align(progress)


class _Aligner:
    def __init__(
        self, original: Document, translation: Document, glossary: Glossary | None
    ) -> None:
        self.documents = (original, translation)
        self.similarity = Similarity(original, translation, glossary)
        self.result = Alignment()
        self.loose: tuple[list[Provision], list[Provision]] = ([], [])
        self.stretches = 0
        self.stretch: tuple[dict[str, int], dict[str, int]] = ({}, {})
        """For each side, the number of the stretch a provision stands in, by its id."""

    def align(self, progress: Progress) -> Alignment:
        pairs = list(self._pages())
        progress.expect(len(pairs))
        for pages in pairs:
            progress.advance()
            self.result.pages.append(pages)
            if (both := pages.both) is not None:
                self._page(*both)
        self._rejoin_loose()
        return self.result

    def _pages(self) -> Iterator[Pair[Page]]:
        others = {page.path: page for page in self.documents[1].pages}
        for page in self.documents[0].pages:
            yield Pair(page, others.pop(page.path, None))
        for page in others.values():
            yield Pair(None, page)

    def _page(self, original: Page, translation: Page) -> None:
        self._divisions(list(original.own_divisions()), list(translation.own_divisions()))
        self._footnotes(_by_label(original.footnotes), _by_label(translation.footnotes))

    def _footnotes(self, original: dict[str, Footnote], translation: dict[str, Footnote]) -> None:
        """Pair notes by label, and their paragraphs by what they say."""
        both: list[tuple[Footnote, Footnote]] = []
        for label in [*original, *(label for label in translation if label not in original)]:
            mine, other = original.get(label), translation.get(label)
            self.result.footnotes.append(Pair(mine, other))
            if mine and other:
                self._hold(0, mine, mine.provisions)
                self._hold(1, other, other.provisions)
                both.append((mine, other))
        exchanged = self._exchanged([(mine.text, other.text) for mine, other in both])
        self.result.exchanged_notes += [(*both[i], *both[j]) for i, j in exchanged.items() if i < j]
        self._stretches(
            [
                (mine.provisions, both[exchanged.get(index, index)][1].provisions)
                for index, (mine, _) in enumerate(both)
            ]
        )

    def _divisions(self, original: Sequence[Division], translation: Sequence[Division]) -> None:
        def score(i: int, j: int) -> float:
            left, right = original[i], translation[j]
            if (left.heading is None) != (right.heading is None):
                return 0.0
            alike = self.similarity.of_texts(left.title, right.title)
            content = self.similarity.of_texts(_opening(left), _opening(right))
            return (
                0.35 * (left.number == right.number)
                + 0.25 * (left.level == right.level)
                + 0.15 * alike
                + 0.25 * content
            )

        # What stands under a heading that one language lost stands, in that language, under
        # the heading before it: such a stretch is aligned as one.
        stretches: list[tuple[list[Provision], list[Provision]]] = [([], [])]
        for i, j in paired(len(original), len(translation), score):
            left = None if i is None else original[i]
            right = None if j is None else translation[j]
            self.result.divisions.append(Pair(left, right))
            if left and right:
                stretches.append(([], []))
            for side, division in enumerate((left, right)):
                if division:
                    self._hold(side, division, division.provisions)
                    stretches[-1][side].extend(division.provisions)
        self._stretches(stretches)

    def _hold(self, side: int, parent: Parent, provisions: Sequence[Provision]) -> None:
        self.result.parents[side].update((provision.id, parent) for provision in provisions)

    def _stretches(self, rows: Rows) -> None:
        """Pair what stands below the same headings, and remember where it stood."""
        for row in rows:
            self.stretches += 1
            for side in (0, 1):
                for top in row[side]:
                    for provision in top.walk():
                        self.stretch[side][provision.id] = self.stretches
        self._rows(rows)

    def _rows(self, rows: Rows) -> None:
        """Pair rows of siblings, given in reading order."""
        found: list[tuple[Provision, Provision]] = []
        for original, translation in rows:
            for i, j in paired(
                len(original),
                len(translation),
                partial(self._score, original, translation),
            ):
                if i is not None and j is not None:
                    found.append((original[i], translation[j]))
                elif i is not None:
                    self.loose[0].append(original[i])
                elif j is not None:
                    self.loose[1].append(translation[j])
        exchanged = self._exchanged([(whole(left), whole(right)) for left, right in found])
        for index, (left, right) in enumerate(found):
            other = exchanged.get(index)
            counterpart = right if other is None else found[other][1]
            # of two that changed places one is told as moved
            self._join(left, counterpart, moved=other is not None and other > index)

    def _score(
        self, original: Sequence[Provision], translation: Sequence[Provision], i: int, j: int
    ) -> float:
        return self.similarity.of_provisions(original[i], translation[j])

    def _exchanged(self, pairs: Sequence[tuple[str, str]]) -> dict[int, int]:
        """Neighbouring pairs of texts that fit better crosswise, each index to the other's."""
        straight = [self.similarity.of_texts(*pair) for pair in pairs]
        gains = []
        for i, (left, right) in enumerate(pairs):
            for j in range(i + 1, min(i + 1 + _REACH, len(pairs))):
                if straight[i] + straight[j] > 2 - EXCHANGED:
                    continue
                crossed = self.similarity.of_texts(left, pairs[j][1])
                crossed += self.similarity.of_texts(pairs[j][0], right)
                gains.append((crossed - straight[i] - straight[j], -i, -j))
        exchanged: dict[int, int] = {}
        for gain, i, j in sorted(gains, reverse=True):
            if gain < EXCHANGED:
                break
            if -i not in exchanged and -j not in exchanged:
                exchanged[-i], exchanged[-j] = -j, -i
        return exchanged

    def _join(self, original: Provision, translation: Provision, *, moved: bool = False) -> None:
        self.result.provisions.append(Pair(original, translation, moved))
        self.result.counterparts[0][original.id] = translation
        self.result.counterparts[1][translation.id] = original
        self._hold(0, original, original.children)
        self._hold(1, translation, translation.children)
        self._rows([(original.children, translation.children)])

    def _rejoin_loose(self) -> None:
        """Pair what was left over in one place with what was left over in another."""
        loose = [list(side) for side in self.loose]
        scored = sorted(
            (-self.similarity.of_provisions(loose[0][i], loose[1][j]), i, j)
            for i, j in self._candidates()
        )
        taken: tuple[set[int], set[int]] = (set(), set())
        for cost, i, j in scored:
            near = self.stretch[0][loose[0][i].id] == self.stretch[1][loose[1][j].id]
            if -cost >= (MOVED_NEAR if near else MOVED) and i not in taken[0] and j not in taken[1]:
                taken[0].add(i)
                taken[1].add(j)
                self._join(loose[0][i], loose[1][j], moved=True)
        for side in (0, 1):
            for index, provision in enumerate(self.loose[side]):
                if index not in taken[side]:
                    self.result.provisions.append(
                        Pair(None, provision) if side else Pair(provision, None)
                    )

    def _candidates(self) -> set[tuple[int, int]]:
        """Loose pairs worth scoring: from one stretch, or with a rare word in common."""
        by_evidence: dict[object, list[int]] = {}
        for j, loose in enumerate(self.loose[1]):
            for evidence in self._evidence(1, loose):
                by_evidence.setdefault(evidence, []).append(j)
        return {
            (i, j)
            for i, loose in enumerate(self.loose[0])
            for evidence in self._evidence(0, loose)
            for j in by_evidence.get(evidence, ())[:_COMMON]
        }

    def _evidence(self, side: int, provision: Provision) -> list[object]:
        words = self.similarity.evidence(side, provision.segment.text)
        return [self.stretch[side][provision.id], *words]


def _by_label(notes: Sequence[Footnote]) -> dict[str, Footnote]:
    first: dict[str, Footnote] = {}
    for note in notes:
        first.setdefault(note.label, note)
    return first


def _opening(division: Division) -> str:
    return division.provisions[0].segment.text if division.provisions else ""
