"""What stands beside a figure: "million", "%", "km²", "USD", and what each says in any language."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from unicodedata import category

from diptych.language.scripts import HAN_AND_KANA, HANGUL, LATIN, scripts_of
from diptych.language.tags import bare
from diptych.language.units import CASED, FORMS, LOWER, OWN, PERCENT_SAID, Unit
from diptych.patterns import letters_pattern_of, pattern_of

_GREATEST = 60
"""The greatest power of ten that words are taken to multiply by."""
_ASIAN = {
    "千": 3,
    "万": 4,
    "萬": 4,
    "亿": 8,
    "億": 8,
    "兆": 12,
    "천": 3,
    "만": 4,
    "억": 8,
    "조": 12,
}
"""Signs right behind a figure, and by how many powers of ten they multiply it."""
_HUNDREDS = frozenset("百백")
"""Signs that do so before one of these: 2.5百万. Alone they may begin a word (百分)."""
_ODD = frozenset("多余餘數数")
"""Signs between a figure and one of these that say "some more": 50多万."""
_POWERS = {
    "vi": {"trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9},
    "en": {"hundred": 2, "thousand": 3, "million": 6, "millions": 6, "mn": 6, "mln": 6,
           "billion": 9, "billions": 9, "bn": 9, "trillion": 12, "tn": 12, "quadrillion": 15,
           "lakh": 5, "crore": 7},
    "fr": {"mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9, "billion": 12,
           "billions": 12},
    "de": {"tausend": 3, "million": 6, "millionen": 6, "mio": 6, "milliarde": 9, "milliarden": 9,
           "mrd": 9, "billion": 12, "billionen": 12},
    "es": {"mil": 3, "millón": 6, "millones": 6, "billón": 12, "billones": 12},
    "it": {"mila": 3, "milione": 6, "milioni": 6, "mln": 6, "miliardo": 9, "miliardi": 9,
           "mld": 9},
    "pt": {"mil": 3, "milhão": 6, "milhões": 6, "bilhão": 9, "bilhões": 9, "trilhão": 12,
           "trilhões": 12},
    "nl": {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9, "biljoen": 12},
    "pl": {"tys": 3, "tysiąc": 3, "tysiące": 3, "tysięcy": 3, "mln": 6, "milion": 6, "miliony": 6,
           "milionów": 6, "mld": 9, "miliard": 9, "miliardy": 9, "miliardów": 9},
    "ru": {"тыс": 3, "тысяча": 3, "тысячи": 3, "тысяч": 3, "млн": 6, "миллион": 6, "миллиона": 6,
           "миллионов": 6, "млрд": 9, "миллиард": 9, "миллиарда": 9, "миллиардов": 9,
           "трлн": 12, "триллион": 12, "триллиона": 12, "триллионов": 12},
    "id": {"ratus": 2, "ribu": 3, "juta": 6, "miliar": 9, "triliun": 12},
    "zh": {}, "ja": {}, "ko": {},
}  # fmt: skip
"""By language, words that multiply the figure before them, and by how many powers of ten."""
_SAID = {
    "ar": {"ألف": 3, "آلاف": 3, "مليون": 6, "ملايين": 6, "مليار": 9, "مليارات": 9, "ترليون": 12,
           "تريليون": 12},
    "fa": {"هزار": 3, "میلیون": 6, "میلیارد": 9, "تریلیون": 12},
    "ur": {"ہزار": 3, "لاکھ": 5, "کروڑ": 7, "ارب": 9, "کھرب": 11},
    "he": {"אלף": 3, "אלפי": 3, "מיליון": 6, "מיליארד": 9, "טריליון": 12},
    "hi": {"हज़ार": 3, "हजार": 3, "लाख": 5, "करोड़": 7, "मिलियन": 6, "बिलियन": 9, "अरब": 9,
           "खरब": 11},
    "mr": {"हजार": 3, "लाख": 5, "कोटी": 7, "अब्ज": 9},
    "ne": {"हजार": 3, "लाख": 5, "करोड": 7, "अर्ब": 9, "अरब": 9},
    "bn": {"হাজার": 3, "লাখ": 5, "লক্ষ": 5, "কোটি": 7, "মিলিয়ন": 6, "বিলিয়ন": 9},
    "ta": {"ஆயிரம்": 3, "லட்சம்": 5, "கோடி": 7, "மில்லியன்": 6, "பில்லியன்": 9},
    "th": {"ล้านล้าน": 12, "พันล้าน": 9, "ล้าน": 6, "แสน": 5, "หมื่น": 4, "พัน": 3, "ร้อย": 2},
    "ms": {"ratus": 2, "ribu": 3, "juta": 6, "bilion": 9, "trilion": 12},
    "tr": {"bin": 3, "milyon": 6, "milyar": 9, "trilyon": 12},
}  # fmt: skip
"""The same from CLDR, for languages that have more forms of them, or more of them, than these: a
figure may be equal to the bare one of the other language, too.
"""
_SHORT = {"k": 3, "m": 6, "mm": 6, "b": 9, "bn": 9, "mn": 6, "t": 12, "tr": 6, "tỷ": 9}
"""The same of letters right behind an amount of money: "$5m"."""


class Beside(NamedTuple):
    """What stands behind a figure."""

    factor: Decimal
    """What the figure is multiplied by; a hundredth for per cent is not in it."""
    per_cent: bool
    unit: Unit | None
    end: int
    """Where the multipliers and the sign of per cent end in the text."""
    unit_end: int
    """Where the unit ends."""


_ONE = pattern_of(r"[^\W\d_]+(?:[-/][^\W\d_]+)?[²³23]?(?![^\W_])|[$€£₫₩₽¥฿₹]|℃|℉|°[CF](?!\w)")
_FIRST_PART = pattern_of(r"[-/]")
_LETTERED = pattern_of(r"[ \n\u00a0\u202f-]?")
_OF = pattern_of(r"[ \u00a0](?:de |d['’]|di |of )")
_UNSPACED = letters_pattern_of(rf"[{HAN_AND_KANA}{HANGUL}]{{1,8}}")
_NO_UNIT = frozenset({"", *".,;:!?)]”"})
"""What may stand behind a figure and begins no unit; the end of the text, too."""
_ONCE = Decimal(1)
_YEAR_NEXT = pattern_of(r"\s\d")
_MONEY_BEFORE = pattern_of(
    r"(?:US\$|HK\$|NT\$|[SAC]\$|[$€£₫₩₽฿₹]|(?<![^\W_])(?:[A-Z]{3}|VNĐ))[ \u00a0]?$"
)


def behind(text: str, end: int, language: str) -> Beside:
    """What stands behind the figure that ends at `end` of `text`."""
    if text[end : end + 1] in _NO_UNIT:
        return Beside(_ONCE, False, None, end, end)
    if text[end : end + 1] == "+" and text[end + 1 : end + 2] != "+":  # "3+ million"
        more = behind(text, end + 1, language)
        return more if more.factor != 1 or more.unit else Beside(_ONCE, False, None, end, end)
    factor, at = _multipliers(text, end, bare(language))
    percent_end = _per_cent(text, at)
    if percent_end:
        return Beside(factor, True, None, percent_end, percent_end)
    of = _OF.match(text, at) if factor != 1 else None
    unit, unit_end = _unit_at(text, of.end() if of else at, bare(language))
    return Beside(factor, False, unit, at, unit_end)


def money_before(text: str, start: int) -> tuple[Unit, int] | None:
    """The currency that stands before the figure at `start`, and where it begins."""
    head = max(0, start - 5)
    match = _MONEY_BEFORE.search(text[head:start])
    if match is None:
        return None
    unit = FORMS.get(match[0].strip())
    return (unit, head + match.start()) if unit and unit.measures == "money" else None


def short_factor(text: str, end: int) -> tuple[Decimal, int]:
    """What letters right behind an amount of money multiply it by, and where they end."""
    match = _ONE.match(text, end)
    letters = _FIRST_PART.split(match[0])[0] if match else ""  # "M" of "$8M/year"
    power = _SHORT.get(letters.casefold(), 0)
    return (Decimal(10) ** power, end + len(letters)) if power else (_ONCE, end)


def knows_multipliers(language: str) -> bool:
    """Whether the words for thousand, million and so on are known."""
    return bare(language) in _POWERS


@cache
def _powers_of(language: str) -> dict[str, int]:
    """The words that multiply a figure in a text of a language; those of English, too, where the
    language has another script: what stands there in Latin letters is English first of all.
    """
    own = _POWERS.get(language, {})
    return own if LATIN in scripts_of(language) else {**_POWERS["en"], **own}


@cache
def _signs_of(language: str) -> tuple[str, ...]:
    """The same in languages whose words are known from CLDR alone, the longest first."""
    return tuple(sorted(_SAID.get(language, ()), key=len, reverse=True))


def _said_at(text: str, at: int, language: str) -> str:
    """The one of these at `at` of `text`; a whole word, where the language has blanks between."""
    for word in _signs_of(language):
        if text.startswith(word, at):
            behind_it = text[at + len(word) : at + len(word) + 1]
            goes_on = behind_it and category(behind_it)[0] in "LM"
            if language == "th" or not goes_on:
                return word
    return ""


def _multipliers(text: str, end: int, language: str) -> tuple[Decimal, int]:
    powers = _powers_of(language)
    power = 0
    while True:
        blank = text[end : end + 1] in (" ", "\u00a0") and language in ("zh", "ja")
        if text[end : end + 1] in _ODD and text[end + 1 : end + 2] in _ASIAN:
            end += 1
        sign = text[end + blank : end + blank + 1]
        if sign in _HUNDREDS and text[end + blank + 1 : end + blank + 2] in _ASIAN:
            power, end = power + 2, end + blank + 1
            continue
        if sign in _ASIAN:
            power, end = power + _ASIAN[sign], end + blank + 1
            continue
        gap = _LETTERED.match(text, end)
        at = gap.end() if gap else end
        if said := _said_at(text, at, language):
            power, end = power + _SAID[language][said], at + len(said)
            continue
        word = _ONE.match(text, gap.end()) if gap else None
        said = word[0].casefold() if word else ""
        if said not in powers:
            said = _FIRST_PART.split(said)[0]  # "million-dimensional"
        if word is None or said not in powers:
            return Decimal(10) ** min(power, _GREATEST) if power else _ONCE, end
        power, end = power + powers[said], word.start() + len(said)
        if text[end : end + 1] == "." and len(said) <= 4:
            end += 1  # "Mio."


def _per_cent(text: str, end: int) -> int:
    gap = _LETTERED.match(text, end)
    at = gap.end() if gap else end
    if text[at : at + 1] == "%":
        return at + 1
    found = next(iter(_longest(text, at, _PERCENT_FORMS)), "")
    return at + len(found) if found else 0


def _unit_at(text: str, end: int, language: str) -> tuple[Unit | None, int]:
    gap = _LETTERED.match(text, end)
    at = gap.end() if gap else end
    if asian := _UNSPACED.match(text, at):
        for length in range(len(asian[0]), 0, -1):
            unit = FORMS.get(asian[0][:length])
            if unit and language in OWN.get(asian[0][:length], [language]):
                return unit, at + length
        return None, end
    for form in _longest(text, at, _PHRASES):
        return LOWER.get(form.casefold()) or FORMS.get(form), at + len(form)
    word = _ONE.match(text, at)
    if word is None:
        return None, end
    for said in (word[0], _FIRST_PART.split(word[0])[0]):
        unit = FORMS.get(said) if said in CASED else LOWER.get(said.casefold())
        if unit and language in OWN.get(said.casefold(), [language]):
            if said == "năm" and _YEAR_NEXT.match(text, word.end()):
                break  # "Điều 5 năm 2020"
            return unit, at + len(said)
    return None, end


@cache
def _beginnings(forms: Iterable[str]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        table.setdefault(form[:2].casefold(), []).append(form)
    return table


_PERCENT_FORMS = frozenset(
    form.replace("\u00a0", " ") for form in PERCENT_SAID.split(" ") if form != "%"
)
_PHRASES = frozenset(form for form in FORMS if " " in form)


def _longest(text: str, at: int, forms: frozenset[str]) -> Iterable[str]:
    """The longest of `forms` at `at`, if any."""
    for form in _beginnings(forms).get(text[at : at + 2].casefold(), ()):
        end = at + len(form)
        if text[at:end].casefold() == form.casefold() and not text[end : end + 1].isalpha():
            yield text[at:end]
            return
