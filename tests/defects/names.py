"""Slips in names and terms."""

from __future__ import annotations

from collections.abc import Iterator

from tests.defects.edits import Edit, Tree, operator, paragraphs, substituted

ACRONYM = r"\b(?:ASEAN|APEC|ASEM|UNESCO|ILO|WHO|OECD|WB|ADB|UN)\b"
NEXT = {
    "ASEAN": "APEC", "APEC": "ASEAN", "ASEM": "ASEAN", "UNESCO": "UNICEF", "ILO": "IMF",
    "WHO": "WTO", "OECD": "OPEC", "WB": "IMF", "ADB": "WB", "UN": "EU",
}  # fmt: skip
COUNTRIES = {
    "vi": ["Hàn Quốc", "Nhật Bản", "Thái Lan", "Lào", "Nga", "Israel"],
    "en": ["Republic of Korea", "Japan", "Thailand", "Laos", "Russia", "Israel"],
}
PLACES = r"\b(?:Champasak|Attapeu|Saint Petersburg|Ulsan|Incheon|Nha Trang|Cam Ranh)\b"
COMPANIES = r"\b(?:Hyundai|Australis|Sumitomo)\b"


def misspelt(word: str) -> str:
    """Two inner letters exchanged; where they are alike, one doubled."""
    at = len(word) // 2
    swapped = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    return swapped if swapped != word else word[:at] + word[at:].replace(word[at], word[at] * 2, 1)


@operator("P101 P102 P105 P103 O102")
def acronym_changed(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, ACRONYM, lambda m: NEXT[m[0]])


@operator("P101 P102 P105 P103 O102")
def acronym_misspelt(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, ACRONYM, lambda m: misspelt(m[0]))


@operator("P101 P102 P105 P103 M103 O102")
def acronym_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, rf" \({ACRONYM}\)", "")


@operator("P101 P102 P105 P103 M103 M104 O102")
def member_of_an_enumeration_lost(tree: Tree, language: str) -> Iterator[Edit]:
    lost = {
        "vi": r", Israel|, ADB(?=,)|Australis, | WB, ",
        "en": r", Israel|, the ADB|Australis, |the WB, ",
    }
    yield from substituted(tree, language, lost[language], "")


@operator("P101 P103 T101 O102")
def country_changed(tree: Tree, language: str) -> Iterator[Edit]:
    names = COUNTRIES[language]
    yield from substituted(
        tree,
        language,
        rf"\b(?:{'|'.join(names)})\b",
        lambda m: names[(names.index(m[0]) + 1) % len(names)],
    )


@operator("P101 P103 T101 O102")
def country_misspelt(tree: Tree, language: str) -> Iterator[Edit]:
    pattern = rf"\b(?:{'|'.join(COUNTRIES[language])})\b"
    yield from substituted(tree, language, pattern, lambda m: misspelt(m[0]))


@operator("P101 P103 O102")
def place_misspelt(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, PLACES, lambda m: misspelt(m[0]))


@operator("P101 P103 O102")
def places_exchanged_with_others(tree: Tree, language: str) -> Iterator[Edit]:
    other = {
        "Champasak": "Savannakhet", "Attapeu": "Salavan", "Saint Petersburg": "Moskva",
        "Ulsan": "Busan", "Incheon": "Daegu", "Nha Trang": "Quy Nhon", "Cam Ranh": "Ninh Hoa",
    }  # fmt: skip
    yield from substituted(tree, language, PLACES, lambda m: other[m[0]])


@operator("P101 P103 O102")
def company_changed(tree: Tree, language: str) -> Iterator[Edit]:
    other = {"Hyundai": "Samsung", "Australis": "Australia", "Sumitomo": "Mitsubishi"}
    yield from substituted(tree, language, COMPANIES, lambda m: other[m[0]])


@operator("P101 P103 O102")
def company_misspelt(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, COMPANIES, lambda m: misspelt(m[0]))


@operator("P101 P103 O102")
def person_misspelt(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, "Nguyễn Khắc Toàn", "Nguyễn Khắc Toản")
    yield from substituted(tree, language, "Nguyễn Khắc Toàn", "Nguyen Khac Toan")


@operator("P101 P103 T101 O102")
def province_changed(tree: Tree, language: str) -> Iterator[Edit]:
    old, new = {"vi": ("Khánh Hòa", "Phú Yên"), "en": ("Khanh Hoa", "Phu Yen")}[language]
    yield from substituted(tree, language, rf"\b{old}\b", new)


@operator("T102", languages="en")
def forbidden_rendering_used(tree: Tree, language: str) -> Iterator[Edit]:
    for good, bad in (
        ("Viet Nam", "Vietnam"), ("Action Programme", "Action Plan"),
        ("Politburo", "Political Bureau"), ("Republic of Korea", "South Korea"),
        ("economic diplomacy", "economical diplomacy"),
    ):  # fmt: skip
        yield from substituted(tree, language, rf"\b{good}\b", bad)


@operator("T101 P101", languages="en")
def approved_rendering_lost(tree: Tree, language: str) -> Iterator[Edit]:
    for good, bad in (
        ("Politburo", "Government"),
        ("Secretariat", "Office"),
        ("Party diplomacy", "political relations"),
        ("people-to-people diplomacy", "public diplomacy"),
        ("thoroughly grasp", "understand"),
        ("edible bird's nest", "salangane products"),
        ("Viet Nam Fatherland Front", "national front"),
        ("socio-political organisations", "civil organisations"),
    ):
        for p in paragraphs(tree, language):
            if good in p.text:  # one mention that is left would do
                yield p.changed(p.text.replace(good, bad), p.text[: p.text.index(good)].count("\n"))
