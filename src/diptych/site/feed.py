"""The editions as a feed, for programs that tell readers of what is new (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from urllib.parse import urlsplit

from lxml import etree
from markupsafe import Markup, escape

from diptych.changes.word_changes import Mark, Piece
from diptych.editions.history import Step
from diptych.editions.site_history import SiteHistory
from diptych.language.written_dates import written_date
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.publication.addresses import feed_of
from diptych.site.change_rows import DocumentRow, MoveRow, PlaceRow, WordsRow, edition_anchor
from diptych.site.views.changes import EditionRow, changes_page, changes_rows

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES = 20
"""How many editions a feed has, the newest."""
_PASSAGES = 100
"""The most passages that an entry tells of."""


def feeds(
    edition: Edition, history: SiteHistory, names: Mapping[str, str]
) -> dict[str, Callable[[], bytes]]:
    """What makes the feed of each language, by its path; `names` are the site's by language.

    There is none for a site without an address, or without a page that lists the editions.
    """
    if not edition.site or not all(map(changes_page, edition.documents)):
        return {}
    return {
        feed_of(locale, edition.locales[0]): partial(feed, edition, history, side, names[locale])
        for side, locale in Side.of(edition.locales)
    }


def feed(edition: Edition, history: SiteHistory, side: Side, name: str) -> bytes:
    """The feed of the site called `name`, in the language of `side`: an entry for each edition, the
    newest first.

    It is empty before the first edition, so that readers can follow the site by then.
    """
    document = edition.documents[side]
    language = document.locale
    page = changes_page(document)
    here = edition.site + feed_of(language, edition.locales[0])
    steps = history.own.editions[:_ENTRIES]
    root = etree.Element(f"{{{_ATOM}}}feed", {_LANG: language}, nsmap={None: _ATOM})
    _add(root, "title", edition.words(side)["feed.title"].replace("{name}", name))
    _add(root, "id", here)
    times = [step.edition.tagged for step in steps if step.edition]
    _add(root, "updated", _time(max(times, default=edition.changed)))
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=here)
    at = edition.address(side, page)
    _add(root, "link", rel="alternate", type="text/html", hreflang=language, href=at)
    _add(etree.SubElement(root, f"{{{_ATOM}}}author"), "name", name)
    if steps:
        (told,) = changes_rows(history, edition.bitext, document)
        for step, row in zip(steps, told.editions, strict=False):
            root.append(_entry(edition, side, step, row))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _entry(edition: Edition, side: Side, step: Step, row: EditionRow) -> etree._Element:
    dated = step.edition
    assert dated is not None  # noqa: S101 - what has changed since is no edition
    language = edition.locales[side]
    page = changes_page(edition.documents[side])
    entry = etree.Element(f"{{{_ATOM}}}entry")
    title = edition.words(side)["changes.edition"]
    _add(entry, "title", title.replace("{}", written_date(dated.date, language)))
    _add(entry, "id", _identity(edition.site, dated.date.isoformat(), language))
    _add(entry, "updated", _time(dated.tagged))
    at = edition.address(side, page, edition_anchor(dated))
    _add(entry, "link", rel="alternate", type="text/html", hreflang=language, href=at)
    _add(entry, "content", str(_content(edition, side, row)), type="html")
    return entry


def _identity(site: str, date: str, language: str) -> str:
    """What names an entry for good (a tag URI, RFC 4151): it is no address, and none may change it.

    Its host and path are the site's, its date that of the edition.
    """
    where = urlsplit(site)
    return f"tag:{where.hostname},{date}:{where.path}edition/{date}/{language}"


def _content(edition: Edition, side: Side, row: EditionRow) -> Markup:
    return Markup("\n").join(_paragraphs(edition, side, row))


def _paragraphs(edition: Edition, side: Side, row: EditionRow) -> Iterator[Markup]:
    """What an edition changed, as HTML that needs no stylesheet."""
    words = edition.words(side)
    if row.problem or row.before is None:
        unread = f"{words['changes.unread']} {row.problem}"
        told = unread if row.problem else words["changes.first"]
        yield Markup("<p>%s</p>") % told
    elif not any(each.fate or each.counts for each in row.documents):
        yield Markup("<p>%s</p>") % words["feed.none"]
    for each in row.documents:
        if each.name:
            yield Markup("<h2>%s</h2>") % _link(edition, side, PlaceRow(each.name, each.path))
        yield from _changed(edition, side, each, max(1, _PASSAGES // len(row.documents)))
    if row.address:
        link = Markup('<a href="%s">%s</a>') % (edition.site + row.address, words["changes.read"])
        yield Markup("<p>%s</p>") % link


def _changed(edition: Edition, side: Side, row: DocumentRow, most: int) -> Iterator[Markup]:
    """What an edition changed in a document, of which at most so many passages are told."""
    words = edition.words(side)
    if row.fate:
        yield Markup("<p>%s</p>") % words[f"changes.document.{row.fate}"]
    for passage in row.passages[:most]:
        what = words[f"changes.{passage.kind}"]
        yield Markup("<h3>%s – %s</h3>") % (_link(edition, side, passage.place), what)
        yield from map(_words, passage.words)
    if row.moves:
        yield Markup("<h3>%s</h3>") % words["changes.moves"]
        moves = (_move(edition, side, move) for move in row.moves[:most])
        yield Markup("<ul>%s</ul>") % Markup().join(moves)
    if row.left or max(len(row.passages), len(row.moves)) > most:
        yield Markup("<p>%s</p>") % words["feed.more"]


def _move(edition: Edition, side: Side, move: MoveRow) -> Markup:
    below = edition.words(side)["changes.below"].replace("{}", str(move.below))
    return Markup("<li>%s%s%s</li>") % (
        f"{move.was} → " if move.was else "",
        _link(edition, side, move.place),
        f" {below}" if move.below else "",
    )


def _link(edition: Edition, side: Side, place: PlaceRow) -> Markup:
    if not place.path:
        return escape(place.citation)
    address = edition.address(side, place.path, place.id)
    return Markup('<a href="%s">%s</a>') % (address, place.citation)


def _words(row: WordsRow) -> Markup:
    return Markup('<p lang="%s">%s</p>') % (row.language, _marked(row.pieces))


def _marked(pieces: Iterable[Piece]) -> Markup:
    forms = {
        Mark.KEPT: Markup("%s"),
        Mark.DELETED: Markup("<del>%s</del>"),
        Mark.INSERTED: Markup("<ins>%s</ins>"),
    }
    return Markup(" ").join(forms[piece.mark] % piece.text for piece in pieces)


def _add(above: etree._Element, name: str, text: str = "", **attributes: str) -> None:
    element = etree.SubElement(above, f"{{{_ATOM}}}{name}", attributes)
    element.text = text or None


def _time(time: datetime) -> str:
    return f"{time:%Y-%m-%dT%H:%M:%SZ}"
