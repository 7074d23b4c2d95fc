"""Numbers that one text writes as figures, and the other as words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal

from diptych.language.figures import Values
from diptych.language.number_words import Spelt
from diptych.language.numbers import Number
from diptych.language.units import other_units
from diptych.model import Side
from diptych.patterns import pattern_of
from diptych.rules.shared.matched_figures import Sides, in_full

_MOST_HELD = 200_000
"""How many pairs of dates and numbers in one text are looked at each."""
_MOST_PARTS = 20
"""How many parts of a whole in one text are compared."""
_LETTER = pattern_of(r"(?<!\w)[IVX](?!\w)")
_HUNDREDTH = Decimal("0.01")
_WHOLES = (1, 10**3, 10**6, 10**9)
_ROUNDED = Decimal("0.005")
_HALF = Decimal("0.5")
_WORD = pattern_of(r"[^\W\d_]+")


def unexcused(lone: Sequence[Number], other: Values) -> list[Number]:
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
                if any(_says(part, value / whole) for whole in _WHOLES):
                    parts.remove(part)
                    return True
    return False


def _says(part: Decimal, value: Decimal) -> bool:
    """Whether `part` of a whole is `value`, or what "two and a half" adds to a whole number."""
    if abs(part - value) < _ROUNDED:
        return True
    return part == _HALF and 1 < value < _MOST_PARTS and value % 1 == _HALF


def spelt_only(mine: Values, other: Values, near: Callable[[], Values]) -> list[Spelt]:
    """The numbers that one language writes as words and the other does not have at all, nor a
    neighbour of the other, whose figures `near` gives.
    """
    words = mine.certain
    if not words or not in_full((mine, other)):
        return []
    known: set[object] = set()
    for side in (other, near()):
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


def counted_otherwise(found: Sides) -> tuple[list[Spelt], list[Spelt]]:
    """The number in a word that each text has and the other has neither in words nor in figures, if
    there is one in each: “two” against “tres”.
    """
    lone = [_not_said(found[side].counting, found[side.other]) for side in Side]
    if len(lone[0]) == 1 == len(lone[1]) and not in_full(found):
        return lone[0], lone[1]
    return [], []


def _not_said(words: Sequence[Spelt], other: Values) -> list[Spelt]:
    if not words:
        return []
    known: set[object] = {number.value for number in other.spelt}
    known.update(value for number in other.numbers for value in number.values)
    return [word for word in words if word.value not in known]


def _in_a_name(text: str, word: Spelt) -> bool:
    """Whether a capital within a sentence makes the word part of a name: "the Four Seasons"."""
    if not text[word.start].isupper():
        return False
    before = text[: word.start].rstrip()[-1:]
    return before.isalnum() or before == ","


def add_fractions(both: list[list[Number | Spelt]], found: Sides) -> None:
    """Add the parts of a whole in words that differ: "a third" against "a half"."""
    if not any(side.fractions for side in found):
        return  # nearly always
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


def take_shares(both: list[list[Number | Spelt]], found: Sides) -> None:
    """Take off the per cent that the other language tells by two numbers ("nine out of ten"), and
    these.
    """
    for side in Side:
        if not any(_is_per_cent(number) for number in both[side]):
            continue
        parts = list(found[side.other].shares[:_MOST_PARTS])
        kept = []
        for number in both[side]:
            alike = [part for part in parts if _is_per_cent(number, part.value)]
            if not alike:
                kept.append(number)
                continue
            parts.remove(alike[0])
            both[side.other] = [
                other
                for other in both[side.other]
                if not alike[0].start <= other.start < alike[0].end
            ]
        both[side] = kept


def _is_per_cent(number: Number | Spelt, value: Decimal | None = None) -> bool:
    """Whether `number` is a percentage; the one that says `value`, if it is given."""
    if not (isinstance(number, Number) and number.times == _HUNDREDTH):
        return False
    said = number.value
    return value is None or (isinstance(said, Decimal) and abs(said - value) < _ROUNDED)
