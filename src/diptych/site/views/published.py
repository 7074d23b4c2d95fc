"""The documents of the site, on its home page, and which carries out which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from diptych.language.written_dates import written_date
from diptych.model import Document, Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import placed
from diptych.publication.citing import short_name
from diptych.publication.head import head_of
from diptych.site.published import named_on_cover, numbers_of
from diptych.site.register_rows import Name
from diptych.site.rendering.inline import plain_html
from diptych.site.views import View


@dataclass(frozen=True, slots=True)
class OtherDocument:
    """A document of the site that another one names on its cover, or that names it."""

    id: str
    """The id of its entry on the page."""
    called: Markup


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A document of the site."""

    id: str
    path: str
    """The path of its first page, below the language's folder."""
    called: Markup
    """Its kind and number."""
    about: Markup
    """What it is about, or its title; empty if its cover says no more than its kind."""
    issuer: Markup
    date: str
    """The date, as the reader's language writes it; empty if it states none."""
    iso: str
    """The date as machines read it."""
    other: Name
    """What the other language calls it."""
    carries_out: tuple[OtherDocument, ...]
    """The documents of the site that it says it carries out."""
    names: tuple[OtherDocument, ...]
    """Other documents of the site that its cover names."""
    carried_out_by: tuple[OtherDocument, ...]


def published_rows(bitext: Bitext, document: Document, _path: str) -> tuple[PublishedRow, ...]:
    """One row for each document, in the order in which the settings declare them."""
    side = bitext.side_of(document)
    numbers = numbers_of(bitext, Side.ORIGINAL)
    named = {
        each.folder: tuple(named_on_cover(each, numbers, Side.ORIGINAL)) for each in bitext.beside
    }
    others = {each.folder: _other(each, side) for each in bitext.beside}
    by: dict[str, list[OtherDocument]] = {}
    for folder, found in named.items():
        for other in found:
            if other.carried_out:
                by.setdefault(other.work.folder, []).append(others[folder])

    def told(folder: str, *, carried_out: bool) -> tuple[OtherDocument, ...]:
        found = (other for other in named[folder] if other.carried_out is carried_out)
        return tuple(others[other.work.folder] for other in found)

    return tuple(
        _row(
            each,
            side,
            told(each.folder, carried_out=True),
            told(each.folder, carried_out=False),
            tuple(by.get(each.folder, ())),
            others,
        )
        for each in bitext.beside
    )


def _row(
    work: Bitext,
    side: Side,
    carries_out: tuple[OtherDocument, ...],
    names: tuple[OtherDocument, ...],
    carried_out_by: tuple[OtherDocument, ...],
    others: Mapping[str, OtherDocument],
) -> PublishedRow:
    document, other = work.documents[side], work.documents[side.other]
    head = head_of(document)
    return PublishedRow(
        id=others[work.folder].id,
        path=placed(document.pages[0].path, work.folder),
        called=others[work.folder].called,
        about=plain_html(_about(document)),
        issuer=plain_html(head.issuer),
        date=written_date(head.date, document.locale) if head.date else "",
        iso=head.date.isoformat() if head.date else "",
        other=Name(other.locale, (plain_html(short_name(other)),)),
        carries_out=carries_out,
        names=names,
        carried_out_by=carried_out_by,
    )


def _other(work: Bitext, side: Side) -> OtherDocument:
    return OtherDocument(f"document-{work.folder}", plain_html(short_name(work.documents[side])))


def _about(document: Document) -> str:
    """The line that is set off below the title on the cover: what the document is about."""
    first = document.pages[0]
    below = (d.provisions[0] for d in first.own_divisions() if not d.is_head and d.provisions)
    line = next(below, None)
    return line.segment.text if line and line.is_set_off else ""


VIEW = View(rows=published_rows, bold=True)
