"""Dates as each language writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.language.blanks import blanked
from diptych.language.months import MONTHS

_MONTH = {
    name.casefold(): month
    for months in MONTHS.values()
    for month, names in enumerate(months, 1)
    for name in names
}
_NAME = {
    language: "|".join(
        form
        for name in sorted((name for names in months for name in names), key=len, reverse=True)
        for form in dict.fromkeys((name, name.capitalize(), name.title(), name.upper()))
    )
    for language, months in MONTHS.items()
}
"""By language, an expression for any name of a month; longer names are tried first."""
_FORMS = {
    "vi": (
        r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4})",
        r"(?P<day>\d{1,2}) [Tt]háng (?P<month>\d{1,2}),? năm (?P<year>\d{4})",
        r"[Tt]háng (?P<month>\d{1,2})(?:/|,?(?: năm)? )(?P<year>\d{4})",
        r"(?P<month>\d{1,2})/(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}}) [Tt]háng (?P<name>{_NAME['vi']}),?(?: năm)? (?P<year>\d{{4}})",
        rf"[Tt]háng (?P<name>{_NAME['vi']}),?(?: năm)? (?P<year>\d{{4}})",
    ),
    "en": (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<name>{_NAME['en']}),? (?P<year>\d{{4}})",
        rf"(?P<name>{_NAME['en']}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        rf"(?P<name>{_NAME['en']}),? (?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})",
    ),
}
_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_YEAR = re.compile(r"\d{4}")
_GROUP = re.compile(r"\?P<(\w+)>")


def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all of `forms`; the names of each one's groups end in its rank."""
    marked = (_GROUP.sub(rf"?P<\g<1>{rank}>", form) for rank, form in enumerate(forms))
    return re.compile(rf"(?<![\d/])(?:{'|'.join(marked)})(?![\d/])")


_DATE = {language: _any_of((_ISO, *forms)) for language, forms in _FORMS.items()}


@dataclass(frozen=True, slots=True)
class Date:
    """A day, or a month where no day is given (day 0)."""

    year: int
    month: int
    day: int
    printed: str
    start: int

    @property
    def value(self) -> tuple[int, int, int]:
        """The date as (year, month, day): equal for two dates that are the same."""
        return self.year, self.month, self.day

    @property
    def iso(self) -> str:
        """The date in ISO 8601: "2022-08-10", or "2022-08" where no day is given."""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year}-{self.month:02}{day}"


def dates(text: str, language: str) -> tuple[str, tuple[Date, ...]]:
    """`text` with its dates blanked out, and the dates in order."""
    if not _YEAR.search(text):
        return text, ()
    found: list[Date] = []
    for match in _DATE.get(language, _DATE["en"]).finditer(text):
        # without the rank of the form that matched
        parts = {
            name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part
        }
        name = parts.get("name")
        month = _MONTH[name.casefold()] if name else int(parts["month"])
        if 1 <= month <= 12:
            day = int(parts.get("day", 0))
            found.append(Date(int(parts["year"]), month, day, match[0], match.start()))
    spans = ((date.start, date.start + len(date.printed)) for date in found)
    return blanked(text, spans), tuple(found)
