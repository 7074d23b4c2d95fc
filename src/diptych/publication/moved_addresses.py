"""Where the passages of old addresses went: a list that is kept beside the texts.

    2026-12-01.iii-2-4 = "iii-3-1"
    2026-12-01.iii-2-5 = ""
    2026-12-01."part-3/section-9/" = "iii-10"

A line says of an edition, by its day, that the passage which had an id there has another one in the
texts that came after it, or none. An address that ends in a slash is that of a whole page. Lines of
later editions go on from there, so that no line is ever rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated, NamedTuple

from msgspec import Meta

from diptych.errors import CannotCheck
from diptych.files.lists import ListFile
from diptych.files.toml import too_many
from diptych.wording import Wording

LINES = 20_000
"""How many lines a list may have."""

_AMISS = Wording(
    vi="danh mục địa chỉ cũ có dòng sai, mỗi dòng phải có dạng "
    '2026-12-01.iii-2-4 = "iii-3-1", hoặc "" nếu đoạn không còn:',
    en="a line of the list of old addresses is wrong; each is like "
    '2026-12-01.iii-2-4 = "iii-3-1", or "" for a passage that is gone:',
)
_Old = Annotated[str, Meta(pattern=r"^([^\s/#?]+|[^\s/#?]+(/[^\s/#?]+)*/)$", max_length=200)]
_New = Annotated[str, Meta(pattern=r"^[^\s/#?]*$", max_length=200)]
_BARE = re.compile(r"[A-Za-z0-9_-]+")
"""What TOML takes for a key without quotation marks."""


class Move(NamedTuple):
    """What became of an address of an edition."""

    day: date
    """The day of the edition."""
    old: str
    """The id of a passage in it, or the address of one of its pages, with a slash at its end."""
    new: str
    """The id that the passage has in the texts after it; empty for one that is gone."""

    def __str__(self) -> str:
        """The line of the list that says so."""
        old = self.old if _BARE.fullmatch(self.old) else f'"{self.old}"'
        return f'{self.day.isoformat()}.{old} = "{self.new}"'


@dataclass(frozen=True)
class Moves:
    """The list, as it was read."""

    file: str
    lines: tuple[str, ...]
    by_day: Mapping[date, Mapping[str, str]]
    """By the day of an edition and an address of it, the id after it."""

    @cached_property
    def days(self) -> list[date]:
        """The days of the editions that the list names, the oldest first."""
        return sorted(self.by_day)

    def moves(self) -> Iterator[Move]:
        """Every line, those of the newest edition first."""
        for day in reversed(self.days):
            for old, new in self.by_day[day].items():
                yield Move(day, old, new)

    def says(self, day: date, old: str) -> bool:
        """Whether a line tells of the address `old` of the edition of `day`."""
        return old in self.by_day.get(day, {})

    def now(self, move: Move) -> str:
        """Where a passage is after the lines of all later editions: an id; empty if it is gone.

        Each step is to a later edition, so there is no way around in a circle.
        """
        named = move.new
        for day in self.days:
            if day > move.day and named:
                named = self.by_day[day].get(named, named)
        return named

    def line_of(self, move: Move) -> int:
        """The line of the file on which a move is told; 1 where it cannot be found."""
        told = re.compile(
            rf"\s*[\"']?{move.day}[\"']?\s*\.\s*[\"']?{re.escape(move.old)}[\"']?\s*="
        )
        found = (number for number, line in enumerate(self.lines, 1) if told.match(line))
        return next(found, 1)


NO_MOVES = Moves("", (), {})
"""The list of a project that keeps none."""


def read_moves(path: Path) -> Moves:
    """Read the list at `path`. Raises `CannotCheck` where the file or a line is not right."""
    read = ListFile(path, _AMISS)
    by_day = read.values(dict[date, dict[_Old, _New]])
    if sum(map(len, by_day.values())) > LINES:
        raise CannotCheck([too_many(read.file, LINES)])
    return Moves(read.file, read.lines, by_day)


def ways(moves: Moves, present: Set[str]) -> dict[str, Move]:
    """By each old address that no passage has now, where it leads: to one of `present`, or to none.

    What the newest edition said of an address prevails: the day of the move is that edition's.
    """
    found: dict[str, Move] = {}
    for move in moves.moves():
        now = moves.now(move)
        gone = move.old not in present or now == move.old  # it may be on another page
        if gone and move.old not in found and (not now or now in present):
            found[move.old] = move._replace(new=now)
    return found
