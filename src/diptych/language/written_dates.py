"""A date as each language writes it."""

from __future__ import annotations

from datetime import date

from diptych.language.interface import words_of
from diptych.language.months import MONTHS
from diptych.language.tags import bare


def written_date(day: date, tag: str) -> str:
    """The date in the language of `tag`; as machines read it in one whose words tell no form.

    Vietnamese has what follows “ngày”, with the zeros of official documents: 01 tháng 02 năm 2026.
    """
    match bare(tag):
        case "vi":
            month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
            return f"{day.day:02} tháng {month} năm {day.year}"
        case "en":
            return f"{day.day} {MONTHS['en'][day.month - 1][0]} {day.year}"
        case language:
            return _by_pattern(day, language)


def _by_pattern(day: date, language: str) -> str:
    """The date as the words of `language` have it: its months by name, if these are known."""
    words = words_of(language)
    pattern = words.get("date.first") if day.day == 1 else None
    pattern = pattern or words.get("date")
    if pattern is None:
        return day.isoformat()
    known = MONTHS.get(language)
    month = known[day.month - 1][0] if known else f"{day.month}"
    return pattern.format(day=day.day, month=month, year=day.year)
