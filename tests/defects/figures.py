"""Slips in dates, numbers and symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.language.numerals import roman, roman_value
from tests.defects.edits import Edit, Paragraph, Tree, operator, paragraphs, substituted

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]  # fmt: skip
NAME = "|".join(MONTHS)
KIND_AND_ISSUER = r"(?:/\d{4})?[-/][A-ZĐ][A-Za-zĐ]*\d*(?:[-/][A-Z]+)?"
SYMBOL = rf"\b\d+{KIND_AND_ISSUER}"


def body(paragraph: Paragraph) -> bool:
    return not paragraph.is_heading()


def day(value: str) -> str:
    """Another day; zero padding is kept."""
    number = int(value) % 27 + 1
    return f"{number:0{len(value)}d}"


@operator("V101 V104 O102")
def day_changed(tree: Tree, language: str) -> Iterator[Edit]:
    pattern = {"vi": r"\d+(?=/\d+/\d{4})", "en": rf"\d+(?= (?:{NAME}) \d{{4}})"}[language]
    yield from substituted(tree, language, pattern, lambda m: day(m[0]))


@operator("V101 V104 O102")
def month_changed(tree: Tree, language: str) -> Iterator[Edit]:
    if language == "vi":
        yield from substituted(
            tree, language, r"(?<=/)\d+(?=/\d{4})", lambda m: str(int(m[0]) % 12 + 1)
        )
    else:
        yield from substituted(
            tree,
            language,
            rf"(?<=\d )(?:{NAME})(?= \d{{4}})",
            lambda m: MONTHS[(MONTHS.index(m[0]) + 1) % 12],
        )


@operator("V101 V104 O102")
def year_of_a_date_changed(tree: Tree, language: str) -> Iterator[Edit]:
    pattern = {"vi": r"(\d+/\d+/)(\d{4})", "en": rf"(\d+ (?:{NAME}) )(\d{{4}})"}[language]
    yield from substituted(tree, language, pattern, lambda m: m[1] + str(int(m[2]) + 1))


@operator("V101 O102")
def day_and_month_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    if language == "vi":
        yield from substituted(
            tree, language, r"(\d+)/(\d+)(?=/\d{4})",
            lambda m: f"{m[2]}/{m[1]}" if int(m[1]) <= 12 else m[0],
        )  # fmt: skip
    else:
        yield from substituted(
            tree, language, rf"(\d+) ({NAME})(?= \d{{4}})",
            lambda m: f"{MONTHS.index(m[2]) + 1} {MONTHS[int(m[1]) - 1]}"
            if int(m[1]) <= 12 else m[0],
        )  # fmt: skip


@operator("V101 V104 O102")
def date_lost(tree: Tree, language: str) -> Iterator[Edit]:
    pattern = {"vi": r",? ngày \d+/\d+/\d{4}", "en": rf" dated \d+ (?:{NAME}) \d{{4}}"}[language]
    yield from substituted(tree, language, pattern, "")


@operator("V104 O102")
def dates_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    date = {"vi": r"\d+/\d+/\d{4}", "en": rf"\d+ (?:{NAME}) \d{{4}}"}[language]
    yield from substituted(tree, language, rf"({date})(.{{5,120}}?)({date})", exchanged)


def exchanged(match: re.Match[str]) -> str:
    return match[0] if match[1] == match[3] else match[3] + match[2] + match[1]


@operator("V102 O102")
def year_changed(tree: Tree, language: str) -> Iterator[Edit]:
    pattern = {"vi": r"(?<=năm )\d{4}\b|(?<=nhìn )\d{4}\b", "en": r"(?<=to )\d{4}\b"}[language]
    yield from substituted(tree, language, pattern, lambda m: str(int(m[0]) + 5), body)


@operator("V105 O102")
def years_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    between = {"vi": r"\*?, tầm nhìn (?:đến năm )?", "en": r", with a vision to "}[language]
    yield from substituted(tree, language, rf"(20\d\d)({between})(20\d\d)", exchanged)


@operator("V102 O102")
def end_of_a_range_changed(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(
        tree, language, r"(?<=\d{4})( - |–)(\d{4})", lambda m: m[1] + str(int(m[2]) + 1)
    )


@operator("V102 V105 O102")
def range_reversed(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"(\d{4})( - |–)(\d{4})", r"\3\2\1")


@operator("V102 O102")
def ordinal_changed(tree: Tree, language: str) -> Iterator[Edit]:
    if language == "vi":
        yield from substituted(
            tree,
            language,
            r"(khoá |khóa |thứ |hội )([XVI]+)\b",
            lambda m: m[1] + roman(roman_value(m[2]) + 1),
        )
    else:
        yield from substituted(tree, language, r"\b(\d+)th\b", lambda m: f"{int(m[1]) + 1}th")


@operator("V102 O102")
def quantity_changed(tree: Tree, language: str) -> Iterator[Edit]:
    pattern = {
        "vi": r"(?<=hơn )\d+(?= năm)|(?<=Trong )\d+(?= năm)|\b5(?= năm)",
        "en": r"(?<=than )\d+(?= years)|(?<=past )\d+(?= years)|\b5(?=-year)",
    }[language]
    yield from substituted(tree, language, pattern, lambda m: str(int(m[0]) + 2))


@operator("V102 O102 M104")
def number_lost(tree: Tree, language: str) -> Iterator[Edit]:
    pattern = {
        "vi": r"(?<=hơn )\d+ năm|(?<=Trong )\d+ năm| đến năm \d{4}(?! )",
        "en": r"(?<=than )\d+ years|(?<=past )\d+ years| to 20\d\d(?! )",
    }[language]
    yield from substituted(tree, language, pattern, "")


@operator("V103 O102")
def digit_of_a_symbol_changed(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(
        tree, language, rf"\b(\d+)({KIND_AND_ISSUER})", lambda m: f"{int(m[1]) + 1}{m[2]}", body
    )


@operator("V103 O102")
def letter_of_a_symbol_changed(tree: Tree, language: str) -> Iterator[Edit]:
    swap = {
        "CT": "KL",
        "NQ": "QĐ",
        "KL": "CT",
        "KH": "CTr",
        "ĐA": "DA",
        "CTr": "KH",
        "QH15": "QH14",
    }
    yield from substituted(
        tree, language, rf"(?<=\d[-/])(?:{'|'.join(swap)})(?=[-/ ])", lambda m: swap[m[0]], body
    )


@operator("V103 O102")
def issuer_of_a_symbol_changed(tree: Tree, language: str) -> Iterator[Edit]:
    swap = {"TW": "TU", "CP": "TW", "TU": "TW"}
    yield from substituted(
        tree, language, r"(?<=[A-ZĐr][-/])(?:TW|CP|TU)\b", lambda m: swap[m[0]], body
    )


@operator("V103 O102 T101")
def symbol_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, rf" (?:số |No\. )?{SYMBOL}", "", body)


@operator("V104 V103 O102")
def symbols_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, rf"({SYMBOL})(.{{20,120}}?)({SYMBOL})", exchanged, body)


@operator("V104 T101 O102")
def kind_of_a_document_changed(tree: Tree, language: str) -> Iterator[Edit]:
    kinds = {
        "vi": ["Chỉ thị", "Nghị quyết", "Kết luận", "Kế hoạch", "Đề án"],
        "en": ["Directive", "Resolution", "Conclusion", "Plan", "Scheme"],
    }[language]
    number = {"vi": "(?:số )?", "en": r"(?:No\. )?"}[language]
    yield from substituted(
        tree,
        language,
        rf"(?:{'|'.join(kinds)})(?= {number}\d)",
        lambda m: kinds[(kinds.index(m[0]) + 1) % len(kinds)],
        body,
    )


@operator("V102 O102")
def number_in_another_paragraph(tree: Tree, language: str) -> Iterator[Edit]:
    """An invented figure."""
    extra = {"vi": " trong 15 năm tới", "en": " over the next 15 years"}[language]
    for p in paragraphs(tree, language):
        if p.is_dash() and len(p.text) > 80:
            at = p.text.index(",") if "," in p.text else len(p.text) - 1
            yield p.changed(p.text[:at] + extra + p.text[at:])
