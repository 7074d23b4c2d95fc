"""The head of an official document: who issued it, its number, place and date.

They stand in the front matter of the first page (`issuer`, `number`, `place`, `date`), or above the
title as the text has them: “Số: 128/KH-UBND”, “Cà Mau, ngày 15 tháng 11 năm 2026”. What a document
does not state stays unsaid.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from diptych.language.figures import values
from diptych.language.tags import bare
from diptych.model import COVER, Document

_NUMBERED = ("số", "no", "number", "ref")
"""What stands before the number of the document itself."""
_STATE = ("cộng hòa", "cộng hoà", "độc lập", "socialist republic", "independence")
"""How the title of the State and its motto begin, which stand beside the issuer's name."""
_DATED = ("ngày", "on", "dated")
"""What may stand between the place and the date."""
_NUMBER = {"vi": "{} số {}", "en": "{} No. {}"}
"""By language, how a document is called by its kind and its number."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a document states of itself; whatever it does not state is empty."""

    issuer: str = ""
    number: str = ""
    """The number with the symbol: "128/KH-UBND"."""
    place: str = ""
    date: datetime.date | None = None


def head_of(document: Document) -> Head:
    """The head of `document`: what its first page's front matter says, else what stands above the
    title there.
    """
    page = document.pages[0]
    above = [d for d in page.own_divisions() if d.is_head and page.layout == COVER]
    texts = [p.segment.text for head in above for top in head.provisions for p in top.walk()]
    read = _read(texts, document.locale)
    given = page.meta
    return Head(
        _said(given, "issuer") or read.issuer,
        _said(given, "number") or read.number,
        _said(given, "place") or read.place,
        _date(_said(given, "date"), document.locale) or read.date,
    )


def called(document: Document, title: str) -> str:
    """The `title` of a document with its number, if it states one: “Kế hoạch số 128/KH-UBND”."""
    number = head_of(document).number
    form = _NUMBER.get(bare(document.locale), "{} {}")
    return form.format(title, number) if number and number not in title else title


def _said(given: Mapping[str, object], key: str) -> str:
    return " ".join(str(given.get(key) or "").split())


def _date(text: str, language: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        dates = values(text, language).dates if text else ()
        return _whole(dates[0].value) if dates else None


def _whole(value: tuple[int, ...]) -> datetime.date | None:
    try:
        return datetime.date(*value) if len(value) == len(("year", "month", "day")) else None
    except ValueError:  # no such day
        return None


def _read(texts: list[str], language: str) -> Head:
    issuer = number = place = ""
    date: datetime.date | None = None
    for text in texts:
        found = values(text, language)
        symbol = found.symbols[0] if found.symbols else None
        dated = found.dates[0] if found.dates else None
        before = text[: symbol.start].strip(" :.").casefold() if symbol else ""
        if symbol and not number and before in _NUMBERED:
            number = symbol.printed
        elif dated and date is None and (day := _whole(dated.value)):
            words = text[: dated.start].split()
            words = words[:-1] if words and words[-1].casefold() in _DATED else words
            date, place = day, " ".join(words).rstrip(" ,")
        elif not issuer and text.isupper() and not text.casefold().startswith(_STATE):
            issuer = text
    return Head(issuer, number, place, date)
