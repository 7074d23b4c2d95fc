"""Finds which neighbour a provision was split off, where it has no counterpart of its own."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.alignment import Alignment, Parent, Split, children_of
from diptych.alignment.kept import Kept
from diptych.alignment.similarity import Similarity, whole
from diptych.language.sentences import sentences
from diptych.model import Division, Kind, Provision, Side

SPLIT = 0.05
"""How much better two neighbours together must fit than the one alone to be a split."""
_FURTHEST = 4
"""How many neighbours away the first part of a split may stand; between are other parts."""
_LIKE_ITS_END = 0.6
"""The least similarity of a provision and the end of another text that it may be the end of."""
_GO_ON = (";", ",", "；", "，", "、")
"""What a provision ends with that goes on in the next."""

_HALF = 0.5
"""How well the lengths of a text and its counterpart fit at most, if half of it is elsewhere."""
_MUCH = 0.2
"""By how much better they fit with the other half, if nothing else tells."""
_SEVERAL = 3
"""How many parts of a split are looked at as a whole; two are held against it one by one."""
_FITTING = 0.75
"""How well (0 to 1) the lengths of them and of the whole fit."""
_OPENS = (",", ":", "!", "，", "：", "！")
"""What a line of its own ends with that opens a text: a greeting."""
_GREETING = 60
"""The most characters of such a line."""

Row = tuple[Sequence[Provision], dict[str, int]]
"""Provisions beside each other, and the index of each by its id."""


class Splits:
    """Finds the splits of two documents that are being aligned."""

    def __init__(self, aligned: Alignment, similarity: Similarity, kept: Kept) -> None:
        self.aligned = aligned
        self.similarity = similarity
        self.kept = kept
        self._rows: tuple[dict[str, Row], dict[str, Row]] = ({}, {})
        """For each side, the rows gone through, by their file or the id of what holds them."""

    def of(self, side: Side, lone: Provision) -> Split | None:
        """The split that left `lone` alone, or None: a neighbour must fit better joined with it."""
        if lone.number:
            return None  # a part that was split off has no number of its own
        parent = self.aligned.parents[side].get(lone.id)
        row, at = self._row(side, parent, lone) if parent else ((), 0)
        best: tuple[float, Split] | None = None
        for run in (row[max(0, at - _FURTHEST) : at][::-1], row[at + 1 : at + 1 + _FURTHEST]):
            paired = self._paired_in(side, run)
            if paired is None:
                continue
            first, counterpart, between = paired
            if first.within != lone.within:
                continue
            if self.aligned.parents[side].get(first.id) is not parent and (
                first.kind is not lone.kind or self._keeps_other(lone, counterpart)
            ):
                continue  # it stands below another heading
            if self._greets(side, first, lone, counterpart):
                return Split(side, first, lone, counterpart)
            if self._moved_along(lone, counterpart):
                return Split(side, first, lone, counterpart)
            if not self._may_be_halves(side, first, lone, counterpart):
                continue
            text = " ".join(map(whole, (first, *between)))
            joined = f"{text} {whole(lone)}"
            if self._are_all_one(side, row, first, lone, counterpart):
                return Split(side, first, lone, counterpart)
            pairs = [(part, whole(counterpart)) for part in (text, joined)]
            straight, together = (
                self.similarity.of_texts(*(pair if side == 0 else pair[::-1])) for pair in pairs
            )
            gain = together - straight
            fits = [self.similarity.fit(*(pair if side == 0 else pair[::-1])) for pair in pairs]
            much = fits[0] < _HALF and fits[1] - fits[0] >= _MUCH
            closer = (gain >= SPLIT or much) and self.similarity.closer_in_length(
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

    def _keeps_other(self, lone: Provision, together: Provision) -> bool:
        """Whether `lone` has addresses or code, of which `together` has nothing."""
        kept = self.kept.of_provision(lone)
        return bool(kept) and kept.isdisjoint(self.kept.of_provision(together))

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
        if before.endswith((":", "：")) and halves[1].kind is Kind.DASH:
            return True  # what is a list in one language is running text in the other
        shared = self.similarity.evidence(side, whole(lone)).keys()
        return not shared.isdisjoint(self.similarity.evidence(side.other, text))

    def _are_all_one(
        self,
        side: Side,
        row: Sequence[Provision],
        first: Provision,
        lone: Provision,
        together: Provision,
    ) -> bool:
        """Whether `first` is too short for its counterpart `together`, and fits with all beside it
        that have none.
        """
        at = next(index for index, provision in enumerate(row) if provision is first)
        known = self.aligned.counterparts[side]
        low = high = at
        while low and at - low < _FURTHEST and row[low - 1].id not in known:
            low -= 1
        while high + 1 < len(row) and high - at < _FURTHEST and row[high + 1].id not in known:
            high += 1
        run = row[low : high + 1]
        if len(run) < _SEVERAL or all(p is not lone for p in run) or any(p.number for p in run):
            return False
        if self._keeps_other(lone, together) or not self._may_be_halves(
            side, first, lone, together
        ):
            return False
        texts = whole(first), " ".join(map(whole, run)), whole(together)
        if not self.similarity.closer_in_length(side, *texts):
            return False
        return self.similarity.fit(*(texts[1:] if side == 0 else texts[:0:-1])) >= _FITTING

    def _greets(self, side: Side, first: Provision, lone: Provision, together: Provision) -> bool:
        """Whether `lone` is a greeting above `first` that stands in a line of its own at the top of
        `together`.
        """
        text = lone.segment.text
        if len(text) > _GREETING or not text.endswith(_OPENS) or first.place < lone.place:
            return False
        document = self.aligned.original if side else self.aligned.translation
        page = document.page_in(together.place.file)
        if page is None or together.segment.end_line == together.place.line:
            return False
        line = page.lines[together.place.line - 1].strip()
        return len(line) <= _GREETING and line.endswith(_OPENS)

    def _adds_up(self, side: Side, first: Provision, lone: Provision, together: Provision) -> bool:
        """Whether two neighbours have as many sentences as `together`, whose end is like `lone`."""
        counts = [len(sentences(whole(p))) for p in (first, lone, together)]
        if counts[2] < 2 or counts[0] + counts[1] != counts[2] or first.place > lone.place:
            return False
        spans = sentences(whole(together))
        end = whole(together)[spans[-counts[1]][0] :]
        texts = (whole(lone), end) if side == 0 else (end, whole(lone))
        return self.similarity.of_texts(*texts) >= _LIKE_ITS_END

    def _row(self, side: Side, parent: Parent, lone: Provision) -> tuple[Sequence[Provision], int]:
        """What stands beside `lone`, and its index there; what stands straight below the headings
        of a page is one row.
        """
        key = lone.place.file if isinstance(parent, Division) else parent.id
        known = self._rows[side].get(key)
        if known is None:
            row = children_of(parent)
            document = self.aligned.translation if side else self.aligned.original
            if isinstance(parent, Division) and (page := document.page_in(lone.place.file)):
                row = tuple(p for division in page.own_divisions() for p in division.provisions)
            ranks = {sibling.id: index for index, sibling in enumerate(row)}
            known = self._rows[side][key] = row, ranks
        return known[0], known[1].get(lone.id, 0)
