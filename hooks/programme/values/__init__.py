"""Figures of a text by value: dates, numbers and symbols, however each language writes them.

Dates are compared as days, numbers as numbers: "ngày 09/1/2023" is "9 January 2023",
"95,5" is "95.5", "khoá XII" is "12th", "03" is "three".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from programme.values.dates import Date, dates
from programme.values.numbers import Number, numbers, words_as_numbers
from programme.values.symbols import Symbol, symbols


@dataclass(frozen=True, slots=True)
class Values:
    """All figures of one text, in order, each with its span."""

    symbols: tuple[Symbol, ...]
    dates: tuple[Date, ...]
    numbers: tuple[Number, ...]
    spelt: tuple[Number, ...] = field(default=())
    """Numbers written as words."""


def values(text: str, language: str) -> Values:
    """The figures of `text`; what one kind has taken is not looked at by the next."""
    rest, found_symbols = symbols(text)
    rest, found_dates = dates(rest, language)
    found_numbers = numbers(rest, language)
    return Values(found_symbols, found_dates, found_numbers, words_as_numbers(rest, language))
