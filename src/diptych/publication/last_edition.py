"""The newest edition, and which of its addresses lead elsewhere now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diptych.publication.moved_addresses import Move


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
