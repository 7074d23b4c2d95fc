"""Numbers in figures, as ordinals, as roman numerals and as words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from diptych.language.numerals import roman_value

_FIGURE = re.compile(
    r"(?<![\w.,])(?<![^\W\d_]-)\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)(?![^\W\d_]))?(?!\d)"
)
_ROMAN = re.compile(r"(?<![\w/\-.])[IVXLC]+(?![\w/])")
_ROMAN_CUE = re.compile(
    r"(?:khoá|khóa|thứ|đại hội|phần|quý|part|congress|tenure|the)\s+$", re.IGNORECASE
)
_UNITS = {
    "vi": {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9},
    "en": {
        "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9,
        "trillion": 10**12,
    },
}  # fmt: skip
_EN_WORDS = {
    word: value
    for value, words in {
        1: "one first once", 2: "two second twice both pair", 3: "three third", 4: "four fourth",
        5: "five fifth", 6: "six sixth", 7: "seven seventh", 8: "eight eighth", 9: "nine ninth",
        10: "ten tenth", 11: "eleven eleventh", 12: "twelve twelfth dozen",
        13: "thirteen thirteenth", 14: "fourteen fourteenth", 15: "fifteen fifteenth",
        16: "sixteen sixteenth", 17: "seventeen seventeenth", 18: "eighteen eighteenth",
        19: "nineteen nineteenth", 20: "twenty twentieth", 30: "thirty thirtieth", 40: "forty",
        50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred",
    }.items()
    for word in words.split()
}  # fmt: skip
# "năm" is five, and year; "ba" and "tư" have other meanings, too: these only ever excuse.
_VI_WORDS = {
    "một": 1, "nhất": 1, "hai": 2, "đôi": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "trăm": 100,
}  # fmt: skip
_VI_ONES = {**_VI_WORDS, "mốt": 1, "lăm": 5}
_CERTAIN = {
    "vi": frozenset({"bốn", "sáu", "bảy", "tám", "mười"}),
    "en": frozenset(
        {"three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
         "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
    ),
}  # fmt: skip
"""By language, words that can mean nothing but their number."""
_CUE_REACH = 16
"""How many characters before a lone letter are searched for its cue."""
_FURTHER_WORD = re.compile(r"[\s\u00a0]+([^\W\d_]+)")
_GROUPED = {
    ".": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"),
    ",": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"),
}
"""By the mark between two groups, an expression for figures in groups of thousands."""
_PERCENT = re.compile(r"\s?(?:%|phần trăm\b|per ?cent\b)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number by its value."""

    value: Decimal | str
    """What the number is compared by; a version or an address ("1.2.3") is its own value."""
    printed: str
    start: int


def numbers(text: str, language: str) -> tuple[Number, ...]:
    """Numbers in figures and roman numerals, in order, multiplied by their units ("3 million")."""
    found = []
    for match in _FIGURE.finditer(text):
        factor, end = _unit(text, match.end(), language)
        value = _value(match[0], language)
        if isinstance(value, Decimal):
            value *= factor
            if percent := _PERCENT.match(text, end):
                value, end = value / 100, percent.end()
        found.append(Number(value, text[match.start() : end], match.start()))
    for match in _ROMAN.finditer(text):
        start = match.start()
        if len(match[0]) == 1 and not _ROMAN_CUE.search(text, max(0, start - _CUE_REACH), start):
            continue  # a lone letter is a numeral only where one is expected
        try:
            numeral = roman_value(match[0])
        except ValueError:
            continue
        found.append(Number(Decimal(numeral), match[0], match.start()))
    return tuple(sorted(found, key=lambda number: number.start))


def words_as_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Numbers written as words, with compounds ("twenty-one", "mười ba", "hai mươi")."""
    words = [(m[0].lower(), m.start()) for m in _WORD.finditer(text)]
    known = _VI_WORDS if language == "vi" else _EN_WORDS
    found = [Number(Decimal(known[word]), word, start) for word, start in words if word in known]
    for (first, start), (second, _) in pairwise(words):
        value = _compound(first, second, language)
        if value:
            found.append(Number(Decimal(value), f"{first} {second}", start))
    return tuple(found)


def certain_words(text: str, language: str) -> tuple[Number, ...]:
    """Numbers written as words that can be nothing else and are no parts of compounds."""
    wanted = _CERTAIN.get(language, frozenset())
    if wanted.isdisjoint(_WORD.findall(text.lower())):
        return ()  # nearly always
    spelt = words_as_numbers(text, language)
    # the words of a compound: the first where it begins, the second behind the one blank
    parts = {
        start
        for n in spelt
        if " " in n.printed
        for start in range(n.start, n.start + len(n.printed))
    }
    return tuple(n for n in spelt if n.printed in wanted and n.start not in parts)


def _compound(first: str, second: str, language: str) -> int | None:
    if language == "vi":
        if first == "mười" and second in _VI_ONES:
            return 10 + _VI_ONES[second]
        if second == "mươi" and first in _VI_WORDS:
            return 10 * _VI_WORDS[first]
        return None
    tens, ones_value = _EN_WORDS.get(first, 0), _EN_WORDS.get(second, 0)
    return tens + ones_value if tens in range(20, 100, 10) and 0 < ones_value < 10 else None


def _value(printed: str, language: str) -> Decimal | str:
    digits = printed.rstrip("stndrh")
    thousands, decimal = (".", ",") if language == "vi" else (",", ".")
    if _GROUPED[thousands].fullmatch(digits):
        return Decimal(digits.replace(thousands, "").replace(decimal, "."))
    if digits.count(".") + digits.count(",") <= 1:
        # not grouped by thousands: either mark is meant as decimal ("95.5" in Vietnamese, too)
        return Decimal(digits.replace(",", "."))
    return digits  # a version or an address


def _unit(text: str, end: int, language: str) -> tuple[int, int]:
    """The product of the units that follow at `end` ("million"), and the offset after them."""
    units = _UNITS.get(language, {})
    factor = 1
    while match := _FURTHER_WORD.match(text, end):
        if match[1].lower() not in units:
            break
        factor *= units[match[1].lower()]
        end = match.end()
    return factor, end
