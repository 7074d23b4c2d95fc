"""The newest edition, which of its addresses lead elsewhere now, and what older ones lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from diptych.publication.moved_addresses import Move, Moves


@dataclass(frozen=True, slots=True)
class Departed:
    """A passage or a page of the edition whose address is another one's now, or nobody's."""

    move: Move
    """The line of the list of old addresses that says where it went."""
    cited: tuple[str, str]
    """How it was cited in the edition, by side."""


@dataclass(frozen=True, slots=True)
class LastEdition:
    """What the present texts have made of the addresses of the newest edition."""

    day: date
    known: frozenset[str]
    """Every address that it had: the ids of its passages, the addresses of its pages."""
    departed: tuple[Departed, ...]
    """In the order of its text, pages last."""
    earlier: tuple[Departed, ...] = ()
    """Those of every older edition, as the edition after it has them: the newest first."""

    def untold(self, moves: Moves) -> Iterator[Departed]:
        """What the list `moves` does not say: of this edition, then of those before it.

        What it says of older ones stands: it was right when the next was made, or people know.
        """
        yield from (one for one in self.departed if moves.lacks(one.move))
        yield from (one for one in self.earlier if moves.is_silent_on(one.move))
