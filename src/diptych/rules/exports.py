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
    """A picture is shown on its page alone: files to take away have its description in its place.

    Only the Markdown file names the picture.

    Mend: Let the description say what the picture shows, or put what it shows into the text.

    vi: Ảnh chỉ hiện trên trang; các tệp để tải về chỉ có lời mô tả thay cho ảnh.

    Chỉ tệp Markdown ghi tên ảnh.

    Sửa: Để lời mô tả nói rõ ảnh cho thấy điều gì, hoặc đưa nội dung của ảnh vào văn bản.

    Bad:  `![Sơ đồ tổ chức](so-do.png)`
    Good: `Sơ đồ tổ chức gồm ba phòng.`
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
        if not pictures:
            continue
        described = any(link.end > link.start for _, link in pictures)
        yield Diagnostic(
            Wording(
                vi="các tệp để tải về chỉ có lời mô tả của ảnh này, không có ảnh",
                en="the files to take away have only this picture's description, not the picture",
            )
            if described
            else Wording(
                vi="các tệp để tải về không có ảnh này; ảnh cũng không có lời mô tả",
                en="the files to take away lack this picture, which has no description",
            ),
            tuple(bitext.at(side, link.place) for side, link in pictures),
        )


def _code(sign: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in sign)
