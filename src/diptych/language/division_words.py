"""The kinds of division that a document names, and what each language calls them.

“Chương II”, “Chapter II”: a language is a row of `_WORDS`. In a language without a row a heading
has no kind of division, but it still has a bare number (“II.”).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from diptych.language.tags import bare
from diptych.patterns import pattern_of


class DivisionKind(StrEnum):
    """A kind of division, the outermost first; its value is its name in Akoma Ntoso."""

    ATTACHMENT = "attachment"
    """A document within the document: a regulation that a decision issues."""
    ANNEX = "annex"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"

    @property
    def rank(self) -> int:
        """How deep the kind stands in a document: 0 is the outermost."""
        return _RANKS[self]

    @property
    def slug(self) -> str:
        """What stands before the number in an id: "dieu" in `dieu-5`; empty for a bare number.

        It is the Vietnamese word in every language, as an id is the same in all of them.
        """
        return _SLUGS.get(self, "")


_RANKS = {kind: rank for rank, kind in enumerate(DivisionKind)}
_SLUGS = {
    DivisionKind.ANNEX: "phu-luc",
    DivisionKind.PART: "phan",
    DivisionKind.CHAPTER: "chuong",
    DivisionKind.SECTION: "muc",
    DivisionKind.SUBSECTION: "tieu-muc",
    DivisionKind.ARTICLE: "dieu",
}
_ANNEX, _PART, _CHAPTER, _SECTION = (
    DivisionKind.ANNEX, DivisionKind.PART, DivisionKind.CHAPTER, DivisionKind.SECTION,
)  # fmt: skip
_SUBSECTION, _ARTICLE, _CLAUSE, _POINT = (
    DivisionKind.SUBSECTION, DivisionKind.ARTICLE, DivisionKind.CLAUSE, DivisionKind.POINT,
)  # fmt: skip

_WORDS: Mapping[str, Mapping[DivisionKind, tuple[str, ...]]] = {
    "vi": {
        _ANNEX: ("phụ lục số", "phụ lục"), _PART: ("phần thứ", "phần"), _CHAPTER: ("chương",),
        _SECTION: ("mục",), _SUBSECTION: ("tiểu mục",), _ARTICLE: ("điều",),
        _CLAUSE: ("khoản",), _POINT: ("điểm",),
    },
    "en": {
        _ANNEX: ("annex", "appendix", "schedule"), _PART: ("part",),
        _CHAPTER: ("chapter",), _SECTION: ("section",),
        _SUBSECTION: ("subsection", "sub-section"), _ARTICLE: ("article",),
        _CLAUSE: ("clause",), _POINT: ("point",),
    },
    "fr": {
        _ANNEX: ("annexe",), _PART: ("partie",), _CHAPTER: ("chapitre",), _SECTION: ("section",),
        _SUBSECTION: ("sous-section",), _ARTICLE: ("article",),
    },
    "de": {
        _ANNEX: ("anhang", "anlage"), _PART: ("teil",), _CHAPTER: ("kapitel",),
        _SECTION: ("abschnitt",), _SUBSECTION: ("unterabschnitt",), _ARTICLE: ("artikel",),
    },
    "es": {
        _ANNEX: ("anexo",), _PART: ("parte",), _CHAPTER: ("capítulo",), _SECTION: ("sección",),
        _SUBSECTION: ("subsección",), _ARTICLE: ("artículo",),
    },
    "pt": {
        _ANNEX: ("anexo",), _PART: ("parte",), _CHAPTER: ("capítulo",),
        _SECTION: ("secção", "seção"), _SUBSECTION: ("subsecção", "subseção"),
        _ARTICLE: ("artigo",),
    },
    "it": {
        _ANNEX: ("allegato",), _PART: ("parte",), _CHAPTER: ("capo", "capitolo"),
        _SECTION: ("sezione",), _ARTICLE: ("articolo",),
    },
    "nl": {
        _ANNEX: ("bijlage",), _PART: ("deel",), _CHAPTER: ("hoofdstuk",), _SECTION: ("afdeling",),
        _ARTICLE: ("artikel",),
    },
    "id": {_ANNEX: ("lampiran",), _CHAPTER: ("bab",), _SECTION: ("bagian",), _ARTICLE: ("pasal",)},
    "ru": {
        _ANNEX: ("приложение",), _PART: ("часть",), _CHAPTER: ("глава",), _SECTION: ("раздел",),
        _ARTICLE: ("статья",),
    },
    "lo": {_PART: ("ພາກທີ", "ພາກ"), _CHAPTER: ("ໝວດທີ", "ໝວດ"), _ARTICLE: ("ມາດຕາ",)},
    "km": {_CHAPTER: ("ជំពូកទី", "ជំពូក"), _SECTION: ("ផ្នែកទី", "ផ្នែក"), _ARTICLE: ("មាត្រា",)},
}  # fmt: skip
"""By language, the words before the number of each kind of division, in small letters."""
_COUNTED = {
    "vi": ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"),
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}
"""By language, the words that stand for a number after the word of a division: “Phần thứ nhất”."""
_ATTACHED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "vi": {
        "quy-che": ("quy chế",), "quy-dinh": ("quy định",), "dieu-le": ("điều lệ",),
        "de-an": ("đề án",), "noi-quy": ("nội quy",), "phuong-an": ("phương án",),
        "ke-hoach": ("kế hoạch",), "chuong-trinh": ("chương trình",), "danh-muc": ("danh mục",),
        "quy-trinh": ("quy trình",), "chien-luoc": ("chiến lược",), "bieu-mau": ("biểu mẫu",),
        "phu-luc": ("phụ lục",),
    },
    "en": {
        "quy-che": ("regulation", "regulations", "statute"), "quy-dinh": ("rules", "provisions"),
        "dieu-le": ("charter",), "de-an": ("scheme", "project"), "noi-quy": ("house rules",),
        "phuong-an": ("option",), "ke-hoach": ("plan",), "chuong-trinh": ("programme", "program"),
        "danh-muc": ("list",), "quy-trinh": ("procedure",), "chien-luoc": ("strategy",),
        "bieu-mau": ("form", "forms"), "phu-luc": ("annex", "appendix"),
    },
}  # fmt: skip
"""By language, what documents attached to others are called, by what their ids begin with."""
_IS_ATTACHED = {
    "vi": pattern_of(r"\b(?:kèm theo|đính kèm)\b", re.IGNORECASE),
    "en": pattern_of(r"\b(?:attached|annexed|promulgated with|issued (?:together )?with)\b",
                     re.IGNORECASE),
}  # fmt: skip


@cache
def words_of(language: str) -> Mapping[str, DivisionKind]:
    """The kind of division that each word of `language` (a BCP 47 tag) names, longest first."""
    kinds = _WORDS.get(bare(language), {})
    named = {word: kind for kind, words in kinds.items() for word in words}
    return dict(sorted(named.items(), key=lambda pair: -len(pair[0])))


def languages() -> tuple[str, ...]:
    """The tags of the languages whose words are known."""
    return tuple(_WORDS)


def knows_divisions(language: str) -> bool:
    """Whether the words of `language` (a BCP 47 tag) for kinds of division are known."""
    return bare(language) in _WORDS


@cache
def counted_words(language: str) -> Mapping[str, int]:
    """The numbers that words of `language` stand for after the word of a division."""
    return {word: n for n, word in enumerate(_COUNTED.get(bare(language), ()), 1)}


def attached(title: str, language: str, original: str | None = None) -> tuple[str, str] | None:
    """What the id of an attached document begins with, and what it is called, by its `title`.

    None where the title, of a heading without number, names no document that is attached: it is set
    in capitals, or says that it is attached. `original` is what the id of such a document in the
    original begins with, which this title translates: it is attached, and its id is that one.
    """
    tag = bare(language)
    said = tag in _IS_ATTACHED and _IS_ATTACHED[tag].search(title)
    low = title.casefold()
    if original or said or title.isupper():
        for slug, ways in _ATTACHED.get(tag, {}).items():
            for word in ways:
                if low.startswith(word) and not low[len(word) : len(word) + 1].isalnum():
                    return original or slug, word.capitalize()
    return (original, title) if original else None


@cache
def word_for(kind: DivisionKind, language: str) -> str:
    """The word of `language` before the number of a kind of division; empty if nobody knows it."""
    words = _WORDS.get(bare(language), {}).get(kind, ())
    return words[-1] if words else ""


def attached_as(called: str, language: str, other: str) -> str:
    """What a document that is attached and is `called` so in one language is in the other."""
    for slug, ways in _ATTACHED.get(bare(language), {}).items():
        if called.casefold() in ways:
            return next(iter(_ATTACHED.get(bare(other), {}).get(slug, ())), "").capitalize()
    return ""
