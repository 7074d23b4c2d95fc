"""Where a line must not end, though a blank stands there."""

from __future__ import annotations

import re

from diptych.language.months import MONTHS
from diptych.language.symbols import SYMBOL

__all__ = ["SYMBOL", "bound"]

_MONTHS = "|".join(name for names in MONTHS["en"] for name in names)
_BOUND = re.compile(rf" (?=[-–] )|(?<=\bNo\.) (?=\d)|(?<=\bsố) (?=\d)|(?<=\d) (?=(?:{_MONTHS}) \d)")
"""A blank before a dash, between "No." ("số") and its number, between a day and its month."""


def bound(text: str) -> str:
    """`text` with blanks that do not break where a line must not end."""
    return _BOUND.sub("\u00a0", text)
