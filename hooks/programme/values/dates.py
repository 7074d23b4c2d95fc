"""Dates as each language writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_FORMS = {
    "vi": (
        r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4})",
        r"(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}),? năm (?P<year>\d{4})",
        r"tháng (?P<month>\d{1,2})(?:/| năm )(?P<year>\d{4})",
        r"(?<!/)(?P<month>\d{1,2})/(?P<year>\d{4})",
    ),
    "en": (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<name>{_MONTH}),? (?P<year>\d{{4}})",
        rf"(?P<name>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        rf"(?P<name>{_MONTH}),? (?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})",
    ),
}
_YEAR = re.compile(r"\d{4}")
_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_DATE = {
    language: [re.compile(rf"(?<![\d/]){form}(?![\d/])", re.IGNORECASE) for form in (_ISO, *forms)]
    for language, forms in _FORMS.items()
}


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
        """What two dates are compared by."""
        return self.year, self.month, self.day


def dates(text: str, language: str) -> tuple[str, tuple[Date, ...]]:
    """`text` with its dates blanked out, and the dates in order."""
    found: list[Date] = []
    if not _YEAR.search(text):
        return text, ()
    for form in _DATE.get(language, _DATE["en"]):
        for match in form.finditer(text):
            parts = match.groupdict()
            name = parts.get("name")
            month = _MONTHS.index(name.lower()) + 1 if name else int(parts["month"])
            if not 1 <= month <= 12:
                continue
            day = int(parts.get("day") or 0)
            found.append(Date(int(parts["year"]), month, day, match[0], match.start()))
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text, tuple(sorted(found, key=lambda date: date.start))
