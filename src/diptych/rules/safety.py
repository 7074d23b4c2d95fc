"""Safety: nothing in the text that runs, frames or fetches."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import unescape

from diptych.diagnostics import Diagnostic
from diptych.model import Kind, Place, Segment, Side
from diptych.model.marks import MarkKind
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.safety.allowed import WRITTEN, remote, runs, scheme
from diptych.safety.comments import COMMENT
from diptych.wording import Wording

_TAG = pattern_of(r"</?([a-zA-Z][^\s/>]*)([^>]*)>?")
_ATTRIBUTE = pattern_of(
    r"(?<![^\s\"'<>/=])[^\s\"'<>/=]++(?=\s*=)|(?<=[\s\"'/])[^\s\"'<>/=]++(?=[\s/>]|$)"
)
_VALUE = pattern_of(r"=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]*)")
_DECLARED = pattern_of(r"<[!?]")
_HTML = pattern_of(r"</?[a-zA-Z]|<[!?]")
_NAME = pattern_of(r"[\w-]*")
_SIGNS_OF_A_LABEL = "_.-:*+"


@rule("X101", silenceable=False, house=True)
def raw_html(bitext: Bitext) -> Iterator[Diagnostic]:
    """Raw HTML other than a line break, a superscript, a subscript or an abbreviation.

    Comments are allowed. The label of a footnote becomes part of an address and is no place for
    HTML, nor for quotation marks: it consists only of letters, figures and . - _ : * +

    Mend: Write it in Markdown, or remove the tag; give the footnote a plain label.

    vi: Có thẻ HTML ngoài ngắt dòng, chỉ số trên, chỉ số dưới và chữ viết tắt.

    Ghi chú ẩn `<!-- … -->` được phép. Nhãn của chú thích trở thành một phần của địa chỉ nên không
    được chứa HTML hay dấu ngoặc kép: nhãn chỉ có chữ cái, chữ số và các dấu . - _ : * +.

    Sửa: Viết bằng Markdown, hoặc bỏ thẻ này; đặt nhãn đơn giản cho chú thích.

    Bad:  `<script>…</script>`, `<div onclick="…">`, `<iframe src="…">`
    Good: `CO<sub>2</sub>`
    """
    for side, text, place in _raw(bitext):
        if bad := _not_allowed(text):
            yield _html(bitext, side, place, len(text.split("\n")[0]), bad)
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            labels = {
                **{note.label: note.place for note in page.footnotes},
                **{m.label: m.place for p in page.all_provisions() for m in p.segment.marks},
            }
            defined = {note.label for note in page.footnotes}
            for label, place in labels.items():
                if _is_plain(label):
                    continue
                if _HTML.search(label + ">"):
                    yield _html(bitext, side, place, len(label) + 3, label.strip("<>")[:20])
                elif label in defined:  # others stay as they are written
                    yield _diagnostic(bitext, side, place, len(label) + 3, _bad_label(label[:20]))


@rule("X102", silenceable=False, house=True)
def link_that_runs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A link or a picture whose address runs code, carries data or starts a program.

    Links may lead only to pages (`https:`, `http:`) and e-mail addresses (`mailto:`).

    Mend: Use an https:// address or a page of this project.

    vi: Một liên kết hoặc ảnh có địa chỉ chạy mã, mang dữ liệu hoặc khởi động chương trình.

    Chỉ được dẫn tới trang (`https:`, `http:`) và thư điện tử (`mailto:`).

    Sửa: Chỉ dùng địa chỉ https:// hoặc một trang của dự án.

    Bad:  `[x](javascript:alert(1))`, `![x](data:image/png;base64,…)`
    Good: `[x](https://example.org/)`
    """
    for side, segment, _ in _segments(bitext):
        for link in segment.links:
            if runs(link.target):
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


@rule("X103", silenceable=False, house=True)
def remote_picture(bitext: Bitext) -> Iterator[Diagnostic]:
    """A picture is fetched from another host.

    No page may send its readers' browsers elsewhere.

    Mend: Put the file in the page's folder and refer to it by name.

    vi: Ảnh được lấy từ máy chủ khác.

    Không trang nào được đưa trình duyệt của người đọc đi nơi khác.

    Sửa: Đặt tệp ảnh vào thư mục của trang và ghi tên tệp.

    Bad:  `![bản đồ](https://example.org/map.png)`
    Good: `![bản đồ](map.png)`
    """
    for side, segment, _ in _segments(bitext):
        for link in segment.links:
            if link.picture and remote(link.target) and not runs(link.target):
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


@rule("X104", silenceable=False, house=True)
def front_matter_that_runs(bitext: Bitext) -> Iterator[Diagnostic]:
    """The front matter holds HTML or an address that runs code, or chooses another template.

    Its values are used in the head of the page, in addresses and in class names.

    Mend: Write plain text; `view` and `layout` are single words, `template` is not used.

    vi: Phần khai báo đầu trang chứa HTML, địa chỉ chạy mã, hoặc chọn khuôn trang khác.

    Các giá trị này nằm trong phần đầu trang, địa chỉ và tên lớp.

    Sửa: Chỉ viết văn bản thuần, không có thẻ; `view` và `layout` là một từ, không dùng `template`.

    Bad:  `title: <script>…</script>`, `template: other.html`
    Good: `title: I. Tình hình`
    """
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            for key, value in page.meta.items():
                if not _unfit(str(key), value):
                    continue
                name = str(key)[:20]
                yield _diagnostic(
                    bitext,
                    side,
                    Place(page.file, page.line_of(str(key)), 1),
                    len(name),
                    Wording(
                        vi=f"giá trị không được phép trong phần khai báo: {name}",
                        en=f"a value that is not allowed in the front matter: {name}",
                    ),
                )


def _is_plain(label: str) -> bool:
    """Whether a footnote's `label` is letters with their marks, figures and a few signs only."""
    return all(
        char.isalnum() or char in _SIGNS_OF_A_LABEL or unicodedata.category(char)[0] == "M"
        for char in label
    )


def _bad_label(label: str) -> Wording:
    return Wording(
        vi=f"nhãn chú thích có ký tự không được phép: [^{label}]",
        en=f"the label of a footnote has a character that is not allowed: [^{label}]",
    )


def _unfit(key: str, value: object) -> bool:
    """Whether an entry of the front matter could do more than say something."""
    if key == "template" or _HTML.search(key):
        return True
    if key in ("view", "layout") and not _NAME.fullmatch(str(value or "")):
        return True
    return any(_HTML.search(unescape(text)) or _runs(text) for text in _texts(value))


def _runs(text: str) -> bool:
    return scheme(text) in ("javascript", "vbscript", "data")


def _texts(value: object) -> Iterator[str]:
    """Every string in a value of YAML; a value that holds itself is walked through once."""
    waiting, seen = [value], set[int]()
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, (dict, list)) and id(one) not in seen:
            seen.add(id(one))
            waiting += [*one.keys(), *one.values()] if isinstance(one, dict) else one


def _not_allowed(text: str) -> str | None:
    """The first tag of `text` that is not allowed, or None."""
    rest = COMMENT.sub("", text)
    for match in _TAG.finditer(rest):
        name = match[1].lower()
        if match[0].startswith("</") and name not in WRITTEN:
            continue  # a closing tag was told with its opening one
        given = _ATTRIBUTE.findall(_VALUE.sub("=", f" {match[2]}"))
        if name not in WRITTEN or {one.lower() for one in given} - WRITTEN[name]:
            return match[1]
    if declared := _DECLARED.search(rest):  # a declaration, an instruction, a comment that is none
        return " ".join(rest[declared.start() :].strip("<>\n ").split())[:20]
    return None


def _html(bitext: Bitext, side: Side, place: Place, length: int, bad: str) -> Diagnostic:
    message = Wording(vi=f"HTML không được phép: <{bad}>", en=f"HTML that is not allowed: <{bad}>")
    return _diagnostic(bitext, side, place, length, message)


def _raw(bitext: Bitext) -> Iterator[tuple[Side, str, Place]]:
    """Whatever is or may be raw HTML, with its place: tags in texts, blocks, tags on their own."""
    for side, segment, kind in _segments(bitext):
        yield from ((side, tag.written, tag.place) for tag in segment.tags)
        if kind is Kind.HTML:
            yield side, segment.markdown, segment.place
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            for mark in page.marks:
                if mark.kind is MarkKind.TAG:
                    yield side, mark.written, mark.place


def _segments(bitext: Bitext) -> Iterator[tuple[Side, Segment, Kind | None]]:
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            for node in page.nodes():
                if node.segment:
                    yield side, node.segment, node.kind


def _diagnostic(
    bitext: Bitext, side: Side, place: Place, length: int, message: Wording
) -> Diagnostic:
    return Diagnostic(message, (bitext.at(side, place, length),))
