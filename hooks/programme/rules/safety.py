"""Safety: nothing in the text that runs, frames or fetches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from programme.bitext import Bitext
from programme.diagnostics import Diagnostic
from programme.model import Kind, Place, Segment
from programme.rules import rule
from programme.wording import Wording

_ALLOWED = frozenset({"br", "sup", "sub", "abbr"})
_TAG = re.compile(r"</?([a-zA-Z][\w-]*)([^>]*)>?")
_RUNS = re.compile(r"[\s\x00-\x1f]*(?:javascript|vbscript|data|file)[\s\x00-\x1f]*:", re.IGNORECASE)
_REMOTE = re.compile(r"\s*(?:[a-z][a-z0-9+.\-]*:|//)", re.IGNORECASE)


@rule("X101", silenceable=False)
def raw_html(bitext: Bitext) -> Iterator[Diagnostic]:
    """Raw HTML other than a line break, a superscript, a subscript or an abbreviation.

    Comments are allowed.

    Mend: Write it in Markdown, or remove the tag.

    vi: Có thẻ HTML ngoài ngắt dòng, chỉ số trên, chỉ số dưới và chữ viết tắt.

    Ghi chú ẩn `<!-- … -->` được phép.

    Sửa: Viết bằng Markdown, hoặc bỏ thẻ này.

    Bad:  `<script>…</script>`, `<div onclick="…">`, `<iframe src="…">`
    Good: `CO<sub>2</sub>`
    """
    for side, segment, kind in _segments(bitext):
        written = [(tag.written, tag.place) for tag in segment.tags]
        if kind is Kind.HTML:
            written.append((segment.markdown, segment.place))
        for text, place in written:
            bad = _not_allowed(text)
            if bad:
                yield _diagnostic(
                    bitext,
                    side,
                    place,
                    len(text.split("\n")[0]),
                    Wording(
                        vi=f"HTML không được phép: <{bad}>", en=f"HTML that is not allowed: <{bad}>"
                    ),
                )


@rule("X102", silenceable=False)
def link_that_runs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A link or a picture whose address runs code or carries data.

    Mend: Use an https:// address or a page of this project.

    vi: Một liên kết hoặc ảnh có địa chỉ chạy mã hoặc mang dữ liệu.

    Sửa: Chỉ dùng địa chỉ https:// hoặc một trang của dự án.

    Bad:  `[x](javascript:alert(1))`, `![x](data:image/png;base64,…)`
    Good: `[x](https://example.org/)`
    """
    for side, segment, _ in _segments(bitext):
        for link in segment.links:
            if _RUNS.match(link.target):
                yield _diagnostic(
                    bitext,
                    side,
                    link.place,
                    1,
                    Wording(
                        vi=f"liên kết không an toàn: {link.target[:40]}",
                        en=f"an address that is not safe: {link.target[:40]}",
                    ),
                )


@rule("X103", silenceable=False)
def remote_picture(bitext: Bitext) -> Iterator[Diagnostic]:
    """A picture is fetched from another host.

    No page may send its readers' browsers elsewhere.

    Mend: Put the file into the page's folder and name it.

    vi: Ảnh được lấy từ máy chủ khác.

    Không trang nào được đưa trình duyệt của người đọc đi nơi khác.

    Sửa: Đặt tệp ảnh vào thư mục của trang và ghi tên tệp.

    Bad:  `![bản đồ](https://example.org/map.png)`
    Good: `![bản đồ](map.png)`
    """
    for side, segment, _ in _segments(bitext):
        for link in segment.links:
            if link.picture and _REMOTE.match(link.target) and not _RUNS.match(link.target):
                yield _diagnostic(
                    bitext,
                    side,
                    link.place,
                    1,
                    Wording(
                        vi=f"ảnh lấy từ máy khác: {link.target[:60]}",
                        en=f"a picture from another host: {link.target[:60]}",
                    ),
                )


def _not_allowed(text: str) -> str | None:
    """The first tag of `text` that is not allowed, or None."""
    if text.lstrip().startswith(("<!--", "</")):  # a closing tag was told with its opening one
        return None
    for match in _TAG.finditer(text):
        if match[1].lower() not in _ALLOWED or re.search(r"\bon\w+\s*=", match[2], re.IGNORECASE):
            return match[1]
    return None if _TAG.search(text) else text.strip("<>")[:20] or None


def _segments(bitext: Bitext) -> Iterator[tuple[int, Segment, Kind | None]]:
    for side, document in enumerate(bitext.documents):
        for division in document.walk():
            if division.heading:
                yield side, division.heading, None
        for page in document.pages:
            for provision in page.all_provisions():
                yield side, provision.segment, provision.kind


def _diagnostic(
    bitext: Bitext, side: int, place: Place, length: int, message: Wording
) -> Diagnostic:
    return Diagnostic(message, (bitext.at(side, place, length),))
