"""The markup of a page besides the form of every text, by the names in messages and records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diptych.model import Place
from diptych.patterns import pattern_of
from diptych.wording import Wording

BROKEN_HEADING = pattern_of(r"(?:(#{1,6}+)|(＃{1,6}+) ?)([\u00a0\u202f\u3000]?+)[^\W\d_]")
"""How a text begins that was meant to be a heading: its marks, those of East Asian keyboards, and a
blank that is no space.
"""


class MarkupKind(StrEnum):
    """What kind of thing a piece of markup is; the register of corrections names it so."""

    LINK = "link"
    PICTURE = "picture"
    CODE = "code"
    BREAK = "break"
    BLANK = "blank"
    """A blank that the keyboard does not type: one that does not break, one as wide as a letter."""
    SUP = "sup"
    SUB = "sub"
    ABBR = "abbr"
    HTML = "html"
    EMPHASIS = "emphasis"
    """Italics or bold that begin or end inside a word."""
    QUOTATION = "quotation"
    TABLE = "table"
    RULE = "rule"
    HEADING = "heading"
    """A heading inside a list, a quotation or a footnote."""


CALLED = {
    MarkupKind.LINK: Wording(vi="liên kết", en="a link"),
    MarkupKind.PICTURE: Wording(vi="ảnh", en="a picture"),
    MarkupKind.CODE: Wording(vi="đoạn mã", en="code"),
    MarkupKind.BREAK: Wording(vi="ngắt dòng", en="a line break"),
    MarkupKind.BLANK: Wording(vi="dấu cách khác thường", en="an unusual space"),
    MarkupKind.SUP: Wording(vi="chỉ số trên", en="a superscript"),
    MarkupKind.SUB: Wording(vi="chỉ số dưới", en="a subscript"),
    MarkupKind.ABBR: Wording(vi="lời chú hiện khi rê chuột", en="a tooltip"),
    MarkupKind.HTML: Wording(vi="thẻ HTML", en="HTML"),
    MarkupKind.EMPHASIS: Wording(
        vi="kiểu chữ đổi giữa một từ", en="italics or bold for a part of a word"
    ),
    MarkupKind.QUOTATION: Wording(vi="đoạn trích", en="a quotation"),
    MarkupKind.TABLE: Wording(vi="bảng", en="a table"),
    MarkupKind.RULE: Wording(vi="đường kẻ ngang", en="a line across the page"),
    MarkupKind.HEADING: Wording(
        vi="tiêu đề bên trong đoạn khác", en="a heading inside another passage"
    ),
}  # fmt: skip
"""What messages call each kind of markup."""

FRONT_MATTER = {
    "title": Wording(vi="tên trang", en="the page's title"),
    "cite": Wording(vi="cách trích dẫn", en="the form of citation"),
    "description": Wording(vi="lời mô tả trang", en="the page's description"),
}
"""The keys of the front matter whose values are words, with what messages call each."""
KIND = "kind"
"""The register's name for a passage that is a heading where the source has none, or the reverse."""
RECORDED = (*MarkupKind, KIND, *FRONT_MATTER)
"""What the register of corrections may record besides words."""


@dataclass(frozen=True, slots=True)
class Markup:
    """One piece of markup that is more than emphasis, a list, a heading or a footnote."""

    what: MarkupKind
    written: str
    """The markup as it stands in the file, with what it holds, on the line where it opens."""
    place: Place
