"""Figures by value: dates, numbers and document symbols equal in each pair of provisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from programme.bitext import Bitext
from programme.diagnostics import Diagnostic
from programme.model import Division, Provision, Segment
from programme.rules import rule
from programme.values import Values, values
from programme.values.numbers import Number
from programme.wording import Wording


class _Printed(Protocol):
    @property
    def printed(self) -> str: ...
    @property
    def start(self) -> int: ...


Figure = TypeVar("Figure", bound=_Printed)


@rule("V101", needs_grammar=True)
def date_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A date is not the date of the other language.

    Dates are compared as days, however each language writes them.

    Mend: Give both languages the same date, as the original has it.

    vi: Ngày tháng khác với ngày tháng ở ngôn ngữ kia.

    Ngày tháng được so theo giá trị, không theo cách viết.

    Sửa: Ghi cùng một ngày ở cả hai bản, đúng như văn bản gốc.

    Bad:  `ngày 10/8/2022` ↔ `11 August 2022`
    Good: `ngày 10/8/2022` ↔ `10 August 2022`
    """
    for segments, found, near in _pairs(bitext):
        lone = _lone([v.dates for v in found], [v.dates for v in near], lambda date: date.value)
        yield from _differences(bitext, segments, lone, Wording(vi="ngày tháng", en="date"))


@rule("V102", needs_grammar=True)
def number_in_text_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A number (a year, a quantity, an ordinal) is not the number of the other language.

    Numbers are compared by value; one language may write them as words.

    Mend: Give both languages the same value, as the original has it.

    vi: Một con số (năm, số lượng, số thứ tự) khác với ngôn ngữ kia.

    Con số được so theo giá trị; một bản có thể viết bằng chữ.

    Sửa: Ghi cùng một giá trị ở cả hai bản, đúng như văn bản gốc.

    Bad:  `đến năm 2030` ↔ `to 2035`
    Good: `khoá XII`, `03 năm` ↔ `12th tenure`, `three years`
    """
    for segments, found, near in _pairs(bitext):
        lone = _lone([v.numbers for v in found], [v.numbers for v in near], lambda n: n.value)
        lone = (_unexcused(lone[0], found[1]), _unexcused(lone[1], found[0]))
        yield from _differences(bitext, segments, lone, Wording(vi="số", en="number"))


@rule("V103")
def symbol_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A document's symbol is not letter for letter the symbol of the other language.

    Mend: Print the symbol in both languages as the original has it.

    vi: Số hiệu văn bản không giống từng chữ với ngôn ngữ kia.

    Sửa: Ghi số hiệu ở cả hai bản đúng như văn bản gốc.

    Bad:  `Chỉ thị số 15-CT/TW` ↔ `Directive No. 16-CT/TW`
    Good: `Đề án số 01-ĐA/TW` ↔ `Scheme No. 01-ĐA/TW`
    """
    for segments, found, near in _pairs(bitext):
        lone = _lone([v.symbols for v in found], [v.symbols for v in near], lambda s: s.printed)
        name = Wording(vi="số hiệu văn bản", en="document symbol")
        yield from _differences(bitext, segments, lone, name)


Sides = tuple[Values, Values]


def _pairs(bitext: Bitext) -> Iterator[tuple[tuple[Segment, Segment], Sides, Sides]]:
    """Each pair of texts with its figures, and those of neighbours that stand alone.

    Where a paragraph was split or joined, its figures went to a neighbour without
    counterpart: that neighbour is the finding (S104), not each figure.
    """
    for pair in bitext.alignment.provisions:
        if (both := pair.both) is not None:
            left, right = both[0].segment, both[1].segment
            near = (_alone(bitext, 0, both[0]), _alone(bitext, 1, both[1]))
            yield (left, right), (_of(bitext, 0, left.text), _of(bitext, 1, right.text)), near
    for divisions in bitext.alignment.divisions:
        if (headed := divisions.both) is None or not (headed[0].heading and headed[1].heading):
            continue
        first, second = headed[0].heading, headed[1].heading
        found = (_of(bitext, 0, _title(headed[0])), _of(bitext, 1, _title(headed[1])))
        yield (first, second), found, (_NONE, _NONE)


_NONE = Values((), (), ())


def _of(bitext: Bitext, side: int, text: str) -> Values:
    return values(text, bitext.documents[side].locale)


def _title(division: Division) -> str:
    """The heading with its own number blanked out, so that places hold."""
    text = division.heading.text if division.heading else ""
    return " " * (len(text) - len(division.title)) + division.title


def _alone(bitext: Bitext, side: int, provision: Provision) -> Values:
    """The figures of those beside or below `provision` that have no counterpart."""
    alone = bitext.alone_near(side, provision)
    texts = [p.segment.text for top in alone for p in top.walk()]
    return _of(bitext, side, " ; ".join(texts)) if texts else _NONE


def _lone(
    sides: Sequence[Sequence[Figure]],
    near: Sequence[Sequence[Figure]],
    value: Callable[[Figure], object],
) -> tuple[list[Figure], list[Figure]]:
    """The figures of each side that the other lacks, as multisets of values."""
    counts = [Counter(value(figure) for figure in side) for side in sides]
    lent = [Counter(value(figure) for figure in side) for side in near]
    lone: list[list[Figure]] = []
    for side in (0, 1):
        excess = counts[side] - counts[1 - side] - lent[1 - side]
        own: list[Figure] = []
        for figure in reversed(sides[side]):  # of a repeated figure the last is the extra one
            if excess[value(figure)] > 0:
                excess[value(figure)] -= 1
                own.insert(0, figure)
        lone.append(own)
    return lone[0], lone[1]


def _unexcused(lone: Sequence[Number], other: Values) -> list[Number]:
    """Those that the other language does not have as words either."""
    if not lone:
        return []
    spelt = Counter(number.value for number in other.spelt)
    left = []
    for number in lone:
        if spelt[number.value]:
            spelt[number.value] -= 1
        else:
            left.append(number)
    return left


def _differences(
    bitext: Bitext,
    segments: tuple[Segment, Segment],
    lone: tuple[Sequence[Figure], Sequence[Figure]],
    name: Wording,
) -> Iterator[Diagnostic]:
    """One diagnostic a figure; two that stand against each other are one."""
    for index in range(max(len(lone[0]), len(lone[1]))):
        figures = [side[index] if index < len(side) else None for side in lone]
        languages = [bitext.language(side) for side in (0, 1)]
        shown = [figure.printed if figure else None for figure in figures]
        present = 0 if figures[0] else 1
        if figures[0] and figures[1]:
            message = Wording(
                vi=f"{name.vi} khác nhau: bản {languages[0].vi} ghi “{shown[0]}”, "
                f"bản {languages[1].vi} ghi “{shown[1]}”",
                en=f"the {name.en} differs: {languages[0].en} has “{shown[0]}”, "
                f"{languages[1].en} “{shown[1]}”",
            )
        else:
            lacking = languages[1 - present]
            message = Wording(
                vi=f"bản {lacking.vi} thiếu {name.vi} “{shown[present]}”",
                en=f"{lacking.en} lacks the {name.en} “{shown[present]}”",
            )
        start = next(figure.start for figure in figures if figure)
        locations = [
            bitext.at(side, segments[side].place_at(figure.start), len(figure.printed))
            if figure
            else bitext.about(side, segments[side], segments[1 - side], start)
            for side, figure in enumerate(figures)
        ]
        yield Diagnostic(
            message,
            (locations[present], locations[1 - present]),
        )
