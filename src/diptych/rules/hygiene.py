"""Hygiene: characters that look right and are wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from diptych.diagnostics import Diagnostic
from diptych.language.tones import other_spelling
from diptych.model import Place, Side
from diptych.patterns import letters_pattern_of, pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import UNSAID, Wording

_CLUSTER = letters_pattern_of(r"[^\p{M}]\p{M}+|\p{Hangul}{2,}")
_MANY = 5
"""From how many lines of a page on they are one finding."""
_SYLLABLE = pattern_of(r"[^\W\d_]+")


@rule("H101")
def not_composed(bitext: Bitext) -> Iterator[Diagnostic]:
    """A letter is written as a base letter and separate marks, not as one character (NFC).

    It looks the same, but search and comparison take it for another word. Five such lines of a
    page, or more, are one finding on texts that are not published here.

    Mend: Delete the word and type it again with precomposed Unicode letters.

    vi: Một chữ được viết bằng chữ gốc và dấu rời, không phải một ký tự dựng sẵn (NFC).

    Nhìn thì giống, nhưng tìm kiếm và so sánh coi là từ khác. Ở văn bản không đăng tại đây, từ năm
    dòng như vậy trên một trang trở lên thì báo một lần.

    Sửa: Xóa và gõ lại từ này với bộ gõ Unicode dựng sẵn.

    Bad:  `Hòa` (H + o + ̀ + a)
    Good: `Hòa` (H + ò + a)
    """
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            if unicodedata.is_normalized("NFC", "\n".join(page.lines)):
                continue
            found = [
                Place(page.file, number, loose + 1)
                for number, line in enumerate(page.lines, 1)
                if (loose := next(_loose(line), None)) is not None
            ]
            together = len(found) >= _MANY and not bitext.published
            others = UNSAID
            if together:
                others = Wording(
                    vi=f", và ở {len(found) - 1} dòng khác của trang này",
                    en=f", and in {len(found) - 1} other lines of this page",
                )
            for place in found[:1] if together else found:
                yield Diagnostic(
                    Wording(
                        vi=f"chữ có dấu tổ hợp rời (không phải NFC){others.vi}",
                        en=f"a letter with loose marks (not NFC){others.en}",
                    ),
                    (bitext.at(side, place),),
                )


def _loose(line: str) -> Iterator[int]:
    """The offsets of letters that could be one character with their marks: NFC takes some apart."""
    for cluster in _CLUSTER.finditer(line):
        if len(unicodedata.normalize("NFC", cluster[0])) < len(cluster[0]):
            yield cluster.start()


@rule("H104", house=True)
def two_tone_mark_spellings(bitext: Bitext) -> Iterator[Diagnostic]:
    """The editors' own Vietnamese pages spell one word with its tone mark in two different places.

    The text itself keeps the original's spelling, whichever it is.

    Mend: Choose one spelling for all the editors' pages.

    vi: Trang do biên tập viên viết có một từ đặt dấu thanh ở hai vị trí khác nhau.

    Bản thân văn bản giữ nguyên chính tả của bản gốc.

    Sửa: Chọn một cách viết cho mọi trang của biên tập viên.

    Bad:  `hóa` … `hoá`
    Good: `hóa` … `hóa`
    """
    for side, document in Side.of(bitext.documents):
        if not document.locale.startswith("vi"):
            continue
        places: dict[str, list[tuple[Place, int]]] = {}
        for page in document.pages:
            if page.editorial:
                for provision in page.all_provisions():
                    for match in _SYLLABLE.finditer(provision.segment.text):
                        if other_spelling(match[0]):
                            place = provision.segment.place_at(match.start())
                            places.setdefault(match[0].lower(), []).append((place, len(match[0])))
        for word, found in places.items():
            other = other_spelling(word) or ""
            if other not in places or (len(found), word) > (len(places[other]), other):
                continue  # the rarer spelling is told
            yield Diagnostic(
                Wording(
                    vi=f"“{word}” ở nơi khác viết là “{other}”",
                    en=f"“{word}” is spelt “{other}” elsewhere",
                ),
                (bitext.at(side, *found[0]), bitext.at(side, *places[other][0])),
            )
