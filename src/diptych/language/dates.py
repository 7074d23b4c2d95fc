"""Dates as each language writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.language.blanks import blanked

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NAME = "|".join(form for name in _MONTHS for form in (name.title(), name.upper()))
_VIETNAMESE = (
    "giêng|một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
    "mười một", "chạp|mười hai",
)  # fmt: skip
_WORDED = {word: month for month, words in enumerate(_VIETNAMESE, 1) for word in words.split("|")}
_WORDS = "|".join(
    form
    for word in sorted(_WORDED, key=len, reverse=True)
    for form in (word, word.capitalize(), word.title())
)
_FORMS = {
    "vi": (
        r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4})",
        r"(?P<day>\d{1,2}) [Tt]háng (?P<month>\d{1,2}),? năm (?P<year>\d{4})",
        r"[Tt]háng (?P<month>\d{1,2})(?:/|,?(?: năm)? )(?P<year>\d{4})",
        r"(?P<month>\d{1,2})/(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}}) [Tt]háng (?P<name>{_WORDS}),?(?: năm)? (?P<year>\d{{4}})",
        rf"[Tt]háng (?P<name>{_WORDS}),?(?: năm)? (?P<year>\d{{4}})",
    ),
    "en": (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<name>{_NAME}),? (?P<year>\d{{4}})",
        rf"(?P<name>{_NAME}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        rf"(?P<name>{_NAME}),? (?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})",
    ),
}
_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_YEAR = re.compile(r"\d{4}")
_GROUP = re.compile(r"\?P<(\w+)>")


def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """All forms in one expression, the groups of each marked by its rank."""
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
        """What two dates are compared by."""
        return self.year, self.month, self.day

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it: "2022-08-10", or "2022-08" where no day is given."""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year}-{self.month:02}{day}"


def _month(name: str) -> int:
    lower = name.lower()
    return _WORDED[lower] if lower in _WORDED else _MONTHS.index(lower) + 1


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
        month = _month(name) if name else int(parts["month"])
        if 1 <= month <= 12:
            day = int(parts.get("day", 0))
            found.append(Date(int(parts["year"]), month, day, match[0], match.start()))
    spans = ((date.start, date.start + len(date.printed)) for date in found)
    return blanked(text, spans), tuple(found)
