"""The rule reference: which rules there are, by family, and where on the site each one stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diptych.diagnostics.guide import Guide
from diptych.diagnostics.rendered_otherwise import GUIDE as RENDERED_OTHERWISE
from diptych.project.bitext import Bitext
from diptych.publication.addresses import address
from diptych.rules import all_rules
from diptych.wording import Wording

PAGE = "site/rules.md"
"""The page that tells of all rules, below a locale's folder."""

_NAMES = {
    "S": Wording(vi="Cấu trúc", en="Structure"),
    "N": Wording(vi="Đánh số", en="Numbering"),
    "F": Wording(vi="Chú thích", en="Footnotes"),
    "V": Wording(vi="Con số và số hiệu", en="Figures and symbols"),
    "P": Wording(vi="Tên riêng", en="Names"),
    "T": Wording(vi="Thuật ngữ", en="Terms"),
    "W": Wording(vi="Bản dịch theo kịp bản gốc", en="Freshness of the translation"),
    "M": Wording(vi="Hình thức", en="Form"),
    "L": Wording(vi="Ngôn ngữ", en="Language"),
    "D": Wording(vi="Danh mục", en="Registers"),
    "O": Wording(vi="Đúng với văn bản nguồn", en="Fidelity to the source"),
    "U": Wording(vi="Dấu Markdown", en="Markup"),
    "H": Wording(vi="Ký tự", en="Characters"),
    "X": Wording(vi="An toàn", en="Safety"),
    "E": Wording(vi="Tệp để tải về", en="Files to take away"),
    "R": Wording(vi="Hiển thị", en="Rendering"),
    "C": Wording(vi="Ghi chú cho phép kiểm tra", en="Comments to the check"),
}
"""Of the families, in the order of the reference."""


@dataclass(frozen=True, slots=True)
class Family:
    """The rules whose codes begin with one letter."""

    letter: str
    name: Wording
    guides: tuple[Guide, ...]


@cache
def all_guides() -> tuple[Guide, ...]:
    """Every rule's guide, by code: the check's, and the one that the build adds."""
    guides = [*(rule.guide for rule in all_rules()), RENDERED_OTHERWISE]
    return tuple(sorted(guides, key=lambda told: told.code))


@cache
def families() -> tuple[Family, ...]:
    """All rules by family, in the order of the reference; those without a name here come last."""
    by_letter: dict[str, list[Guide]] = {letter: [] for letter in _NAMES}
    for guide in all_guides():
        by_letter.setdefault(guide.code[0], []).append(guide)
    return tuple(
        Family(letter, _NAMES.get(letter, Wording(letter, letter)), tuple(guides))
        for letter, guides in by_letter.items()
        if guides
    )


def anchor_of(code: str) -> str:
    """The id of a rule on that page."""
    return code.lower()


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference as published."""

    site: str = ""
    """The site's address, or empty where it is not known."""
    locales: tuple[str, ...] = ()
    """The languages it is published in; the first lives at the root of the site."""

    def address(self, code: str, language: str) -> str:
        """The address of a rule in `language`, or in the original's, or empty."""
        if not self.site or not self.locales:
            return ""
        published = language if language in self.locales else self.locales[0]
        page = address(PAGE, published, self.locales[0])
        return f"{self.site.rstrip('/')}/{page}#{anchor_of(code)}"


def reference_of(bitext: Bitext, site: str) -> Reference:
    """The reference on the site of these texts at the address `site`, if they have its page."""
    told = all(document.page(PAGE) for document in bitext.documents)
    return Reference(site, tuple(d.locale for d in bitext.documents)) if told else UNPUBLISHED


UNPUBLISHED = Reference()
