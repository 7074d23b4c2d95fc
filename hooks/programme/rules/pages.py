"""Pages: the same in both languages, under the same names."""

from __future__ import annotations

from collections.abc import Iterator

from programme.bitext import Bitext
from programme.diagnostics import Diagnostic
from programme.model import Place
from programme.rules import rule
from programme.wording import Wording


@rule("S101")
def page_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page exists in one language only.

    Every page stands in both folders under the same name.

    Mend: Add the page in the other language, or remove it.

    vi: Một trang chỉ có ở một ngôn ngữ.

    Mọi trang phải có trong cả hai thư mục, cùng một tên tệp.

    Sửa: Thêm trang này ở ngôn ngữ kia, hoặc bỏ nó.

    Bad:  docs/vi/part-5.md ↔ —
    Good: docs/vi/part-5.md ↔ docs/en/part-5.md
    """
    for pair in bitext.alignment.pages:
        for side in (0, 1):
            page = pair.side(side)
            if page is None or pair.side(1 - side) is not None:
                continue
            gap = bitext.gap_for_page(side, page.file)
            own, other = bitext.language(side), bitext.language(1 - side)
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
    """A page has neither a heading nor a text.

    Mend: Write the page's text, or remove the page in both languages.

    vi: Một trang không có tiêu đề và không có nội dung.

    Sửa: Viết nội dung của trang, hoặc bỏ trang này ở cả hai bản.

    Bad:  `# I. TÌNH HÌNH` ↔ —
    Good: `# I. TÌNH HÌNH` ↔ `# I. SITUATION`
    """
    for pair in bitext.alignment.pages:
        for side in (0, 1):
            page = pair.side(side)
            if page is None or page.divisions or page.footnotes or page.meta.get("view"):
                continue  # a view is filled when the site is built
            language = bitext.language(side)
            other = pair.side(1 - side)
            yield Diagnostic(
                Wording(
                    vi=f"trang {page.path} của bản {language.vi} không có nội dung",
                    en=f"the page {page.path} has no text in {language.en}",
                ),
                (
                    bitext.at(side, Place(page.file, 1, 1)),
                    *([bitext.at(1 - side, Place(other.file, 1, 1))] if other else []),
                ),
            )


@rule("S108")
def page_in_another_place(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page has another file name than its counterpart, or two pages have changed places.

    Mend: Give both files the same name, below their language's folder.

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
                en=f"the same text stands in files of different names: {both[0].path}, and "
                f"{both[1].path}",
            ),
            tuple(bitext.at(side, Place(page.file, 1, 1)) for side, page in enumerate(both)),
        )
