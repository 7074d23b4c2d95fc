"""Markup: what was opened is closed, and a text stays a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.diagnostics import Diagnostic
from diptych.model import Kind, Page, Place, Provision, Segment, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import Wording

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_STRAY = re.compile(r"(?<!\*)\*+(?=\w)|(?<=\w)\*+|(?<=\S)\]\((?=\S)|`")
_MARKS = ("*", "`", "](")
_PROSE = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[,.;:]?\s+[^\W\d_]+){5}")


@rule("U101")
def block_unclosed(bitext: Bitext) -> Iterator[Diagnostic]:
    """A block of code or a comment is opened and not closed: it swallows the rest of the page.

    Mend: Close it, with three backquotes or `-->`, or remove the mark that opened it.

    vi: Một khối mã hoặc một ghi chú ẩn được mở mà không đóng: nó nuốt phần còn lại của trang.

    Sửa: Đóng lại bằng ba dấu nháy ngược hoặc `-->`, hoặc xóa dấu mở.

    Bad:  `<!-- xem lại` `- Một.` ↔ `- One.`
    Good: `<!-- xem lại -->` `- Một.` ↔ `- One.`
    """
    for side, page in _pages(bitext):
        for provision in page.all_provisions():
            if mark := _opened(page, provision):
                yield Diagnostic(
                    Wording(
                        vi=f"“{mark}” được mở ở đây và không được đóng",
                        en=f"“{mark}” is opened here and never closed",
                    ),
                    (bitext.at(side, provision.place, len(mark)),),
                )


def _opened(page: Page, provision: Provision) -> str:
    """What opens the block at `provision` if nothing closes it, else empty."""
    segment = provision.segment
    if provision.kind is Kind.HTML:
        last = segment.markdown.rfind("<!--")
        return "<!--" if last >= 0 and "-->" not in segment.markdown[last:] else ""
    fence = _FENCE.match(page.lines[segment.place.line - 1])
    if provision.kind is not Kind.CODE or fence is None:
        return ""
    end = min(segment.end_line, len(page.lines))
    closing = _FENCE.fullmatch(page.lines[end - 1].rstrip())
    closed = end > segment.place.line and closing and closing[1].startswith(fence[1])
    return "" if closed else fence[1]


@rule("U102")
def markup_left_over(bitext: Bitext) -> Iterator[Diagnostic]:
    r"""A star, a backquote or half a link stands in the text as such: what it opened has no end.

    One that both languages have is taken to be meant.

    Mend: Close what it opened, or remove it; write `\*` for a star that is meant.

    vi: Dấu sao, dấu nháy ngược hoặc nửa liên kết hiện nguyên trong bài vì không được đóng.

    Dấu có ở cả hai bản được coi là cố ý.

    Sửa: Đóng lại, hoặc xóa dấu đó; viết `\*` nếu muốn in dấu sao.

    Bad:  `(*để báo cáo)` ↔ `(*for reporting*)`
    Good: `(*để báo cáo*)` ↔ `(*for reporting*)`
    """
    for segments in bitext.texts():
        if not any(mark in segment.text for segment in segments for mark in _MARKS):
            continue
        found = [list(_STRAY.finditer(segment.text)) for segment in segments]
        if len(found[0]) == len(found[1]):
            continue
        side = Side.ORIGINAL if len(found[0]) > len(found[1]) else Side.TRANSLATION
        stray, segment = found[side][0], segments[side]
        yield Diagnostic(
            Wording(
                vi=f"dấu “{stray[0]}” hiện nguyên trong bài: phần nó mở chưa được đóng",
                en=f"“{stray[0]}” stands in the text as such: what it opened is not closed",
            ),
            (
                bitext.at(side, segment.place_at(stray.start()), len(stray[0])),
                bitext.about(side.other, segments[side.other], segment, stray.start()),
            ),
        )


@rule("U103")
def text_made_code(bitext: Bitext) -> Iterator[Diagnostic]:
    """A paragraph of prose is indented so far that it becomes a block of code.

    Mend: Remove the tab or the blanks before it; a paragraph under a dash has four blanks, and a
    blank line before it.

    vi: Một đoạn văn bị thụt vào quá xa nên thành khối mã.

    Sửa: Xóa dấu tab hoặc các dấu cách đầu dòng; đoạn dưới gạch đầu dòng có bốn dấu cách và một
    dòng trống phía trước.

    Bad:  `        Đồng thời, tiếp tục mở rộng quan hệ hợp tác.`
    Good: `Đồng thời, tiếp tục mở rộng quan hệ hợp tác.`
    """
    for side, page in _pages(bitext):
        for provision in page.all_provisions():
            segment = provision.segment
            if provision.kind is not Kind.CODE or not _is_prose(page, segment):
                continue
            other = bitext.alignment.counterparts[side].get(provision.id)
            if other is not None and other.kind is Kind.CODE:
                continue  # meant
            yield Diagnostic(
                Wording(
                    vi="đoạn văn này bị thụt vào nên thành khối mã",
                    en="this paragraph is indented and becomes a block of code",
                ),
                (
                    bitext.at(side, Place(page.file, segment.place.line, 1), 4),
                    *([bitext.at(side.other, other.place)] if other else []),
                ),
            )


def _is_prose(page: Page, segment: Segment) -> bool:
    indented = not _FENCE.match(page.lines[segment.place.line - 1])
    return indented and bool(_PROSE.search(segment.text))


def _pages(bitext: Bitext) -> Iterator[tuple[Side, Page]]:
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            yield side, page
