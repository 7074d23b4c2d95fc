"""What one build made, for the next: made again only of something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Latest(Generic[Made]):
    """The latest thing that was made under each name, with all that it was made of."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[object, Made]] = {}
        self._given: dict[str, tuple[object, object]] = {}

    def of(self, name: str, made_of: object, make: Callable[[], Made]) -> Made:
        """What `make` makes; what it last made under `name` if that was made of the same."""
        known = self._made.get(name)
        if known and known[0] == made_of:
            return known[1]
        made = make()
        self._made[name] = (made_of, made)
        return made

    def as_before(self, name: str, given: object) -> object:
        """What was last given under `name` if it equals `given`, which is returned otherwise.

        What many things are made of is then compared once, not with each of them.
        """
        last, before = self._given.get(name, (None, None))
        if last is not given:
            before = before if before == given else given
            self._given[name] = given, before
        return before
