"""Which dates of two texts have no counterpart in the other, be it among its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.language.dates import Date
from diptych.language.numbers import Number
from diptych.model import Side
from diptych.rules.shared.matched_figures import Sides, in_full, rest, take


def lone_dates(found: Sides) -> list[list[Date]]:
    """By side, the dates and days without counterpart."""
    left, right = ([*side.dates, *side.days] for side in found)
    left, right = rest(left, right, lambda date: [date.printed] if date.firm else [])
    left, right = rest(left, right, lambda date: date.values[:1])
    left, right = rest(left, right, lambda date: date.values)
    return [left, right]


def take_strokes(dates: list[list[Date]], numbers: list[list[Number]]) -> None:
    """Take off the days that the other side writes as figures with a stroke: 15/12."""
    for side in Side:
        theirs = numbers[side.other]
        for date in list(dates[side]):
            stroke = next((n for n in theirs if n.day and n.day == (date.day, date.month)), None)
            if stroke is not None:
                dates[side].remove(date)
                theirs.remove(stroke)
                if date.year:
                    take(theirs, date.year)


def take_years(dates: list[list[Date]], numbers: list[list[Number]], found: Sides) -> None:
    """Take off the dates that the other side writes without the year, which it says once for two
    ("from 1 January to 31 December 2025"), and the months of dates that it has.
    """
    for side in Side:
        other = side.other
        for date in [date for date in dates[side] if date.year]:
            days = (day for day in dates[other] if not day.year)
            day = next((d for d in days if (d.month, d.day) == (date.month, date.day)), None)
            if day is not None:
                dates[side].remove(date)
                dates[other].remove(day)
                take(numbers[other], date.year)
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
        for date in [date for date in dates[side] if not date.weekday]:
            theirs = list(numbers[side.other])
            parts = [part for part in (date.day, date.month, date.year) if part]
            taken = [part for part in parts if take(theirs, part)]
            enough = 1 if date.day and not date.year else len(parts)
            if not months[side.other]:
                enough = min(enough, len(parts) - 1)
            if len(taken) >= enough and (not date.day or date.day in taken):
                dates[side].remove(date)
                numbers[side.other][:] = theirs


def told_dates(dates: list[list[Date]], found: Sides) -> list[list[Date]]:
    """The dates that are told: a name of a month or of a day only beside another of its kind,
    where the other language may have said it in words that are not known.
    """
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
