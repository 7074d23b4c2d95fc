"""Which dates of two texts have no counterpart in the other, be it among its numbers."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from diptych.language.dates import Date
from diptych.language.numbers import Number
from diptych.model import Side
from diptych.rules.shared.matched_figures import Sides, in_full, rest


def lone_dates(found: Sides) -> list[list[Date]]:
    """By side, the dates and days without counterpart."""
    left, right = ([*side.dates, *side.days] for side in found)
    left, right = rest(left, right, lambda date: [date.printed] if date.firm else [])
    left, right = rest(left, right, lambda date: date.values[:1])
    left, right = rest(left, right, lambda date: date.values)
    return [left, right]


class _Numbers:
    """The numbers of one text, of which the first with a value or a day can be taken."""

    def __init__(self, numbers: Sequence[Number]) -> None:
        self._numbers = numbers
        self._gone: set[int] = set()
        self._places: dict[Hashable, list[int]] = {}
        """By value, and by the day of the year that a number may be, where such numbers stand, the
        first of them last."""
        for place in range(len(numbers) - 1, -1, -1):
            number = numbers[place]
            self._places.setdefault(number.value, []).append(place)
            if number.day:
                self._places.setdefault(number.day, []).append(place)

    def take(self, key: Hashable) -> int | None:
        """Take the first number that has `key`, and say where it stands; None if there is none."""
        places = self._places.get(key, [])
        while places:
            place = places.pop()
            if place not in self._gone:
                self._gone.add(place)
                return place
        return None

    def give_back(self, key: Hashable, place: int) -> None:
        """Put the number that was taken last for `key` back to its `place`."""
        self._gone.remove(place)
        self._places[key].append(place)

    def left(self) -> list[Number]:
        """The numbers that were not taken, in order."""
        return [number for at, number in enumerate(self._numbers) if at not in self._gone]


def take_alike(
    dates: list[list[Date]], numbers: list[list[Number]], texts: tuple[str, str]
) -> None:
    """Take off the dates that stand letter for letter in the other text, where they are a name and
    a number: in French, "Mars 2020" is a month.
    """
    for side in Side:
        named: dict[str, list[Date]] = {}
        for date in dates[side]:
            named.setdefault(date.printed, []).append(date)
        lengths = {len(printed) for printed in named}
        taken: set[int] = set()
        kept: list[Number] = []
        for number in numbers[side.other]:
            end = number.start + len(number.printed)
            said = (texts[side.other][max(0, end - length) : end] for length in lengths)
            alike = next((named[words].pop() for words in said if named.get(words)), None)
            if alike is None:
                kept.append(number)
            else:
                taken.add(id(alike))
        dates[side] = [date for date in dates[side] if id(date) not in taken]
        numbers[side.other] = kept


def take_strokes(dates: list[list[Date]], numbers: list[list[Number]]) -> None:
    """Take off the days that the other side writes as figures with a stroke: 15/12."""
    for side in Side:
        if not any(number.day for number in numbers[side.other]):
            continue
        theirs = _Numbers(numbers[side.other])
        kept = []
        for date in dates[side]:
            if theirs.take((date.day, date.month)) is None:
                kept.append(date)
            elif date.year:
                theirs.take(date.year)
        dates[side], numbers[side.other] = kept, theirs.left()
        _read_as_days(kept, dates[side.other], numbers[side.other])


def _read_as_days(lone: Sequence[Date], dates: list[Date], numbers: list[Number]) -> None:
    """Make days of figures with a stroke that stand against a lone day of the other side: 15/12 and
    15 November. They go from `numbers` to `dates`.
    """
    days = [number for number in numbers if number.day and "/" in number.printed]
    room = sum(bool(date.day) for date in lone) - len(dates)
    for number in days[: max(0, room)]:
        day, month = number.day or (0, 0)
        if any(date.day == day or date.month == month for date in lone):
            numbers.remove(number)
            dates.append(Date(0, month, day, number.printed, number.start))


def take_years(dates: list[list[Date]], numbers: list[list[Number]], found: Sides) -> None:
    """Take off the dates that the other side writes without the year, which it says once for two
    ("from 1 January to 31 December 2025"), and the months of dates that it has.
    """
    for side in Side:
        other = side.other
        if not dates[side]:
            continue
        days: dict[tuple[int, int], list[Date]] = {}
        for day in reversed(dates[other]):
            if not day.year:
                days.setdefault((day.month, day.day), []).append(day)
        pairs = [
            (date, alike.pop())
            for date in dates[side]
            if date.year and (alike := days.get((date.month, date.day)))
        ]
        if pairs:
            gone = {id(date) for pair in pairs for date in pair}
            for row in Side:
                dates[row] = [date for date in dates[row] if id(date) not in gone]
            theirs = _Numbers(numbers[other])
            for date, _ in pairs:
                theirs.take(date.year)
            numbers[other] = theirs.left()
        months = {date.month for date in (*found[other].dates, *found[other].days)}
        dates[side] = [
            d for d in dates[side] if d.year or d.day or d.month not in months or d.weekday
        ]


def take_parts(
    dates: list[list[Date]], numbers: list[list[Number]], months: Sequence[bool]
) -> None:
    """Take off the days whose figures the other side has as numbers: "the 15th", "1 to 5 May".

    `months` says by side whether the names of its months are known.
    """
    for side in Side:
        if not dates[side]:
            continue
        theirs = _Numbers(numbers[side.other])
        dates[side] = [
            date
            for date in dates[side]
            if date.weekday or not _taken(date, theirs, months_known=months[side.other])
        ]
        numbers[side.other] = theirs.left()


def _taken(date: Date, theirs: _Numbers, *, months_known: bool) -> bool:
    """Whether enough figures of `date` are among `theirs`, which are then taken from them."""
    parts = [part for part in (date.day, date.month, date.year) if part]
    taken = [(part, place) for part in parts if (place := theirs.take(part)) is not None]
    enough = 1 if date.day and not date.year else len(parts)
    if not months_known:
        enough = min(enough, len(parts) - 1)
    if len(taken) >= enough and (not date.day or any(part == date.day for part, _ in taken)):
        return True
    for part, place in reversed(taken):
        theirs.give_back(part, place)
    return False


def told_dates(dates: list[list[Date]], found: Sides) -> list[list[Date]]:
    """The dates that are told: a name of a month or of a day only beside another of its kind,
    where the other language may have said it in words that are not known.
    """
    if not any(dates):
        return [[], []]
    known = in_full(found)
    firm = [[date for date in side if date.firm] for side in dates]
    weekdays = [any(date.weekday for date in side) for side in firm]
    others = [any(not date.weekday for date in side) for side in firm]
    return [
        [
            date
            for date in firm[side]
            if (
                weekdays[side.other]
                if date.weekday
                else date.day or others[side.other] or (known and _numbered(date))
            )
        ]
        for side in Side
    ]


def _numbered(date: Date) -> bool:
    """Whether the month is told by its number: "tháng 9"."""
    return any(map(str.isdigit, date.printed)) or bool(date.year)
