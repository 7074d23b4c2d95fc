"""A day as the languages in which the site speaks write it."""

from __future__ import annotations

from datetime import date

from diptych.language.months import MONTHS


def written_date(day: date, language: str) -> str:
    """`day` as a reader of `language` expects it: 1 December 2026, 1/12/2026.

    In a language that is not spoken here it is as ISO 8601 has it, which nobody reads wrongly.
    """
    if language == "vi":
        return f"{day.day}/{day.month}/{day.year}"
    if language == "en":
        return f"{day.day} {MONTHS['en'][day.month - 1][0]} {day.year}"
    return day.isoformat()
