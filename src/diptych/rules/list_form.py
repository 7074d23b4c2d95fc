"""Lists: an item of a list is one in both languages, of the same kind and as deep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diptych.diagnostics import Diagnostic, Location, Severity
from diptych.model import Kind, Node, Page, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import UNSAID, Wording

_LISTED = frozenset({Kind.DASH, Kind.ITEM})
_RUNNING = frozenset({Kind.PARAGRAPH, Kind.CONTINUATION})
_QUOTED = frozenset({Kind.QUOTE, Kind.PARAGRAPH})
_TIMES = 2.5
"""How many times as long as its counterpart a text may be, for its page, in a row that holds."""
_SHORT = 12
"""The length, in characters, below which texts count as equally short."""
_FEW = 2
"""How many items of a page that are nested otherwise are told one by one."""
_MANY = 3
"""How many items in a row need a counterpart beside them on one side only."""
_SHOWN = {
    Kind.DASH: Wording(vi="gạch đầu dòng", en="dash"),
    Kind.ITEM: Wording(vi="mục đánh số", en="numbered item"),
    Kind.PARAGRAPH: Wording(vi="đoạn văn", en="paragraph"),
    Kind.CONTINUATION: Wording(vi="đoạn văn", en="paragraph"),
    Kind.QUOTE: Wording(vi="trích dẫn", en="quotation"),
}


_OWN_NUMBER = pattern_of(r"(?![0-9])\d{1,3}[.)]\s")
"""A number of a list in the digits of a script, which Markdown does not know: “১.”."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Two counterparts, and where each stands on its page."""

    both: tuple[Node, Node]
    ranks: tuple[int, int]

    @property
    def listed(self) -> bool:
        """Whether both are items of lists."""
        return all(node.kind in _LISTED for node in self.both)

    @property
    def change(self) -> tuple[Kind, Kind] | None:
        """What the item of a list became, or was made of; None where there is nothing to tell."""
        one, other = (node.kind for node in self.both)
        if one is None or other is None or one is other:
            return None
        if {one, other} == _QUOTED:
            return one, other
        if not {one, other} & _LISTED or not {one, other} <= _LISTED | _RUNNING:
            return None
        if any(node.segment and _OWN_NUMBER.match(node.segment.text) for node in self.both):
            return None
        return one, other

    @property
    def deeper(self) -> int:
        """By how many levels the first is nested deeper than the second."""
        return self.both[0].depth - self.both[1].depth

    @property
    def lengths(self) -> tuple[int, int]:
        """How long each text is."""
        one, other = (len(node.segment.text) if node.segment else 0 for node in self.both)
        return one, other


@rule("S116", Severity.WARNING, of_close=True)
def list_form_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """An item of a list is a paragraph in the other language, or has a number there instead of a
    dash, or is nested at another level; or a quotation (`>`) is a paragraph there.

    This is told where the texts before and after it are counterparts, too, so that it is the form
    that differs and not what is said. Items in a row are one finding. It is for texts that are not
    published here; S105 compares those.

    Mend: Begin the item in the same way in both languages, and indent it as far.

    vi: Một mục của danh sách lại là đoạn văn ở bản kia, hoặc có số thay vì gạch đầu dòng, hoặc được
    thụt vào ở cấp khác; hoặc một trích dẫn (`>`) lại là đoạn văn ở bản kia.

    Chỉ báo khi đoạn trước và đoạn sau cũng tương ứng với nhau, để chắc là hình thức khác chứ không
    phải nội dung khác. Các mục liền nhau được báo một lần. Quy tắc này dành cho văn bản không đăng
    ở đây; văn bản đăng ở đây do S105 so.

    Sửa: Mở đầu mục đó như nhau ở cả hai bản và thụt vào như nhau.

    Bad:  `- Một việc` ↔ `One thing`
    Good: `- Một việc` ↔ `- One thing`
    """
    if bitext.published:
        return
    for pages in bitext.pages():
        rows = _rows(bitext, pages)
        yield from _of_other_kind(bitext, rows)
        yield from _nested_otherwise(bitext, rows)


def _rows(bitext: Bitext, pages: tuple[Page, Page]) -> list[_Row]:
    """The counterparts of two pages, headings among them, in the order of the original."""
    nodes = [[node for node in page.nodes() if not node.note] for page in pages]
    ranks = {node.id: rank for rank, node in enumerate(nodes[1])}
    known = bitext.alignment
    rows = []
    for rank, node in enumerate(nodes[0]):
        pairs = known.counterparts if node.kind else known.division_counterparts
        other = pairs[Side.ORIGINAL].get(node.id)
        at = ranks.get(other.id) if other else None
        if at is not None:
            rows.append(_Row((node, nodes[1][at]), (rank, at)))
    return rows


def _follows(one: _Row, other: _Row) -> bool:
    """Whether nothing stands between two rows in either language."""
    return all(other.ranks[side] - one.ranks[side] == 1 for side in Side)


def _of_other_kind(bitext: Bitext, rows: Sequence[_Row]) -> Iterator[Diagnostic]:
    typical = _typical(rows)
    at = 0
    while at < len(rows):
        change = rows[at].change
        end = at + 1
        if change is None:
            at = end
            continue
        while end < len(rows) and rows[end].change == change and _follows(rows[end - 1], rows[end]):
            end += 1
        run = rows[at:end]
        before = rows[at - 1] if at and _follows(rows[at - 1], rows[at]) else None
        after = rows[end] if end < len(rows) and _follows(run[-1], rows[end]) else None
        if _is_sure(run, before, after, typical):
            yield _differs(bitext, run, change)
        at = end


def _is_sure(run: Sequence[_Row], before: _Row | None, after: _Row | None, typical: float) -> bool:
    """Whether texts in a row are counterparts for certain: so are those around them."""
    around = [row for row in (before, after) if row and row.both[0].kind is row.both[1].kind]
    if len(around) < len(Side) and not (len(run) >= _MANY and around):
        return False
    return all(_in_proportion(row, typical) for row in (*run, *around))


def _typical(rows: Sequence[_Row]) -> float:
    """How many times as long as the first texts of a page the second ones are."""
    lengths = [sum(row.lengths[side] for row in rows) for side in Side]
    return max(1, lengths[1]) / max(1, lengths[0])


def _in_proportion(row: _Row, typical: float) -> bool:
    first, second = (max(_SHORT, length) for length in row.lengths)
    return 1 / _TIMES < second / first / typical < _TIMES


def _differs(bitext: Bitext, run: Sequence[_Row], change: tuple[Kind, Kind]) -> Diagnostic:
    languages = [bitext.language(side) for side in Side]
    kinds = [_SHOWN[kind] for kind in change]
    others = _others(len(run) - 1)
    return Diagnostic(
        Wording(
            vi=f"bản {languages[0].vi} có {kinds[0].vi}, bản {languages[1].vi} có {kinds[1].vi}"
            f"{others.vi}",
            en=f"{languages[0].en} has a {kinds[0].en} here, {languages[1].en} a {kinds[1].en}"
            f"{others.en}",
        ),
        _places(bitext, run[0]),
    )


def _places(bitext: Bitext, row: _Row) -> tuple[Location, ...]:
    return tuple(
        bitext.at(side, node.segment.place)
        for side, node in Side.of(row.both)
        if node.segment is not None
    )


def _others(more: int) -> Wording:
    if not more:
        return UNSAID
    return Wording(
        vi=f", và {more} đoạn tiếp theo cũng vậy",
        en=f", and so in the {'next one' if more == 1 else f'{more} that follow'}",
    )


def _nested_otherwise(bitext: Bitext, rows: Sequence[_Row]) -> Iterator[Diagnostic]:
    found = []
    base = 0
    for before, row in pairwise(rows):
        if not (before.listed and row.listed and _follows(before, row)):
            base = row.deeper
        elif row.deeper != base == before.deeper:
            found.append((row, Side(row.deeper < base)))
    together = len(found) > _FEW
    for row, deep in found[:1] if together else found:
        languages = bitext.language(deep), bitext.language(deep.other)
        more = len(found) - 1 if together else 0
        yield Diagnostic(
            Wording(
                vi=f"mục này nằm ở cấp sâu hơn trong bản {languages[0].vi} so với bản "
                f"{languages[1].vi}"
                + (f"; {more} mục nữa trên trang này cũng ở cấp khác" if more else ""),
                en=f"this item is nested deeper in {languages[0].en} than in {languages[1].en}"
                + (f"; {more} more on this page are at another level, too" if more else ""),
            ),
            _places(bitext, row),
        )
