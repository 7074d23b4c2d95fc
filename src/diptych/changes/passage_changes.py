"""Pairs the units of the texts as they were with those that they have become."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from diptych.alignment.units import HEADING, Unit
from diptych.changes.word_changes import Piece, compared, likeness
from diptych.model import Side

_SAME_PLACE = 0.3
"""How alike two texts of one id must be to be the same text, from 0 to 1."""
_ELSEWHERE = 0.6
"""How alike two texts of different ids must be to be the same text, from 0 to 1."""
_SOUGHT = 10_000
"""The most pairs of different ids that are compared: ids tell enough of a larger change."""


class ChangeKind(StrEnum):
    """What became of a unit."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    """The words stayed; the number, place or rank is another."""


@dataclass(frozen=True, slots=True)
class Change:
    """A unit that is not as it was; only one of `before` and `after` may be None."""

    before: Unit | None
    after: Unit | None

    @property
    def unit(self) -> Unit:
        """The unit as it is, or as it was where it has been removed."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - see the class
        return found

    @property
    def what(self) -> ChangeKind:
        """What became of the unit, both languages taken together."""
        if self.before is None:
            return ChangeKind.ADDED
        if self.after is None:
            return ChangeKind.REMOVED
        return ChangeKind.CHANGED if any(self.touches(side) for side in Side) else ChangeKind.MOVED

    @property
    def moved(self) -> bool:
        """Whether the unit has another place, number or rank than it had."""
        was, now = self.before, self.after
        if was is None or now is None:
            return False
        both = [side for side in Side if was.nodes[side] and now.nodes[side]]
        return _place(was) != _place(now) or any(
            _number(was, side) != _number(now, side) for side in both
        )

    def touches(self, side: Side) -> bool:
        """Whether the text in the language of `side` has changed."""
        return _written(self.before, side) != _written(self.after, side)

    def words(self, side: Side) -> tuple[Piece, ...]:
        """The text in the language of `side`, with what was taken out and put in.

        It is given as people read it, or as it is written where only marks of Markdown changed.
        """
        if not self.touches(side):
            return compared(*[_read(self.after, side)] * 2)
        read = _read(self.before, side), _read(self.after, side)
        if read[0] == read[1]:
            read = _written(self.before, side), _written(self.after, side)
        return compared(*read)


def changes(before: Iterable[Unit], after: Iterable[Unit]) -> tuple[Change, ...]:
    """Every unit that is not as it was, in the order of the texts as they are.

    A removed unit comes after the one that it followed. A unit is found again by its texts,
    wherever they stand now; then by words that are much alike; and last where it is expected to
    stand, if that is below what its heading has become, by words that are somewhat alike.
    """
    old, new = list(before), list(after)
    pairs = _Pairing(old, new)
    pairs.match(lambda unit: (_place(unit), *_texts(unit)))
    pairs.match(lambda unit: _texts(unit) if unit.kind == HEADING else None)
    pairs.match_in_place()
    pairs.match(_texts)
    for side in Side:
        pairs.match(lambda unit, side=side: _written(unit, side) or None)  # type: ignore[misc]
    few = len(pairs.left_old) * len(pairs.left_new) <= _SOUGHT
    if few:
        pairs.match_alike(_ELSEWHERE, lambda unit, _: unit.kind)
    pairs.match_alike(_SAME_PLACE, lambda _, place: place)
    return tuple(_in_order(old, new, pairs.found))


class _Pairing:
    """Which of the old units became which of the new ones."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self.old, self.new = old, new
        self.found: dict[int, int] = {}
        """The index of each old unit, by that of the new unit that it became."""
        self.left_old = dict.fromkeys(range(len(old)))
        self.left_new = dict.fromkeys(range(len(new)))

    def match(self, key: Callable[[Unit], Hashable | None]) -> None:
        """Pair units of the same key, in their order; those whose key is None are left."""
        waiting = self._waiting(lambda i: key(self.old[i]))
        for index in list(self.left_new):
            if same := waiting.get(key(self.new[index])):
                self._pair(same.popleft(), index)

    def match_alike(self, least: float, key: Callable[[Unit, str], Hashable]) -> None:
        """Pair units of the same key whose likeness (0 to 1) is at least `least`: the best first,
        and of equals those in their place.

        The key is made from a unit and its id, for an old one that of its expected place.
        """
        expected = self.expected()
        waiting = self._waiting(lambda i: key(self.old[i], expected[i]))
        rated = [
            (-alike, expected[i] != unit.id, i, j)
            for j, unit in ((j, self.new[j]) for j in self.left_new)
            for i in waiting.get(key(unit, unit.id), ())
            if (alike := _likeness(self.old[i], unit, least))
        ]
        for *_, i, j in sorted(rated):
            if i in self.left_old and j in self.left_new:
                self._pair(i, j)

    def expected(self) -> dict[int, str]:
        """The id of each old unit that is left, by its index, if it stands below what it stood
        below, whatever that is called now.
        """
        became = {self.old[i].id: self.new[j].id for j, i in self.found.items()}
        return {i: _below(became, self.old[i].id) for i in self.left_old}

    def match_in_place(self) -> None:
        """Pair units of the same texts, each where the old one is expected."""
        expected = self.expected()
        waiting = self._waiting(lambda i: (expected[i], *_texts(self.old[i])))
        for index in list(self.left_new):
            unit = self.new[index]
            if same := waiting.get((unit.id, *_texts(unit))):
                self._pair(same.popleft(), index)

    def _waiting(self, key: Callable[[int], Hashable | None]) -> dict[Hashable, deque[int]]:
        waiting: dict[Hashable, deque[int]] = {}
        for index in self.left_old:
            if (named := key(index)) is not None:
                waiting.setdefault(named, deque()).append(index)
        return waiting

    def _pair(self, i: int, j: int) -> None:
        self.found[j] = i
        del self.left_old[i], self.left_new[j]


def _below(became: Mapping[str, str], identity: str) -> str:
    """The id in which the nearest unit above is called what it `became`."""
    above, dash, last = identity.rpartition("-")
    while dash:
        if above in became:
            return f"{became[above]}-{last}"
        above, dash, more = above.rpartition("-")
        last = f"{more}-{last}"
    return identity


def _in_order(old: Sequence[Unit], new: Sequence[Unit], found: dict[int, int]) -> Iterator[Change]:
    became = {i: j for j, i in found.items()}
    after: dict[int, list[Change]] = {}
    last = -1
    for i, unit in enumerate(old):
        if i in became:
            last = became[i]
        else:
            after.setdefault(last, []).append(Change(unit, None))
    yield from after.get(-1, ())
    for j, unit in enumerate(new):
        change = Change(old[found[j]] if j in found else None, unit)
        if change.before is None or change.moved or any(change.touches(side) for side in Side):
            yield change
        yield from after.get(j, ())


def _place(unit: Unit) -> tuple[str, str, str, int]:
    return unit.path, unit.id, unit.kind, unit.depth


def _read(unit: Unit | None, side: Side) -> str:
    """The text as people read it, with a numbered paragraph's number; empty if it is not there."""
    segment = unit.segment(side) if unit else None
    return f"{unit.number_in(side)} {segment.text}".strip() if unit and segment else ""


def _written(unit: Unit | None, side: Side) -> str:
    """The text as it is written, without the number of a heading; empty if it is not there."""
    segment = unit.segment(side) if unit else None
    if unit is None or segment is None:
        return ""
    if unit.kind == HEADING:
        return segment.markdown.removeprefix(_number(unit, side)).lstrip()
    return segment.markdown


def _number(unit: Unit, side: Side) -> str:
    """The number as printed in the language of `side`; empty where there is none."""
    node = unit.nodes[side]
    return node.number.printed if node and node.number else ""


def _texts(unit: Unit) -> tuple[str, ...]:
    return tuple(_written(unit, side) for side in Side)


def _likeness(a: Unit, b: Unit, least: float) -> float:
    return max(likeness(_read(a, side), _read(b, side), least) for side in Side)
