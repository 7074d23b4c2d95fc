"""Where a line must not end, though a blank stands there."""

from __future__ import annotations

import re

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BOUND = re.compile(rf" (?=[-–] )|(?<=\bNo\.) (?=\d)|(?<=\bsố) (?=\d)|(?<=\d) (?=(?:{_MONTHS}) \d)")
"""A blank before a dash, between "No." ("số") and its number, between a day and its month."""
SYMBOL = re.compile(r"(?<!\d)\d+(?:/\d+)?[-/][A-ZĐ][\w/-]*")
"""A document's symbol: 15-CT/TW, 21/NQ-CP, 55/2022/QH15, 30-CTr/TU."""


def bound(text: str) -> str:
    """`text` with blanks that do not break where a line must not end."""
    return _BOUND.sub("\u00a0", text)
