"""The families of rules: the first letter of a rule's code, and how its findings stand to others.

A new family is a row here, a module in `rules` and its cases.
"""

from __future__ import annotations

from dataclasses import dataclass

from diptych.wording import Wording


@dataclass(frozen=True, slots=True)
class Family:
    """The rules whose codes begin with one letter."""

    letter: str
    name: Wording
    rank: int | None
    """Findings of the lowest rank at a place explain the others there: a lost dash takes its
    figures with it. None where findings stand for themselves, neither cause nor consequence."""
    explains_on_page: str = ""
    """Letters of the families whose findings it explains on the whole page, not only at its own
    place."""
    moves_words: bool = False
    """Whether its slips move or change words, so that a correction no longer finds its place."""
    derived: bool = False
    """Whether any other slip in a provision causes such findings, because what is drawn from the
    provision differs, and so does its wording."""


_TABLE = (
    Family("S", Wording(vi="Cấu trúc", en="Structure"), 40, "ON", moves_words=True),
    Family("N", Wording(vi="Đánh số", en="Numbering"), 50, "ON", moves_words=True),
    Family("F", Wording(vi="Chú thích", en="Footnotes"), 60, "ONF", moves_words=True),
    Family("G", Wording(vi="Thẻ và khối", en="Tags and blocks"), 65),
    Family("K", Wording(vi="Mã", en="Code"), 105),
    Family("V", Wording(vi="Con số và số hiệu", en="Figures and symbols"), 110),
    Family("P", Wording(vi="Tên riêng", en="Names"), 90),
    Family("T", Wording(vi="Thuật ngữ", en="Terms"), 100),
    Family("B", Wording(vi="Ý nghĩa", en="Meaning"), 107),
    Family(
        "W",
        Wording(vi="Bản dịch theo kịp bản gốc", en="Freshness of the translation"),
        140,
        derived=True,
    ),
    Family("M", Wording(vi="Hình thức", en="Form"), 120),
    Family("L", Wording(vi="Ngôn ngữ", en="Language"), 70, moves_words=True),
    Family("D", Wording(vi="Danh mục", en="Registers"), 130, derived=True),
    Family(
        "O",
        Wording(vi="Đúng với văn bản nguồn", en="Fidelity to the source"),
        80,
        moves_words=True,
    ),
    Family("U", Wording(vi="Dấu Markdown", en="Markup"), 30, "ON"),
    Family("H", Wording(vi="Ký tự", en="Characters"), 20),
    Family("X", Wording(vi="An toàn", en="Safety"), 10),
    Family("E", Wording(vi="Tệp để tải về", en="Files to take away"), None),
    Family("R", Wording(vi="Hiển thị", en="Rendering"), None),
    Family("A", Wording(vi="Địa chỉ", en="Addresses"), None),
    Family("C", Wording(vi="Ghi chú cho chương trình kiểm tra", en="Comments to the check"), None),
)
FAMILIES = {family.letter: family for family in _TABLE}
"""Every family by its letter, in the order of the rule reference."""


def family_of(code: str) -> Family:
    """The family of the rule with this code. Raises `KeyError` where no row has its letter."""
    return FAMILIES[code[0]]
