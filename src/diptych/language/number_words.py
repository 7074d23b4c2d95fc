"""Numbers written as words in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from diptych.language.letter_runs import letter_runs
from diptych.language.tags import bare
from diptych.patterns import pattern_of

_NUMBERS = {
    "en": {
        0: "zero zeros zeroes nil none no", 1: "one first once a an single another",
        2: "two second seconds twice both pair pairs couple double doubles doubled doubling dual "
        "twofold twin two-way either bilateral",
        3: "three third thirds thrice triple triples tripled tripling threefold treble trilateral",
        4: "four fourth fourths quadruple quadruples quadrupled fourfold quarter quarters",
        5: "five fifth fifths fivefold", 6: "six sixth sixfold",
        7: "seven seventh sevenfold", 8: "eight eighth eightfold", 9: "nine ninth ninefold",
        10: "ten tenth tens tenfold decade decades", 11: "eleven eleventh",
        12: "twelve twelfth dozen dozens", 13: "thirteen thirteenth", 14: "fourteen fourteenth",
        15: "fifteen fifteenth", 16: "sixteen sixteenth", 17: "seventeen seventeenth",
        18: "eighteen eighteenth", 19: "nineteen nineteenth", 20: "twenty twentieth",
        30: "thirty thirtieth", 40: "forty fortieth", 50: "fifty fiftieth", 60: "sixty sixtieth",
        70: "seventy seventieth", 80: "eighty eightieth", 90: "ninety ninetieth",
        100: "hundred hundreds century centuries hundredth", 1000: "thousand thousands",
        10**6: "million millions", 10**9: "billion billions",
    },
    "vi": {
        0: "không", 1: "một nhất mốt", 2: "hai đôi nhì cặp kép", 3: "ba", 4: "bốn tư", 5: "năm lăm",
        6: "sáu", 7: "bảy bẩy", 8: "tám", 9: "chín", 10: "mười thập",
        12: "tá", 100: "trăm kỷ", 1000: "nghìn ngàn", 10**4: "vạn", 10**6: "triệu", 10**9: "tỷ tỉ",
    },
    "fr": {
        0: "zéro aucun aucune", 1: "un une premier première unique seul seule",
        2: "deux second seconde deuxième double deuxièmement paire",
        3: "trois troisième triple tiers", 4: "quatre quatrième quadruple quart",
        5: "cinq cinquième",
        6: "six sixième", 7: "sept septième", 8: "huit huitième", 9: "neuf neuvième",
        10: "dix dixième dizaine dizaines décennie", 11: "onze", 12: "douze douzaine", 13: "treize",
        14: "quatorze", 15: "quinze quinzaine", 16: "seize", 20: "vingt vingtaine", 30: "trente",
        40: "quarante", 50: "cinquante", 60: "soixante", 100: "cent centaine centaines siècle",
        1000: "mille milliers", 10**6: "million millions", 10**9: "milliard milliards",
    },
    "de": {
        0: "null kein keine keinen keiner keinem",
        1: "eins ein eine einen einem einer eines erste ersten erster erstes einmal einzige",
        2: "zwei zweite zweiten zweiter zweites zweimal beide beiden doppelt doppelte paar",
        3: "drei dritte dritten dritter drittes dreimal dreifach drittel",
        4: "vier vierte vierten vierter vierfach viertel", 5: "fünf fünfte fünften",
        6: "sechs sechste sechsten", 7: "sieben siebte siebten", 8: "acht achte achten",
        9: "neun neunte neunten", 10: "zehn zehnte zehnten jahrzehnt", 11: "elf elfte",
        12: "zwölf zwölfte dutzend", 13: "dreizehn", 14: "vierzehn", 15: "fünfzehn", 16: "sechzehn",
        17: "siebzehn", 18: "achtzehn", 19: "neunzehn", 20: "zwanzig", 30: "dreißig", 40: "vierzig",
        50: "fünfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig", 90: "neunzig",
        100: "hundert hunderte jahrhundert", 1000: "tausend tausende", 10**6: "million millionen",
        10**9: "milliarde milliarden",
    },
    "es": {
        0: "cero ningún ninguno ninguna", 1: "un uno una primer primero primera único única",
        2: "dos segundo segunda ambos ambas doble par",
        3: "tres tercer tercero tercera triple tercio",
        4: "cuatro cuarto cuarta", 5: "cinco quinto quinta", 6: "seis sexto sexta",
        7: "siete séptimo", 8: "ocho octavo", 9: "nueve noveno", 10: "diez décimo década",
        11: "once", 12: "doce docena", 13: "trece", 14: "catorce", 15: "quince", 16: "dieciséis",
        17: "diecisiete", 18: "dieciocho", 19: "diecinueve", 20: "veinte", 30: "treinta",
        40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta",
        90: "noventa", 100: "cien ciento cientos siglo", 1000: "mil miles",
        10**6: "millón millones",
    },
    "it": {
        0: "zero nessun nessuno nessuna", 1: "un uno una primo prima unico unica",
        2: "due secondo seconda entrambi entrambe doppio coppia", 3: "tre terzo terza triplo",
        4: "quattro quarto quarta", 5: "cinque quinto quinta", 6: "sei sesto", 7: "sette settimo",
        8: "otto ottavo", 9: "nove nono", 10: "dieci decimo decennio", 11: "undici",
        12: "dodici dozzina", 13: "tredici", 14: "quattordici", 15: "quindici", 16: "sedici",
        20: "venti", 30: "trenta", 40: "quaranta", 50: "cinquanta", 60: "sessanta",
        100: "cento centinaia secolo", 1000: "mille mila migliaia", 10**6: "milione milioni",
    },
    "pt": {
        0: "zero nenhum nenhuma", 1: "um uma primeiro primeira único única",
        2: "dois duas segundo segunda ambos ambas dobro par duplo",
        3: "três terceiro terceira triplo terço",
        4: "quatro quarto quarta", 5: "cinco quinto quinta", 6: "seis sexto sexta",
        7: "sete sétimo",
        8: "oito oitavo", 9: "nove nono", 10: "dez décimo década", 11: "onze", 12: "doze dúzia",
        13: "treze", 14: "quatorze catorze", 15: "quinze", 16: "dezesseis", 20: "vinte",
        30: "trinta",
        40: "quarenta", 50: "cinquenta", 60: "sessenta", 100: "cem cento centenas século",
        1000: "mil milhares", 10**6: "milhão milhões",
    },
    "nl": {
        0: "nul geen", 1: "een één eerste enkele", 2: "twee tweede beide dubbel paar",
        3: "drie derde", 4: "vier vierde kwart", 5: "vijf vijfde", 6: "zes zesde",
        7: "zeven zevende",
        8: "acht achtste", 9: "negen negende", 10: "tien tiende", 11: "elf", 12: "twaalf dozijn",
        20: "twintig", 30: "dertig", 100: "honderd", 1000: "duizend", 10**6: "miljoen",
    },
    "ru": {
        0: "ноль нуль нуля нулю нулём нулевой нулевого",
        1: "один одна одно одного одной одному одним одну первый первая первое первого первой раз",
        2: "два две двух двум двумя второй вторая второе второго оба обе обоих пара пары вдвое",
        3: "три трёх трех трём трем тремя третий третья третье третьего трое трижды втрое",
        4: "четыре четырёх четырех четырьмя четвёртый четвертый", 5: "пять пяти пятью пятый",
        6: "шесть шести шестой", 7: "семь семи седьмой", 8: "восемь восьми восьмой",
        9: "девять девяти девятый", 10: "десять десяти десятый десятки десятилетие",
        11: "одиннадцать одиннадцати", 12: "двенадцать двенадцати дюжина", 13: "тринадцать",
        14: "четырнадцать", 15: "пятнадцать пятнадцати", 16: "шестнадцать", 20: "двадцать двадцати",
        30: "тридцать тридцати", 40: "сорок", 50: "пятьдесят", 60: "шестьдесят",
        100: "сто ста сотни сотен век века веке", 1000: "тысяча тысячи тысяч тысячу",
        10**6: "миллион миллиона миллионов",
    },
    "pl": {
        0: "zero żaden żadnego", 1: "jeden jedna jedno jednego jednej pierwszy pierwsza",
        2: "dwa dwie dwóch dwaj drugi druga obie oba podwójny para",
        3: "trzy trzech trzeci trzecia",
        4: "cztery czterech czwarty", 5: "pięć pięciu piąty", 6: "sześć", 7: "siedem", 8: "osiem",
        9: "dziewięć", 10: "dziesięć", 12: "dwanaście tuzin", 20: "dwadzieścia", 100: "sto setki",
        1000: "tysiąc tysiące tysięcy",
    },
    "id": {
        0: "nol kosong", 1: "satu pertama sebuah seorang", 2: "dua kedua ganda sepasang",
        3: "tiga ketiga", 4: "empat keempat", 5: "lima", 6: "enam", 7: "tujuh", 8: "delapan",
        9: "sembilan", 10: "sepuluh", 11: "sebelas", 12: "selusin", 100: "seratus ratus abad",
        1000: "seribu ribu", 10**6: "juta",
    },
    "ko": {
        1: "한 하나 일 첫", 2: "두 둘 이 양", 3: "세 셋 삼", 4: "네 넷 사", 5: "다섯 오",
        6: "여섯 육", 7: "일곱 칠", 8: "여덟 팔", 9: "아홉 구", 10: "열 십",
    },
}  # fmt: skip
"""By language, words and the number that each says; "năm" is five, and year."""
_ENGLISH = (
    "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
CERTAIN = {
    "vi": frozenset({"bốn", "sáu", "bảy", "tám", "mười"}),
    "en": frozenset(_ENGLISH.split()),
}
"""By language, words that can mean nothing but their number."""
COUNTING = {
    tag: frozenset(words.split())
    for tag, words in {
        "en": "two three four five six seven eight nine ten eleven twelve",
        "fr": "deux trois quatre cinq six sept huit dix onze douze",
        "de": "zwei drei vier fünf sechs sieben neun zehn elf zwölf",
        "es": "dos tres cuatro cinco seis siete ocho nueve diez doce",
        "it": "due tre quattro cinque sette otto nove dieci undici dodici",
        "pt": "dois duas três quatro cinco seis sete oito nove dez onze doze",
        "nl": "twee drie vijf zes zeven negen tien elf twaalf",
        "ru": "два две двух три трёх трех четыре четырёх четырех пять пяти шесть шести семь семи",
        "pl": "dwa dwie dwóch trzy trzech cztery czterech pięć pięciu sześć siedem osiem dziewięć",
        "id": "dua tiga empat lima enam tujuh delapan sembilan sepuluh",
    }.items()
}
"""By language, words for how many there are, from two to twelve, that are no other words."""
_MULTIPLYING = (100, 1000, 10**4, 10**6, 10**9)
_FRACTIONS = {
    "en": {
        "half": "1/2", "halves": "1/2", "a third": "1/3", "one third": "1/3",
        "two thirds": "2/3", "a quarter": "1/4", "one quarter": "1/4", "three quarters": "3/4",
        "a fifth": "1/5", "one fifth": "1/5", "two fifths": "2/5", "a tenth": "1/10",
        "one tenth": "1/10", "a fourth": "1/4", "one fourth": "1/4", "three fourths": "3/4",
    },
    "vi": {
        "một nửa": "1/2", "phân nửa": "1/2", "nửa": "1/2", "rưỡi": "1/2", "một phần ba": "1/3",
        "hai phần ba": "2/3", "một phần tư": "1/4", "ba phần tư": "3/4", "một phần năm": "1/5",
        "hai phần năm": "2/5", "một phần mười": "1/10",
    },
    "fr": {"moitié": "1/2", "demi": "1/2", "demie": "1/2", "un tiers": "1/3", "deux tiers": "2/3",
           "un quart": "1/4", "trois quarts": "3/4", "un cinquième": "1/5"},
    "de": {"hälfte": "1/2", "halb": "1/2", "halbe": "1/2", "halben": "1/2", "ein drittel": "1/3",
           "zwei drittel": "2/3", "ein viertel": "1/4", "drei viertel": "3/4"},
    "es": {"mitad": "1/2", "medio": "1/2", "media": "1/2", "un tercio": "1/3", "dos tercios": "2/3",
           "una cuarta parte": "1/4", "un cuarto": "1/4", "tres cuartos": "3/4"},
}  # fmt: skip
"""By language, words for parts of a whole."""
_TELLING = {
    language: frozenset(max(words.split(), key=len) for words in fractions)
    for language, fractions in _FRACTIONS.items()
}
"""By language, one word of each of these: where none stands, there are none."""
_OUT_OF = {
    "en": "out of|in|of", "vi": "trên|trong|trong số", "fr": "sur", "de": "von", "es": "de cada",
    "pt": "em cada|em", "it": "su", "nl": "op de|van de", "pl": "na", "id": "dari",
}  # fmt: skip
"""By language, what stands between the two numbers of "nine out of ten"."""
_SHARES = {
    language: pattern_of(
        rf"(?<!\w)(\w{{1,20}}+) (?:{words})(?: every)? (\w{{1,20}}+)", re.IGNORECASE
    )
    for language, words in _OUT_OF.items()
}
_AROUND = 24
"""How many characters around a number are looked at for what points back."""
_POINTING = {
    "en": (
        pattern_of(
            r"(?<!\w)(?:the|these|those|all|its|their|our|your|his|her|any of|each of|of) \Z",
            re.IGNORECASE,
        ),
        None,
    ),
    "vi": (
        pattern_of(r"(?<!\w)cả \Z", re.IGNORECASE),
        pattern_of(r"(?: [^\W\d_]{1,8}+){0,3}? (?:này|kia|đó|ấy|trên|còn lại)(?!\w)"),
    ),
}
"""By language, what stands before and behind a number of things that are known already."""
_MINUS = {
    "vi": ("âm", "dưới 0", "trừ"), "en": ("minus", "negative", "below zero", "below"),
    "fr": ("moins", "négatif", "négative"), "de": ("minus", "negativ", "unter null"),
    "es": ("menos", "negativo", "negativa", "bajo cero"), "ru": ("минус", "отрицательн"),
    "zh": ("负", "負", "零下"), "ja": ("マイナス", "負", "氷点下"),
}  # fmt: skip
_LOWERED = pattern_of(r"(?:giảm|bớt) \d")
"""A word that takes a figure off, right before it: “giảm 20%” for "−20%"."""
_WORD = pattern_of(r"[^\W\d_]+")
_HAN = {
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "双": 2, "雙": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN_NUMBER = pattern_of(r"[〇零一二两兩双雙三四五六七八九十百千万萬亿億]{1,12}")


_TIMES_TEN = "mươi"
"""The Vietnamese word that makes tens of the number before it, and says none alone."""
_RECENT = 8
"""How many texts are remembered with what was found in them: those that are compared now."""


class Spelt(NamedTuple):
    """A number written as words."""

    value: Decimal
    printed: str
    start: int


@lru_cache(maxsize=_RECENT)
def spelt(text: str, language: str) -> tuple[Spelt, ...]:
    """Numbers written as words, with compounds ("twenty-one", "mười ba", "hai mươi")."""
    language = bare(language)
    if language in ("zh", "ja"):
        return tuple(_han(text))
    known = _WORDS.get(language)
    if known is None:
        return ()
    words = _words(text)
    if known.keys().isdisjoint(words):
        return ()
    starts = [match.start() for match in _WORD.finditer(text)]
    found = []
    for place, word in enumerate(words):
        value = known.get(word)
        if value is None:
            continue
        start = starts[place]
        found.append(Spelt(_DECIMALS[value], word, start))
        behind = words[place + 1 : place + 2]
        if behind and (behind[0] in known or behind[0] == _TIMES_TEN):
            found += (
                Spelt(total, f"{word} {behind[0]}", start)
                for total in _compounds(value, tuple(words[place + 1 : place + 6]), language)
            )
    return tuple(found)


def _words(text: str) -> list[str]:
    """The words of `text` without regard for capitals."""
    return list(map(str.casefold, letter_runs(text)))


def minus_in(text: str, language: str) -> bool:
    """Whether a word in `text` says that a figure lies below nought."""
    said = text.casefold()
    if bare(language) == "vi" and _LOWERED.search(said):
        return True
    return any(word in said for word in _MINUS.get(bare(language), ()))


@lru_cache(maxsize=_RECENT)
def parts_of_a_whole(text: str, language: str) -> tuple[Spelt, ...]:
    """Fractions written as words: "a third"; each of the longest words."""
    openings = _OPENINGS.get(bare(language))
    if not openings:
        return ()
    said_in = text.casefold()
    if not any(word in said_in for word in _TELLING[bare(language)]):
        return ()  # nearly always
    words = _words(text)
    places = [
        (place, place + len(further), value)
        for place, word in enumerate(words)
        if word in openings
        for further, value in openings[word]
        if words[place + 1 : place + 1 + len(further)] == further
    ]
    if not places:
        return ()
    spans = [match.span() for match in _WORD.finditer(text)]
    found: list[Spelt] = []
    done = 0
    for first, last, value in places:
        start = spans[first][0]
        if start >= done:
            done = spans[last][1]
            found.append(Spelt(value, text[start:done], start))
    return tuple(found)


def points_back(text: str, number: Spelt, language: str) -> bool:
    """Whether a number of things is said of things known already: "the three gaps", "ba khâu này".

    A translation may say it without the number.
    """
    before, behind = _POINTING.get(bare(language), (None, None))
    end = number.start + len(number.printed)
    head = max(0, number.start - _AROUND)
    return bool(
        (before and before.search(text, head, number.start))
        or (behind and behind.match(text, end, end + _AROUND))
    )


class Share(NamedTuple):
    """A part of a whole that two numbers tell: "nine out of ten"."""

    value: Decimal
    start: int
    end: int


def shares(text: str, language: str) -> tuple[Share, ...]:
    """The parts of a whole that two numbers tell, in figures or in words."""
    language = bare(language)
    pattern = _SHARES.get(language)
    if pattern is None:
        return ()
    found = []
    for match in pattern.finditer(text):
        part, whole = (_said(word, language) for word in match.groups())
        if part is not None and whole is not None and 0 < part < whole:
            found.append(Share(Decimal(part) / Decimal(whole), *match.span()))
    return tuple(found)


def _said(word: str, language: str) -> int | None:
    """The number that one word or some figures say."""
    return int(word) if word.isdecimal() else _WORDS[language].get(word.casefold())


_WORDS: Mapping[str, Mapping[str, int]] = {
    language: {word: value for value, words in numbers.items() for word in words.split()}
    for language, numbers in _NUMBERS.items()
}


def _by_opening(fractions: Mapping[str, str]) -> dict[str, list[tuple[list[str], Decimal]]]:
    table: dict[str, list[tuple[list[str], Decimal]]] = {}
    for words in sorted(fractions, key=lambda words: -words.count(" ")):
        first, *further = words.split()
        part = Fraction(fractions[words])
        value = Decimal(part.numerator) / Decimal(part.denominator)
        table.setdefault(first, []).append((further, value))
    return table


_OPENINGS = {language: _by_opening(fractions) for language, fractions in _FRACTIONS.items()}
"""By language and by the first word of a part of a whole, the words behind it and what they say;
the longest first."""
_DECIMALS = {value: Decimal(value) for words in _WORDS.values() for value in words.values()}


@lru_cache(maxsize=1 << 12)
def _compounds(value: int, behind: tuple[str, ...], language: str) -> tuple[Decimal, ...]:
    """What the word of `value` says with the words `behind` it, for each number of them."""
    known = _WORDS[language]
    totals = []
    if language == "vi":
        if behind[0] == _TIMES_TEN:
            value, behind = 10 * value, behind[1:]
            totals.append(value)
        if behind and value % 10 == 0 and 10 <= value < 100 and 0 < known.get(behind[0], 0) < 10:
            value, behind = value + known[behind[0]], behind[1:]
            totals.append(value)
    elif value in range(20, 100, 10) and 0 < known.get(behind[0], 0) < 10:
        value += known[behind[0]]
        totals.append(value)
    for further in behind:
        times = known.get(further, 0)
        if times not in _MULTIPLYING or times <= 1:
            break
        value *= times
        totals.append(value)
    return tuple(map(Decimal, totals))


def _han(text: str) -> Iterator[Spelt]:
    for match in _HAN_NUMBER.finditer(text):
        total = section = digit = 0
        for sign in match[0]:
            if sign in _HAN:
                digit = _HAN[sign]
            elif (power := _HAN_POWERS[sign]) < 10**4:
                section, digit = section + max(digit, 1) * power, 0
            else:
                total, section, digit = total + max(section + digit, 1) * power, 0, 0
        yield Spelt(Decimal(total + section + digit), match[0], match.start())
