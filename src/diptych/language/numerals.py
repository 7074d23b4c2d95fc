"""Printed numbers: "III.", "2.", "b)" as they stand before a heading or a provision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["roman", "arabic", "letter"]

_ROMAN_VALUES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_PRINTED = re.compile(
    rf"(?P<label>(?P<roman>{_ROMAN})[.)]|(?P<arabic>\d{{1,9}}(?:\.\d{{1,9}})*)[.)]|(?P<letter>[a-zđ])\))(?=\s|$)"
)
# Vietnamese lists run a, b, c, d, đ, e; English ones have no đ, and then e follows d.
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"


def roman(value: int) -> str:
    """The roman numeral of a positive `value`, in capitals."""
    if not 0 < value < 4000:
        raise ValueError(f"no roman numeral for {value}")
    numeral = ""
    for worth, letters in _ROMAN_VALUES:
        count, value = divmod(value, worth)
        numeral += letters * count
    return numeral


def roman_value(numeral: str) -> int:
    """The value of a well-formed roman `numeral` in capitals."""
    value = 0
    rest = numeral
    for worth, letters in _ROMAN_VALUES:
        while rest.startswith(letters):
            value += worth
            rest = rest[len(letters) :]
    if rest:
        raise ValueError(f"not a roman numeral: {numeral!r}")
    return value


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed in front of a heading or a provision."""

    printed: str
    """The number with its full stop or bracket: "III.", "2.", "b)"."""
    style: Style
    value: int
    """The value of the number's last component: 3 for "2.3."."""

    @property
    def slug(self) -> str:
        """The number as a part of an id: "iii", "2", "b"."""
        bare = self.printed.rstrip(".)").lower().replace("đ", "dd")
        return bare.replace(".", "-")

    def __eq__(self, other: object) -> bool:
        # "2." and "2)" are the same number; "II." and "2." are not.
        return isinstance(other, Numeral) and (self.style, self.slug) == (other.style, other.slug)

    def __hash__(self) -> int:
        return hash((self.style, self.slug))

    def follows(self, previous: Numeral | None) -> bool:
        """Whether this number comes next after `previous`, or comes first where that is None."""
        if previous is None:
            return self.value == 1
        return self.style == previous.style and self.value == previous.value + 1

    def printed_as(self, value: int) -> str:
        """How `value` would be printed in this number's style, with its punctuation."""
        mark = self.printed[-1]
        if self.style == "roman":
            return roman(value) + mark
        if self.style == "letter":
            return _LETTERS[(value - 1) % len(_LETTERS)] + mark
        head = self.printed[:-1].rpartition(".")[0]
        return f"{head}.{value}{mark}" if head else f"{value}{mark}"


def leading_number(text: str) -> Numeral | None:
    """The printed number that `text` opens with, or None."""
    match = _PRINTED.match(text)
    if match is None:
        return None
    printed = match["label"]
    if numeral := match["roman"]:
        return Numeral(printed, "roman", roman_value(numeral))
    if figures := match["arabic"]:
        return Numeral(printed, "arabic", int(figures.rpartition(".")[2]))
    return Numeral(printed, "letter", _LETTERS.index(match["letter"]) + 1)
