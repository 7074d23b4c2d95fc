"""The fixed words of an official document: what its head, its recitals and its foot begin with.

Vietnamese ones are those of Decree 30/2020/NĐ-CP, English ones those of the official translations;
French acts have the same parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from diptych.language.tags import bare
from diptych.language.written_dates import written_date
from diptych.patterns import pattern_of

_NUMBER = ("số", "no", "number", "ref", "n°", "nº")
"""What stands before the number of the document itself."""
_NUMBERED = {"vi": "Số: {}", "en": "No. {}", "fr": "N° {}"}
_STATE = ("cộng hòa xã hội", "cộng hoà xã hội", "socialist republic", "république socialiste")
_MOTTO = ("độc lập", "independence", "indépendance")
_DATED = ("ngày", "on", "dated", "le")
"""What may stand between the place and the date."""
_ON = {"vi": "ngày {}", "fr": "le {}"}
"""By language, a date as it stands behind the place."""
_RECITALS: Mapping[str, tuple[str, ...]] = {
    "vi": ("căn cứ ", "theo đề nghị", "theo yêu cầu", "xét đề nghị", "xét tờ trình", "trên cơ sở "),
    "en": (
        "pursuant to ", "based on ", "on the basis of ", "in accordance with ", "having regard to ",
        "considering ", "at the proposal of ", "at the request of ", "on the proposal of ",
        "upon the proposal of ", "upon the request of ", "in furtherance of ",
    ),
    "fr": ("vu ", "considérant ", "sur proposition ", "sur la proposition ", "à la demande "),
}  # fmt: skip
"""By language, how the grounds of a document begin."""
_RECIPIENTS: Mapping[str, tuple[str, ...]] = {
    "vi": ("nơi nhận",),
    "en": ("recipients", "distribution"),
    "fr": ("destinataires", "ampliation"),
}
"""By language, what stands above the list of those who receive the document."""

_TITLES: Mapping[str, tuple[str, ...]] = {
    "vi": (
        "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo",
        "hướng dẫn", "chương trình", "kế hoạch", "phương án", "đề án", "dự án", "báo cáo",
        "biên bản", "tờ trình", "hợp đồng", "công điện", "bản ghi nhớ", "bản thỏa thuận",
        "giấy ủy quyền", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi",
        "phiếu chuyển", "phiếu báo", "phiếu trình", "thư công", "điều lệ", "nghị định", "thông tư",
        "luật", "bộ luật", "pháp lệnh", "lệnh",
    ),
}  # fmt: skip
"""By language, the kinds of document that stand as a title above their texts."""

_BEHALF, _PLACE, _ORDER, _POWER, _ACTING = "TM", "KT", "TL", "TUQ", "Q"
_VIETNAMESE = pattern_of(r"((?:TM|KT|TL|TUQ|TƯQ|Q)(?=\.)|T/M|K/T|T/L|T/UQ)\.?\s*(?=\S)")
_ABBREVIATED = {"TƯQ": _POWER}
"""Other spellings of an abbreviation, without strokes."""
_ENGLISH: tuple[tuple[str, frozenset[str]], ...] = (
    ("FOR AND ON BEHALF OF ", frozenset({_BEHALF, _PLACE, _ORDER, _POWER})),
    ("ON BEHALF OF ", frozenset({_BEHALF, _PLACE, _ORDER, _POWER})),
    ("BY ORDER OF ", frozenset({_ORDER})),
    ("UNDER THE ORDER OF ", frozenset({_ORDER})),
    ("UNDER AUTHORIZATION ", frozenset({_POWER})),
    ("UNDER AUTHORISATION ", frozenset({_POWER})),
    ("BY AUTHORIZATION ", frozenset({_POWER})),
    ("BY AUTHORISATION ", frozenset({_POWER})),
    ("AUTHORIZED BY ", frozenset({_POWER})),
    ("AUTHORISED BY ", frozenset({_POWER})),
    ("BY DELEGATION ", frozenset({_POWER})),
    ("BY AUTHORITY OF ", frozenset({_ORDER, _POWER})),
    ("UNDER THE AUTHORITY OF ", frozenset({_ORDER, _POWER})),
    ("PP. ", frozenset({_BEHALF, _PLACE, _ORDER, _POWER})),
    ("P.P. ", frozenset({_BEHALF, _PLACE, _ORDER, _POWER})),
    ("ACTING ", frozenset({_ACTING})),
    ("FOR ", frozenset({_BEHALF, _PLACE, _ORDER, _POWER})),
)
"""How an English signature says by what authority it is given, and the Vietnamese abbreviations
that the translations render so."""
_DEPUTIES: Mapping[str, frozenset[str]] = {
    "vi": frozenset({"phó", "thứ"}),
    "en": frozenset(
        {
            "vice",
            "deputy",
            "associate",
            "vice-chairman",
            "vice-chairperson",
            "vice-president",
            "vice-minister",
            "vice-secretary",
            "vice-director",
        }
    ),
}


class Authority(NamedTuple):
    """By what authority a line of a signature says that it is signed."""

    printed: str
    """What says so, as it stands: "KT.", "ON BEHALF OF"."""
    meant: frozenset[str]
    """The abbreviations of the Decree that it may stand for: TM, KT, TL, TUQ, Q."""


def authority_of(text: str, language: str) -> Authority | None:
    """The authority that a line of a signature, all in capitals, begins with; None without one."""
    if not text.isupper():
        return None
    if bare(language) == "vi":
        found = _VIETNAMESE.match(text)
        if not found:
            return None
        plain = found[1].replace("/", "")
        return Authority(found[0].rstrip(), frozenset({_ABBREVIATED.get(plain, plain)}))
    if bare(language) == "en":
        for begins, meant in _ENGLISH:
            if text.startswith(begins):
                return Authority(begins.rstrip(), meant)
    return None


def names_a_deputy(text: str, language: str) -> bool:
    """Whether an office is that of a deputy: “Phó Chủ tịch”, “Vice Chairperson”."""
    words = text.casefold().replace(",", " ").split()
    return not _DEPUTIES.get(bare(language), frozenset()).isdisjoint(words)


def knows_signatures(language: str) -> bool:
    """Whether it is known how signatures are worded in `language`."""
    return bare(language) in _DEPUTIES


def numbered(number: str, language: str) -> str:
    """The line of a head with the `number` of the document."""
    return _NUMBERED.get(bare(language), "{}").format(number)


def dated(day: date, language: str) -> str:
    """A `day` as the head of a document has it: “ngày 05 tháng 02 năm 2026”."""
    written = written_date(day, language)
    return _ON.get(bare(language), "{}").format(written)


def precedes_number(text: str) -> bool:
    """Whether `text` is what stands before the number of a document: “Số:”, “No.”."""
    return text.strip(" :.").casefold() in _NUMBER


def precedes_date(word: str) -> bool:
    """Whether `word` may stand between the place and the date: “ngày”, “on”."""
    return word.casefold() in _DATED


def titles_the_state(text: str) -> bool:
    """Whether `text` is the title of the State."""
    return text.casefold().startswith(_STATE)


def is_motto(text: str) -> bool:
    """Whether `text` is the motto that stands below the title of the State."""
    return text.casefold().startswith(_MOTTO)


def begins_recital(text: str, language: str) -> bool:
    """Whether `text` is a ground on which a document is issued: “Căn cứ …”, “Pursuant to …”."""
    return text.casefold().startswith(_RECITALS.get(bare(language), ("\0",)))


def kinds_in_titles(language: str) -> tuple[str, ...]:
    """The kinds of document of a `language`, in small letters, that title a text: “tờ trình”."""
    return _TITLES.get(bare(language), ())


def announces_recipients(text: str, language: str) -> bool:
    """Whether `text` stands above those who receive the document: “Nơi nhận:”."""
    said = text.partition("(")[0].strip(" :").casefold()
    return said in _RECIPIENTS.get(bare(language), ())
