"""The marks of two pages, laid beside each other: by what they are and by the text about them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.alignment import Pair
from diptych.alignment.sequence import Effort, paired
from diptych.model import Page, Side
from diptych.model.marks import Mark, MarkKind
from diptych.project.bitext import Bitext

_SAME, _AFTER, _BEFORE = 0.5, 0.3, 0.2
"""What tells that two marks are counterparts: they are called the same; the text after them, and
the one before, are counterparts."""

FLOW = frozenset({"if", "unless", "else", "elsif", "elif", "elseif", "for", "each", "case", "when"})
"""Commands that say when something is shown, and frame no note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkPair(Pair[Mark]):
    """A mark that opens something, with its counterpart."""

    pages: tuple[Page, Page]
    alone: bool
    """Whether the text after a mark without counterpart, or that before a line across the page, has
    none either."""


def mark_pairs(bitext: Bitext) -> list[MarkPair]:
    """The marks that open something, or stand for themselves, by pages that both languages have."""
    return bitext.once(_paired)


def _paired(bitext: Bitext) -> list[MarkPair]:
    return [pair for pages in bitext.pages() for pair in _on_pages(bitext, pages)]


def _on_pages(bitext: Bitext, pages: tuple[Page, Page]) -> Iterator[MarkPair]:
    if not (pages[0].marks or pages[1].marks):
        return
    rows = [_Row(bitext, side, page) for side, page in Side.of(pages)]
    effort = Effort()

    def score(i: int, j: int) -> float:
        one, other = rows[0].marks[i], rows[1].marks[j]
        same = (one.kind, one.name) == (other.kind, other.name)
        if (one.kind is MarkKind.RULE) is not (other.kind is MarkKind.RULE):
            return 0.0
        if one.kind is not other.kind and {one.name, other.name} & FLOW:
            return 0.0
        after = rows[0].after[i] and rows[0].after[i] == rows[1].own_after[j]
        before = rows[0].before[i] and rows[0].before[i] == rows[1].own_before[j]
        found = _SAME * same + _AFTER * bool(after) + _BEFORE * bool(before)
        alike = same or one.kind is other.kind or (after and before)
        return found if alike else 0.0

    keys = tuple(row.keys for row in rows)
    for i, j in paired(len(rows[0].marks), len(rows[1].marks), score, (keys[0], keys[1]), effort):
        left = None if i is None else rows[0].marks[i]
        right = None if j is None else rows[1].marks[j]
        lone = (i is not None and rows[0].alone(i)) or (j is not None and rows[1].alone(j))
        yield MarkPair(left, right, pages=pages, alone=lone and not (left and right))


class _Row:
    """The marks of one page, with the texts about each."""

    def __init__(self, bitext: Bitext, side: Side, page: Page) -> None:
        self.marks: Sequence[Mark] = [
            mark for mark in page.marks if not mark.closing and mark.kind is not MarkKind.ATTRIBUTES
        ]
        nodes = [(node.body.place.line, node.id) for node in page.nodes() if not node.note]
        lines = [line for line, _ in nodes]
        provisions = bitext.alignment.counterparts[side]
        divisions = bitext.alignment.division_counterparts[side]

        def counterpart(own: str) -> str:
            found = provisions.get(own) or divisions.get(own)
            return found.id if found else ""

        at = [bisect_left(lines, mark.place.line) for mark in self.marks]
        self.own_after = [nodes[n][1] if n < len(nodes) else "" for n in at]
        self.own_before = [nodes[n - 1][1] if n else "" for n in at]
        self.after = [counterpart(own) if own else "" for own in self.own_after]
        self.before = [counterpart(own) if own else "" for own in self.own_before]

    def keys(self, index: int) -> list[tuple[MarkKind, str]]:
        """What the mark may be recognised by on the other page."""
        return [(self.marks[index].kind, self.marks[index].name)]

    def alone(self, index: int) -> bool:
        """Whether the text after the mark, or before a line across, has no counterpart."""
        if self.marks[index].kind is MarkKind.RULE and self.own_before[index]:
            return not (self.before[index] and (self.after[index] or not self.own_after[index]))
        return bool(self.own_after[index]) and not self.after[index]
