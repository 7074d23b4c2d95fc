"""Two documents -> pairs of nodes, by printed number and order, never by list index alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from programme.alignment.sequence import paired
from programme.alignment.similarity import Similarity, invariants
from programme.model import Division, Document, Footnote, Page, Provision

Node = TypeVar("Node", Page, Division, Provision, Footnote)

Parent = Division | Provision | Footnote

MOVED = 0.6
"""The least similarity at which two provisions left over in different places are one."""

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
    footnotes: list[Pair[Footnote]] = field(default_factory=list)
    parents: tuple[dict[str, Parent], dict[str, Parent]] = field(default_factory=lambda: ({}, {}))
    """For each side, what holds a provision, by the provision's id."""
    counterparts: tuple[dict[str, Provision], dict[str, Provision]] = field(
        default_factory=lambda: ({}, {})
    )
    """For each side, the provision paired with a provision, by the latter's id."""


def align(original: Document, translation: Document) -> Alignment:
    """Pair the nodes of two documents. Neither is changed; cost is linear in their length."""
    return _Aligner(original, translation).align()


class _Aligner:
    def __init__(self, original: Document, translation: Document) -> None:
        self.documents = (original, translation)
        self.similarity = Similarity(original, translation)
        self.result = Alignment()
        self.loose: tuple[list[Provision], list[Provision]] = ([], [])
        self.homes: tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]] = ({}, {})
        """For each side, the ids of a parent and its counterpart, by the parent's id."""

    def align(self) -> Alignment:
        for pages in self._pages():
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
        notes = [_by_label(page.footnotes) for page in (original, translation)]
        for label in [*notes[0], *(label for label in notes[1] if label not in notes[0])]:
            mine, other = notes[0].get(label), notes[1].get(label)
            self.result.footnotes.append(Pair(mine, other))
            if mine and other:
                self._provisions(mine, mine.provisions, other, other.provisions)

    def _divisions(self, original: Sequence[Division], translation: Sequence[Division]) -> None:
        def score(i: int, j: int) -> float:
            left, right = original[i], translation[j]
            alike = self.similarity.of_texts(left.title, right.title)
            content = self.similarity.of_texts(_opening(left), _opening(right))
            return (
                0.35 * (left.number == right.number)
                + 0.25 * (left.level == right.level)
                + 0.15 * alike
                + 0.25 * content
            )

        for i, j in paired(len(original), len(translation), score):
            left = None if i is None else original[i]
            right = None if j is None else translation[j]
            self.result.divisions.append(Pair(left, right))
            if left and right:
                self._provisions(left, left.provisions, right, right.provisions)
            else:
                for side, division in enumerate((left, right)):
                    for provision in division.provisions if division else ():
                        self._hold(side, provision, division)
                        self.loose[side].append(provision)

    def _hold(self, side: int, provision: Provision, parent: Parent | None) -> None:
        if parent is not None:
            self.result.parents[side][provision.id] = parent

    def _provisions(
        self,
        original_parent: Parent,
        original: Sequence[Provision],
        translation_parent: Parent,
        translation: Sequence[Provision],
    ) -> None:
        home = (original_parent.id, translation_parent.id)
        self.homes[0][home[0]] = self.homes[1][home[1]] = home
        for provision in original:
            self._hold(0, provision, original_parent)
        for provision in translation:
            self._hold(1, provision, translation_parent)
        pairing = paired(
            len(original),
            len(translation),
            lambda i, j: self.similarity.of_provisions(original[i], translation[j]),
        )
        for i, j in pairing:
            if i is not None and j is not None:
                self._join(original[i], translation[j])
            elif i is not None:
                self.loose[0].append(original[i])
            elif j is not None:
                self.loose[1].append(translation[j])

    def _join(self, original: Provision, translation: Provision, *, moved: bool = False) -> None:
        self.result.provisions.append(Pair(original, translation, moved))
        self.result.counterparts[0][original.id] = translation
        self.result.counterparts[1][translation.id] = original
        self._provisions(original, original.children, translation, translation.children)

    def _rejoin_loose(self) -> None:
        """Pair what was left over in one place with what was left over in another."""
        scored = sorted(
            (
                (-self.similarity.of_provisions(self.loose[0][i], self.loose[1][j]), i, j)
                for i, j in self._candidates()
            ),
        )
        taken: tuple[set[int], set[int]] = (set(), set())
        for cost, i, j in scored:
            if -cost >= MOVED and i not in taken[0] and j not in taken[1]:
                taken[0].add(i)
                taken[1].add(j)
                self._join(self.loose[0][i], self.loose[1][j], moved=True)
        for side in (0, 1):
            for index, provision in enumerate(self.loose[side]):
                if index not in taken[side]:
                    self.result.provisions.append(
                        Pair(None, provision) if side else Pair(provision, None)
                    )

    def _candidates(self) -> set[tuple[int, int]]:
        """Loose pairs worth scoring: from one place, or with a rare word in common."""
        by_evidence: dict[object, list[int]] = {}
        for j, provision in enumerate(self.loose[1]):
            for evidence in self._evidence(1, provision):
                by_evidence.setdefault(evidence, []).append(j)
        return {
            (i, j)
            for i, provision in enumerate(self.loose[0])
            for evidence in self._evidence(0, provision)
            for j in by_evidence.get(evidence, ())[:_COMMON]
        }

    def _evidence(self, side: int, provision: Provision) -> list[object]:
        parent = self.result.parents[side].get(provision.id)
        home = self.homes[side].get(parent.id) if parent else None
        return [*invariants(provision.segment.text), *([home] if home else [])]


def _by_label(notes: Sequence[Footnote]) -> dict[str, Footnote]:
    first: dict[str, Footnote] = {}
    for note in notes:
        first.setdefault(note.label, note)
    return first


def _opening(division: Division) -> str:
    return division.provisions[0].segment.text if division.provisions else ""
