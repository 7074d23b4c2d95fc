"""Language: no text left in the other language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher
from math import exp, log

from diptych.diagnostics import Diagnostic
from diptych.model import PROSE, Provision, Segment, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import Wording

_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE = re.compile(r"[ạ-ỹẠ-ỸăâđêôơưĩũĂÂĐÊÔƠƯĨŨ]")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|for|with|on|by|from|at|is|are|shall|be|its|their|this|that|as|or)\b",
    re.IGNORECASE,
)
_WINDOW = 5
_LONG = 30
"""The least characters of a text that is unlikely to be said twice on purpose."""
_ALIKE = 0.6
"""The least share of common words at which two texts may be two wordings of one thing."""
_TELLING = 80
"""The least characters of a text that tells by itself if it is said twice."""
_WORSE = 0.1
_MEASURABLE = 120
"""The least characters of a text whose length tells something."""
_ENOUGH = 10
"""The least pairs of texts from which the lengths of a document have a distribution."""
_LEAST_EXCESS = 0.4
"""The natural logarithm of the least ratio out of proportion (two thirds, one and a half)."""
_MOST = 3
"""How many of `_WINDOW` words in a row make a passage in another language; names are shorter."""


@rule("L101", needs_grammar=True)
def left_in_vietnamese(bitext: Bitext) -> Iterator[Diagnostic]:
    """A passage of the English text is still in Vietnamese.

    Names of persons keep their diacritics; a passage is five words in a row.

    Mend: Translate the passage.

    vi: Một đoạn trong bản tiếng Anh vẫn còn là tiếng Việt.

    Tên người giữ nguyên dấu; một đoạn là năm từ liền nhau.

    Sửa: Dịch đoạn này sang tiếng Anh.

    Bad:  `- Tăng cường hợp tác với ASEAN.` ↔ `- Tăng cường hợp tác với ASEAN.`
    Good: `- Tăng cường hợp tác với ASEAN.` ↔ `- Strengthen cooperation with ASEAN.`
    """
    yield from _left(bitext, own="en", foreign=_VIETNAMESE)


@rule("L102", needs_grammar=True)
def left_in_english(bitext: Bitext) -> Iterator[Diagnostic]:
    """A passage of the Vietnamese text is in English.

    Told by English small words; names of companies and acronyms have none.

    Mend: Write the passage in Vietnamese.

    vi: Một đoạn trong bản tiếng Việt lại viết bằng tiếng Anh.

    Nhận ra qua các từ chức năng của tiếng Anh; tên công ty và chữ viết tắt không có những từ này.

    Sửa: Viết đoạn này bằng tiếng Việt.

    Bad:  `- Strengthen the role of the committees.` ↔ `- Strengthen the role of the committees.`
    Good: `- Tăng cường vai trò của các cấp ủy.` ↔ `- Strengthen the role of the committees.`
    """
    yield from _left(bitext, own="vi", foreign=_ENGLISH, most=2)


@rule("L103")
def text_of_another_provision(bitext: Bitext) -> Iterator[Diagnostic]:
    """A provision repeats the text of another, and their counterparts differ.

    It was probably copied over and not translated.

    Mend: Write what the counterpart says.

    vi: Một đoạn lặp lại nguyên văn đoạn khác, trong khi hai đoạn tương ứng lại khác nhau.

    Có thể đoạn này được sao chép mà chưa dịch.

    Sửa: Viết đúng nội dung của đoạn tương ứng.

    Bad:  `- Hợp tác.` `- Đầu tư.` ↔ `- Cooperate.` `- Cooperate.`
    Good: `- Hợp tác.` `- Đầu tư.` ↔ `- Cooperate.` `- Invest.`
    """
    pairs = [both for pair in bitext.alignment.provisions if (both := pair.both) is not None]
    for side in Side:
        rows: dict[str, list[tuple[Provision, Provision]]] = {}
        for both in pairs:
            if len(both[side].segment.text) >= _LONG:
                rows.setdefault(both[side].segment.text, []).append(both)
        for row in rows.values():
            if len({both[side.other].segment.text for both in row}) < 2:
                continue
            right = max(row, key=lambda both: bitext.alignment.likeness(*both))
            for both in row:
                if _is_copy(bitext, side, both, right):
                    yield _copied(bitext, side, both, right)


def _is_copy(
    bitext: Bitext,
    side: Side,
    both: tuple[Provision, Provision],
    right: tuple[Provision, Provision],
) -> bool:
    """Whether `both` and `right` are alike on `side` alone, by mistake: elsewhere they are no two
    wordings of one thing.

    A short text may well be said twice, and be translated in two ways: it must fit worse, too.
    """
    mine, other = (pair[side.other].segment.text.split() for pair in (both, right))
    if SequenceMatcher(None, mine, other, autojunk=False).ratio() >= _ALIKE:
        return False
    worse = bitext.alignment.likeness(*right) - bitext.alignment.likeness(*both)
    return len(both[side].segment.text) >= _TELLING or worse >= _WORSE


def _copied(
    bitext: Bitext,
    side: Side,
    both: tuple[Provision, Provision],
    right: tuple[Provision, Provision],
) -> Diagnostic:
    language = bitext.language(side)
    return Diagnostic(
        Wording(
            vi=f"đoạn này trong bản {language.vi} lặp lại nguyên văn {right[side].citation}",
            en=f"this provision repeats the {language.en} text of {right[side].citation}",
        ),
        tuple(
            bitext.at(each, provision.place, len(provision.segment.text))
            for each, provision in (
                (side, both[side]),
                (side.other, both[side.other]),
                (side, right[side]),
            )
        ),
    )


@rule("L104")
def length_out_of_proportion(bitext: Bitext) -> Iterator[Diagnostic]:
    """A provision is much shorter or much longer than its counterpart lets expect.

    Measured against the provisions of the text itself: the ratio of the lengths lies far
    from their median, by the spread of all (median absolute deviation). Short provisions and
    texts of fewer than ten pairs are not judged.

    Mend: Look for a clause that was left out, said twice or added, and mend it.

    vi: Một đoạn ngắn hơn hoặc dài hơn hẳn so với đoạn tương ứng.

    Được đo theo các đoạn của chính văn bản: tỷ lệ độ dài lệch xa trung vị so với độ
    phân tán chung. Đoạn ngắn và văn bản dưới mười cặp đoạn không được xét.

    Sửa: Tìm mệnh đề bị bỏ sót, lặp lại hoặc thêm vào, và sửa lại.

    Bad:  `- Hợp tác, đầu tư; mở rộng quan hệ; …` ↔ `- Cooperate.`
    Good: `- Hợp tác, đầu tư; mở rộng quan hệ; …` ↔ `- Cooperate, invest; expand relations; …`
    """
    measured = [
        (both, log((len(both[1].text) + 1) / (len(both[0].text) + 1)))
        for both in bitext.texts()
        if max(len(both[0].text), len(both[1].text)) >= _MEASURABLE
    ]
    # the editors write their pages twice over; the text alone is a translation
    editorial = {page.file for page in bitext.original.pages if page.editorial}
    usual = [ratio for both, ratio in measured if both[0].place.file not in editorial]
    if len(usual) < _ENOUGH:
        return
    middle = _median(usual)
    spread = 1.4826 * _median([abs(ratio - middle) for ratio in usual])
    for both, ratio in measured:
        excess = ratio - middle
        expected = len(both[0].text) * exp(middle)
        if abs(excess) < max(_LEAST_EXCESS, 4 * spread):
            continue
        if abs(len(both[1].text) - expected) < _MEASURABLE / 2:
            continue
        percent = round(100 * exp(excess))
        longer = bitext.language(Side.TRANSLATION)
        yield Diagnostic(
            Wording(
                vi=f"bản {longer.vi} của đoạn này dài bằng {percent}% so với thường lệ",
                en=f"the {longer.en} of this provision is {percent}% as long as usual",
            ),
            tuple(
                bitext.at(side, both[side].place, len(both[side].text))
                for side in (reversed(Side) if excess < 0 else Side)
            ),
        )


def _median(values: list[float]) -> float:
    # statistics.median would do, at a tenth of the start-up of the command
    return sorted(values)[len(values) // 2]


def _left(
    bitext: Bitext, own: str, foreign: re.Pattern[str], most: int = _MOST
) -> Iterator[Diagnostic]:
    for side, document in Side.of(bitext.documents):
        if document.locale != own:
            continue
        for pair in bitext.alignment.provisions:
            provision, other = pair.side(side), pair.side(side.other)
            if provision is None or provision.kind not in PROSE:
                continue
            start = _passage(provision.segment, foreign, most)
            if start is None:
                continue
            called = bitext.language(side)
            yield Diagnostic(
                Wording(
                    vi=f"đoạn này trong bản {called.vi} chưa viết bằng {called.vi}",
                    en=f"this passage of the {called.en} text is not in {called.en}",
                ),
                (
                    bitext.at(side, provision.segment.place_at(start), 24),
                    *([bitext.at(side.other, other.place)] if other else []),
                ),
            )


def _passage(segment: Segment, foreign: re.Pattern[str], most: int) -> int | None:
    """The offset of the first `_WINDOW` words in a row of which `most` are foreign, or None."""
    found = [match.start() for match in foreign.finditer(segment.prose)]
    if len(found) < most:
        return None  # nearly always
    words = [(match.start(), match.end()) for match in _WORD.finditer(segment.text)]
    strange = [bisect_left(found, start) < bisect_left(found, end) for start, end in words]
    for index in range(len(words) - _WINDOW + 1):
        if strange[index] and sum(strange[index : index + _WINDOW]) >= most:
            return words[index][0]
    return None
