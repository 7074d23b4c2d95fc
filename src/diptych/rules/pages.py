"""Pages: the same in both languages, under the same names."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.diagnostics import Diagnostic, Severity
from diptych.model import LAYOUTS, Page, Place, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.publication.view_names import PAGE_VIEWS
from diptych.rules import rule
from diptych.wording import Wording

_WORD = pattern_of(r"[\w-]{1,40}")
"""An expression for what may be a name; all else is for X104."""
_SHARED = ("view", "of", "layout")
"""The keys of the front matter whose values are the same in every language."""


@rule("S101")
def page_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page exists in one language only.

    Every page must be in both folders under the same name.

    Mend: Add the page in the other language, or remove it.

    vi: Một trang chỉ có ở một bản.

    Mọi trang phải có trong cả hai thư mục, cùng một tên tệp.

    Sửa: Thêm trang này ở bản kia, hoặc bỏ nó.

    Bad:  docs/vi/part-5.md ↔ —
    Good: docs/vi/part-5.md ↔ docs/en/part-5.md
    """
    for pair in bitext.alignment.pages:
        for side in Side:
            page = pair.side(side)
            if page is None or pair.side(side.other) is not None:
                continue
            gap = bitext.gap_for_page(side, page.file)
            own, other = bitext.language(side), bitext.language(side.other)
            yield Diagnostic(
                Wording(
                    vi=f"trang này chỉ có bản {own.vi}, thiếu bản {other.vi} ({gap.file})",
                    en=f"this page exists in {own.en} only; {other.en} lacks {gap.file}",
                ),
                (bitext.at(side, Place(page.file, 1, 1)), gap),
                help=Wording(
                    vi=f"Thêm tệp {gap.file} với nội dung tương ứng, hoặc bỏ tệp {page.file}.",
                    en=f"Add {gap.file} with the same content, or remove {page.file}.",
                ),
            )


@rule("S107")
def empty_page(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page has neither a heading nor any text.

    Mend: Write the page's text, or remove the page in both languages.

    vi: Một trang không có tiêu đề và không có nội dung.

    Sửa: Viết nội dung của trang, hoặc bỏ trang này ở cả hai bản.

    Bad:  `# I. TÌNH HÌNH` ↔ —
    Good: `# I. TÌNH HÌNH` ↔ `# I. SITUATION`
    """
    for pair in bitext.alignment.pages:
        for side in Side:
            page = pair.side(side)
            if page is None or not _says_nothing(page) or page.view:
                continue  # a view is filled when the site is built
            language = bitext.language(side)
            other = pair.side(side.other)
            if other and _says_nothing(other) and not bitext.published:
                continue  # a tool makes the page of its front matter
            yield Diagnostic(
                Wording(
                    vi=f"trang {page.path} của bản {language.vi} không có nội dung",
                    en=f"the page {page.path} has no text in {language.en}",
                ),
                (
                    bitext.at(side, Place(page.file, 1, 1)),
                    *([bitext.at(side.other, Place(other.file, 1, 1))] if other else []),
                ),
            )


def _says_nothing(page: Page) -> bool:
    return not (page.divisions or page.footnotes)


@rule("S108")
def page_in_another_place(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page has a different file name from its counterpart, or two pages have changed places.

    Mend: Give both files the same name, each in its language's folder.

    vi: Một trang có tên tệp khác với trang tương ứng, hoặc nội dung hai trang bị đổi chỗ.

    Sửa: Đặt cùng một tên tệp cho cả hai trang, trong thư mục của từng ngôn ngữ.

    Bad:  docs/vi/part-1.md ↔ docs/en/part-one.md
    Good: docs/vi/part-1.md ↔ docs/en/part-1.md
    """
    for pair in bitext.alignment.pages:
        if not pair.moved or (both := pair.both) is None:
            continue
        yield Diagnostic(
            Wording(
                vi=f"cùng một nội dung nằm ở hai tệp khác tên: {both[0].path} và {both[1].path}",
                en=f"the same text is in files with different names: {both[0].path} and "
                f"{both[1].path}",
            ),
            tuple(bitext.at(side, Place(page.file, 1, 1)) for side, page in Side.of(both)),
        )


@rule("S111", house=True)
def unknown_view(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page's front matter names a view that does not exist.

    Mend: Write the name of a view that exists, or remove the line.

    vi: Phần khai báo của một trang nêu một kiểu trang (`view`) không có.

    Sửa: Ghi đúng tên kiểu trang, hoặc bỏ dòng này.

    Bad:  `view: docments`
    Good: `view: documents`
    """
    yield from _unknown(bitext, "view", PAGE_VIEWS)


@rule("S112", Severity.WARNING, house=True)
def unknown_layout(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page's front matter names a layout that does not exist.

    The page is laid out like any other.

    Mend: Write the name of a layout that exists, or remove the line.

    vi: Phần khai báo của một trang nêu một cách trình bày (`layout`) không có.

    Trang được trình bày như mọi trang khác.

    Sửa: Ghi đúng tên cách trình bày, hoặc bỏ dòng này.

    Bad:  `layout: covr`
    Good: `layout: cover`
    """
    yield from _unknown(bitext, "layout", LAYOUTS)


def _unknown(bitext: Bitext, key: str, known: tuple[str, ...]) -> Iterator[Diagnostic]:
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            value = str(page.meta.get(key) or "")
            if value in known or not _WORD.fullmatch(value):
                continue
            place = Place(page.file, page.line_of(key), 1)
            names = ", ".join(known)
            yield Diagnostic(
                Wording(vi=f"không có {key} “{value}”", en=f"there is no {key} “{value}”"),
                (bitext.at(side, place, len(f"{key}: {value}")),),
                help=Wording(
                    vi=f"Ghi một trong các tên {names}, hoặc bỏ dòng này.",
                    en=f"Write one of {names}, or remove the line.",
                ),
            )


@rule("S113", house=True)
def page_filled_otherwise(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page has a different view or layout in each language.

    What `view`, `of` and `layout` say in the front matter applies to a page in both languages.

    Mend: Write the same line in the front matter of both files.

    vi: Một trang có kiểu trang hoặc cách trình bày khác nhau ở hai bản.

    `view`, `of` và `layout` trong phần khai báo phải như nhau ở hai bản của một trang.

    Sửa: Ghi cùng một dòng trong phần khai báo của cả hai tệp.

    Bad:  `view: partners` ↔ `view: organisations`
    Good: `view: partners` ↔ `view: partners`
    """
    for pair in bitext.alignment.pages:
        if (both := pair.both) is None:
            continue
        for key in _SHARED:
            said = [str(page.meta.get(key) or "") for page in both]
            if said[0] == said[1]:
                continue
            first, second = (bitext.language(side) for side in Side)
            yield Diagnostic(
                Wording(
                    vi=f"“{key}” khác nhau: bản {first.vi} ghi “{said[0][:40]}”, "
                    f"bản {second.vi} ghi “{said[1][:40]}”",
                    en=f"“{key}” differs: {first.en} has “{said[0][:40]}”, "
                    f"{second.en} “{said[1][:40]}”",
                ),
                tuple(
                    bitext.at(side, Place(page.file, page.line_of(key), 1))
                    for side, page in Side.of(both)
                ),
            )
