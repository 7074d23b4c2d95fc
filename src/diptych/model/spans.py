"""A segment's text cut where its setting changes, for writers that are not HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from diptych.model import Emphasis, Segment, Stretch


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that is set in one way on one line, or the mark of a footnote."""

    text: str
    """Plain text; empty for a mark."""
    emphasis: Emphasis = Emphasis.NONE
    code: bool = False
    note: str = ""
    """The label of the footnote whose mark this is; empty for text."""


def spans(segment: Segment) -> Iterator[Span]:
    """The spans of `segment` in order; their texts joined are the segment's text."""
    length = len(segment.text)
    marks = sorted(segment.marks, key=lambda mark: mark.offset)
    cuts = {0, length, *(mark.offset for mark in marks), *line_starts(segment), *segment.breaks}
    for start, end in [*((s.start, s.end) for s in segment.stretches), *segment.code]:
        cuts |= {start, end}
    bounds = sorted(cut for cut in cuts if 0 <= cut <= length)
    set_in, in_code = _from_each(segment.stretches), _from_each(segment.code)
    emphasis, code = Counter[Emphasis](), 0
    waiting = iter(marks)
    mark = next(waiting, None)
    for start, end in [*pairwise(bounds), (length, length)]:
        while mark is not None and mark.offset <= start:
            yield Span("", note=mark.label)
            mark = next(waiting, None)
        if start < end:
            emphasis.update(set_in.get(start, {}))
            code += sum(in_code.get(start, {}).values())
            yield Span(segment.text[start:end], _together(emphasis), code > 0)


def spans_between(segment: Segment, start: int, end: int) -> Iterator[tuple[int, Span]]:
    """The spans between two offsets of the text, each with the offset at which it begins."""
    offset = 0
    for span in spans(segment):
        after = offset + len(span.text)
        first, last = max(offset, start), min(after, end)
        if first < last:
            yield first, replace(span, text=span.text[first - offset : last - offset])
        elif span.note and start <= offset <= end:
            yield offset, span
        offset = after


def is_bold(segment: Segment) -> bool:
    """Whether `segment` has words and all of them are bold."""
    texts = [span for span in spans(segment) if span.text.strip()]
    return bool(texts) and all(Emphasis.STRONG in span.emphasis for span in texts)


def line_starts(segment: Segment) -> tuple[int, ...]:
    """The offsets in the text at which lines of the file begin, without the first line's.

    Only on a cover do these say something; elsewhere a paragraph is one line but for its `breaks`.
    """
    return tuple(
        after.offset for before, after in pairwise(segment.runs) if after.line != before.line
    )


def shown_lines(segment: Segment, *, as_typed: bool) -> frozenset[int]:
    """The offsets at which lines of the text begin: where it says so, `as_typed` those of the
    file, too.
    """
    return frozenset(segment.breaks).union(line_starts(segment) if as_typed else ())


def _from_each(
    stretches: Iterable[Stretch] | Iterable[tuple[int, int]],
) -> dict[int, Counter[Emphasis]]:
    """By offset, how many stretches of each setting begin there, less the number that end there."""
    changes: dict[int, Counter[Emphasis]] = {}
    for stretch in stretches:
        emphasis = stretch.emphasis if isinstance(stretch, Stretch) else Emphasis.NONE
        start, end = stretch[-2:]
        if start < end:
            changes.setdefault(start, Counter())[emphasis] += 1
            changes.setdefault(end, Counter())[emphasis] -= 1
    return changes


def _together(active: Counter[Emphasis]) -> Emphasis:
    emphasis = Emphasis.NONE
    for one, count in active.items():
        if count > 0:
            emphasis |= one
    return emphasis
