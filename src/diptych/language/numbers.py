"""Numbers in figures, as ordinals, as roman numerals, as fractions, ranges and times of the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from diptych.language.blanks import blanked
from diptych.language.clock import Time, times
from diptych.language.digits import SPACED_LETTERS, groups_by, readings
from diptych.language.numerals import roman_value
from diptych.language.quantities import behind, money_before, short_factor
from diptych.language.tags import bare
from diptych.language.units import Unit
from diptych.patterns import pattern_of

_FIGURE = pattern_of(
    r"(?=[\dvVQ])"  # passes over other letters faster than what follows
    rf"(?:(?<![{SPACED_LETTERS}\d_])|(?<=\d[xX]))(?<!\d[.,])(?<!\D0x)"
    r"(?P<mark>[vVQ](?=\d))?"
    r"(?P<digits>[1-9]\d{0,2}(?:[\u00a0\u2009\u202f ]\d{3}(?!\d))+(?:[.,]\d{1,9}(?![\d.,]))?"
    r"|\d{1,3}(?:['’]\d{3}(?!\d))+|\d+(?:[.,]\d+)*)"
    rf"(?P<ordinal>(?:st|nd|rd|th|er|ère|re|e|ème|è|º|ª)(?![{SPACED_LETTERS}]))?(?!\d)"
)
_ROMAN = pattern_of(
    r"(?P<roman>[IVXLC](?<![\w/\-.'’](?s:.))[IVXLC]{0,14})"
    rf"(?:e|er|ème|º)?(?![{SPACED_LETTERS}\d_'’])"
)
_ROMAN_CUE = pattern_of(
    r"(?:khoá|khóa|thứ|đại hội|phần|quý|kỷ|chương|mục|tập|quyển|nhóm|loại|cấp|hạng|bậc|lục|vùng|"
    r"part|congress|tenure|chapter|section|volume|book|title|article|annex|appendix|century|"
    r"quarter|phase|stage|group|class|category|grade|level|type|tome|chapitre|partie|siècle|kapitel|"
    r"teil|band|siglo|capítulo|parte|глава|часть|том)\s+$",
    re.IGNORECASE,
)
_CUE_REACH = 16
"""How many characters before a lone letter are searched for its cue."""
_RANGE = pattern_of(
    r"[ \n\u00a0]?(?:-|–|—|~|to|and|or|đến|tới|và|hoặc|à|et|ou|bis|und|oder|a|y|e|и|до|至|到|"
    r"から|または|,)"
    r"[ \n\u00a0]?(?:US\$|[$€£¥])?"
)
"""What stands between two figures that share what stands behind the second."""
_DASHES = ("-", "–", "—", " - ", " – ", "~")
_AROUND_THE_CLOCK = pattern_of(r"(?<![\d/])24\s?[/x×]\s?(?:7|24)(?:/365)?(?![\d/])")
_THIRD_PARTY = pattern_of(r"(?<!\w)3rd(?=[- ]part(?:y|ies)\b)", re.IGNORECASE)
_DIGIT_BY_DIGIT = pattern_of(r"\d(?<![\w/.,–-](?s:.))(?:-\d){2,6}(?![\w/–-]|[.,]\d)")
"""A number that is read digit by digit, as some that people call are: 3-1-1."""
_STROKE = pattern_of(r"(?<![\w/.,])(\d{1,2})\s?/\s?(\d{1,2})(?![\w/]|[.,]\d)")
_VERSION = pattern_of(r"(?:\b[Vv]ersions?|\b[Bb]ản|\b[Rr]eleases?|バージョン|版本)\s?$")
_JOINING = pattern_of(rf"[{SPACED_LETTERS}\u0590-\u06ff\u0900-\u0dff\uac00-\ud7af]")
"""Letters that a hyphen may join a figure to, as a word of one letter in Hebrew is."""
_BRIEF = {"k": 3, "K": 3, "m": 6, "M": 6, "B": 9, "T": 12, "w": 4, "만": 0, "천": 0}
"""Letters right behind a figure that may multiply it, by powers of ten, or that may not, after
all: the Korean sign for ten thousand also says "only"; Chinese writes "w" for ten thousand."""
_JOINED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrtuvwyz")
"""Letters that make one word with the figure before them; "s" is a plural, "x" means times."""
_YEAR_BEFORE = pattern_of(r"(?<!\d)(1[89]|20)\d\d ?[-–/] ?$")
_OTHER_ERAS = frozenset({"th", "lo", "km"})
"""Languages in which years may be counted from the death of the Buddha."""
_BUDDHIST = pattern_of(r"2[45]\d\d")
_BUDDHA = 543
"""How many years that is before the common era."""
_PER_CENT_FIRST = frozenset({"eu", "ku", "tr"})
"""Languages that write the sign before the figure: %20 (percent pattern of the CLDR)."""
_PER_CENT_AHEAD = pattern_of(r"%[ \u00a0\u202f]?\Z")
_MILITARY = pattern_of(r"0\d[0-5]\d")
_ARTICLE = pattern_of(r"(?:[Aa]rticle|[Ss]ection|[Cc]lause|[Đđ]iều|[Mm]ục|[Aa]rt\.|§) ?$")
_BRACKETS = ("[", "(", "{")
_APART = ("", " ", "(", "=", "\u00a0")
"""What may stand before a sign that belongs to the figure behind it."""
_LISTED = pattern_of(r"\d(?:,\d)+")
_DECADE = pattern_of(r"s(?![^\W_])|年代|er(?: Jahre)?(?!\w)|-е(?!\w)")
_DECADE_CUE = pattern_of(r"(?:thập niên|thập kỷ|những năm|années|años|anni|anos)\s$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number by its value."""

    value: Decimal | str
    """What the number is compared by; a version or an address ("1.2.3") is its own value."""
    printed: str
    start: int
    digits: str = ""
    """The figures without what stands beside them; empty for a roman numeral."""
    also: tuple[Decimal | str, ...] = ()
    """What else the number may say."""
    times: Decimal = Decimal(1)
    """What the words behind the figures multiply them by: "million", "%"."""
    unit: Unit | None = None
    quantity: tuple[int, int] = (0, 0)
    """Where the number with its unit begins and ends."""
    firm: bool = True
    """Whether it is a number for certain, and not part of a name, an idiom or an acronym."""
    parts: tuple[Number, ...] = ()
    """The numbers that this one falls into where it says something else than it seems to."""
    late: bool = False
    """Whether it is a time said to be in the afternoon."""
    day: tuple[int, int] | None = None
    """The day and the month, where it may be a day of the year: 15/12."""

    @property
    def values(self) -> tuple[Decimal | str, ...]:
        """All that the number may say, what is likely first."""
        return (self.value, *self.also)


def numbers(text: str, language: str, whole: str) -> tuple[Number, ...]:
    """Numbers in figures and roman numerals, in order, multiplied by their units ("3 million").

    `whole` is `text` before parts of it were blanked out; both have their digits as 0 to 9.
    """
    found: list[Number] = []
    if any(map(text.__contains__, "0123456789")):
        text, compounds = _compounds(text, language)
        plain = [_number(match, text, language, whole) for match in _FIGURE.finditer(text)]
        found = _shared(sorted([*compounds, *_summed(plain, text)], key=_place), text)
    found += _romans(text)
    return tuple(sorted(found, key=_place))


def as_printed(number: Number, text: str) -> Number:
    """`number` with the digits in which `text` prints it."""
    return replace(
        number,
        printed=text[number.start : number.start + len(number.printed)],
        parts=tuple(as_printed(part, text) for part in number.parts),
    )


def _compounds(text: str, language: str) -> tuple[str, list[Number]]:
    """`text` without its times of the day and strokes between figures, and these."""
    found = [_time(time) for time in times(text)]
    rest = _without(text, found)
    if "24" in rest:
        idioms = [
            Number(m[0], m[0], m.start(), quantity=m.span(), firm=False)
            for m in _AROUND_THE_CLOCK.finditer(rest)
        ]
        rest, found = _without(rest, idioms), [*found, *idioms]
    if "3rd" in rest:  # a word, as "third-party" is
        words = [
            Number(Decimal(3), m[0], m.start(), "3", quantity=m.span(), firm=False)
            for m in _THIRD_PARTY.finditer(rest)
        ]
        rest, found = _without(rest, words), [*found, *words]
    if "-" in rest:
        spelt = [_digit_by_digit(m) for m in _DIGIT_BY_DIGIT.finditer(rest)]
        rest, found = _without(rest, spelt), [*found, *spelt]
    strokes = [_stroke(m, language) for m in _STROKE.finditer(rest)] if "/" in rest else []
    return _without(rest, strokes), [*found, *strokes]


def _without(text: str, found: Sequence[Number]) -> str:
    spans = sorted((n.start, n.start + len(n.printed)) for n in found)
    return blanked(text, spans) if spans else text


def _time(time: Time) -> Number:
    parts = []
    at = time.start
    for rank, part in enumerate(time.parts):
        hour = (Decimal(time.minutes // 60),) if rank == 0 else ()
        parts.append(Number(Decimal(part), part, at, part, hour, quantity=(at, at + len(part))))
        at += len(part) + 1
    also = tuple(f"{minutes} min" for minutes in time.also)
    end = time.start + len(time.printed)
    return Number(
        f"{time.minutes} min", time.printed, time.start, time.printed, also,
        quantity=(time.start, end), parts=tuple(parts), late=time.minutes >= 720,
    )  # fmt: skip


def _digit_by_digit(match: re.Match[str]) -> Number:
    start, digits = match.start(), match[0].replace("-", "")
    parts = tuple(
        Number(Decimal(digit), digit, at, digit, quantity=(at, at + 1))
        for at, digit in zip(range(start, match.end(), 2), digits, strict=True)
    )
    return Number(Decimal(digits), match[0], start, digits, quantity=match.span(), parts=parts)


def _stroke(match: re.Match[str], language: str) -> Number:
    first, second = match[1], match[2]
    at = match.start(), match.start(2)
    parts = tuple(
        Number(Decimal(part), part, place, part, quantity=(place, place + len(part)))
        for part, place in zip((first, second), at, strict=True)
    )
    one, other = int(first), int(second)
    also = (str(Decimal(one) / Decimal(other)),) if other else ()
    day = (one, other) if 1 <= one <= 31 and 1 <= other <= 12 else None
    if language.startswith("en") and day is None and 1 <= one <= 12 and 1 <= other <= 31:
        day = other, one
    value = f"{one}/{other}"
    share = (Decimal(also[0]),) if also else ()
    return Number(
        value, match[0], match.start(), match[0], share, quantity=match.span(), parts=parts, day=day
    )


def _number(match: re.Match[str], text: str, language: str, whole: str) -> Number:
    start, digits = match.start(), match["digits"]
    begins = start
    values = readings(digits, language)
    beside = behind(text, match.end(), language)
    factor, end, unit, unit_end = beside.factor, beside.end, beside.unit, beside.unit_end
    if (money := money_before(text, start)) is not None:
        unit, begins = money
        if factor == 1 and not match["ordinal"]:
            factor, end = short_factor(text, match.end())
        unit_end = max(end, start)
    if beside.per_cent:
        factor /= 100
    elif bare(language) in _PER_CENT_FIRST and (
        ahead := _PER_CENT_AHEAD.search(text, max(0, start - 2), start)
    ):
        factor, begins = factor / 100, ahead.start()
    alike = tuple(value * factor if isinstance(value, Decimal) else value for value in values)
    also: tuple[Decimal | str, ...] = alike[1:]
    if match["mark"] in ("v", "V") or _VERSION.search(text[max(0, start - 12) : start]):
        alike, also = (digits,) if "." in digits else alike, ()
    also += _decades(text, start, match.end(), digits)
    also += _endless(text, start, match.end(), digits)
    if bare(language) in _OTHER_ERAS and _BUDDHIST.fullmatch(digits) and unit is None:
        alike, also = (Decimal(int(digits) - _BUDDHA), *alike[1:]), (*alike[:1], *also)
    if (letter := text[match.end() : match.end() + 1]) in _BRIEF and isinstance(values[0], Decimal):
        also += (values[0] * 10 ** _BRIEF[letter],)
    if len(digits) == 2 and (year := _YEAR_BEFORE.search(text[max(0, start - 7) : start])):
        also += (Decimal(int(year[1]) * 100 + int(digits)),)
    if _MILITARY.fullmatch(digits):
        also += (f"{int(digits[:2]) * 60 + int(digits[2:])} min",)
    if _is_behind_dash(whole, begins):
        also += tuple(-value for value in alike if isinstance(value, Decimal))
    negative = _negative(whole, begins)
    if negative:
        alike = tuple(-value if isinstance(value, Decimal) else value for value in alike)
        also = tuple(-value if isinstance(value, Decimal) else value for value in also)
        start, begins = start - 1, begins - 1
    return Number(
        alike[0], text[start:end], start, ("-" if negative else "") + digits, also, factor, unit,
        (min(begins, start), max(unit_end, end)),
        firm=not _named(text, start) and not _in_a_word(text, match.end(), max(unit_end, end)),
        parts=_split(digits, match.start("digits"), text, language),
    )  # fmt: skip


def _split(digits: str, start: int, text: str, language: str) -> tuple[Number, ...]:
    """The figures between plain blanks, between the points of "Article 5.2", or between the commas
    of a list, in brackets, "[1,2,3]", or in a language that sets no decimals off by commas, "levels
    1,2 and 3", which may be figures of their own.
    """
    mark = next((mark for mark in " ,." if mark in digits), "")
    if not mark:
        return ()
    listed = _LISTED.fullmatch(digits) and groups_by(mark, language)
    if mark == "," and text[start - 1 : start] not in _BRACKETS and not listed:
        return ()
    if mark == "." and not _ARTICLE.search(text[max(0, start - 12) : start]):
        return ()
    parts = []
    for part in digits.split(mark):
        value = readings(part, language)[0]
        parts.append(Number(value, part, start, part, quantity=(start, start + len(part))))
        start += len(part) + 1
    return tuple(parts)


def _decades(text: str, start: int, end: int, digits: str) -> tuple[Decimal, ...]:
    """The year that a decade begins with, where two figures name it: "the 90s"."""
    if len(digits) != 2 or digits[1] != "0":
        return ()
    if _DECADE.match(text, end) or _DECADE_CUE.search(text[max(0, start - 11) : start]):
        return (Decimal(1900 + int(digits)), Decimal(2000 + int(digits)))
    return ()


def _is_behind_dash(text: str, start: int) -> bool:
    """Whether a dash before `start` may be a minus: one which the other text may not set off by a
    blank, or one of another length.
    """
    if text[max(0, start - 2) : start] in ("- ", "– ", "— "):
        return True
    return text[start - 1 : start] == "–" and text[max(0, start - 2) : start - 1] in _APART


def _endless(text: str, start: int, end: int, digits: str) -> tuple[str, ...]:
    """The digits of a number that goes on, each run of equal ones as one: "0.333…", "…999"."""
    if "…" not in (text[start - 1 : start], text[end : end + 1]):
        return ()
    return ("".join(digit for digit, _ in groupby(digits)).replace(",", ".") + "…",)


def _negative(text: str, start: int) -> bool:
    """Whether the sign before `start` makes a figure negative; a range or a dash does not."""
    if start == 0 or text[start - 1] != "-":
        return False
    before = text[max(0, start - 3) : start - 1]
    if not before:
        return True
    if before[-1] == " ":
        return not (len(before) > 1 and (before[0].isdigit() or before[0] in "%)"))
    return not (_JOINING.match(before[-1]) or before[-1] in "0123456789%)]}_/-.月日年")


def _named(text: str, start: int) -> bool:
    """Whether the figure is part of a name: "Covid-19", "UTF-8"."""
    return start > 1 and text[start - 1] in "-‑" and text[start - 2].isalpha()


def _in_a_word(text: str, end: int, unit_end: int) -> bool:
    """Whether letters right behind the figure that ends at `end` make it part of a word: "2FA"."""
    return end == unit_end and text[end : end + 1] in _JOINED


def _shared(found: list[Number], text: str) -> list[Number]:
    """`found`, each with what it may share with the figure behind it: "10-15%", "5 to 7 m"."""
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        if (amount := _as_amount(first, second, text)) is not None:
            second = found[at + 1] = amount
        if second.times == 1 and second.unit is None and not second.late:
            continue
        end = first.start + len(first.printed)
        if first.quantity[1] > end or not isinstance(first.value, Decimal) or first.times != 1:
            continue
        between = text[end : second.quantity[0]]
        if len(between) > 8 or not _RANGE.fullmatch(between):
            continue
        own = [value for value in first.values if isinstance(value, Decimal)]
        if second.times != 1:
            own = [value * second.times for value in own]
        else:
            own = [value + 12 for value in own] if second.late else []
        found[at] = replace(
            first,
            also=(*first.also, *own),
            unit=None if "," in between else second.unit or first.unit,
        )
    return found


def _as_amount(first: Number, second: Number, text: str) -> Number | None:
    """`second`, multiplied as the letter behind it says, if `first` is money: "$5-8M"."""
    money = first.unit is not None and first.unit.measures == "money"
    if not money or first.times != 1 or second.times != 1 or second.unit is not None:
        return None
    end = first.start + len(first.printed)
    if text[end : second.start] not in _DASHES or not isinstance(second.value, Decimal):
        return None
    factor, behind_it = short_factor(text, second.start + len(second.printed))
    if factor == 1:
        return None
    return replace(
        second,
        value=second.value * factor,
        printed=text[second.start : behind_it],
        also=(),
        times=factor,
        unit=first.unit,
        quantity=(second.quantity[0], behind_it),
        firm=True,
    )


def _summed(found: list[Number], text: str) -> list[Number]:
    """`found` with figures in one word as one: 3億5000万."""
    joined: list[Number] = []
    for number in found:
        last = joined[-1] if joined else None
        if last and _goes_on(last, number, text):
            both = (last.value, number.value)
            joined[-1] = replace(
                number,
                value=sum((value for value in both if isinstance(value, Decimal)), Decimal(0)),
                printed=text[last.start : number.start + len(number.printed)],
                start=last.start,
                digits="",
                also=(),
                times=Decimal(1),
                quantity=(last.quantity[0], number.quantity[1]),
            )
            continue
        joined.append(number)
    return joined


def _place(number: Number) -> int:
    return number.start


def _goes_on(last: Number, number: Number, text: str) -> bool:
    """Whether `number` is the lower part of the figure that begins with `last`."""
    end = last.start + len(last.printed)
    decimals = isinstance(last.value, Decimal) and isinstance(number.value, Decimal)
    joined = text[end : number.start] in ("", " ")
    in_one = joined and number.start >= end and text[end - 1] in "百千万萬亿億兆백천만억조"
    return decimals and in_one and last.times > number.times


def _romans(text: str) -> list[Number]:
    found = []
    for match in _ROMAN.finditer(text):
        start = match.start()
        cued = _ROMAN_CUE.search(text[max(0, start - _CUE_REACH) : start])
        if len(match["roman"]) == 1 and (not cued or match[0] in "CL"):
            continue  # a lone letter is a numeral only where one is expected
        try:
            numeral = roman_value(match["roman"])
        except ValueError:
            continue
        end = match.end("roman")
        firm = bool(cued) or (len(match["roman"]) > 2 and not {"C", "L"} & {*match["roman"]})
        found.append(
            Number(Decimal(numeral), match["roman"], start, quantity=(start, end), firm=firm)
        )
    return found
