"""The signs that the PDF's typefaces have, so that a check needs no typesetter to know them.

The table beside this module is drawn from the typefaces themselves (`scripts/typefaces.py`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

TABLE = Path(__file__).with_name("typefaces.txt")
TEXT = "Libertinus Serif Regular"
"""The typeface of the text. Others are tried for a sign that it does not have; but a mark that it
lacks, on a letter that it has, is found nowhere."""
ALL, SHAPELESS = "All", "Shapeless"
"""The table's names for signs that every typeface has, and for signs that need none."""

_JOINER = "\u200d"


def lacking(text: str, own: frozenset[str] = frozenset()) -> Iterator[tuple[int, str]]:
    """The signs of `text` that no typeface has, as (offset, sign with its marks).

    `own` are the characters of the project's own fonts, which are tried first.
    """
    characters = set(text)
    if _simple().issuperset(characters):
        return
    marks = {char for char in characters if unicodedata.category(char).startswith("M")}
    ends = [at for at, char in enumerate(text) if at and char not in marks]
    if _JOINER in characters:
        ends = [at for at in ends if _JOINER not in text[at - 1 : at + 1]]
    for start, end in pairwise([0, *ends, len(text)]):
        sign = text[start:end]
        if not _has(sign) and not own.issuperset(_shaped(sign)):
            yield start, sign


@lru_cache(maxsize=4096)
def _has(sign: str) -> bool:
    known = _typefaces()
    shaped = _shaped(sign)
    in_text = len(shaped) > 1 and shaped[0] in known[TEXT]
    return known[TEXT if in_text else ALL].issuperset(shaped)


def _shaped(sign: str) -> list[str]:
    return [char for char in sign if char not in _typefaces()[SHAPELESS]]


@cache
def _simple() -> frozenset[str]:
    """The signs that can be set wherever they stand."""
    known = _typefaces()
    return frozenset(
        char for char in known[TEXT] & known[ALL] if not unicodedata.category(char).startswith("M")
    )


@cache
def _typefaces() -> dict[str, frozenset[str]]:
    found = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        name, _, ranges = line.partition(": ")
        found[name] = frozenset(
            chr(point)
            for start, _, end in (entry.partition("-") for entry in ranges.split())
            for point in range(int(start, 16), int(end or start, 16) + 1)
        )
    return found
