"""Meaning: the key words of a specification are in capitals in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.key_words import in_capitals, key_words
from diptych.language.stops import Mark
from diptych.language.tags import bare
from diptych.model import Segment, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import Wording

_KNOWN = 3
"""In how many texts of a page a language has key words before it is known to have them."""


class _Counted(NamedTuple):
    """Two counterparts of which the English one has key words."""

    segments: tuple[Segment, Segment]
    words: list[Mark]
    others: int
    """How many words in capitals the other language has: its own, and the key words themselves."""


@rule("B114", Severity.WARNING, of_close=True)
def key_word_lost(bitext: Bitext) -> Iterator[Diagnostic]:
    """The English has more key words of a specification (MUST, SHOULD NOT, MAY) than its
    counterpart has words in capitals, on a page on which most have as many.

    Mend: Write the word for the key word in capitals, as in the rest of the page, or add it.

    vi: Bản tiếng Anh có nhiều từ khóa của đặc tả (MUST, SHOULD NOT, MAY) hơn số từ viết hoa ở đoạn
    tương ứng, trong một trang mà phần lớn các đoạn có đủ.

    Sửa: Viết hoa từ dịch của từ khóa ấy như ở các đoạn khác của trang, hoặc thêm từ còn thiếu.

    Bad:  `It MUST boil and MUST NOT burn.` ↔ `Súp PHẢI sôi và không được cháy.`
    Good: `It MUST boil and MUST NOT burn.` ↔ `Súp PHẢI sôi và KHÔNG ĐƯỢC cháy.`
    """
    english = [bare(document.locale) == "en" for document in bitext.documents]
    if english[0] is english[1]:
        return
    side = Side(english.index(True))
    by_page: dict[str, list[_Counted]] = {}
    for segments in bitext.texts():
        own, other = segments[side].prose, segments[side.other].prose
        if own != other and (words := key_words(own)):
            kept = len(key_words(other))
            counted = _Counted(segments, words, kept + in_capitals(other, own))
            by_page.setdefault(segments[0].place.file, []).append(counted)
    for found in by_page.values():
        fewer = [each for each in found if each.others < len(each.words)]
        known = len(found) - len(fewer)
        if known >= _KNOWN and known > len(fewer):
            for each in fewer:
                yield _lost(bitext, side, each)


def _lost(bitext: Bitext, side: Side, found: _Counted) -> Diagnostic:
    languages = [bitext.language(each) for each in (side, side.other)]
    last = found.words[-1]
    said = ", ".join(f"“{word.printed}”" for word in found.words)
    own = found.segments[side]
    return Diagnostic(
        Wording(
            vi=f"bản {languages[0].vi} có {len(found.words)} từ khóa viết hoa ({said}), bản "
            f"{languages[1].vi} có {found.others}",
            en=f"{languages[0].en} has {len(found.words)} key words in capitals ({said}), "
            f"{languages[1].en} {found.others}",
        ),
        (
            bitext.at(side, own.place_at(last.start), len(last.printed)),
            bitext.about(side.other, found.segments[side.other], own, last.start),
        ),
    )
