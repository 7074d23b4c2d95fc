"""Safety of files: what stands in the folder of texts and may not be published."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.diagnostics import FILES, Diagnostic, location
from diptych.model import Place
from diptych.project.bitext import Bitext
from diptych.project.refusals import NAME, PICTURE, STRAY
from diptych.rules import rule


@rule(STRAY, silenceable=False, house=True)
def stray_file(bitext: Bitext) -> Iterator[Diagnostic]:
    """The folder of texts holds something that is neither a page nor a picture.

    A page is a file “.md” below the folder of a language. Pictures may stand beside one, if
    `pictures` in `[tool.diptych]` of pyproject.toml lists their kind: png, jpg, webp or avif.
    Symbolic links, hidden files, folders beside those of the languages and files of any other kind
    would reach the site unchecked.

    Mend: Remove it, or move it elsewhere.

    vi: Thư mục văn bản có tệp hoặc thư mục không phải trang, cũng không phải ảnh.

    Trang là tệp “.md” nằm dưới thư mục của một ngôn ngữ. Cạnh trang có thể có ảnh, nếu mục
    `pictures` trong `[tool.diptych]` của pyproject.toml ghi loại ảnh đó: png, jpg, webp hoặc
    avif. Liên kết của hệ thống tệp, tệp ẩn, thư mục nằm cạnh thư mục của các ngôn ngữ và mọi loại
    tệp khác sẽ lên trang web mà không ai kiểm tra.

    Sửa: Bỏ đi, hoặc chuyển ra ngoài thư mục này.

    Bad:  `docs/assets/site.js`, `docs/en/page.html`, `docs/en/map.svg`, `docs/note.md`
    Good: `docs/en/page.md`, `docs/en/map.png`
    """
    return _refused(bitext, STRAY)


@rule(NAME, silenceable=False, house=True)
def unfit_name(bitext: Bitext) -> Iterator[Diagnostic]:
    """The name of a page, a picture or a folder cannot be in an address, or clashes with another.

    A name has letters, the digits 0 to 9 and hyphens. In one folder no two names may differ only in
    capitals or in how accents are encoded; none may be that of something the site makes itself,
    README, or a Windows device.

    Mend: Rename it.

    vi: Tên của trang, ảnh hoặc thư mục không dùng được trong địa chỉ, hoặc trùng với tên khác.

    Tên có chữ cái, chữ số 0–9 và dấu gạch nối. Trong một thư mục không có hai tên chỉ khác nhau ở
    chữ hoa hay cách ghi dấu; không tên nào trùng với phần trang web tự tạo, với README hay với tên
    thiết bị của Windows.

    Sửa: Đổi tên.

    Bad:  `docs/en/a#b.md`, `docs/en/nul.md`, `docs/en/assets.md`, `docs/en/Part-1.md` + `part-1.md`
    Good: `docs/en/part-1.md`
    """
    return _refused(bitext, NAME)


@rule(PICTURE, silenceable=False, house=True)
def unfit_picture(bitext: Bitext) -> Iterator[Diagnostic]:
    """A picture is not of the kind that its name says, is too large, or has no page beside it.

    Mend: Save it in the form that its name says, smaller than 2 MB, in the folder of its page.

    vi: Ảnh không đúng dạng như tên nói, quá lớn, hoặc không nằm cạnh trang nào.

    Sửa: Lưu ảnh đúng dạng như tên nói, dưới 2 MB, trong thư mục của trang dùng ảnh đó.

    Bad:  `docs/en/map.png`, which is a page of HTML
    Good: `docs/en/map.png`
    Sai:  `docs/en/map.png`, thật ra là một trang HTML
    Đúng: `docs/en/map.png`
    """
    return _refused(bitext, PICTURE)


def _refused(bitext: Bitext, code: str) -> Iterator[Diagnostic]:
    for found in bitext.admitted.refused if bitext.admitted else ():
        if found.code == code:
            where = location(FILES, Place(found.file, 1, 1), "")
            yield Diagnostic(found.message, (where,), help=found.help)
