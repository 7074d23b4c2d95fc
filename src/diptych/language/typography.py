"""Blanks at which a line must not end."""

from __future__ import annotations

from diptych.language.months import MONTHS
from diptych.language.symbols import SYMBOL
from diptych.patterns import pattern_of

__all__ = ["SYMBOL", "bound"]

_MONTHS = "|".join(name for names in MONTHS["en"] for name in names)
_BOUND = pattern_of(rf" (?=[-–] )|(?<=\bNo\.) (?=\d)|(?<=\bsố) (?=\d)|(?<=\d) (?=(?:{_MONTHS}) \d)")
"""An expression for a blank at which no line may end: before a dash, between "No." ("số") and its
number, between a day and its month."""


def bound(text: str) -> str:
    """`text` with no-break spaces wherever a line must not end."""
    return _BOUND.sub("\u00a0", text)
