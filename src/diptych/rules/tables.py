"""Tables: the same columns, and in each cell what its counterpart has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from diptych.diagnostics import Diagnostic
from diptych.model import Kind, Provision, Segment, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import Wording

_EXCHANGED = 2
"""How many cells of a row have other figures if two have changed places."""
_FIGURE = re.compile(r"\d+")


@rule("G106")
def table_columns_differ(bitext: Bitext) -> Iterator[Diagnostic]:
    """A table has more columns in one language than in the other.

    Mend: Give the table the same columns in both languages.

    vi: Một bảng có nhiều cột hơn ở một bản.

    Sửa: Cho bảng cùng các cột ở cả hai bản.

    Bad:  `| Tên | Số |` ↔ `| Name | No | Note |`
    Good: `| Tên | Số |` ↔ `| Name | No |`
    """
    for table in _tables(bitext):
        for both in table:
            columns = [len(row.segment.cells) for row in both]
            if columns[0] == columns[1]:
                continue
            languages = [bitext.language(side) for side in Side]
            yield Diagnostic(
                Wording(
                    vi=f"số cột của bảng khác nhau: bản {languages[0].vi} có {columns[0]}, "
                    f"bản {languages[1].vi} có {columns[1]}",
                    en=f"the number of columns differs: {languages[0].en} has {columns[0]}, "
                    f"{languages[1].en} {columns[1]}",
                ),
                tuple(
                    bitext.at(side, row.place, len(row.segment.text)) for side, row in Side.of(both)
                ),
            )
            break  # the other rows are laid out like the first


@rule("G107")
def table_cell_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A cell of a table is empty in one language only, or holds the figures of another cell.

    Figures that one language lacks are reported by V102.

    Mend: Put the same into the cell in both languages.

    vi: Một ô của bảng chỉ trống ở một bản, hoặc mang con số của ô khác.

    Con số mà một bản không có do V102 báo.

    Sửa: Ghi cùng một nội dung vào ô đó ở cả hai bản.

    Bad:  `| Táo | 5 | 7 |` ↔ `| Apples | 7 | 5 |`
    Good: `| Táo | 5 | 7 |` ↔ `| Apples | 5 | 7 |`
    """
    for table in _tables(bitext):
        for both in table:
            rows = both[0].segment, both[1].segment
            if len(rows[0].cells) == len(rows[1].cells) and _first_code(rows[0]) == _first_code(
                rows[1]
            ):
                yield from _cells(bitext, rows)


def _first_code(row: Segment) -> str:
    """The code in the first cell of a row: where it differs, the rows are no counterparts."""
    start, end = row.cells[0] if row.cells else (0, 0)
    return next((row.text[s:e] for s, e in row.code if start <= s and e <= end), "")


def _cells(bitext: Bitext, rows: tuple[Segment, Segment]) -> Iterator[Diagnostic]:
    texts = [[row.text[start:end].strip() for start, end in row.cells] for row in rows]
    figures = [[Counter(_FIGURE.findall(text)) for text in side] for side in texts]
    totals = [sum(side, Counter()) for side in figures]
    moved = sum(mine != theirs for mine, theirs in zip(*figures, strict=True))
    exchanged = totals[0] == totals[1] and moved <= _EXCHANGED  # of more, columns have moved
    for index in range(len(texts[0])):
        cells = [side[index] for side in texts]
        empty = [not cell and not _holds(row, index) for cell, row in zip(cells, rows, strict=True)]
        if empty[0] is not empty[1]:
            side = Side.ORIGINAL if empty[0] else Side.TRANSLATION
            language = bitext.language(side)
            message = Wording(
                vi=f"ô này trống trong bản {language.vi}; bản kia ghi “{cells[side.other][:60]}”",
                en=f"this cell is empty in {language.en}; the other language has "
                f"“{cells[side.other][:60]}”",
            )
        elif exchanged and _crossed(figures, index):
            message = Wording(
                vi=f"con số nằm ở hai ô khác nhau: “{cells[0][:60]}” và “{cells[1][:60]}”",
                en=f"the figures are in different cells: “{cells[0][:60]}” and “{cells[1][:60]}”",
            )
        else:
            continue
        yield Diagnostic(
            message,
            tuple(
                bitext.at(side, row.place_at(row.cells[index][0]), max(1, len(cells[side])))
                for side, row in Side.of(rows)
            ),
        )
        if exchanged and empty == [False, False]:
            return  # of two that changed places, one is told


def _crossed(figures: list[list[Counter[str]]], index: int) -> bool:
    """Whether the figures of a cell, and those of another, have changed places."""
    mine, theirs = figures[0][index], figures[1][index]
    return bool(mine and theirs and mine != theirs) and any(
        figures[0][other] == theirs and figures[1][other] == mine
        for other in range(len(figures[0]))
    )


def _holds(row: Segment, index: int) -> bool:
    """Whether a cell without words may hold a picture or a tag."""
    return bool(row.links or row.tags or row.marks) and row.cells[index][0] == row.cells[index][1]


def _tables(bitext: Bitext) -> Iterator[list[tuple[Provision, Provision]]]:
    """The paired rows of each table."""
    table: list[tuple[Provision, Provision]] = []
    for pair in bitext.alignment.provisions:
        both = pair.both
        if both is None or not (both[0].kind is both[1].kind is Kind.ROW):
            continue
        if table and not _next(table[-1], both):
            yield table
            table = []
        table.append(both)
    if table:
        yield table


def _next(last: tuple[Provision, Provision], both: tuple[Provision, Provision]) -> bool:
    """Whether `both` stand in the same table as `last`: at most one line lies between."""
    return all(
        one.place.file == other.place.file and 0 < other.place.line - one.segment.end_line <= 2
        for one, other in zip(last, both, strict=True)
    )
