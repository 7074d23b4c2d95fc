"""Exports: what a file to take away cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.alignment.units import units
from diptych.diagnostics import Diagnostic, Severity
from diptych.model import Segment, Side
from diptych.project.bitext import Bitext
from diptych.publication.typefaces import lacking
from diptych.rules import rule
from diptych.safety.allowed import remote
from diptych.visible import visible
from diptych.wording import Wording

_NAMED = 5
"""How many signs of a text are told, each at its first place."""


_EVERYWHERE = frozenset({"png", "jpg", "jpeg"})
"""The kinds of pictures that every file to take away shows."""
_UNDESCRIBED = Wording(vi="ảnh này không có lời mô tả", en="this picture has no description")
_LEFT = Wording(
    vi="một số tệp để tải về chỉ có lời mô tả của ảnh này, không có ảnh",
    en="some files to take away have only this picture's description, not the picture",
)


@rule("E101", Severity.WARNING, house=True)
def no_sign_in_typeface(bitext: Bitext) -> Iterator[Diagnostic]:
    """A character is in none of the PDF's typefaces, so the site is built without that PDF.

    They have the letters of Latin, Greek, Cyrillic and Hebrew scripts, and most signs of
    mathematics; they have no emoji and no Chinese characters. For a language in another script,
    name a font that has it: `ko = ["fonts/Name.ttf"]` in `[tool.diptych.fonts]`.

    Mend: Name a font that has it, write it with another character or in words, or do without that
    PDF.

    vi: Trong bài có ký hiệu mà các kiểu chữ của tệp PDF không có, nên trang web sẽ thiếu tệp đó.

    Các kiểu chữ này có chữ Latinh, Hy Lạp, Kirin, Do Thái và hầu hết ký hiệu toán học; không có
    biểu tượng cảm xúc và chữ Hán. Với ngôn ngữ dùng hệ chữ khác, hãy ghi một phông có chữ đó:
    `ko = ["fonts/Name.ttf"]` trong `[tool.diptych.fonts]`.

    Sửa: Ghi một phông có ký hiệu đó, thay bằng ký hiệu khác hoặc viết bằng lời; nếu không, trang
    web sẽ thiếu tệp PDF này.

    Bad:  `tăng 😀 3%`
    Good: `tăng 3%`
    """
    for side in Side:
        own = frozenset[str]().union(*(font.signs for font in bitext.fonts[side]))
        found: dict[str, tuple[Segment, int]] = {}
        for unit in units(bitext.alignment):
            if segment := unit.segment(side):
                for offset, sign in lacking(segment.text, own):
                    found.setdefault(sign, (segment, offset))
        if found:
            named = list(found)[:_NAMED]
            signs = ", ".join(f"“{visible(sign)}” ({_code(sign)})" for sign in named)
            more = len(found) - len(named)
            yield Diagnostic(
                Wording(
                    vi=f"kiểu chữ của tệp PDF không có {signs}"
                    + (f" và {more} ký hiệu khác" if more else ""),
                    en=f"the PDF's typefaces do not have {signs}"
                    + (f" and {more} more" if more else ""),
                ),
                tuple(
                    bitext.at(side, segment.place_at(offset), len(sign))
                    for sign, (segment, offset) in list(found.items())[:_NAMED]
                ),
            )


@rule("E102", Severity.WARNING, house=True)
def picture_left_out(bitext: Bitext) -> Iterator[Diagnostic]:
    """A file to take away lacks a picture, or the picture has no description.

    Pages show pictures of every kind that the project lists; so do PDF, Word and Akoma Ntoso, but
    for AVIF in a PDF, AVIF and WebP in Word, and pictures in footnotes: there stands their
    description. Who cannot see a picture hears its description.

    Mend: Use a PNG or JPEG picture in the text, and say in its description what it shows.

    vi: Một tệp để tải về thiếu ảnh, hoặc ảnh không có lời mô tả.

    Trang web hiện mọi loại ảnh mà dự án liệt kê; PDF, Word và Akoma Ntoso cũng vậy, trừ AVIF trong
    PDF, AVIF và WebP trong Word, và ảnh trong chú thích: ở đó chỉ có lời mô tả. Người không nhìn
    thấy ảnh được nghe lời mô tả.

    Sửa: Dùng ảnh PNG hoặc JPEG trong văn bản, và ghi lời mô tả nói rõ ảnh cho thấy điều gì.

    Bad:  `![Sơ đồ tổ chức](so-do.avif)`
    Good: `![Sơ đồ tổ chức: ba phòng](so-do.png)`
    """
    for unit in units(bitext.alignment):
        pictures = [
            (side, link)
            for side in Side
            if (segment := unit.segment(side))
            for link in segment.links
            if link.picture and not remote(link.target)
            if link.place not in {tag.place for tag in segment.tags}  # which is not allowed
        ]
        undescribed = [found for found in pictures if found[1].start >= found[1].end]
        left = [
            found
            for found in pictures
            if unit.note or found[1].target.rpartition(".")[2].lower() not in _EVERYWHERE
        ]
        for told, message in ((undescribed, _UNDESCRIBED), (left, _LEFT)):
            if told:
                yield Diagnostic(message, tuple(bitext.at(side, link.place) for side, link in told))


def _code(sign: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in sign)
