"""Figures that are said to be a bound, or near the true one: “over 100”, “khoảng 30”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from diptych.language.tags import bare
from diptych.patterns import pattern_of

_FIGURE = pattern_of(r"(?<![\w.,/-])[$€£~]?(\d{1,12}(?:[.,]\d{1,9}){0,4})(?![\w/-])")
_DIGIT = pattern_of(r"\d")
_SAYS = {
    "en": pattern_of(
        r"(?<!\w)(?:more than|over|at least|at most|less than|fewer than|up to|about|around|"
        r"approximately|nearly|almost|roughly) [$€£]?\Z",
        re.IGNORECASE,
    ),
    "vi": pattern_of(
        r"(?<!\w)(?:hơn|ít nhất|tối thiểu|tối đa|không quá|khoảng|xấp xỉ|chưa đến|chưa tới) \Z",
        re.IGNORECASE,
    ),
}
"""By language, what stands before such a figure."""
_HINTS = {
    "en": """
        more most over above least less fewer few under below up about around approximately approx
        approximate circa near nearly close almost rough roughly some so plus beyond exceed exceeds
        exceeding exceeded minimum maximum min max limit limits limited within not no than from
        between to until only just or higher greater larger lower smaller longer shorter several
        couple any every ca estimated average further as through throughout""",
    "vi": """
        hơn trên quá vượt ít nhiều tối đa thiểu trở dưới chưa tới đến khoảng gần xấp xỉ chừng tầm cỡ
        độ từ ngoài lẻ mấy vài hạn vòng qua suốt không ước hàng sau trước về quanh
        đủ cả kém bằng còn chỉ trong tính""",
}
"""By language, words that may say the same before a figure."""
_BEHIND = {
    "en": "more less fewer plus maximum minimum max min most least so higher lower above below",
    "vi": "trở hơn ít nhiều tối lẻ mấy ngoài đổ lên xuống đến tới",
}
"""By language, words that may say it behind one."""
_HINT_SETS = {
    tag: (frozenset(words.split()), frozenset(_BEHIND[tag].split()))
    for tag, words in _HINTS.items()
}
_SIGNS = frozenset("~≈<>≤≥±+")
_WORD = pattern_of(r"[^\W\d_]+")
_BEFORE = 18
"""How many characters before a figure are looked at for what makes it a bound."""
_NEAR = 32
"""How many on either side are looked at for what may."""


class Figure(NamedTuple):
    """A figure of a text, with its digits alone."""

    digits: str
    start: int
    end: int


def bounded(text: str, language: str) -> Iterator[tuple[Figure, int]]:
    """The figures of `text` that are a bound or near the true one, each with where the words that
    say so begin.
    """
    says = _SAYS.get(bare(language))
    if says is None:
        return
    for figure in figures(text):
        at = max(0, figure.start - _BEFORE)
        if found := says.search(text, at, figure.start):
            yield figure, found.start()


def figures(text: str) -> list[Figure]:
    """The figures of `text`."""
    if not _DIGIT.search(text):
        return []  # nearly always
    return [
        Figure("".join(filter(str.isdigit, found[1])), found.start(1), found.end(1))
        for found in _FIGURE.finditer(text)
    ]


def may_be_bounded(text: str, figure: Figure, language: str) -> bool:
    """Whether anything beside `figure` in `text` may say that it is a bound, or near the true
    one.
    """
    hints = _HINT_SETS.get(bare(language))
    before = text[max(0, figure.start - _NEAR) : figure.start]
    behind = text[figure.end : figure.end + _NEAR]
    if hints is None or not _SIGNS.isdisjoint(f"{before}{behind}"):
        return True
    return not all(
        words.isdisjoint(_WORD.findall(part.lower()))
        for words, part in zip(hints, (before, behind), strict=True)
    )
