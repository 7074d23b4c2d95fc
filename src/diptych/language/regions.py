"""Continents and countries by their names in Vietnamese and English, told apart from words that are
written like them by their capitals.

A name also *hints* at what it may stand for in the other language: “America” at the country and at
either continent, "Chinese" at the country. Names that are also those of persons, or of other places
more often, are left out.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from diptych.language.letter_runs import first_runs, letter_runs
from diptych.language.tags import bare
from diptych.patterns import pattern_of

_TABLE = """
africa|Africa|African, Africans|Châu Phi|
america|Americas|America, American|Châu Mỹ|
america-central|Central America|Central American|Trung Mỹ|
america-north|North America|North American, Americas, America|Bắc Mỹ|
america-south|South America|South American, Latin America, Americas, America|Nam Mỹ|Mỹ Latinh
antarctica|Antarctica|Antarctic|Châu Nam Cực|Nam Cực
asia|Asia|Asian, Asians, Asia-Pacific|Châu Á|Á
asia-east|East Asia|East Asian, Asia|Đông Á|
asia-south|South Asia|South Asian, Asia|Nam Á|
asia-south-east|Southeast Asia, South-East Asia|Southeast Asian, ASEAN, Asia|Đông Nam Á|ASEAN
europe|Europe|European, Europeans, EU|Châu Âu|Âu, EU
middle-east|Middle East|Middle Eastern|Trung Đông|
oceania|Oceania|Oceanian|Châu Đại Dương|
BE|Belgium|Belgian, Belgians|Bỉ|
BR|Brazil|Brazilian, Brazilians|Brazil, Brasil|
CA|Canada|Canadian, Canadians|Canada|
CH|Switzerland|Swiss|Thụy Sĩ, Thuỵ Sĩ, Thụy Sỹ|
CL|Chile|Chilean|Chile|
CN|China|Chinese|Trung Quốc|Trung, Hoa
DE|Germany|German, Germans|Đức|
DK|Denmark|Danish, Danes|Đan Mạch|
EG|Egypt|Egyptian|Ai Cập|
ES|Spain|Spanish, Spaniards|Tây Ban Nha|
FI|Finland|Finnish, Finns|Phần Lan|
FR|France|French|Pháp|
GB|United Kingdom, UK|British, Britain, England, English, Scotland, Wales|Vương quốc Anh|Anh
GR|Greece|Greek, Greeks|Hy Lạp|
HU|Hungary|Hungarian|Hungary|
ID|Indonesia|Indonesian|Indonesia|
IN|India|Indian, Indians|Ấn Độ|Ấn
IE|Ireland|Irish|Ireland, Ai-len|
IR|Iran|Iranian|Iran|
IS|Iceland|Icelandic|Iceland|
IT|Italy|Italian, Italians|Italia, Italy|Ý
JP|Japan|Japanese|Nhật Bản|Nhật
KH|Cambodia|Cambodian, Khmer|Campuchia|
KR|South Korea, Republic of Korea|Korea, Korean|Hàn Quốc|Hàn
KP|North Korea|Korea, Korean|Triều Tiên, Bắc Hàn|
LA|Laos|Lao, Laotian|Lào|
MM|Myanmar|Burma, Burmese|Myanmar|Miến Điện
MX|Mexico|Mexican|Mexico|
MY|Malaysia|Malaysian, Malay|Malaysia|
NL|Netherlands|Dutch, Holland|Hà Lan|
NO|Norway|Norwegian|Na Uy|
NZ|New Zealand|New Zealander|New Zealand|
PH|Philippines|Philippine, Filipino|Philippines|
PK|Pakistan|Pakistani|Pakistan|
PL|Poland|Polish, Poles|Ba Lan|
PT|Portugal|Portuguese|Bồ Đào Nha|
RU|Russia|Russian, Russians|Nga|Liên bang Nga
SA|Saudi Arabia|Saudi|Ả Rập Xê Út, Ả Rập Saudi|
SE|Sweden|Swedish, Swedes|Thụy Điển, Thuỵ Điển|
SG|Singapore|Singaporean|Singapore|
TH|Thailand|Thai, Thais|Thái Lan|Thái
TR|Türkiye, Turkey|Turkish, Turks|Thổ Nhĩ Kỳ, Thổ Nhĩ Kì|
TW|Taiwan|Taiwanese|Đài Loan|
UA|Ukraine|Ukrainian|Ukraina, Ukraine|
US|United States, USA|US, America, American, Americans, North America|Hoa Kỳ, Hoa Kì|Mỹ, Bắc Mỹ
VN|Vietnam, Viet Nam|Vietnamese|Việt Nam|Việt
ZA|South Africa|South African, Africa|Nam Phi|
"""
_COLUMNS = {"en": (1, 2), "vi": (3, 4)}
"""The columns of the table with what says a place in a language, and what hints at it."""
_WORD = pattern_of(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST_WORDS = 4
"""The most words of a name."""
_JOIN = pattern_of(r"[ \u00a0\n]")


class Region(NamedTuple):
    """A place that a text names."""

    code: str
    printed: str
    start: int


def regions(text: str, language: str) -> tuple[list[Region], frozenset[str]]:
    """The continents and countries that `text` says, and the codes of all it may hint at."""
    known = _names(bare(language))
    if known is None:
        return [], frozenset()
    opening = _opening(bare(language))
    if opening.isdisjoint(letter_runs(text)):
        return [], frozenset()  # nearly always
    words = list(_WORD.finditer(text))
    said: list[Region] = []
    hinted: set[str] = set()
    at = 0
    while at < len(words):
        if words[at][0].partition("-")[0] not in opening:
            at += 1
            continue
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + length - 1].end()
            printed = " ".join(_JOIN.split(text[start:end]))
            found = known.get(printed[0].upper() + printed[1:])
            if found is None:
                continue
            code, hints = found
            hinted |= hints
            if code:
                said.append(Region(code, text[start:end], start))
                hinted.add(code)
            at += length - 1
            break
        at += 1
    return said, frozenset(hinted)


@cache
def _opening(tag: str) -> frozenset[str]:
    """The words with which names of places begin, as they stand in a text."""
    return first_runs(_names(tag) or ()) | {"châu"}


@cache
def _names(tag: str) -> dict[str, tuple[str, set[str]]] | None:
    """By name, the code of the place that it says (empty where it only hints) and what it may hint
    at.
    """
    if tag not in _COLUMNS:
        return None
    says, hints = _COLUMNS[tag]
    known: dict[str, tuple[str, set[str]]] = {}
    for row in _TABLE.strip().splitlines():
        cells = row.split("|")
        for column in (says, hints):
            for name in filter(None, map(str.strip, cells[column].split(","))):
                code, others = known.get(name, ("", set()))
                known[name] = (cells[0] if column == says else code, others | {cells[0]})
    return known
