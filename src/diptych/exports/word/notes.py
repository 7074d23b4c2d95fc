"""Which footnotes the text refers to, in which order, and whether one was referred to before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diptych.model import Footnote, Side
from diptych.project.edition import Edition


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote that the text of one language refers to."""

    side: Side
    footnote: Footnote
    path: str
    """The page on which it stands."""
    number: int
    """Counted through the file in reading order, as Word does; also what the file calls it."""

    @property
    def bookmark(self) -> str:
        """The name of the place that later references to it refer to."""
        return f"_RefNote{self.number}"


class Notes:
    """The footnotes of a file. A label is known on its page and in its language alone."""

    def __init__(self, edition: Edition, sides: Sequence[Side]) -> None:
        self.all: list[Note] = []
        self._known: dict[tuple[int, str, str], Note] = {}
        self._referred: set[int] = set()
        for unit in edition.units:
            for side in sides:
                segment = None if unit.note else unit.segment(side)
                for mark in sorted(segment.marks, key=lambda m: m.offset) if segment else ():
                    key = (side, unit.path, mark.label)
                    footnote = edition.notes(side, unit.path).get(mark.label)
                    if footnote is not None and key not in self._known:
                        note = Note(side, footnote, unit.path, len(self.all) + 1)
                        self._known[key] = note
                        self.all.append(note)
        self._placed = {
            (note.side, provision.id)
            for note in self.all
            for first in note.footnote.provisions
            for provision in first.walk()
        }

    def of(self, side: Side, path: str, label: str) -> Note | None:
        """The footnote that a mark means; None for one that is not defined or not referred to."""
        return self._known.get((side, path, label))

    def referred(self, note: Note) -> bool:
        """Whether it was referred to before this question."""
        before = note.number in self._referred
        self._referred.add(note.number)
        return before

    def placed(self, side: Side, ident: str) -> bool:
        """Whether the paragraph with this id is part of a footnote that is referred to."""
        return (side, ident) in self._placed
