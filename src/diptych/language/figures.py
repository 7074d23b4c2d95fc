"""Figures of a text by value: dates, numbers and symbols, however each language writes them.

Dates are compared as days, numbers as numbers: "ngày 09/1/2023" is "9 January 2023",
"95,5" is "95.5", "khoá XII" is "12th", "03" is "three".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from diptych.language.blanks import blanked
from diptych.language.dates import Date, dates
from diptych.language.digits import in_ascii_digits
from diptych.language.number_words import (
    CERTAIN,
    COUNTING,
    Share,
    Spelt,
    parts_of_a_whole,
    shares,
    spelt,
)
from diptych.language.numbers import Number, as_printed, numbers
from diptych.language.symbols import Symbol, symbols
from diptych.language.tags import bare
from diptych.patterns import pattern_of

_UNBROKEN = pattern_of(r"[^\s<>()\"”]+")
_DIGITS = pattern_of(r"\d+")


@dataclass(frozen=True, slots=True)
class Values:
    """All figures of one text, in order, each with its span."""

    symbols: tuple[Symbol, ...]
    dates: tuple[Date, ...]
    numbers: tuple[Number, ...]
    days: tuple[Date, ...] = ()
    """Days and months without a year, and days of the week."""
    rest: str = ""
    """The text with symbols and dates blanked out."""
    language: str = ""

    @property
    def spelt(self) -> tuple[Spelt, ...]:
        """Numbers written as words."""
        return spelt(self.rest, self.language)

    @property
    def fractions(self) -> tuple[Spelt, ...]:
        """Parts of a whole written as words."""
        return parts_of_a_whole(self.rest, self.language)

    @property
    def shares(self) -> tuple[Share, ...]:
        """Parts of a whole that two numbers tell."""
        return shares(self.rest, self.language)

    @property
    def certain(self) -> tuple[Spelt, ...]:
        """Numbers written as words that can be nothing else and are no parts of compounds."""
        return self._alone(CERTAIN)

    @property
    def counting(self) -> tuple[Spelt, ...]:
        """Small numbers written as words that count, and are no parts of compounds."""
        return self._alone(COUNTING)

    def _alone(self, words: Mapping[str, frozenset[str]]) -> tuple[Spelt, ...]:
        wanted = words.get(bare(self.language), frozenset())
        said_in = self.rest.lower()
        if not any(word in said_in for word in wanted) or wanted.isdisjoint(_WORD.findall(said_in)):
            return ()  # nearly always
        found = self.spelt
        # where the compound ends that begins at an offset: its other words are no numbers
        ends = {n.start: n.start + len(n.printed) for n in found if " " in n.printed}
        alone = []
        done = 0
        for number in found:
            done = max(done, ends.get(number.start, 0))
            if number.printed in wanted and number.start >= done:
                alone.append(number)
        return tuple(alone)

    @property
    def unread(self) -> Counter[str]:
        """Runs of digits that are part of no figure: "H2O", "log4j"."""
        spans = sorted((n.start, n.start + len(n.printed)) for n in self.numbers)
        return Counter(_DIGITS.findall(blanked(self.rest, spans)))


_WORD = pattern_of(r"[^\W\d_]+")


@lru_cache(maxsize=1 << 16)  # five rules ask for the figures of every text
def values(text: str, language: str) -> Values:
    """The figures of `text`: symbols first, then dates, then numbers in what is left."""
    language = bare(language)
    plain = rest = in_ascii_digits(text)
    if "www." in rest or "://" in rest:
        rest = blanked(rest, _addresses(rest))
    whole = rest
    rest, found_symbols = symbols(rest)
    rest, found_dates, days = dates(rest, language)
    found = numbers(rest, language, whole)
    if plain != text:
        found = tuple(as_printed(number, text) for number in found)
        found_dates = tuple(_as_printed(date, text) for date in found_dates)
        days = tuple(_as_printed(date, text) for date in days)
    return Values(found_symbols, found_dates, found, days, rest, language)


def together(found: Sequence[Values]) -> Values:
    """The figures of several texts of one language, each with its offset in its own text."""
    return Values(
        tuple(symbol for one in found for symbol in one.symbols),
        tuple(date for one in found for date in one.dates),
        tuple(number for one in found for number in one.numbers),
        tuple(day for one in found for day in one.days),
        " ; ".join(one.rest for one in found),
        found[0].language if found else "",
    )


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where the addresses of the web stand in `text`."""
    for match in _UNBROKEN.finditer(text):
        at = min(
            (place for sign in ("http", "www.") if (place := match[0].lower().find(sign)) >= 0),
            default=-1,
        )
        if at >= 0:
            yield match.start() + at, match.end()


def _as_printed(date: Date, text: str) -> Date:
    """`date` with the digits in which `text` prints it."""
    return replace(date, printed=text[date.start : date.start + len(date.printed)])
