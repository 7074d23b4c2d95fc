"""Form: emphasis, quotations, parentheses, ellipses and links alike in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from diptych.diagnostics import Diagnostic
from diptych.model import Emphasis, Segment, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import Wording

_IN_WORDS = r"[vV]\.\s?v\b|[eE]tc\b|[aA]nd so (?:on|forth)\b|[vV]ân vân\b"
_ELLIPSIS = re.compile(rf"\b(?:{_IN_WORDS})\.?(?:\.{{3,}}|…)?|\.{{3,}}|…")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.\-]*:|//", re.IGNORECASE)


@rule("M101")
def emphasis_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language has more stretches in italics or bold than the other.

    Mend: Put `*…*` or `**…**` around the same words in both languages.

    vi: Một bản có nhiều chỗ in nghiêng hoặc đậm hơn bản kia.

    Sửa: Đặt `*…*` hoặc `**…**` quanh cùng những từ ở cả hai bản.

    Bad:  `(*để báo cáo*)` ↔ `(for reporting)`
    Good: `(*để báo cáo*)` ↔ `(*for reporting*)`
    """
    for emphasis, name in (
        (Emphasis.EM, Wording(vi="chỗ in nghiêng", en="stretches in italics")),
        (Emphasis.STRONG, Wording(vi="chỗ in đậm", en="stretches in bold")),
    ):
        yield from _counted(bitext, partial(_stretches, emphasis), name)


def _stretches(emphasis: Emphasis, segment: Segment) -> int:
    return sum(stretch.emphasis is emphasis for stretch in segment.stretches)


@rule("M102")
def quotation_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language has more quotations than the other, whatever marks it uses.

    Mend: Keep the quotation marks around the same words in both languages.

    vi: Một bản có nhiều chỗ trích trong ngoặc kép hơn bản kia, dù dùng dấu nào.

    Sửa: Giữ dấu ngoặc kép quanh cùng những từ ở cả hai bản.

    Bad:  `“kinh tế xanh”` ↔ `green economy`
    Good: `“kinh tế xanh”` ↔ `"green economy"`
    """
    name = Wording(vi="chỗ trích trong ngoặc kép", en="quotations")
    yield from _counted(bitext, _quotations, name)


@rule("M103")
def parentheses_differ(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language has more parentheses than the other.

    Mend: Keep the parentheses at the same places in both languages.

    vi: Một bản có nhiều dấu ngoặc đơn hơn bản kia.

    Sửa: Giữ dấu ngoặc đơn ở cùng chỗ trong cả hai bản.

    Bad:  `Ngân hàng Thế giới (WB)` ↔ `the World Bank, WB`
    Good: `Ngân hàng Thế giới (WB)` ↔ `the World Bank (WB)`
    """
    name = Wording(vi="dấu ngoặc đơn", en="parentheses")
    yield from _counted(bitext, lambda segment: segment.text.count("("), name)


@rule("M104")
def ellipsis_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """An enumeration trails off in one language and is closed in the other.

    Mend: Keep the ellipsis where the original trails off.

    vi: Một phép liệt kê còn bỏ ngỏ ở bản này nhưng khép lại ở bản kia.

    Sửa: Giữ dấu ba chấm nơi bản gốc còn bỏ ngỏ.

    Bad:  `du lịch, đầu tư,...` ↔ `tourism and investment`
    Good: `du lịch, đầu tư,...` ↔ `tourism, investment ...`
    """
    name = Wording(vi="dấu ba chấm", en="ellipses")
    yield from _counted(bitext, lambda s: len(_ELLIPSIS.findall(s.text)), name)


@rule("M105")
def link_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A link leads to another page of the site than its counterpart, or one language lacks it.

    Links to other sites may have an address for each language; only their number counts.

    Mend: Make the links of both languages lead to the same page.

    vi: Một liên kết dẫn đến trang khác với liên kết tương ứng, hoặc một bản thiếu liên kết.

    Liên kết ra trang ngoài có thể khác địa chỉ theo ngôn ngữ; chỉ số lượng được so.

    Sửa: Cho liên kết ở cả hai bản dẫn đến cùng một trang.

    Bad:  `[bảng](corrections.md)` ↔ `[register](about.md)`
    Good: `[bảng](corrections.md)` ↔ `[register](corrections.md)`
    """
    for left, right in bitext.texts():
        targets = [Counter(_target(link.target) for link in s.links) for s in (left, right)]
        if targets[0] == targets[1]:
            continue
        lone = [next(iter(targets[side] - targets[side.other]), "—") for side in Side]
        shown = [target or "https://…" for target in lone]
        yield Diagnostic(
            Wording(
                vi=f"liên kết khác nhau: “{shown[0]}” và “{shown[1]}”",
                en=f"the links differ: “{shown[0]}” and “{shown[1]}”",
            ),
            tuple(
                bitext.at(side, s.links[0].place if s.links else s.place, 1)
                for side, s in Side.of((left, right))
            ),
        )


def _target(target: str) -> str:
    return "" if _ELSEWHERE.match(target) else target


def _quotations(segment: Segment) -> int:
    text = segment.text
    return text.count("“") + text.count("«") + text.count('"') // 2


def _counted(
    bitext: Bitext, count: Callable[[Segment], int], name: Wording
) -> Iterator[Diagnostic]:
    for both in bitext.texts():
        counts = [count(segment) for segment in both]
        if counts[0] == counts[1]:
            continue
        languages = [bitext.language(side) for side in Side]
        yield Diagnostic(
            Wording(
                vi=f"số {name.vi} khác nhau: bản {languages[0].vi} {counts[0]}, "
                f"bản {languages[1].vi} {counts[1]}",
                en=f"the number of {name.en} differs: {languages[0].en} {counts[0]}, "
                f"{languages[1].en} {counts[1]}",
            ),
            tuple(bitext.at(side, s.place, len(s.text)) for side, s in Side.of(both)),
        )
