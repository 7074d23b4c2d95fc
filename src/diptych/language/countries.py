"""Countries as each language calls them, so that two texts are compared by which they name."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.language.letter_runs import first_runs, letter_runs

_TABLE = """
AE|United Arab Emirates|UAE
AR|Argentina
AT|Austria|Áo
AU|Australia|Úc
BD|Bangladesh
BE|Belgium|Bỉ
BN|Brunei
BR|Brazil
CA|Canada
CH|Switzerland|Thụy Sĩ|Thụy Sỹ
CL|Chile
CN|China|Trung Quốc
CU|Cuba
CZ|Czech Republic|Cộng hòa Séc
DE|Germany|Đức
DK|Denmark|Đan Mạch
EG|Egypt|Ai Cập
ES|Spain|Tây Ban Nha
FI|Finland|Phần Lan
FR|France|Pháp
GB|United Kingdom|Vương quốc Anh
GR|Greece|Hy Lạp
HU|Hungary
ID|Indonesia
IE|Ireland
IL|Israel
IN|India|Ấn Độ
IR|Iran
IT|Italy|Italia
JP|Japan|Nhật Bản
KH|Cambodia|Campuchia
KP|North Korea|Triều Tiên
KR|Republic of Korea|South Korea|Hàn Quốc
LA|Laos|Lào
LK|Sri Lanka
MM|Myanmar
MN|Mongolia|Mông Cổ
MX|Mexico
MY|Malaysia
NL|Netherlands|Hà Lan
NO|Norway|Na Uy
NZ|New Zealand
PH|Philippines
PK|Pakistan
PL|Poland|Ba Lan
PT|Portugal|Bồ Đào Nha
RU|Russia|Russian Federation|Nga|Liên bang Nga
SA|Saudi Arabia|Ả Rập Xê Út
SE|Sweden|Thụy Điển
SG|Singapore
TH|Thailand|Thái Lan
TL|Timor-Leste
TR|Turkey|Türkiye|Thổ Nhĩ Kỳ
TW|Taiwan|Đài Loan
UA|Ukraine|Ukraina
US|United States|United States of America|Hoa Kỳ|Mỹ
VN|Viet Nam|Vietnam|Việt Nam
ZA|South Africa|Nam Phi
"""
_BY_NAME = {
    tuple(name.split()): code
    for code, *names in (row.split("|") for row in _TABLE.split("\n") if row)
    for name in names
}
_LONGEST = max(map(len, _BY_NAME))
_FIRST_WORDS = {name[0] for name in _BY_NAME}
_FIRST_RUNS = first_runs(_FIRST_WORDS)


def may_name_country(text: str) -> bool:
    """Whether `text` has a word with which the name of a country may begin."""
    return not _FIRST_RUNS.isdisjoint(letter_runs(text))


def countries(words: list[str]) -> Iterator[tuple[str, int, int]]:
    """The countries that a row of words names: each one's code of ISO 3166-1, and its span."""
    if _FIRST_WORDS.isdisjoint(words):
        return  # nearly always
    at = 0
    while at < len(words):
        if words[at] not in _FIRST_WORDS:
            at += 1
            continue
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            if code := _BY_NAME.get(tuple(words[at : at + length])):
                yield code, at, at + length
                at += length - 1
                break
        at += 1
