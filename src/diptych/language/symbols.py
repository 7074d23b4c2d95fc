"""Symbols of Vietnamese documents: 15-CT/TW, 21/NQ-CP, 55/2022/QH15, 01-ĐA/TW, 30-CTr/TU.

The form follows Vietnamese practice: number, perhaps a year, kind, one or more issuers.
"""

from __future__ import annotations

from dataclasses import dataclass

from diptych.language.blanks import blanked
from diptych.patterns import pattern_of

_LATIN = r"\dA-Za-z_\u00c0-\u024f\u1e00-\u1eff"
"""What continues a symbol; letters of a script without blanks between words do not: 21/NQ-CP에."""
SYMBOL = pattern_of(
    rf"(?<![{_LATIN}/])(?<![\w)]-)\d+(?:/\d{{4}})?[-/]"
    # no compound: "an 8-GPU node", “nút 8-GPU”
    r"(?!(?:GPU|CPU|TPU|NPU|LED|OLED|LCD|VDC|VAC|RPM|DOF|SSD|HDD|SIM|USB|RGB|PDF|API|URL|KPI|SMS)s?\b)"
    # no unit (5-A), no compound of German words (90-Grad-Schritte), no day (06/Aug/2026)
    # no year that an acronym follows: "A4:2017-XML"
    r"(?!(?<=(?:19|20)\d\d-)(?<!/\d\d\d\d-)[A-Z]{2,5}(?![\w/-]))"
    rf"(?![A-ZĐ][a-zđ]*(?:-[A-ZÀ-ÞĐ]?[a-zß-ÿđ]+)*(?![\w/-])|[A-Z][a-z]{{2}}[/-]\d)(?!GHz|MHz|[KMGT]bps|[KMGT]B)[A-ZĐ][A-Za-zĐđ]*\d*"
    rf"(?:[-/][A-ZĐ][A-ZĐa-zđ0-9]*)*(?![{_LATIN}])"
)

_HINT = pattern_of(r"\d[-/](?:\d{4}[-/])?[A-ZĐ]")
"""What each symbol has, looked for first: it is found faster."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """The symbol of a document as it is printed, with its offsets in the text."""

    printed: str
    start: int
    end: int


def symbols(text: str) -> tuple[str, tuple[Symbol, ...]]:
    """`text` with its symbols blanked out, and the symbols in order."""
    if not _HINT.search(text):
        return text, ()
    found = tuple(Symbol(m[0], m.start(), m.end()) for m in SYMBOL.finditer(text))
    return blanked(text, ((symbol.start, symbol.end) for symbol in found)), found
