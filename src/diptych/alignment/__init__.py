"""Two documents -> pairs of nodes, by printed number and order, never by list index alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from diptych.model import Division, Document, Footnote, Page, Place, Provision, Segment, Side

Paired = TypeVar("Paired")

_NEAREST = 32
"""The most siblings without counterpart that `Alignment.lone_near` returns."""

Parent = Division | Provision | Footnote


def children_of(parent: Parent) -> tuple[Provision, ...]:
    """The provisions straight below `parent`."""
    return parent.children if isinstance(parent, Provision) else parent.provisions


@dataclass(frozen=True, slots=True)
class Pair(Generic[Paired]):
    """Two counterparts: nodes or marks; a side is None where that language lacks one."""

    original: Paired | None
    translation: Paired | None
    moved: bool = False
    """Whether the translation has a node elsewhere: in another division or in another order."""

    @property
    def both(self) -> tuple[Paired, Paired] | None:
        """The two counterparts, or None unless both exist."""
        if self.original is None or self.translation is None:
            return None
        return self.original, self.translation

    def side(self, side: Side) -> Paired | None:
        """What the language of `side` has; None where it lacks a counterpart."""
        return self.translation if side else self.original


@dataclass(frozen=True, slots=True)
class Split:
    """A provision of one language that is two in the other."""

    side: Side
    """The side of the language that has two provisions."""
    first: Provision
    """The one of the two that is paired with `whole`."""
    second: Provision
    """The one of the two that has no counterpart."""
    whole: Provision


@dataclass(slots=True)
class Alignment:
    """All pairs of two documents, each list in reading order of the original."""

    original: Document
    translation: Document
    likeness: Callable[[Provision, Provision], float]
    """How likely (0 to 1) a provision of the original and one of the translation say the same."""
    pages: list[Pair[Page]] = field(default_factory=list)
    divisions: list[Pair[Division]] = field(default_factory=list)
    provisions: list[Pair[Provision]] = field(default_factory=list)
    """Pairs of provisions, those in footnotes included. A provision without counterpart stands for
    all that is nested in it."""
    footnotes: list[Pair[Footnote]] = field(default_factory=list)
    """Pairs of footnotes, found by their labels."""
    splits: list[Split] = field(default_factory=list)
    exchanged_notes: list[tuple[Footnote, Footnote, Footnote, Footnote]] = field(
        default_factory=list
    )
    """Footnotes whose bodies changed places: the original and the translation of one label, then
    those of the other."""
    rough: list[tuple[Place, Place]] = field(default_factory=list)
    """Where, in the original and in the translation, rows of siblings begin that differ too much to
    be paired as a whole. They were paired piece by piece, so some in them may have a wrong
    counterpart."""
    lone_below: tuple[dict[str, list[Provision]], dict[str, list[Provision]]] = field(
        default_factory=lambda: ({}, {})
    )
    """For each side, the provisions without counterpart, by the id of what holds them."""
    parents: tuple[dict[str, Parent], dict[str, Parent]] = field(default_factory=lambda: ({}, {}))
    """For each side, what holds a provision, by the provision's id."""
    counterparts: tuple[dict[str, Provision], dict[str, Provision]] = field(
        default_factory=lambda: ({}, {})
    )
    """For each side, the provision paired with a provision, by the latter's id."""
    division_counterparts: tuple[dict[str, Division], dict[str, Division]] = field(
        default_factory=lambda: ({}, {})
    )
    """For each side, the division paired with a division, by the latter's id."""
    _before: tuple[dict[str, dict[str, Provision]], dict[str, dict[str, Provision]]] = field(
        default_factory=lambda: ({}, {}), repr=False
    )
    _ranked: tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]] = field(
        default_factory=lambda: ({}, {}), repr=False
    )

    def text_opposite(self, side: Side, body: Division | Provision) -> Segment | None:
        """The text of the counterpart of `body`, a node of `side`; None without one."""
        if isinstance(body, Provision):
            provision = self.counterparts[side].get(body.id)
            return provision.segment if provision else None
        division = self.division_counterparts[side].get(body.id)
        return division.heading if division else None

    def lone_near(self, side: Side, provision: Provision) -> list[Provision]:
        """The siblings and children of `provision` that have no counterpart.

        Of many siblings only the nearest are returned, `_NEAREST` at most.
        """
        lone = self.lone_below[side]
        parent = self.parents[side].get(provision.id)
        beside = lone.get(parent.id, []) if parent else []
        if parent and len(beside) > _NEAREST:
            ranks = self._ranks(side, parent)
            at = bisect_left(beside, ranks[provision.id], key=lambda p: ranks[p.id])
            first = max(0, min(at - _NEAREST // 2, len(beside) - _NEAREST))
            beside = beside[first : first + _NEAREST]
        return [*beside, *lone.get(provision.id, ())]

    def has_lone_near(self, side: Side, provision: Provision) -> bool:
        """Whether a sibling or a child of `provision` has no counterpart."""
        parent = self.parents[side].get(provision.id)
        lone = self.lone_below[side]
        return provision.id in lone or (parent is not None and parent.id in lone)

    def borders_on_lone(self, side: Side, provision: Provision) -> bool:
        """Whether the sibling before or after `provision`, or a child of it, has no counterpart."""
        parent = self.parents[side].get(provision.id)
        lone = self.lone_below[side]
        if provision.id in lone:
            return True
        if parent is None or parent.id not in lone:
            return False
        ranks = self._ranks(side, parent)
        beside = lone[parent.id]
        at = bisect_left(beside, ranks[provision.id] - 1, key=lambda p: ranks[p.id])
        return at < len(beside) and ranks[beside[at].id] <= ranks[provision.id] + 1

    def _ranks(self, side: Side, parent: Parent) -> dict[str, int]:
        """The index of each child of `parent`, by its id; puts its lone ones in that order."""
        ranks = self._ranked[side].get(parent.id)
        if ranks is None:
            row = enumerate(children_of(parent))
            ranks = self._ranked[side][parent.id] = {p.id: rank for rank, p in row}
            self.lone_below[side][parent.id].sort(key=lambda p: ranks[p.id])
        return ranks

    def paired_before(self, side: Side, provision: Provision) -> Provision | None:
        """The counterpart of the nearest paired sibling before `provision`, or None."""
        parent = self.parents[side].get(provision.id)
        if parent is None:
            return None
        row = self._before[side].get(parent.id)
        if row is None:  # looked through once per parent, not once per provision
            row = self._before[side][parent.id] = {}
            last: Provision | None = None
            for sibling in children_of(parent):
                if last is not None:
                    row[sibling.id] = last
                last = self.counterparts[side].get(sibling.id, last)
        return row.get(provision.id)
