"""Finds which neighbour a provision was split off, where it has no counterpart of its own."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.alignment import Alignment, Parent, Split, children_of
from diptych.alignment.kept import Kept
from diptych.alignment.similarity import Similarity, whole
from diptych.language.sentences import sentences
from diptych.model import Provision, Side

SPLIT = 0.05
"""How much better two neighbours together must fit than the one alone to be a split."""
_FURTHEST = 4
"""How many neighbours away the first part of a split may stand; between are other parts."""
_LIKE_ITS_END = 0.6
"""The least similarity of a provision and the end of another text that it may be the end of."""
_GO_ON = (";", ",", "；", "，", "、")
"""What a provision ends with that goes on in the next."""


class Splits:
    """Finds the splits of two documents that are being aligned."""

    def __init__(self, aligned: Alignment, similarity: Similarity, kept: Kept) -> None:
        self.aligned = aligned
        self.similarity = similarity
        self.kept = kept
        self._ranks: tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]] = ({}, {})
        """For each side, the index of a provision among its siblings, by the parent's id and its
        own."""

    def of(self, side: Side, lone: Provision) -> Split | None:
        """The split that left `lone` alone, or None: a neighbour must fit better joined with it."""
        if lone.number:
            return None  # a part that was split off has no number of its own
        parent = self.aligned.parents[side].get(lone.id)
        row = children_of(parent) if parent else ()
        at = self._rank(side, parent, lone) if parent else 0
        best: tuple[float, Split] | None = None
        for run in (row[max(0, at - _FURTHEST) : at][::-1], row[at + 1 : at + 1 + _FURTHEST]):
            paired = self._paired_in(side, run)
            if paired is None:
                continue
            first, counterpart, between = paired
            if first.within != lone.within:
                continue
            if self._moved_along(lone, counterpart):
                return Split(side, first, lone, counterpart)
            if not self._may_be_halves(side, first, lone, counterpart):
                continue
            text = " ".join(map(whole, (first, *between)))
            joined = f"{text} {whole(lone)}"
            pairs = [(part, whole(counterpart)) for part in (text, joined)]
            straight, together = (
                self.similarity.of_texts(*(pair if side == 0 else pair[::-1])) for pair in pairs
            )
            gain = together - straight
            closer = gain >= SPLIT and self.similarity.closer_in_length(
                side, text, joined, pairs[0][1]
            )
            if (closer or self._adds_up(side, first, lone, counterpart)) and (
                best is None or gain > best[0]
            ):
                best = gain, Split(side, first, lone, counterpart)
        return best[1] if best else None

    def _paired_in(
        self, side: Side, run: Sequence[Provision]
    ) -> tuple[Provision, Provision, list[Provision]] | None:
        """The first provision of `run` with a counterpart, that, and those without before it."""
        between: list[Provision] = []
        for provision in run:
            if counterpart := self.aligned.counterparts[side].get(provision.id):
                return provision, counterpart, between
            between.append(provision)
        return None

    def _moved_along(self, lone: Provision, together: Provision) -> bool:
        """Whether all addresses and code of `lone` stand in `together`."""
        kept = self.kept.of_provision(lone)
        return bool(kept) and kept <= self.kept.of_provision(together)

    def _may_be_halves(
        self, side: Side, first: Provision, lone: Provision, together: Provision
    ) -> bool:
        """Whether two neighbours may say what `together` says: it is divided where a sentence is,
        unless they divide a sentence or `lone` shares a word with it.
        """
        text = whole(together)
        if len(sentences(text)) > 1:
            return True
        halves = sorted((first, lone), key=lambda half: half.place)
        before, after = (whole(half) for half in halves)
        if not before.strip() or not after.strip():
            return True  # a picture, which stands in one paragraph with the text beside it
        if before.endswith(_GO_ON) or after[:1].islower():
            return True
        shared = self.similarity.evidence(side, whole(lone)).keys()
        return not shared.isdisjoint(self.similarity.evidence(side.other, text))

    def _adds_up(self, side: Side, first: Provision, lone: Provision, together: Provision) -> bool:
        """Whether two neighbours have as many sentences as `together`, whose end is like `lone`."""
        counts = [len(sentences(whole(p))) for p in (first, lone, together)]
        if counts[2] < 2 or counts[0] + counts[1] != counts[2] or first.place > lone.place:
            return False
        spans = sentences(whole(together))
        end = whole(together)[spans[-counts[1]][0] :]
        texts = (whole(lone), end) if side == 0 else (end, whole(lone))
        return self.similarity.of_texts(*texts) >= _LIKE_ITS_END

    def _rank(self, side: Side, parent: Parent, provision: Provision) -> int:
        """The index of `provision` among the children of `parent`, from 0."""
        ranks = self._ranks[side].get(parent.id)
        if ranks is None:
            row = enumerate(children_of(parent))
            ranks = self._ranks[side][parent.id] = {sibling.id: index for index, sibling in row}
        return ranks.get(provision.id, 0)
