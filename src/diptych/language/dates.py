"""Dates as each language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diptych.language.blanks import blanked
from diptych.language.digits import SPACED_LETTERS
from diptych.language.letter_runs import folded_runs
from diptych.language.months import ABBREVIATED, ALSO_WORDS, MONTHS, WEEKDAYS, WEEKDAYS_TOO
from diptych.language.tags import bare
from diptych.patterns import pattern_of

_MONTH = {
    language: {name.casefold(): month for month, names in enumerate(months, 1) for name in names}
    for language, months in MONTHS.items()
}
"""By language, the month that each name says."""
_SHORT = {
    language: {
        name.casefold(): month for month, names in enumerate(months, 1) for name in names.split()
    }
    for language, months in ABBREVIATED.items()
}
"""By language, the month that each short name says."""
_ANY_MONTH = {language: _SHORT.get(language, {}) | full for language, full in _MONTH.items()}
_WEEKDAY = {
    language: {
        name.casefold().removesuffix("-feira"): rank % 7 + 1
        for names in (WEEKDAYS_TOO.get(language, ""), days)
        for rank, name in enumerate(names.split())
    }
    for language, days in WEEKDAYS.items()
}
"""By language, the day of the week that each name says, from Monday, 1."""
_SURE_WEEKDAY = {
    language: frozenset(name.casefold() for name in days.split())
    for language, days in WEEKDAYS.items()
}
_VI_NAME = "[Gg]iêng|[Cc]hạp|[Mm]ười [Mm]ột|[Mm]ười [Hh]ai|[Mm]ột|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|" \
    "[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười"  # fmt: skip
_VIETNAMESE = pattern_of(
    r"(?<![\w/])(?:(?<!\w\.)(?P<day>\d{1,2}),? )?[Tt]háng (?:"
    r"(?P<month>\d{1,2})(?:(?:\s?[/-]\s?|,?(?: năm)? )(?P<year>\d{4}))?"
    rf"|(?P<name>{_VI_NAME})(?:,?(?: năm)? (?P<named_year>\d{{4}}))?)(?![\w/]|[.,]\d)"
)
_NUMERIC = pattern_of(
    rf"(?<![{SPACED_LETTERS}\d/.])(?:"
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"|(?P<year1>(?:1[5-9]|2[01])\d\d)[/.](?P<month1>\d{1,2})[/.](?P<day1>\d{1,2})(?!\.)"
    r"|(?:(?P<year2>\d{4})\s?[年년]\s?)?(?P<month2>\d{1,2})\s?[月월]\s?(?P<day2>\d{1,2})\s?[日号號일]"
    r"|(?P<year3>\d{4})\s?[年년]\s?(?P<month3>\d{1,2})\s?[月월]"
    r"|(?P<month4>\d{1,2})[月월](?![曜間])"
    r"|(?P<day5>\d{1,2})(?P<mark5>[/.-])(?P<month5>\d{1,2})[/.-](?P<year5>(?:1[5-9]|2[01])\d\d)"
    r"|(?P<day6>\d{1,2})/(?P<month6>\d{1,2})/(?P<short6>\d\d)"
    r"|(?P<month7>\d{1,2})/(?P<year7>(?:1[5-9]|2[01])\d\d)"
    r"|(?P<day8>\d{1,2})\. (?P<month8>\d{1,2})\. (?P<year8>(?:1[5-9]|2[01])\d\d)"
    r")(?![\d/])"
)
_NUMERIC_HINT = pattern_of(r"\d(?:[/.-] ?\d|\s?[年년月월])")
"""What each date in figures has, looked for first: it is found faster."""
_DAY_BEFORE = pattern_of(
    r"(?<![\d/.,])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|ro|-?го|\.)?"
    r"(?:[ \u00a0](?:day )?(?:of |de |del )?|[-/])$"
)
_REACH = 20
"""How many characters before the name of a month are searched for a day."""
_YEAR_AFTER = pattern_of(r"\.?(?:,?[ \u00a0](?:de |del |of )?|-|/)(?P<year>\d{4})(?![\d/])")
_DAY_AFTER = pattern_of(
    r"\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?(?![\w/]|[.,]\d)"
)
_DAYS_AFTER = pattern_of(
    r"\.? \d{1,2}(?:st|nd|rd|th)?(?: ?[-–—] ?| (?:and|to|through|until) )"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?(?![\w/%:]|[.,]\d| [^\W\d_])"
)
"""Several days: "December 5-7, 2016". Without a year no word follows, that might be counted."""
_DAY_SECOND = frozenset({"en", "id"})
"""Languages in which the month may stand before the day."""
_MONTH_SECOND = frozenset({"vi", "fr", "es", "pt", "it"})
"""Languages in which the month in figures never stands before the day."""
_YEAR = pattern_of(r"\d{4}")
_WORD = pattern_of(r"[^\W\d_]{3,14}")
_ALONE = pattern_of(
    r"(?:\b(?:[Ii]n|[Bb]y|of|late|early|[Ss]ince|[Uu]ntil|[Ff]rom|to|before|after|[Tt]hrough|[Dd]uring"
    r"|[Tt]hroughout|till|[Bb]etween) )$"
)
"""What stands before "May" and "March" where they are months."""
_NAME_NEXT = pattern_of(r" (?!and|or|to)[A-Z]")
_OTHER_MONTH = pattern_of(
    r"(?:\s?[–/-]\s?|,? (?:and |or |to )?)(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_MONTH_BEFORE = pattern_of(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June"
    r"|July|August|September|October|November|December)\.?\s?[–/-]\s?$"
)
_WEEKDAYS_AFTER_A_WORD = pattern_of(
    r"[TtCc](?<!\w.)h"
    r"(?:(?<=[Tt]h)ứ (?:(?P<vi>[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|(?P<figure>[2-7]))"
    r"|(?<=[Cc]h)ủ (?P<sunday>[Nn]hật))(?!\w)"
)
_ASIAN_WEEKDAYS = pattern_of(
    r"(?P<sign>星期|禮拜|礼拜|周|週)(?P<zh>[一二三四五六日天])|(?P<ja>[月火水木金土日])曜|(?P<ko>[월화수목금토일])요일"
)
_ASIAN = frozenset({"zh", "ja", "ko"})
_QUARTER = pattern_of(
    r"(?:[Qq]uý|[Qq]uarter|[Qq]uartal|[Tt]rimestre|[Kk]wartał|[Kk]wartaal|[Кк]вартал) \Z"
)
"""What stands before the number of a quarter."""
_SCALE = pattern_of(r"(?:lệ|[Ss]cale|1)[\s:]{1,2}$")


@dataclass(frozen=True, slots=True)
class Date:
    """A day, or a month where no day is given (day 0), or a day of every year (year 0)."""

    year: int
    month: int
    day: int
    printed: str
    start: int
    weekday: int = 0
    """The day of the week from Monday, 1; 0 for any other date."""
    turned: bool = False
    """Whether the month may stand before the day: 5/1/2024 in English."""
    firm: bool = True
    """Whether it can be nothing but a date."""

    @property
    def value(self) -> tuple[int, int, int]:
        """The date as (year, month, day): equal for two dates that are the same."""
        return self.year, self.month, self.day

    @property
    def values(self) -> tuple[tuple[int, int, int, int], ...]:
        """All that the date may say, what is likely first, with the day of the week."""
        if self.turned:
            own = (*self.value, 0)
            return own, (self.year, self.day, self.month, 0)
        return ((self.year, self.month, self.day, self.weekday),)

    @property
    def iso(self) -> str:
        """The date in ISO 8601: "2022-08-10", or "2022-08" where no day is given."""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year}-{self.month:02}{day}"


def knows_months(language: str) -> bool:
    """Whether dates with the name of a month are recognised."""
    return bare(language) in _MONTH or bare(language) in _ASIAN


def dates(text: str, language: str) -> tuple[str, tuple[Date, ...], tuple[Date, ...]]:
    """`text` with its dates blanked out, its dates in order, and days and months without a year."""
    language = bare(language)
    found: list[Date] = []
    rest = text
    for find in (_vietnamese if language == "vi" else _named, _english, _numeric, _weekdays):
        more = list(find(rest, language))
        found += more
        rest = blanked(rest, ((d.start, d.start + len(d.printed)) for d in more if d.firm))
    found.sort(key=lambda date: date.start)
    full = tuple(date for date in found if date.year)
    return rest, full, tuple(date for date in found if not date.year)


def _vietnamese(text: str, language: str) -> Iterator[Date]:
    if "háng " not in text:
        return
    for match in _VIETNAMESE.finditer(text):
        name = match["name"]
        day, year = int(match["day"] or 0), int(match["year"] or match["named_year"] or 0)
        if name and not (day or year or name[0].isupper() or name in ("giêng", "chạp")):
            continue  # "tháng hai" may go on: "tháng hai lần"
        month = _MONTH[language][name.casefold()] if name else int(match["month"])
        if name and not year and name.casefold() == "năm" and not day:
            continue  # "ngày tháng năm"
        if 1 <= month <= 12 and day <= 31:
            yield Date(year, month, day, match[0], match.start())


def _numeric(text: str, language: str) -> Iterator[Date]:
    if not _NUMERIC_HINT.search(text):
        return
    for match in _NUMERIC.finditer(text):
        # without the rank of the form that matched
        parts = {name.rstrip("12345678"): part for name, part in match.groupdict().items() if part}
        month, day, year = int(parts["month"]), int(parts.get("day", 0)), int(parts.get("year", 0))
        if "short" in parts:
            year = int(parts["short"]) + (2000 if parts["short"] < "70" else 1900)
        first = "mark" in parts or "short" in parts
        turned = first and language not in _MONTH_SECOND and parts.get("mark", "/") == "/"
        if turned and month > 12 and 1 <= day <= 12:
            month, day, turned = day, month, False
        if not 1 <= month <= 12 or day > 31:
            continue
        if not day and _SCALE.search(text[max(0, match.start() - 8) : match.start()]):
            continue  # 1/2000 of a map
        at = match.start()
        if not day and month <= 4 and _QUARTER.search(text, max(0, at - 12), at):
            continue  # “quý 2/2021”
        yield Date(year, month, day, match[0], match.start(), turned=turned and day <= 12)


def _known_words(text: str, known: Mapping[str, int]) -> Iterator[tuple[re.Match[str], str]]:
    """The words of `text` that `known` has, each with its form without regard for capitals."""
    if known.keys().isdisjoint(folded_runs(text)):
        return  # nearly always
    for match in _WORD.finditer(text):
        name = match[0].casefold()
        if name in known:
            yield match, name


def _named(text: str, language: str) -> Iterator[Date]:
    """Dates with the name of a month."""
    full = _MONTH.get(language)
    if full is None:
        return
    done = 0
    for match, name in _known_words(text, _ANY_MONTH[language]):
        if match.start() >= done:
            month = _ANY_MONTH[language][name]
            date = _around(text, match, month, language, alone=name in full)
            if date is not None and date.start >= done:
                done = date.start + len(date.printed)
                yield date


def _english(text: str, language: str) -> Iterator[Date]:
    """Days that a text in another language quotes in English: "09 Aug 2022"."""
    if language != "en" and _YEAR.search(text):
        yield from (date for date in _named(text, "en") if date.year and date.day)


def _around(
    text: str, name: re.Match[str], month: int, language: str, *, alone: bool
) -> Date | None:
    """The date of the month whose name is `name`, with the day and the year beside it."""
    start, end = name.span()
    head = max(0, start - _REACH)
    before = _DAY_BEFORE.search(text[head:start])
    if before is not None and int(before["day"]) <= 31:
        after = _YEAR_AFTER.match(text, end)
        at = head + before.start()
        year, end = (int(after["year"]), after.end()) if after else (0, end)
        return Date(year, month, int(before["day"]), text[at:end], at)
    if language in _DAY_SECOND and name[0][0].isupper():
        days = _DAYS_AFTER.match(text, end)
        if days is not None and 1 <= int(days["day"]) <= 31:  # the first day is a number
            at = days.start("day")
            return Date(int(days["year"] or 0), month, int(days["day"]), text[at : days.end()], at)
    behind = _DAY_AFTER.match(text, end) if language in _DAY_SECOND else None
    if behind is not None and 1 <= int(behind["day"]) <= 31 and name[0][0].isupper():
        year, end = int(behind["year"] or 0), behind.end()
        return Date(year, month, int(behind["day"]), text[start:end], start)
    after = _YEAR_AFTER.match(text, end)
    if after is not None and (name[0][0].isupper() or language not in _DAY_SECOND):
        return Date(int(after["year"]), month, 0, text[start : after.end()], start)
    if not alone or not (name[0][0].isupper() or language not in _DAY_SECOND):
        return None
    if name[0].casefold() in ALSO_WORDS.get(language, ()):
        cued = (
            _ALONE.search(text[head:start])
            or _MONTH_BEFORE.search(text[head:start])
            or _OTHER_MONTH.match(text, end)
        )
        if language != "en" or not cued or _NAME_NEXT.match(text, end):
            return None
    return Date(0, month, 0, name[0], start)


def _weekdays(text: str, language: str) -> Iterator[Date]:
    if language == "vi":
        for match in _WEEKDAYS_AFTER_A_WORD.finditer(text):
            said = match["vi"] or match["sunday"] or ""
            day = _WEEKDAY["vi"][said.casefold()] if said else int(match["figure"]) - 1
            firm = bool(match["sunday"]) or said[:1].isupper()
            yield Date(0, 0, 0, match[0], match.start(), day, firm=firm)
    elif language in _ASIAN:
        for match in _ASIAN_WEEKDAYS.finditer(text):
            said = match[language]
            if said:
                day = _WEEKDAY[language]["日" if said == "天" else said]
                firm = match["sign"] not in ("周", "週")
                yield Date(0, 0, 0, match[0], match.start(), day, firm=firm)
    elif known := _WEEKDAY.get(language):
        yield from _named_weekdays(text, known, language)


def _named_weekdays(text: str, known: Mapping[str, int], language: str) -> Iterator[Date]:
    for match, name in _known_words(text, known):
        if match[0][0].isupper() or language not in ("en", "de"):
            firm = name in _SURE_WEEKDAY[language]
            if language == "pt" and name not in ("sábado", "domingo"):
                firm = text.startswith("-feira", match.end())
            yield Date(0, 0, 0, match[0], match.start(), known[name], firm=firm)
