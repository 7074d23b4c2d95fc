"""Figures of a text by value: dates, numbers and symbols, however each language writes them.

Dates are compared as days, numbers as numbers: "ngày 09/1/2023" is "9 January 2023",
"95,5" is "95.5", "khoá XII" is "12th", "03" is "three".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from diptych.language.dates import Date, dates
from diptych.language.numbers import Number, certain_words, numbers, words_as_numbers
from diptych.language.symbols import Symbol, symbols


@dataclass(frozen=True, slots=True)
class Values:
    """All figures of one text, in order, each with its span."""

    symbols: tuple[Symbol, ...]
    dates: tuple[Date, ...]
    numbers: tuple[Number, ...]
    rest: str = ""
    """The text with symbols and dates blanked out."""
    language: str = ""

    @property
    def spelt(self) -> tuple[Number, ...]:
        """Numbers written as words."""
        return words_as_numbers(self.rest, self.language)

    @property
    def certain(self) -> tuple[Number, ...]:
        """Numbers written as words that can be nothing but numbers."""
        return certain_words(self.rest, self.language)


@lru_cache(maxsize=1 << 16)  # five rules ask for the figures of every text
def values(text: str, language: str) -> Values:
    """The figures of `text`: symbols first, then dates, then numbers in what is left."""
    rest, found_symbols = symbols(text)
    rest, found_dates = dates(rest, language)
    return Values(found_symbols, found_dates, numbers(rest, language), rest, language)
