"""What the formal lines of an official document are: its components, after Decree 30/2020/NĐ-CP.

The head stands above the title of the first page, the preamble below it up to the first number, the
foot at the end: recipients and signature. A provision that is none of these is no component.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import takewhile

from diptych.language.figures import values
from diptych.language.formal_words import (
    announces_recipients,
    authority_of,
    begins_recital,
    is_motto,
    precedes_number,
    titles_the_state,
)
from diptych.language.symbols import Symbol
from diptych.model import CLOSING, COVER, Division, Document, Kind, Page, Provision


class Component(StrEnum):
    """What a line of the head, the preamble or the foot is."""

    ABOVE = "above"
    """The body to which the issuing body belongs."""
    ISSUER = "issuer"
    NUMBER = "number"
    STATE = "state"
    """The title of the State."""
    MOTTO = "motto"
    DATED = "dated"
    """The place and the date."""
    SUBJECT = "subject"
    """What a letter is about, below its number."""
    ENACTOR = "enactor"
    """Who issues the document, once more, above its grounds."""
    RECITAL = "recital"
    """A ground on which the document is issued."""
    FORMULA = "formula"
    """What ends the grounds: “QUYẾT ĐỊNH:”."""
    RECIPIENTS = "recipients"
    """What stands above the list of those who receive the document."""
    RECIPIENT = "recipient"
    AUTHORITY = "authority"
    """On whose behalf it is signed: “TM. ỦY BAN NHÂN DÂN”."""
    OFFICE = "office"
    SIGNED = "signed"
    """That it was signed: “(Đã ký)”."""
    SIGNER = "signer"
    """The name of who signed."""


HEAD = frozenset({
    Component.ABOVE, Component.ISSUER, Component.NUMBER, Component.STATE, Component.MOTTO,
    Component.DATED, Component.SUBJECT,
})  # fmt: skip
"""What stands above the title."""
RIGHT_OF_HEAD = frozenset({Component.STATE, Component.MOTTO, Component.DATED})
"""What the head has in its right half; the left half has the rest."""
LEFT_OF_FOOT = frozenset({Component.RECIPIENTS, Component.RECIPIENT})
SIGNATURE = frozenset({
    Component.AUTHORITY, Component.OFFICE, Component.SIGNED, Component.SIGNER,
})  # fmt: skip
"""What the foot has in its right half."""
FOOT = LEFT_OF_FOOT | SIGNATURE
"""What stands at the end."""
Components = Mapping[str, Component]
"""What the formal lines of a text are, by the id of the provision."""


def is_centred(component: Component | None, text: str) -> bool:
    """Whether a line of the preamble with this `text` is set in the middle."""
    alone = component is Component.FORMULA and text.strip(" :.").isupper()
    return component is Component.ENACTOR or alone


_SUBJECTS = ("v/v", "về việc", "re:", "subject:")
_LONGEST_PLACE = 8
"""The most words that may stand before the date in a line with place and date."""
_MOST_FORMULAS = 2
_LONGEST_FORMULA = 240
_LONGEST_SIGNATURE = 16
"""The most lines that a signature has: several may sign."""


def components_in(document: Document) -> dict[str, Component]:
    """What the formal lines of a whole text are, by the ids of their provisions."""
    found: dict[str, Component] = {}
    for page in document.pages:
        found.update(components_of(page, document.locale))
    return found


def components_of(page: Page, language: str) -> dict[str, Component]:
    """What the formal lines of a page are, by the ids of their provisions."""
    if page.editorial:
        return {}
    found: dict[str, Component] = {}
    divisions = page.own_divisions()
    titled = False
    for division in divisions:
        if page.layout == COVER and division.is_head:
            found.update(_head(division.provisions, language))
        elif page.layout == COVER and division.heading and not titled:
            titled = True
            found.update(_preamble(division, language))
        found.update(_foot(division, page, language))
    return found


def _head(provisions: Sequence[Provision], language: str) -> Iterator[tuple[str, Component]]:
    bold = any(p.segment.is_strong and _is_issuer(p) for p in provisions)
    numbered = dated = False
    for provision in provisions:
        text = provision.segment.text
        figures = values(text, language)
        symbol = figures.symbols[0] if figures.symbols else None
        date = figures.dates[0] if figures.dates else None
        if titles_the_state(text):
            yield provision.id, Component.STATE
        elif is_motto(text):
            yield provision.id, Component.MOTTO
        elif (
            symbol
            and not numbered
            and (text == symbol.printed or precedes_number(text[: symbol.start]))
        ):
            numbered = True
            yield provision.id, Component.NUMBER
        elif date and not dated and len(text[: date.start].split()) <= _LONGEST_PLACE:
            dated = True
            yield provision.id, Component.DATED
        elif text.casefold().startswith(_SUBJECTS):
            yield provision.id, Component.SUBJECT
        elif _is_issuer(provision):
            plain = bold and not provision.segment.is_strong
            yield provision.id, Component.ABOVE if plain else Component.ISSUER


def _is_number(text: str, symbol: Symbol) -> bool:
    """Whether a line is the number of the document itself."""
    return text == symbol.printed or precedes_number(text[: symbol.start])


def _is_issuer(provision: Provision) -> bool:
    text = provision.segment.text
    return text.isupper() and not titles_the_state(text)


def _preamble(title: Division, language: str) -> Iterator[tuple[str, Component]]:
    """What stands between the title, with the line below it, and the first number."""
    above = list(takewhile(lambda p: not p.number, title.provisions))
    grounds = [n for n, p in enumerate(above) if begins_recital(p.segment.text, language)]
    if not grounds:
        return
    first, last = grounds[0], grounds[-1]
    if first > 1 and above[first - 1].segment.text.isupper():
        yield above[first - 1].id, Component.ENACTOR
    for index in grounds:
        yield above[index].id, Component.RECITAL
    formulas = above[last + 1 :]
    if len(formulas) <= _MOST_FORMULAS:
        for formula in formulas:
            if formula.kind is Kind.PARAGRAPH and len(formula.segment.text) <= _LONGEST_FORMULA:
                yield formula.id, Component.FORMULA


def _foot(division: Division, page: Page, language: str) -> Iterator[tuple[str, Component]]:
    """The recipients and the signature at the end of what stands below one heading.

    A closing page whose heading stands for the recipients says already what it holds.
    """
    lines = division.provisions
    announced = next(
        (
            n
            for n, p in enumerate(lines)
            if p.kind is Kind.PARAGRAPH and announces_recipients(p.segment.text, language)
        ),
        None,
    )
    if announced is None:
        if page.layout != CLOSING:
            yield from _signature(_signing(lines, language), language)
        return
    yield from _signature(_signing(lines[:announced], language), language)
    yield lines[announced].id, Component.RECIPIENTS
    listed = list(takewhile(lambda p: p.kind in (Kind.DASH, Kind.ITEM), lines[announced + 1 :]))
    for recipient in listed:
        yield from ((each.id, Component.RECIPIENT) for each in recipient.walk())
    yield from _signature(lines[announced + 1 + len(listed) :], language)


def _signing(lines: Sequence[Provision], language: str) -> Sequence[Provision]:
    """The lines from the one that says by what authority somebody signs, at the end of `lines`."""
    ending = lines[-_LONGEST_SIGNATURE:]
    for index, line in enumerate(ending):
        if authority_of(line.segment.text, language):
            return ending[index:]
    return ()


def _signature(lines: Sequence[Provision], language: str) -> Iterator[tuple[str, Component]]:
    """The lines of a signature; none where another text stands among them."""
    found: list[tuple[str, Component]] = []
    for line in lines[:_LONGEST_SIGNATURE]:
        text = line.segment.text
        if line.kind is not Kind.PARAGRAPH or line.number or text.endswith((".", ";", ":")):
            return
        if authority_of(text, language):
            found.append((line.id, Component.AUTHORITY))
        elif text.isupper():
            found.append((line.id, Component.OFFICE))
        elif not found:
            return
        elif text.startswith("("):
            found.append((line.id, Component.SIGNED))
        else:
            found.append((line.id, Component.SIGNER))
    yield from found
