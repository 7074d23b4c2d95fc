"""What is printed in front of a table's rows: “1”, “2.1”, and below a row “II” again “1”."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diptych.language.column_words import ColumnKind, column_kind
from diptych.language.numerals import roman
from diptych.model import Kind
from diptych.model.tables import Columns
from diptych.patterns import pattern_of
from diptych.reader.drafts import ProvisionDraft

_PRINTED = pattern_of(r"(?P<number>\d{1,4}(?:\.\d{1,3}){0,3}|[IVXL]{1,7}|[A-Z]|[a-zđ])[.)]?")
_LONGEST = 50
"""The last roman numeral that heads a group of rows."""
_ROMAN = frozenset(roman(value) for value in range(1, _LONGEST))


@dataclass(frozen=True, slots=True)
class RowNumber:
    """Where a row stands in its table."""

    rank: int
    """Which of the rows below the headings it is, from 1."""
    printed: tuple[str, ...] = ()
    """The numbers printed in front of the rows that it is part of, and its own; none where the
    table has no column of numbers, or its cell there is empty."""

    @property
    def slugs(self) -> tuple[str, ...]:
        """The numbers as parts of an id."""
        return tuple(n.lower().replace(".", "-").replace("đ", "dd") for n in self.printed)


def row_numbers(siblings: Iterable[ProvisionDraft], language: str) -> dict[int, RowNumber]:
    """The number of each row among `siblings` that is below headings, by the draft's identity."""
    found: dict[int, RowNumber] = {}
    rank, group = 0, ""
    for draft in siblings:
        if draft.kind is not Kind.ROW:
            continue
        if draft.heads:
            rank, group = 0, ""
            continue
        rank += 1
        number = _number(draft, language)
        if not number:
            found[id(draft)] = RowNumber(rank)
            continue
        heads_group = number in _ROMAN or number.isupper()
        found[id(draft)] = RowNumber(
            rank, (number,) if heads_group or not group else (group, number)
        )
        group = number if heads_group else group
    return found


def _number(draft: ProvisionDraft, language: str) -> str:
    """The number in the first cell of a row, if that is where the table has them."""
    columns = draft.columns
    cells = draft.segment.cells
    if columns is None or not cells or not _counts(columns, language):
        return ""
    start, end = cells[0]
    printed = _PRINTED.fullmatch(draft.segment.text[start:end])
    return printed["number"] if printed else ""


def _counts(columns: Columns, language: str) -> bool:
    """Whether the first column has the numbers of the rows."""
    return column_kind(columns.heading(0), language) is ColumnKind.NUMBER
