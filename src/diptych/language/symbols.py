"""Symbols of Vietnamese documents: 15-CT/TW, 21/NQ-CP, 55/2022/QH15, 01-ĐA/TW, 30-CTr/TU.

The form follows Vietnamese practice: number, year where there is one, kind, issuer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.language.blanks import blanked

_SYMBOL = re.compile(
    r"(?<![\w/])(?P<number>\d+)(?:/(?P<year>\d{4}))?[-/](?P<kind>[A-ZĐ][A-Za-zĐđ]*\d*)"
    r"(?:[-/](?P<issuer>[A-ZĐ][A-ZĐa-zđ0-9]*))?(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol as printed."""

    printed: str
    start: int
    end: int


def symbols(text: str) -> tuple[str, tuple[Symbol, ...]]:
    """`text` with its symbols blanked out, and the symbols."""
    found = tuple(Symbol(m[0], m.start(), m.end()) for m in _SYMBOL.finditer(text))
    return blanked(text, ((symbol.start, symbol.end) for symbol in found)), found
