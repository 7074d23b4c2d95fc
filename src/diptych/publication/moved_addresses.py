"""Where the passages of old addresses went: a list that is kept beside the texts.

    2026-12-01.iii-2-4 = "iii-3-1"
    2026-12-01.iii-2-5 = ""
    2026-12-01."part-3/section-9/" = "iii-10"

On a site of several documents each line names its document, behind the day:

    2026-12-01.plan.iii-2-4 = "iii-3-1"

A line says of an edition, by its day, that the passage which had an id there has another one in the
texts that came after it, or none. What stands below a heading went with it: `iii-2-4` with `iii-2`,
if no line says otherwise. An address that ends in a slash is that of a whole page. Lines of later
editions go on from there, so that no line is ever rewritten.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Annotated, NamedTuple

from msgspec import Meta

from diptych.errors import CannotCheck
from diptych.files.lists import ListFile
from diptych.files.toml import too_many
from diptych.patterns import pattern_of
from diptych.wording import Wording

LINES = 20_000
"""How many lines a list may have."""

_SOUGHT = 100_000
"""How many passages are looked through below headings that moved."""

_FOLLOWED = 200_000
"""How many steps from edition to edition are followed."""

_DEEPEST = 40
"""How many headings an id may stand below for its steps to be followed: lines can lead an id below
itself in each edition, ever deeper.
"""

_AMISS = Wording(
    vi="danh mục địa chỉ cũ có dòng sai, mỗi dòng phải có dạng "
    '2026-12-01.iii-2-4 = "iii-3-1", hoặc "" nếu đoạn không còn:',
    en="a line of the list of old addresses is wrong; each is like "
    '2026-12-01.iii-2-4 = "iii-3-1", or "" for a passage that is gone:',
)
_AMISS_OF_SEVERAL = Wording(
    vi="danh mục địa chỉ cũ có dòng sai, mỗi dòng phải nêu văn bản và có dạng "
    '2026-12-01.plan.iii-2-4 = "iii-3-1", hoặc "" nếu đoạn không còn:',
    en="a line of the list of old addresses is wrong; each names its document and is like "
    '2026-12-01.plan.iii-2-4 = "iii-3-1", or "" for a passage that is gone:',
)
_Old = Annotated[str, Meta(pattern=r"^([^\s/#?]+|[^\s/#?]+(/[^\s/#?]+)*/)$", max_length=200)]
_New = Annotated[str, Meta(pattern=r"^[^\s/#?]*$", max_length=200)]
_LINE = pattern_of(
    r"""\s*["']?(?P<day>[0-9-]+)["']?\s*\.\s*"""
    r"""(?:(?P<document>"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)\s*\.\s*)?"""
    r"""(?P<old>"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)\s*="""
)
_BARE = pattern_of(r"[A-Za-z0-9_-]+")
"""What TOML takes for a key without quotation marks."""


class Move(NamedTuple):
    """What became of an address of an edition."""

    day: date
    """The day of the edition."""
    old: str
    """The id of a passage in it, or the address of one of its pages, with a slash at its end."""
    new: str
    """The id that the passage has in the texts after it; empty for one that is gone."""
    document: str = ""
    """The name of the document, on a site of several."""

    def __str__(self) -> str:
        """The line of the list that says so."""
        document = f"{_key(self.document)}." if self.document else ""
        return f'{self.day.isoformat()}.{document}{_key(self.old)} = "{self.new}"'


def _key(name: str) -> str:
    """A key of TOML."""
    return name if _BARE.fullmatch(name) else f'"{name}"'


@dataclass(frozen=True)
class Moves:
    """The list, as it was read."""

    file: str
    lines: tuple[str, ...]
    by_day: Mapping[date, Mapping[str, str]]
    """By the day of an edition and an address of it, the id after it."""
    document: str = ""
    """The name of the document whose addresses these are, on a site of several."""

    @cached_property
    def days(self) -> list[date]:
        """The days of the editions that the list names, the oldest first."""
        return sorted(self.by_day)

    def moves(self) -> Iterator[Move]:
        """Every line, those of the newest edition first."""
        for day in reversed(self.days):
            for old, new in self.by_day[day].items():
                yield Move(day, old, new, self.document)

    def lacks(self, move: Move) -> bool:
        """Whether the list does not say what `move` says, which texts were compared for.

        People may know better: that a passage which was not found again is in another one, or that
        one which was found is not the same.
        """
        told = self.by_day.get(move.day, {}).get(move.old)
        if told is None:
            return self.after(move.day, move.old) != move.new
        return bool(told and move.new) and told != move.new

    def is_silent_on(self, move: Move) -> bool:
        """Whether the list has no line for the address of `move`, which leads elsewhere so."""
        told = move.old in self.by_day.get(move.day, {})
        return not told and self.after(move.day, move.old) != move.new

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
        passed: list[tuple[date, str]] = []
        at = move.day, move.new
        while at not in self._led:
            passed.append(at)
            day, named = at
            later = self._later(day, named) if len(self._led) + len(passed) < _FOLLOWED else None
            if later is None:
                self._led[at] = named
            else:
                at = later, self.after(later, named)
        for one in passed:
            self._led[one] = self._led[at]
        return self._led[at]

    def last_day(self, old: str) -> date | None:
        """The day of the newest edition with a line for `old` or for what is above it."""
        days = (self._days_of.get(above, ()) for above in _with_above(old))
        return max((found[-1] for found in days if found), default=None)

    def line_of(self, move: Move) -> int:
        """The line of the file on which a move is told; 1 where it cannot be found."""
        return self._told_on.get((move.day.isoformat(), move.old), 1)

    def _later(self, day: date, named: str) -> date | None:
        """The first day after `day` whose edition has a line for `named` or what is above it."""
        if named.count("-") > _DEEPEST:
            return None
        days = (self._days_after(day, above) for above in _with_above(named))
        return min((one for one in days if one), default=None)

    def _days_after(self, day: date, old: str) -> date | None:
        """The first day after `day` whose edition has a line for `old`."""
        days = self._days_of.get(old, ())
        index = bisect_right(days, day)
        return days[index] if index < len(days) else None

    @cached_property
    def _days_of(self) -> dict[str, list[date]]:
        found: dict[str, list[date]] = {}
        for day in self.days:
            for old in self.by_day[day]:
                found.setdefault(old, []).append(day)
        return found

    @cached_property
    def _led(self) -> dict[tuple[date, str], str]:
        """Where each id after an edition was found to be now."""
        return {}

    @cached_property
    def _told_on(self) -> dict[tuple[str, str], int]:
        found: dict[tuple[str, str], int] = {}
        for number, line in enumerate(self.lines, 1):
            told = _LINE.match(line)
            if told and _unquoted(told["document"] or "") == self.document:
                found.setdefault((told["day"], _unquoted(told["old"])), number)
        return found


def _unquoted(key: str) -> str:
    return key.strip("\"'")


NO_MOVES = Moves("", (), {})
"""The list of a project that keeps none."""


def read_moves(path: Path) -> Moves:
    """Read the list at `path`. Raises `CannotCheck` where the file or a line is not right."""
    read = ListFile(path, _AMISS)
    by_day = read.values(dict[date, dict[_Old, _New]])
    if sum(map(len, by_day.values())) > LINES:
        raise CannotCheck([too_many(read.file, LINES)])
    return Moves(read.file, read.lines, by_day)


def read_moves_of(path: Path, documents: Collection[str]) -> dict[str, Moves]:
    """Read the list at `path` of a site of several documents: by the name of each of `documents`,
    what it says of that. Raises `CannotCheck` likewise.

    What it says of a document that is no longer there is kept, and leads nowhere.
    """
    read = ListFile(path, _AMISS_OF_SEVERAL)
    by_day = read.values(dict[date, dict[str, dict[_Old, _New]]])
    if sum(len(lines) for told in by_day.values() for lines in told.values()) > LINES:
        raise CannotCheck([too_many(read.file, LINES)])
    return {
        name: Moves(
            read.file,
            read.lines,
            {day: told[name] for day, told in by_day.items() if name in told},
            name,
        )
        for name in documents
    }


def step(lines: Mapping[str, str], old: str) -> str:
    """Where `old` leads by the lines of one edition: its own, or that of the nearest heading
    above it; to itself without any.
    """
    for above in _with_above(old):
        if (new := lines.get(above)) is not None:
            return new and new + old.removeprefix(above)
    return old


def _with_above(identity: str) -> Iterator[str]:
    """The id itself, then those of what may stand above it: `ii-2-1`, `ii-2`, `ii`."""
    while identity:
        yield identity
        identity = identity.rpartition("-")[0]


def _below(known: Sequence[str], above: str) -> Iterator[str]:
    """Those of the sorted ids `known` that stand below the id `above`."""
    index = bisect_left(known, f"{above}-") if above else len(known)
    while index < len(known) and known[index].startswith(f"{above}-"):
        yield known[index]
        index += 1


def ways(moves: Moves, present: Set[str]) -> dict[str, Move]:
    """By each old address that no passage has now, where it leads: to one of `present`, or to none.

    What the newest edition said of an address prevails: the day of the move is that edition's.
    """
    found: dict[str, Move] = {}
    known = sorted(present)
    sought = 0
    for move in moves.moves():
        now = moves.now(move)
        if now and now not in present:
            continue
        if move.old not in present or now == move.old:  # it may be on another page
            found.setdefault(move.old, move._replace(new=now))
        for below in islice(_below(known, now), max(0, _SOUGHT - sought)):
            sought += 1
            old = move._replace(old=move.old + below.removeprefix(now), new=below)
            led = old._replace(new=moves.after(old.day, old.old))
            if old.old not in present and moves.now(led) == below:
                found.setdefault(old.old, old)
    return found


def taken(moves: Moves, present: Set[str]) -> dict[str, Move]:
    """The addresses of `present` that were other passages' in the newest edition which has a line
    for them: by each, where that passage is now, or that it is gone.
    """
    found: dict[str, Move] = {}
    for old in present:
        if (day := moves.last_day(old)) is None:
            continue
        move = Move(day, old, moves.after(day, old))
        now = moves.now(move)
        if now != old and (not now or now in present):
            found[old] = move._replace(new=now)
    return found
