"""Lists of short items that have lost or won one in the other language."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.lists import Listed, enclosed_lists, longest_list, parts_between
from diptych.language.tags import bare
from diptych.model import Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.clause_pairs import ClausePair, sentence_pairs
from diptych.wording import Wording

_ENCLOSED, _LONG = 3, 6
"""The fewest items of the longer list, in parentheses and where nothing encloses it."""
_ACRONYM = pattern_of(r"(?<!\w)[A-Z]{3,}(?!\w)")
_ASIDE = pattern_of(r"\([^()]{0,80}\)")
_MOST = 2
"""By how many items two lists may differ; beyond that they are different lists."""


@rule("B113", Severity.WARNING, needs_grammar=True, of_close=True)
def list_of_another_length(bitext: Bitext) -> Iterator[Diagnostic]:
    """A list of short items has one more or one fewer in the other language.

    Counted are lists in parentheses, and the longest list of a sentence if it has at least six
    items in one language and five in the other.

    Mend: Compare the two lists item by item; add what is missing, or remove what is not in the
    original.

    vi: Một danh sách gồm các mục ngắn có nhiều hay ít mục hơn ở bản kia.

    Quy tắc đếm danh sách trong ngoặc đơn, và danh sách dài nhất của một câu nếu nó có ít nhất sáu
    mục ở một bản và năm mục ở bản kia.

    Sửa: So hai danh sách từng mục một; thêm mục còn thiếu, hoặc bỏ mục mà bản gốc không có.

    Bad:  `Nhiều loại quả (cam, bưởi, xoài, ổi)` ↔ `Many fruits (oranges, mangoes, guavas)`
    Good: `Nhiều loại quả (cam, xoài, ổi)` ↔ `Many fruits (oranges, mangoes, guavas)`
    """
    for both in sentence_pairs(bitext):
        for lists in _counterparts(both):
            if not bitext.published and _spells_out(both, lists):
                continue
            if 0 < abs(lists[0].items - lists[1].items) <= _MOST:
                counts = [one.items for one in lists]
                yield Diagnostic(
                    Wording(
                        vi=f"danh sách có {counts[0]} mục, bản dịch có {counts[1]}",
                        en=f"the list has {counts[0]} items, its translation {counts[1]}",
                    ),
                    tuple(
                        bitext.at(
                            side,
                            both[side].segment.place_at(both[side].start + lists[side].start),
                            lists[side].end - lists[side].start,
                        )
                        for side in reversed(Side)
                    ),
                )


def _spells_out(both: ClausePair, lists: tuple[Listed, Listed]) -> bool:
    """Whether the longer list may have an item of several parts, with commas of its own, for an
    acronym that the shorter one has.
    """
    less = Side(lists[1].items < lists[0].items)
    short = lists[less]
    used = set(_ACRONYM.findall(both[less].text[short.start : short.end]))
    return not used <= set(_ACRONYM.findall(_ASIDE.sub("", both[less.other].text)))


def _counterparts(both: ClausePair) -> Iterator[tuple[Listed, Listed]]:
    """Each list of the original with its counterpart."""
    if not all("," in clause.text for clause in both):
        return
    if len({parts_between(clause.text) for clause in both}) == 1:
        return  # as many items, of which some may be too long to be counted
    enclosed = [enclosed_lists(clause.text) for clause in both]
    compared = list(zip(*enclosed, strict=True)) if len(enclosed[0]) == len(enclosed[1]) else []
    yield from (pair for pair in compared if max(one.items for one in pair) >= _ENCLOSED)
    first, second = (longest_list(clause.text, bare(clause.language)) for clause in both)
    if first is None or second is None or max(first.items, second.items) < _LONG:
        return
    if not any(own.start <= first.start < own.end for own, _ in compared):
        yield first, second
