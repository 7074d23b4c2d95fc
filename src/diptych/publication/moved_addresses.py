"""Where the passages of old addresses went: a list that is kept beside the texts.

    2026-12-01.iii-2-4 = "iii-3-1"
    2026-12-01.iii-2-5 = ""
    2026-12-01."part-3/section-9/" = "iii-10"

A line says of an edition, by its day, that the passage which had an id there has another one in the
texts that came after it, or none. What stands below a heading went with it: `iii-2-4` with `iii-2`,
if no line says otherwise. An address that ends in a slash is that of a whole page. Lines of later
editions go on from there, so that no line is ever rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
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

    def lacks(self, move: Move) -> bool:
        """Whether the list does not say what `move` says, which texts were compared for.

        People may know better: that a passage which was not found again is in another one, or that
        one which was found is not the same.
        """
        told = self.by_day.get(move.day, {}).get(move.old)
        if told is None:
            return self.after(move.day, move.old) != move.new
        return bool(told and move.new) and told != move.new

    def with_lines(self, moves: Iterable[Move]) -> str:
        """The file with `moves`: each in the place of its address's line, or at the end."""
        lines = list(self.lines)
        while lines and not lines[-1].strip():
            lines.pop()
        for move in moves:
            if move.old in self.by_day.get(move.day, {}):
                lines[self.line_of(move) - 1] = str(move)
            else:
                lines.append(str(move))
        return "\n".join([*lines, ""])

    def after(self, day: date, old: str) -> str:
        """Where the address `old` of the edition of `day` leads in the texts after it."""
        return step(self.by_day.get(day, {}), old)

    def now(self, move: Move) -> str:
        """Where a passage is after the lines of all later editions: an id; empty if it is gone.

        Each step is to a later edition, so there is no way around in a circle.
        """
        named = move.new
        for day in self.days:
            if day > move.day and named:
                named = self.after(day, named)
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


def step(lines: Mapping[str, str], old: str) -> str:
    """Where `old` leads by the lines of one edition: its own, or that of the nearest heading
    above it; to itself without any.
    """
    above, below = old, ""
    while above:
        if (new := lines.get(above)) is not None:
            return new and new + below
        above, dash, last = above.rpartition("-")
        below = f"{dash}{last}{below}"
    return old


def ways(moves: Moves, present: Set[str]) -> dict[str, Move]:
    """By each old address that no passage has now, where it leads: to one of `present`, or to none.

    What the newest edition said of an address prevails: the day of the move is that edition's.
    """
    found: dict[str, Move] = {}
    for move in moves.moves():
        now = moves.now(move)
        if now and now not in present:
            continue
        if move.old not in present or now == move.old:  # it may be on another page
            found.setdefault(move.old, move._replace(new=now))
        for below in (one for one in present if now and one.startswith(f"{now}-")):
            old = move.old + below.removeprefix(now)
            if (
                old not in present
                and moves.now(Move(move.day, old, moves.after(move.day, old))) == below
            ):
                found.setdefault(old, Move(move.day, old, below))
    return found
