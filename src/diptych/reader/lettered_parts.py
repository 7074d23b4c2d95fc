"""Headings that capital letters number: “A. MỤC TIÊU”, “B. NHIỆM VỤ”.

One such heading may be a name, and C, D and I are roman numerals as well: only a row of headings of
one level that begins with A and goes on is numbered so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from diptych.language.numerals import ALL_LETTERS, Numeral
from diptych.patterns import pattern_of
from diptych.reader.drafts import DivisionDraft

_LETTERED = pattern_of(r"(?P<label>(?P<letter>DD|[A-ZĐ])\.)\s+\S")
_FEWEST = 2
"""How many headings are a row."""
_MISSING = 3
"""How far apart two letters of a row may be: English has no Đ, Vietnamese no F, one may be lost."""


def number_lettered_parts(pages: Iterable[tuple[int, Sequence[DivisionDraft]]]) -> None:
    """Number the headings of `pages`, given with the depth of each, that capital letters number."""
    levels: dict[int, list[tuple[DivisionDraft, str]]] = {}
    for depth, divisions in pages:
        for draft in divisions:
            if draft.heading and (found := _LETTERED.match(draft.heading.text)):
                levels.setdefault(draft.level + depth, []).append((draft, found["letter"]))
    for found_there in levels.values():
        for row in _rows(found_there):
            for draft, letter in row:
                draft.number = Numeral(f"{letter}.", "letter", _place(letter))


def _rows(
    found: Sequence[tuple[DivisionDraft, str]],
) -> Iterator[list[tuple[DivisionDraft, str]]]:
    """The headings that follow each other as letters of one row do, from A on."""
    row: list[tuple[DivisionDraft, str]] = []
    for draft, letter in found:
        if row and _follows(letter, row[-1][1]):
            row.append((draft, letter))
            continue
        if len(row) >= _FEWEST:
            yield row
        row = [(draft, letter)] if letter == "A" else []
    if len(row) >= _FEWEST:
        yield row


def _follows(letter: str, before: str) -> bool:
    return 0 < _place(letter) - _place(before) <= _MISSING


def _place(letter: str) -> int:
    """The place of a letter among those of both languages, from 1."""
    return ALL_LETTERS.index("đ" if letter == "DD" else letter.lower()) + 1
