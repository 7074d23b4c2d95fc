"""Which figures of two texts have no counterpart in the other, however each language writes them.

What stands letter for letter on both sides is equal. The rest is compared by value, in every
reading that it allows; what a language may say in words is looked for among its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from diptych.language.dates import Date, knows_months
from diptych.language.figures import Values
from diptych.language.number_words import Spelt, minus_in
from diptych.language.numbers import Number
from diptych.language.quantities import knows_multipliers, other_units
from diptych.model import Side

Figure = TypeVar("Figure", Date, Number)
Sides = tuple[Values, Values]
Lone = tuple[list[Number | Spelt], list[Number | Spelt]]
"""Numbers without counterpart, by side."""
_SMALL = 20
"""Up to here a language whose words are not known is likely to have words for a number."""
_MOST_HELD = 200_000
"""How many pairs of dates and numbers in one text are looked at each."""
_MOST_PARTS = 20
"""How many parts of a whole in one text are compared."""
_IN_FULL = frozenset({"vi", "en"})
"""Languages whose numbers in words are known in full."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as it is printed."""

    printed: str
    start: int


@dataclass(slots=True)
class Differences:
    """The figures without counterpart, by side, in the order of the text."""

    dates: tuple[list[Date], list[Date]]
    numbers: Lone
    units: list[tuple[Quantity, Quantity]]
    """Equal numbers of other units: tonnes and kilograms."""


def differences(texts: tuple[str, str], found: Sides, near: Sides) -> Differences:
    """What the figures `found` in `texts` differ in; `near` are those of neighbouring provisions
    without counterpart, where figures may have gone.
    """
    if texts[0] == texts[1]:
        return Differences(([], []), ([], []), [])
    dates = _lone_dates(found)
    numbers: list[list[Number]] = [list(side.numbers) for side in found]
    if few := _few(dates, numbers):
        _take_strokes(dates, numbers)
    units: list[tuple[Number, Number]] = []
    numbers = _lone_numbers(numbers, found, units)
    if few:
        _take_years(dates, numbers, found)
        _take_parts(dates, numbers, [knows_months(side.language) for side in found])
    for side in Side:
        other = side.other
        dates[side] = _not_lent(dates[side], [*near[other].dates, *near[other].days])
        numbers[side] = _not_lent(numbers[side], near[other].numbers)
        numbers[side] = _not_elsewhere(numbers[side], found[side], found[other])
        numbers[side] = _unexcused(numbers[side], found[other])
        numbers[side] = _whole(numbers[side], found[side].numbers)
    told_dates, told = _told_dates(dates, found), _told(numbers, found)
    both: list[list[Number | Spelt]] = [
        [*told[side], *_spelt_only(found[side], found[side.other], near[side.other])]
        for side in Side
    ]
    _add_fractions(both, found)
    shown = [(_quantity(texts[0], one), _quantity(texts[1], other)) for one, other in units]
    return Differences((told_dates[0], told_dates[1]), (both[0], both[1]), shown)


def _few(dates: list[list[Date]], numbers: list[list[Number]]) -> bool:
    """Whether each lone date may be held against each number: nearly always."""
    return sum(map(len, dates)) * sum(map(len, numbers)) <= _MOST_HELD


def _quantity(text: str, number: Number) -> Quantity:
    start, end = number.quantity
    return Quantity(text[start:end], start)


# dates


def _lone_dates(found: Sides) -> list[list[Date]]:
    """By side, the dates and days without counterpart."""
    left, right = ([*side.dates, *side.days] for side in found)
    left, right = _rest(left, right, lambda date: [date.printed] if date.firm else [])
    left, right = _rest(left, right, lambda date: date.values[:1])
    left, right = _rest(left, right, lambda date: date.values)
    return [left, right]


def _take_strokes(dates: list[list[Date]], numbers: list[list[Number]]) -> None:
    """Take off the days that the other side writes as figures with a stroke: 15/12."""
    for side in Side:
        theirs = numbers[side.other]
        for date in list(dates[side]):
            stroke = next((n for n in theirs if n.day and n.day == (date.day, date.month)), None)
            if stroke is not None:
                dates[side].remove(date)
                theirs.remove(stroke)
                if date.year:
                    _take(theirs, date.year)


def _take_years(dates: list[list[Date]], numbers: list[list[Number]], found: Sides) -> None:
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
                _take(numbers[other], date.year)
        months = {date.month for date in (*found[other].dates, *found[other].days)}
        dates[side] = [
            d for d in dates[side] if d.year or d.day or d.month not in months or d.weekday
        ]


def _take(numbers: list[Number], value: int) -> bool:
    """Take the first of `numbers` that has `value`; whether there is one."""
    number = next((n for n in numbers if n.value == value), None)
    if number is not None:
        numbers.remove(number)
    return number is not None


def _take_parts(
    dates: list[list[Date]], numbers: list[list[Number]], months: Sequence[bool]
) -> None:
    """Take off the days whose figures the other side has as numbers: "the 15th", "1 to 5 May".

    `months` says by side whether the names of its months are known.
    """
    for side in Side:
        for date in [date for date in dates[side] if not date.weekday]:
            theirs = list(numbers[side.other])
            parts = [part for part in (date.day, date.month, date.year) if part]
            taken = [part for part in parts if _take(theirs, part)]
            enough = 1 if date.day and not date.year else len(parts)
            if not months[side.other]:
                enough = min(enough, len(parts) - 1)
            if len(taken) >= enough and (not date.day or date.day in taken):
                dates[side].remove(date)
                numbers[side.other][:] = theirs


def _told_dates(dates: list[list[Date]], found: Sides) -> list[list[Date]]:
    """The dates that are told: a name of a month or of a day only beside another of its kind,
    where the other language may have said it in words that are not known.
    """
    in_full = _in_full(found)
    firm = [[date for date in side if date.firm] for side in dates]
    weekdays = [any(date.weekday for date in side) for side in firm]
    others = [any(not date.weekday for date in side) for side in firm]
    return [
        [
            date
            for date in firm[side]
            if (weekdays[side.other] if date.weekday else date.day or in_full or others[side.other])
        ]
        for side in Side
    ]


def _in_full(found: Sides) -> bool:
    """Whether the numbers that both languages write as words are known in full."""
    return {side.language.split("-")[0] for side in found} <= _IN_FULL


# numbers


def _lone_numbers(
    numbers: list[list[Number]], found: Sides, units: list[tuple[Number, Number]]
) -> list[list[Number]]:
    """By side, the numbers without counterpart; `units` takes what is equal but for its unit."""
    left, right = numbers
    keys: list[Callable[[Number], Iterable[Hashable]]] = [
        lambda n: [(n.digits or n.printed, n.times, n.unit)],
        lambda n: [(n.value, n.unit)],
        lambda n: [(value, n.unit) for value in n.values],
    ]
    loose: list[Callable[[Number], Iterable[Hashable]]] = [
        lambda n: [(n.digits or n.printed, n.times)],
        lambda n: [n.value],
        lambda n: n.values,
    ]
    if not all(knows_multipliers(side.language) for side in found):
        loose.append(lambda n: [n.digits or n.printed])
    if any(minus_in(side.rest, side.language) for side in found):
        loose.append(lambda n: [abs(n.value) if isinstance(n.value, Decimal) else n.value])
    for key in keys:
        left, right = _rest(left, right, key)
    left, right = _rest(left, right, loose[0], units)
    left, right = _fallen_apart(left), _fallen_apart(right)
    for key in (*keys, *loose):
        left, right = _rest(left, right, key, units)
    left, right = _rest(left, right, _in_least_units)
    return [left, right]


def _in_least_units(number: Number) -> list[Hashable]:
    """What is measured and how much of it, in its least unit: 1,5 km is 1.500 m."""
    unit = number.unit
    if unit is None or unit.scale is None or not isinstance(number.value, Decimal):
        return []
    return [(unit.measures, number.value * unit.scale)]


def _fallen_apart(numbers: Sequence[Number]) -> list[Number]:
    return [part for number in numbers for part in (number.parts or (number,))]


def _whole(lone: list[Number], found: Sequence[Number]) -> list[Number]:
    """`lone` with a figure of `found` in place of its parts, where all of them are lone."""
    left = {id(one) for one in lone}
    whole = [n for n in found if n.parts and all(id(part) in left for part in n.parts)]
    gone = {id(part) for number in whole for part in number.parts}
    return [*whole, *(one for one in lone if id(one) not in gone)] if whole else lone


def _rest(
    left: Sequence[Figure],
    right: Sequence[Figure],
    keys: Callable[[Figure], Iterable[Hashable]],
    units: list[tuple[Number, Number]] | None = None,
) -> tuple[list[Figure], list[Figure]]:
    """What is left of both when those that share a key have gone, one against one in order."""
    if not left or not right:
        return list(left), list(right)
    waiting: dict[Hashable, list[int]] = {}
    for index in range(len(right) - 1, -1, -1):
        for key in keys(right[index]):
            waiting.setdefault(key, []).append(index)
    gone: set[int] = set()
    lone = []
    for figure in left:
        taken = None
        for key in keys(figure):
            indices = waiting.get(key, [])
            while indices and indices[-1] in gone:
                indices.pop()
            if indices:
                taken = indices.pop()
                break
        if taken is None:
            lone.append(figure)
            continue
        gone.add(taken)
        other = right[taken]
        if units is None or not isinstance(figure, Number) or not isinstance(other, Number):
            continue
        if figure.unit and figure.unit.denies(other.unit):
            units.append((figure, other))
    return lone, [figure for index, figure in enumerate(right) if index not in gone]


def _not_lent(lone: list[Figure], near: Sequence[Figure]) -> list[Figure]:
    """`lone` without what stands in a neighbour without counterpart on the other side."""
    if not lone or not near:
        return lone
    return _rest(lone, near, lambda figure: figure.values)[0]


def _not_elsewhere(lone: list[Number], own: Values, other: Values) -> list[Number]:
    """`lone` without the figures that the other text has in a word: "H2O"."""
    if not lone:
        return lone
    spare = other.unread - own.unread
    kept = []
    for number in lone:
        runs = _DIGITS.findall(number.digits)
        if runs and all(spare[run] > 0 for run in runs):
            spare.subtract(runs)
        else:
            kept.append(number)
    return kept


def _unexcused(lone: Sequence[Number], other: Values) -> list[Number]:
    """The numbers of `lone` that the other text does not have as words either."""
    if not lone:
        return []
    words = Counter(number.value for number in other.spelt)
    parts = [number.value for number in other.fractions[:_MOST_PARTS]]
    letters = set(_LETTER.findall(other.rest))
    weekdays = {date.weekday + 1 for date in other.days if date.weekday}
    return [
        number
        for number in lone
        if number.printed not in letters
        and number.value not in weekdays
        and not _in_words(number, words)
        and not _as_a_part(number, parts)
    ]


def _in_words(number: Number, words: Counter[Decimal]) -> bool:
    """Whether `words` have the number, which is then taken from them."""
    values = [value for value in number.values if isinstance(value, Decimal)]
    if number.times == _HUNDREDTH:
        values += [value * 100 for value in values]
    if number.unit and number.unit.scale:  # "24 tháng", two years
        sizes = other_units(number.unit)
        values += [value * number.unit.scale / size for value in values for size in sizes]
    for value in values:
        if words[value]:
            words[value] -= 1
            return True
    return False


def _as_a_part(number: Number, parts: list[Decimal]) -> bool:
    """Whether one of `parts` of a whole is the number, which is then taken from them."""
    if number.value == 6 and _HALF in parts:
        return True  # "6 tháng đầu năm", the first half of the year
    for value in number.values:
        if isinstance(value, Decimal):
            for part in parts:
                # "half a million", too
                if any(abs(part * whole - value) < _ROUNDED * whole for whole in _WHOLES):
                    parts.remove(part)
                    return True
    return False


_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"(?<!\w)[IVX](?!\w)")
_HUNDREDTH = Decimal("0.01")
_WHOLES = (1, 10**3, 10**6, 10**9)
_ROUNDED = Decimal("0.005")
_HALF = Decimal("0.5")


def _told(numbers: list[list[Number]], found: Sides) -> list[list[Number]]:
    """The numbers that are told: one that may be in other words only beside a lone one."""
    in_full = _in_full(found)
    told: list[list[Number]] = [[], []]
    firm = [[n for n in side if n.firm] for side in numbers]
    soft = [[n for n in side if not n.firm] for side in numbers]
    for side in Side:
        beside = len(firm[side.other])
        for number in firm[side]:
            if beside or not _may_be_in_words(number, in_full):
                told[side].append(number)
    for one, other in zip(*soft, strict=False):
        if one.printed[0].isalpha() == other.printed[0].isalpha():
            told[0].append(one)
            told[1].append(other)
    return [sorted(side, key=lambda n: n.start) for side in told]


def _may_be_in_words(number: Number, in_full: bool) -> bool:
    """Whether a text may say `number` in words that are not known."""
    value = number.value
    if not isinstance(value, Decimal) or number.times != 1:
        return False
    if value in (0, 1):
        return True
    if in_full:
        return False
    small = 0 <= value <= _SMALL and value % 1 == 0
    return small or value in (30, 40, 50, 60, 70, 80, 90, 100, 1000)


def _spelt_only(mine: Values, other: Values, near: Values) -> list[Spelt]:
    """The numbers that one language writes as words and the other does not have at all."""
    words = mine.certain
    if not words or not _in_full((mine, other)):
        return []
    known: set[object] = set()
    for side in (other, near):
        for number in side.numbers:
            known.update(number.values)
            known.update(part.value for part in number.parts)
            if number.times == _HUNDREDTH and isinstance(number.value, Decimal):
                known.add(number.value * 100)
        known.update(number.value for number in side.spelt)
        for date in (*side.dates, *side.days):
            known.update((date.day, date.month, date.weekday + 1))
    said = set(_WORD.findall(other.rest.casefold()))
    return [
        word
        for word in words
        if word.value not in known and word.printed not in said and not _in_a_name(mine.rest, word)
    ]


_WORD = re.compile(r"[^\W\d_]+")


def _in_a_name(text: str, word: Spelt) -> bool:
    """Whether a capital within a sentence makes the word part of a name: "the Four Seasons"."""
    if not text[word.start].isupper():
        return False
    before = text[: word.start].rstrip()[-1:]
    return before.isalnum() or before == ","


def _add_fractions(both: list[list[Number | Spelt]], found: Sides) -> None:
    """Add the parts of a whole in words that differ: "a third" against "a half"."""
    lone: list[list[Spelt]] = []
    for side in Side:
        numbers = found[side.other].numbers[: _MOST_HELD // _MOST_PARTS]
        theirs = [part.value for part in found[side.other].fractions[:_MOST_PARTS]]
        lone.append(
            [
                part
                for part in found[side].fractions[:_MOST_PARTS]
                if not any(abs(value - part.value) < _ROUNDED for value in theirs)
                and not any(_as_a_part(number, [part.value]) for number in numbers)
            ]
        )
    for one, other in zip(*lone, strict=False):
        both[0].append(one)
        both[1].append(other)
    for side in Side:
        missing = len(both[side.other]) - len(both[side])
        if missing > 0 and not lone[side.other]:
            both[side] += lone[side][:missing]
