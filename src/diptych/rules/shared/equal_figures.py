"""Which figures of two texts have no counterpart in the other, however each language writes them.

What stands letter for letter on both sides is equal. The rest is compared by value, in every
reading that it allows; what a language may say in words is looked for among its words.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from diptych.language.dates import Date, knows_months
from diptych.language.figures import Values
from diptych.language.number_words import Spelt, minus_in
from diptych.language.numbers import Number
from diptych.language.quantities import knows_multipliers
from diptych.model import Side
from diptych.patterns import pattern_of
from diptych.rules.shared.equal_dates import (
    lone_dates,
    take_alike,
    take_parts,
    take_strokes,
    take_years,
    told_dates,
)
from diptych.rules.shared.matched_figures import Sides, in_full, not_lent, rest
from diptych.rules.shared.spelt_figures import (
    add_fractions,
    counted_otherwise,
    spelt_only,
    take_shares,
    unexcused,
)

Lone = tuple[list[Number | Spelt], list[Number | Spelt]]
"""Numbers without counterpart, by side."""
_SMALL = 20
"""Up to here a language whose words are not known is likely to have words for a number."""
_MOST_HELD = 200_000
"""How many pairs of dates and numbers in one text are looked at each."""


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


def differences(
    texts: tuple[str, str], found: Sides, near: Callable[[Side], Values]
) -> Differences:
    """What the figures `found` in `texts` differ in; `near` gives, for a side, those of
    neighbouring provisions without counterpart, where figures may have gone.
    """
    if texts[0] == texts[1]:
        return Differences(([], []), ([], []), [])
    dates = lone_dates(found)
    numbers: list[list[Number]] = [list(side.numbers) for side in found]
    if few := _few(dates, numbers):
        take_alike(dates, numbers, texts)
        take_strokes(dates, numbers)
    units: list[tuple[Number, Number]] = []
    numbers = _lone_numbers(numbers, found, units)
    if few:
        take_years(dates, numbers, found)
        take_parts(dates, numbers, [knows_months(side.language) for side in found])
    for side in Side:
        other = side.other
        if dates[side]:
            lent = near(other)
            dates[side] = not_lent(dates[side], [*lent.dates, *lent.days])
        if numbers[side]:
            numbers[side] = not_lent(numbers[side], near(other).numbers)
            numbers[side] = _not_elsewhere(numbers[side], found[side], found[other])
            numbers[side] = unexcused(numbers[side], found[other])
            numbers[side] = _whole(numbers[side], found[side].numbers)
    days, told = told_dates(dates, found), _told(numbers, found)
    both: list[list[Number | Spelt]] = [
        [*told[side], *spelt_only(found[side], found[side.other], partial(near, side.other))]
        for side in Side
    ]
    counted = counted_otherwise(found)
    for side in Side:
        both[side] += counted[side]
    add_fractions(both, found)
    take_shares(both, found)
    shown = [(_quantity(texts[0], one), _quantity(texts[1], other)) for one, other in units]
    return Differences((days[0], days[1]), (both[0], both[1]), shown)


def _few(dates: list[list[Date]], numbers: list[list[Number]]) -> bool:
    """Whether each lone date may be held against each number: nearly always."""
    return sum(map(len, dates)) * sum(map(len, numbers)) <= _MOST_HELD


def _quantity(text: str, number: Number) -> Quantity:
    start, end = number.quantity
    return Quantity(text[start:end], start)


def _lone_numbers(
    numbers: list[list[Number]], found: Sides, units: list[tuple[Number, Number]]
) -> list[list[Number]]:
    """By side, the numbers without counterpart; `units` takes what is equal but for its unit."""
    left, right = numbers
    for key in _EXACTLY:
        left, right = rest(left, right, key)
    if left and right:
        loosely = [*_LOOSELY]
        if not all(knows_multipliers(side.language) for side in found):
            loosely.append(lambda n: [n.digits or n.printed])
        if any(minus_in(side.rest, side.language) for side in found):
            loosely.append(lambda n: [abs(n.value) if isinstance(n.value, Decimal) else n.value])
        for key in loosely:
            left, right = rest(left, right, key, units)
        left, right = _fallen_apart(left), _fallen_apart(right)
        for key in (*_EXACTLY, *loosely):
            left, right = rest(left, right, key, units)
        left, right = rest(left, right, _in_least_units)
        return _not_converted(left, right)
    return [_fallen_apart(left), _fallen_apart(right)]


_Keys = Callable[[Number], Iterable[Hashable]]
_EXACTLY: tuple[_Keys, ...] = (
    lambda n: [(n.digits or n.printed, n.times, n.unit)],
    lambda n: [(n.value, n.unit)],
    lambda n: [(value, n.unit) for value in n.values],
)
"""What two equal numbers of one unit have in common, what is surest first."""
_LOOSELY: tuple[_Keys, ...] = (
    lambda n: [(n.digits or n.printed, n.times)],
    lambda n: [n.value],
    lambda n: n.values,
)
"""What two equal numbers have in common, whatever their units."""


def _in_least_units(number: Number) -> list[Hashable]:
    """What is measured and how much of it, in its least unit: 1,5 km is 1.500 m."""
    unit = number.unit
    if unit is None or unit.scale is None or not isinstance(number.value, Decimal):
        return []
    return [(unit.measures, number.value * unit.scale)]


def _not_converted(left: list[Number], right: list[Number]) -> list[list[Number]]:
    """Both without the figures that a text gives in the units of its readers."""
    measured = [number for number in right if number.unit]
    if not measured or len(left) * len(measured) > _MOST_HELD:
        return [left, right]
    kept = []
    for number in left:
        other = next((one for one in measured if _is_converted(number, one)), None)
        if other is None:
            kept.append(number)
        else:
            measured.remove(other)
            right = [one for one in right if one is not other]
    return [kept, right]


def _is_converted(number: Number, other: Number) -> bool:
    values = number.value, other.value
    if number.unit is None or other.unit is None:
        return False
    return (
        isinstance(values[0], Decimal)
        and isinstance(values[1], Decimal)
        and number.unit.converts(values[0], other.unit, values[1])
    )


def _fallen_apart(numbers: Sequence[Number]) -> list[Number]:
    return [part for number in numbers for part in (number.parts or (number,))]


def _whole(lone: list[Number], found: Sequence[Number]) -> list[Number]:
    """`lone` with a figure of `found` in place of its parts, where all of them are lone; of one
    written in groups of thousands, all groups behind the first.
    """
    left = {id(one) for one in lone}
    whole = [
        n for n in found if n.parts and all(id(part) in left for part in _thousands(n) or n.parts)
    ]
    gone = {id(part) for number in whole for part in number.parts}
    return [*whole, *(one for one in lone if id(one) not in gone)] if whole else lone


def _thousands(number: Number) -> Sequence[Number]:
    """The parts of a number behind the first, if it is written in groups of thousands."""
    groups = number.parts[1:]
    return groups if all(len(group.printed) == _GROUP for group in groups) else ()


def _not_elsewhere(lone: list[Number], own: Values, other: Values) -> list[Number]:
    """`lone` without the figures that the other text has in a word: "H2O"."""
    digits = [_DIGITS.findall(number.digits) for number in lone]
    if not any(runs and all(run in other.rest for run in runs) for runs in digits):
        return lone  # nearly always
    spare = other.unread - own.unread
    kept = []
    for number, runs in zip(lone, digits, strict=True):
        if runs and all(spare[run] > 0 for run in runs):
            spare.subtract(runs)
        else:
            kept.append(number)
    return kept


_GROUP = 3
"""How many digits a group of thousands has."""
_DIGITS = pattern_of(r"\d+")


def _told(numbers: list[list[Number]], found: Sides) -> list[list[Number]]:
    """The numbers that are told: one that may be in other words only beside a lone one."""
    if not any(numbers):
        return [[], []]
    known = in_full(found)
    told: list[list[Number]] = [[], []]
    firm = [[n for n in side if n.firm] for side in numbers]
    soft = [[n for n in side if not n.firm] for side in numbers]
    for side in Side:
        beside = len(firm[side.other])
        for number in firm[side]:
            if beside or not _may_be_in_words(number, known):
                told[side].append(number)
    for one, other in zip(*soft, strict=False):
        if one.printed[0].isalpha() == other.printed[0].isalpha():
            told[0].append(one)
            told[1].append(other)
    return [sorted(side, key=lambda n: n.start) for side in told]


def _may_be_in_words(number: Number, known: bool) -> bool:
    """Whether a text may say `number` in words that are not known."""
    value = number.value
    if number.times == Decimal("0.01") and value == 1:
        return True  # all of them
    if number.parts and number.digits != number.printed:
        return True  # read digit by digit: a service by its number, which may have a name
    if not isinstance(value, Decimal) or number.times != 1:
        return False
    if value in (0, 1):
        return True
    if known:
        return False
    small = 0 <= value <= _SMALL and value % 1 == 0
    return small or value in (30, 40, 50, 60, 70, 80, 90, 100, 1000)
