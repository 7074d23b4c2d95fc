"""Hygiene: characters that look right and are wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from programme.bitext import Bitext
from programme.diagnostics import Diagnostic
from programme.model import Place
from programme.rules import rule
from programme.values.tones import other_spelling
from programme.wording import Wording

_INVISIBLE = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f"
                        "\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd]")  # fmt: skip
_LATIN = "A-Za-zÀ-ɏḀ-ỹ"
_OTHER = "\u0370-\u03ff\u0400-\u04ff"
_SYLLABLE = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(f"(?<=[{_LATIN}])[{_OTHER}]|[{_OTHER}](?=[{_LATIN}])|[ÐðƉɖ]")


@rule("H101")
def not_composed(bitext: Bitext) -> Iterator[Diagnostic]:
    """A letter is written as a base letter and separate marks, not as one character (NFC).

    It looks alike, but search and comparison take it for another word.

    Mend: Delete the word and type it again with precomposed Unicode letters.

    vi: Một chữ được viết bằng chữ gốc và dấu rời, không phải một ký tự dựng sẵn (NFC).

    Nhìn thì giống, nhưng tìm kiếm và so sánh coi là từ khác.

    Sửa: Xóa và gõ lại từ này với bộ gõ Unicode dựng sẵn.

    Bad:  `Hòa` (H + o + ̀ + a)
    Good: `Hòa` (H + ò + a)
    """
    for side, file, number, line in _lines(bitext, _is_decomposed):
        composed = unicodedata.normalize("NFC", line)
        if composed == line:
            continue
        pairs = enumerate(zip(line, composed, strict=False))
        column = next((n for n, (a, b) in pairs if a != b), len(composed))
        yield _diagnostic(
            bitext,
            side,
            Place(file, number, column + 1),
            Wording(
                vi="chữ có dấu tổ hợp rời (không phải NFC)",
                en="a letter with loose marks (not NFC)",
            ),
        )


@rule("H102")
def invisible_character(bitext: Bitext) -> Iterator[Diagnostic]:
    """A character that cannot be seen stands in the text: a zero-width space, a soft hyphen.

    Mend: Delete it; it probably came along with a copied text.

    vi: Trong bài có ký tự không nhìn thấy được, như dấu cách độ rộng không hoặc gạch nối mềm.

    Sửa: Xóa ký tự này; có thể nó theo vào khi sao chép.

    Bad:  `ngoại·giao` (U+200B)
    Good: `ngoại giao`
    """
    for side, file, number, line in _lines(bitext, _INVISIBLE.search):
        for match in _INVISIBLE.finditer(line):
            code = f"U+{ord(match[0]):04X}"
            yield _diagnostic(
                bitext,
                side,
                Place(file, number, match.start() + 1),
                Wording(vi=f"ký tự vô hình {code}", en=f"an invisible character, {code}"),
            )


@rule("H103")
def look_alike_character(bitext: Bitext) -> Iterator[Diagnostic]:
    """A letter of another script stands in a word, or Ð (Icelandic) for Đ.

    Mend: Type the letter again.

    vi: Trong một từ có chữ cái của hệ chữ khác, hoặc Ð (tiếng Iceland) thay cho Đ.

    Sửa: Gõ lại chữ này.

    Bad:  `Ðảng` (U+00D0), `cаn` (U+0430)
    Good: `Đảng` (U+0110), `can` (U+0061)
    """
    for side, file, number, line in _lines(bitext, _MIXED.search):
        for match in _MIXED.finditer(line):
            name = unicodedata.name(match[0], "?").lower()
            yield _diagnostic(
                bitext,
                side,
                Place(file, number, match.start() + 1),
                Wording(
                    vi=f"chữ “{match[0]}” không phải chữ cái tiếng Việt hay tiếng Anh ({name})",
                    en=f"“{match[0]}” is not the letter it looks like ({name})",
                ),
            )


def _is_decomposed(text: str) -> bool:
    return not unicodedata.is_normalized("NFC", text)


def _lines(bitext: Bitext, suspect: Callable[[str], object]) -> Iterator[tuple[int, str, int, str]]:
    """Side, file, number and text of every line of the pages that look suspect as a whole."""
    for side, document in enumerate(bitext.documents):
        for page in document.pages:
            if suspect("\n".join(page.lines)):
                for number, line in enumerate(page.lines, 1):
                    yield side, page.file, number, line


def _diagnostic(bitext: Bitext, side: int, place: Place, message: Wording) -> Diagnostic:
    return Diagnostic(message, (bitext.at(side, place),))


@rule("H104")
def two_tone_mark_spellings(bitext: Bitext) -> Iterator[Diagnostic]:
    """The editors' own Vietnamese pages spell one word with its tone mark in both places.

    The programme itself keeps the original's spelling, whichever it is.

    Mend: Choose one spelling for all of the editors' pages.

    vi: Trang do biên tập viên viết có một từ đặt dấu thanh ở cả hai vị trí.

    Văn bản chương trình giữ nguyên chính tả của bản gốc.

    Sửa: Chọn một cách viết cho mọi trang của biên tập viên.

    Bad:  `hóa` … `hoá`
    Good: `hóa` … `hóa`
    """
    for side, document in enumerate(bitext.documents):
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
