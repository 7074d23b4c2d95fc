"""The head of an official document: who issued it, its number, place and date.

They stand in the front matter of the first page (`issuer`, `number`, `place`, `date`), or above the
title as the text has them: “Số: 128/KH-UBND”, “Cà Mau, ngày 15 tháng 11 năm 2026”. What a document
does not state stays unsaid.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from diptych.language.figures import values
from diptych.language.formal_words import precedes_date
from diptych.language.tags import bare
from diptych.model import Document, Page
from diptych.publication.components import Component, components_of

_NUMBER = {"vi": "{} số {}", "en": "{} No. {}", "fr": "{} n° {}"}
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
    read = _read(page, document.locale)
    given = page.meta
    return Head(
        _said(given, "issuer") or read.issuer,
        _said(given, "number") or read.number,
        _said(given, "place") or read.place,
        _date(_said(given, "date"), document.locale) or read.date,
    )


def number_key(number: str) -> str:
    """The number of a document in a form in which two writings of it are one."""
    return "".join(number.split()).casefold()


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


def _read(page: Page, language: str) -> Head:
    """What the lines above the title say."""
    components = components_of(page, language)
    read = Head()
    for provision in page.provisions():
        text = provision.segment.text
        match components.get(provision.id):
            case Component.ISSUER:
                read = replace(read, issuer=f"{read.issuer} {text}".strip())
            case Component.NUMBER:
                read = replace(read, number=values(text, language).symbols[0].printed)
            case Component.DATED:
                dated = values(text, language).dates[0]
                words = text[: dated.start].split()
                words = words[:-1] if words and precedes_date(words[-1]) else words
                read = replace(read, place=" ".join(words).rstrip(" ,"), date=_whole(dated.value))
    return read
