"""The finding that a page does not render as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.diagnostics import Diagnostic, location
from diptych.diagnostics.guide import guide
from diptych.model import Page, Place
from diptych.wording import UNSAID, Wording

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def rendered_otherwise(
    page: Page,
    locale: str,
    place: Place,
    length: int,
    message: Wording,
    help_: Wording = UNSAID,
) -> Diagnostic:
    """A page does not render as it is written.

    The check reads Markdown as CommonMark has it; the site is rendered by another program.
    Where the two disagree, readers would see something else than what was checked.

    Mend: Check around this place for a blank line before a list, four spaces before a
    continuation, and for `*`, `_`, `[` or `<` that were not closed.

    vi: Trang dựng ra khác với những gì đã viết.

    Chương trình kiểm tra đọc Markdown theo chuẩn CommonMark; trang web do một chương trình khác
    dựng. Nơi hai bên khác nhau, người đọc sẽ thấy khác với những gì đã kiểm tra.

    Sửa: Kiểm tra dòng trống trước danh sách, bốn dấu cách trước đoạn tiếp theo, và các dấu
    `*`, `_`, `[`, `<` chưa đóng quanh chỗ này.

    Bad:  `Nhiệm vụ:` ⏎ `- Một.`
    Good: `Nhiệm vụ:` ⏎ ⏎ `- Một.`
    """
    line = page.lines[place.line - 1] if place.line <= len(page.lines) else ""
    return Diagnostic(
        message,
        (location(locale, place, line, length),),
        help_ or GUIDE.mend,
        GUIDE.code,
        GUIDE.name,
    )


def rendered_unsafe(page: Page, locale: str, element: HtmlElement, attribute: str) -> Diagnostic:
    """The finding that a page as rendered has an element or attribute that no text may bring."""
    sought = "<" + str(element.tag)
    lines = enumerate(page.lines, 1)
    line = next((number for number, text in lines if sought in text.lower()), 1)
    shown = f"{sought} {attribute}=…>" if attribute else f"{sought}>"
    message = Wording(
        vi=f"trang dựng ra chứa thứ không được phép: {shown}",
        en=f"the rendered page contains what is not allowed: {shown}",
    )
    return rendered_otherwise(page, locale, Place(page.file, line, 1), 1, message)


GUIDE = guide(rendered_otherwise, "R101", silenceable=False)
