"""A date as each language writes it."""

from __future__ import annotations

from datetime import date

from diptych.language.months import MONTHS
from diptych.language.tags import bare


def written_date(day: date, tag: str) -> str:
    """The date in the language of `tag`; as machines read it in one that is not known.

    Vietnamese has what follows “ngày”, with the zeros of official documents: 01 tháng 02 năm 2026.
    """
    match bare(tag):
        case "vi":
            month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
            return f"{day.day:02} tháng {month} năm {day.year}"
        case "en":
            return f"{day.day} {MONTHS['en'][day.month - 1][0]} {day.year}"
        case _:
            return day.isoformat()
