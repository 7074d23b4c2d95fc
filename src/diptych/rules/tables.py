"""Tables: the same columns, and in each cell what its counterpart has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from diptych.alignment.units import cited_cell
from diptych.diagnostics import Diagnostic, Severity
from diptych.language.scripts import direction
from diptych.model import Place, Provision, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.cells import Exchange, Lexicon, exchanges
from diptych.rules.shared.rendering import rendering
from diptych.wording import UNSAID, Wording


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


@rule("G114", Severity.WARNING, of_close=True)
def table_alignment_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A column of a table is set otherwise in the translation: to the left, in the middle, to the
    right.

    Languages that are written from the right are left out, and on texts that are not published
    here what only the translation says. Of several tables of a page the first is reported.

    Mend: Write the same line below the headings (`:---`, `:---:`, `---:`) in both languages.

    vi: Một cột của bảng được căn khác ở bản dịch: sang trái, vào giữa, sang phải.

    Không xét ngôn ngữ viết từ phải sang trái, và ở văn bản không đăng tại đây, điều mà chỉ bản dịch
    ghi. Nếu một trang có nhiều bảng như vậy thì chỉ báo bảng đầu.

    Sửa: Ghi cùng một dòng dưới các tiêu đề cột (`:---`, `:---:`, `---:`) ở cả hai bản.

    Bad:  `|:---|---:|` ↔ `|---|---|`
    Good: `|:---|---:|` ↔ `|:---|---:|`
    """
    if any(direction(document.locale) == "rtl" for document in bitext.documents):
        return  # its columns run from the right: what is set on one side may be on the other
    told: set[str] = set()
    original = rendering(bitext).other
    for table in _tables(bitext):
        columns = [row.columns for row in table[0]]
        if columns[0] is None or columns[1] is None or table[0][0].place.file in told:
            continue
        aligned = [each.aligned for each in columns if each]
        if len(aligned[0]) != len(aligned[1]) or aligned[0] == aligned[1]:
            continue
        if not any(aligned[original]) and not bitext.published:
            continue
        told.add(table[0][0].place.file)
        yield Diagnostic(
            Wording(
                vi="các cột của bảng này được căn khác ở bản kia",
                en="the columns of this table are aligned otherwise in the other language",
            ),
            tuple(
                bitext.at(side, Place(row.place.file, row.columns.line + 1, 1))
                for side, row in Side.of(table[0])
                if row.columns
            ),
        )


@rule("G107")
def table_cell_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A cell of a table is empty in one language only, or what it says stands in another cell.

    Cells are compared by figures, by the terms and names of the lists, and by how the tables
    themselves render what stands in their cells. Figures that one language lacks are reported by
    V102. Two columns that are exchanged in several rows are reported once; so is a column that is
    empty in three rows or more, on texts that are not published here.

    Mend: Put the same into the cell in both languages.

    vi: Một ô của bảng chỉ trống ở một bản, hoặc nội dung của ô nằm ở ô khác.

    Các ô được so theo con số, theo thuật ngữ và tên riêng trong danh mục, và theo cách chính các
    bảng dịch nội dung của ô. Con số mà một bản không có do V102 báo. Hai cột đổi chỗ cho nhau ở
    nhiều hàng chỉ được báo một lần; ở văn bản không đăng tại đây, một cột trống ở từ ba hàng trở
    lên cũng vậy.

    Sửa: Ghi cùng một nội dung vào ô đó ở cả hai bản.

    Bad:  `| Táo | 5 | 7 |` ↔ `| Apples | 7 | 5 |`
    Good: `| Táo | 5 | 7 |` ↔ `| Apples | 5 | 7 |`
    """
    tables = list(_tables(bitext))
    lexicon = Lexicon(bitext.entries)
    for table in tables:
        for both in table:
            if _comparable(both):
                lexicon.learn(*both)
    for table in tables:
        rows = [both for both in table if _comparable(both)]
        yield from _emptied(bitext, rows)
        yield from _exchanged(bitext, rows, lexicon)


def _comparable(both: tuple[Provision, Provision]) -> bool:
    """Whether the cells of two rows are counterparts."""
    first, second = (row.segment for row in both)
    return len(first.cells) == len(second.cells) and _first_code(first) == _first_code(second)


def _first_code(row: Segment) -> str:
    """The code in the first cell of a row: where it differs, the rows are no counterparts."""
    start, end = row.cells[0] if row.cells else (0, 0)
    return next((row.text[s:e] for s, e in row.code if start <= s and e <= end), "")


_HABIT = 3
"""From how many rows of a table on whose cells in one column are empty they are told once."""


def _emptied(bitext: Bitext, rows: Sequence[tuple[Provision, Provision]]) -> Iterator[Diagnostic]:
    """The cells that are empty in one language only; those of a column that often is, once."""
    found: dict[tuple[Side, int], list[tuple[Provision, Provision]]] = {}
    for both in rows:
        cells = [row.cells for row in both]
        for index in range(len(cells[0])):
            empty = [
                not cells[side][index].strip() and not _holds(both[side].segment, index)
                for side in Side
            ]
            side = Side.ORIGINAL if empty[0] else Side.TRANSLATION
            if empty[0] is not empty[1] and not _stands_elsewhere(both, side, index):
                found.setdefault((side, index), []).append(both)
    for (side, index), alike in found.items():
        together = len(alike) >= _HABIT and not bitext.published
        for both in alike[:1] if together else alike:
            yield _empty(bitext, side, both, index, len(alike) - 1 if together else 0)


def _stands_elsewhere(both: tuple[Provision, Provision], side: Side, index: int) -> bool:
    """Whether the row of `side` has in another column the figures that its empty cell lacks."""
    said = both[side.other].cells[index].strip()
    return any(map(str.isdigit, said)) and said in map(str.strip, both[side].cells)


def _empty(
    bitext: Bitext, side: Side, both: tuple[Provision, Provision], index: int, more: int
) -> Diagnostic:
    language, other = bitext.language(side), both[side.other].cells[index].strip()[:60]
    likewise = UNSAID
    if more:
        likewise = Wording(
            vi=f"; {more} hàng nữa của bảng cũng vậy",
            en=f"; {more} more rows of the table likewise",
        )
    message = Wording(
        vi=f"ô này trống trong bản {language.vi}; bản kia ghi “{other}”{likewise.vi}",
        en=f"this cell is empty in {language.en}; the other language has “{other}”{likewise.en}",
    )
    return _told(bitext, both, index, message)


def _exchanged(
    bitext: Bitext, rows: Sequence[tuple[Provision, Provision]], lexicon: Lexicon
) -> Iterator[Diagnostic]:
    """The cells of `rows` that stand in each other's place, by the columns that are exchanged."""
    found = [
        (exchange, both) for both in rows if (exchange := next(exchanges(*both, lexicon), None))
    ]
    found.sort(key=lambda pair: pair[0].columns)
    for _, alike in groupby(found, key=lambda pair: pair[0].columns):
        (exchange, both), *more = alike
        if len(exchange.columns) > _EXCHANGED and not _headed_alike(both, exchange.columns):
            continue
        yield _told(bitext, both, exchange.columns[0], _exchange(both, exchange, len(more)))


_EXCHANGED = 2
"""How many cells of a row are told to have changed places; of more, the columns may stand in
another order, unless figures in their headings say that they do not."""


def _headed_alike(both: tuple[Provision, Provision], columns: Sequence[int]) -> bool:
    """Whether the headings of the columns have the same figures in both languages."""
    headings = [
        [_FIGURES.findall(row.columns.heading(i)) for i in columns] for row in both if row.columns
    ]
    return all(map(all, headings)) and headings[0] == headings[1]


_FIGURES = pattern_of(r"\d+")


def _exchange(both: tuple[Provision, Provision], exchange: Exchange, more: int) -> Wording:
    index = exchange.columns[0]
    cells = [row.cells[index][:60] for row in both]
    if exchange.by_figures:
        told = Wording(
            vi=f"con số nằm ở hai ô khác nhau: “{cells[0]}” và “{cells[1]}”",
            en=f"the figures are in different cells: “{cells[0]}” and “{cells[1]}”",
        )
    else:
        told = Wording(
            vi=f"nội dung của ô này nằm ở ô khác cùng hàng: “{cells[0]}” ↔ “{cells[1]}”",
            en="what this cell says stands in another cell of the row: "
            f"“{cells[0]}” ↔ “{cells[1]}”",
        )
    if not more:
        return told
    return Wording(
        vi=f"{told.vi}; {more} hàng nữa của bảng cũng vậy",
        en=f"{told.en}; {more} more row{'s' if more > 1 else ''} of the table likewise",
    )


def _told(
    bitext: Bitext, both: tuple[Provision, Provision], index: int, message: Wording
) -> Diagnostic:
    """The finding on a cell, at the cell in both languages and with its citation in each."""
    cited = [
        cited_cell(row, index, document.locale)
        for row, document in zip(both, bitext.documents, strict=True)
    ]
    by_language = {
        document.locale: where for document, where in zip(bitext.documents, cited, strict=True)
    }
    return Diagnostic(
        Wording(
            vi=f"{message.vi} ({by_language.get('vi', cited[0])})",
            en=f"{message.en} ({by_language.get('en', cited[0])})",
        ),
        tuple(
            bitext.at(
                side,
                row.segment.place_at(row.segment.cells[index][0]),
                max(1, len(row.cells[index].strip())),
            )
            for side, row in Side.of(both)
        ),
    )


def _holds(row: Segment, index: int) -> bool:
    """Whether a cell without words may hold a picture or a tag."""
    return bool(row.links or row.tags or row.marks) and row.cells[index][0] == row.cells[index][1]


def _tables(bitext: Bitext) -> Iterator[list[tuple[Provision, Provision]]]:
    """The paired rows of each table."""
    rows = (
        both
        for pair in bitext.alignment.provisions
        if (both := pair.both) and both[0].columns and both[1].columns
    )
    for _, table in groupby(rows, key=lambda both: [(r.place.file, r.columns) for r in both]):
        yield list(table)
