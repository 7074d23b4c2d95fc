"""The pages of each edition: its text in each language, in both, and a page that leads to these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

import click
from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from diptych.alignment.units import Unit
from diptych.editions.history import Step
from diptych.editions.tags import DatedEdition
from diptych.language.locales import users_language
from diptych.language.written_dates import written_date
from diptych.model import Document, Side
from diptych.publication.addresses import BOTH, WHOLE, edition_address, placed, relative
from diptych.publication.citing import form_of
from diptych.publication.derived_pages import bilingual_path
from diptych.site import contents
from diptych.site.assets import fitted, stylesheet
from diptych.site.build import Build
from diptych.site.context import (
    Alternate,
    ContentsItem,
    Edit,
    Files,
    PageContext,
    Past,
    PastSaid,
    ViewLink,
)
from diptych.site.context.page import RenderedPage, page_context
from diptych.site.dated.citing import as_published
from diptych.site.dated.documents import DatedDocument, dated_documents
from diptych.site.dated.listing import listing
from diptych.site.dated.moved import FILE
from diptych.site.dated.page import DatedPage
from diptych.site.dated.texts import Became, CannotShow, mark_what_became, rendered_texts, whole
from diptych.site.rendering.anchors import styles_of
from diptych.site.rendering.page_blocks import serialised
from diptych.site.rendering.page_layout import RenderedText
from diptych.site.site_settings import SiteSettings
from diptych.wording import Wording

_NOT_SHOWN = Wording(
    vi="{tag}: không dựng được văn bản của bản đăng này, các trang của nó chỉ nêu lý do: {reason}",
    en="{tag}: the text of this edition could not be set out, its pages only say why: {reason}",
)
_INSTEAD = Wording(
    vi="Không dựng được văn bản của bản đăng này: {reason}",
    en="The text of this edition could not be set out: {reason}",
)


_HOME = "index.md"


class EditionPages:
    """Makes the pages of a document in one edition."""

    def __init__(
        self,
        edition: DatedEdition,
        document: DatedDocument,
        site: Mapping[str, SiteSettings],
        build: Build,
    ) -> None:
        """`site` says what the configuration says of the site, by language."""
        self.edition = edition
        self.document = document
        self.texts = document.texts[edition]
        self.history = document.history
        self.site = site
        self.build = _with_document(build, document)
        self._present = build
        self.first = self.texts.original.locale

    @cached_property
    def rendered(self) -> dict[str, RenderedText]:
        """The pages of the text as HTML, by path. Raises `CannotShow`."""
        return rendered_texts(self.texts, self.build.words)

    def pages(self) -> Iterator[DatedPage]:
        """Every page of the edition. Raises `CannotShow`."""
        for document in self.texts.documents:
            yield self._text(document.locale, document.locale)
        yield self._text(self.first, BOTH)
        yield self._leading()

    def saying(self, why: Wording) -> Iterator[DatedPage]:
        """The same addresses, at which links find why the edition is not shown."""
        for shown in (*self._locales, BOTH):
            language = self.first if shown == BOTH else shown
            root = html.Element("div")
            for tag in self._locales if shown == BOTH else [language]:
                spoken = self.build.words(tag).spoken
                told = html.Element("p", {"lang": spoken})
                told.text = _INSTEAD[spoken].format(reason=why[spoken])
                root.append(told)
            address = self._address(shown)
            made = self._page(root, address, language, bilingual_path(WHOLE))
            yield DatedPage(address, language, self._apart(made, address), root)
        yield self._leading()

    def _text(self, language: str, shown: str) -> DatedPage:
        both = shown == BOTH
        root = whole(self.texts, self.rendered, language, both=both)
        address = self._address(shown)
        side = Side(self._locales.index(language))
        link_to = partial(self._now, address, language)
        mark_what_became(root, self._became, link_to, side, self.build.words(language))
        made = self._page(root, address, language, bilingual_path(WHOLE) if both else WHOLE)
        site = self.site[language]
        faces = fitted(site.templates, self._locales if both else [language])
        more = (*faces, "both" if both else "cover", *styles_of(serialised(root)), "past")
        document = self.texts.documents[side]
        page = replace(
            made,
            outline=tuple(map(_entry, contents.outline(document))),
            stylesheet=stylesheet(site.templates, address, more),
        )
        return DatedPage(address, language, page, root)

    def _leading(self) -> DatedPage:
        """The page at the edition's own address, in the original's language and the other one."""
        root = html.Element("div")
        for language in self._locales:
            title = html.Element("p" if len(root) else "h1", {"lang": language})
            title.text = self._dated("changes.edition", language)
            root.append(title)
        address = self._address()
        made = self._page(root, address, self.first, bilingual_path(WHOLE))
        return DatedPage(address, self.first, self._apart(made, address), root)

    def _apart(self, page: PageContext, address: str) -> PageContext:
        """`page`, which shows no text of the edition."""
        templates = self.site[page.locale].templates
        faces = fitted(templates, self._locales)
        sheet = stylesheet(templates, address, (*faces, "past"))
        return replace(page, bilingual=False, kind="editorial", view="", stylesheet=sheet)

    def _page(self, root: HtmlElement, address: str, language: str, path: str) -> PageContext:
        """A page of the whole text at `address`, with whatever holds of an edition."""
        site = self.site[language]
        title = self._dated("past.title", language)
        placed_at = f"{language}/{placed(path, self.document.folder)}"
        given = RenderedPage(placed_at, language, address, title, serialised(root))
        made = page_context(given, site, self.build)
        spoken = self._locales if made.bilingual else [language]
        views = tuple(self._views(made, address))
        others = [view for view in views if view.locale not in ("", language)]
        if self.document.gone:
            made = self._without_document(made, given)
        if self.texts.folder:
            made = replace(
                made, breadcrumbs=(made.breadcrumbs[0], self._edition(language, address))
            )
        return replace(
            made,
            title=title,
            address=self._absolute(address),
            alternates=tuple(
                Alternate(tag, self._absolute(self._address(tag))) for tag in self._locales
            ),
            x_default=self._absolute(self._address()),
            legislation=Markup(),
            forms={doc.locale: self._form(doc) for doc in self.texts.documents},
            whole=None,
            views=views,
            other_view=next(
                (v for v in views if v.locale == (language if made.bilingual else "")), None
            ),
            switch=tuple(replace(view, active=False) for view in others),
            original_url=views[0].url,
            files=Files(),
            reviewed=None,
            history=None,
            edition=None,
            edit=Edit(),
            report="",
            running=" · ".join(filter(None, (site.name, made.document, title))),
            past=Past(
                self.edition.date.isoformat(),
                self._since,
                tuple(self._said(tag, address, made.bilingual) for tag in spoken),
            ),
        )

    def _without_document(self, page: PageContext, given: RenderedPage) -> PageContext:
        """`page` without links to the document, which is gone."""
        home = replace(given, path=f"{page.locale}/{_HOME}")
        site = page_context(home, self.site[page.locale], self._present)
        return replace(
            page,
            canonical=self._absolute(given.url),
            outline=site.outline,
            editorial=site.editorial,
            document=site.document,
        )

    def _edition(self, language: str, here: str) -> ContentsItem:
        """The link to all documents of the edition."""
        url = relative(edition_address(self.edition.date), here)
        return ContentsItem(url, title=self._dated("changes.edition", language))

    def _views(self, page: PageContext, here: str) -> Iterator[ViewLink]:
        """The links to the edition in each language and in both."""
        for view in page.views:
            there = self._address(view.locale or BOTH)
            yield replace(view, url=relative(there, here), active=there == here)

    def _said(self, language: str, here: str, both: bool) -> PastSaid:
        site = self.site[language]
        path = placed(bilingual_path(WHOLE) if both else WHOLE, self.document.folder)
        if self.document.gone:
            path = _HOME
        return PastSaid(
            self.build.words(language),
            written_date(self.edition.date, self.build.words(language).spoken),
            language,
            relative(site.address(path, language), here),
            self.document.gone,
            site.absolute(path, language),
        )

    def _form(self, document: Document) -> str:
        """The form of a citation in which the day of the edition stands."""
        return form_of(document) + as_published(self.edition, self.build.words(document.locale))

    def _dated(self, key: str, language: str) -> str:
        """A word of the interface with the day of the edition."""
        return self.build.words(language)[key].replace(
            "{}", written_date(self.edition.date, language)
        )

    def _now(self, here: str, language: str, unit: Unit) -> str:
        """The link from the page at `here` to a passage of the present text."""
        path = placed(unit.path, self.document.folder)
        return f"{relative(self.site[language].address(path, language), here)}#{unit.id}"

    def _address(self, shown: str = "") -> str:
        """The address of the document as the edition has it: see `edition_address`."""
        return edition_address(self.edition.date, shown, self.texts.folder)

    def _absolute(self, address: str) -> str:
        return urljoin(self.site[self.first].url, address)

    @property
    def _locales(self) -> list[str]:
        return [document.locale for document in self.texts.documents]

    @property
    def _became(self) -> Became:
        if self.document.gone:  # which is said above the text
            return Became({}, frozenset())
        return Became(self.history.became(self.edition), frozenset(self.history.now))

    @property
    def _since(self) -> Literal["unchanged", "changed", "withdrawn"]:
        if self.document.gone:
            return "withdrawn"
        return "changed" if any(step.changes for step in self._later) else "unchanged"

    @property
    def _later(self) -> Iterator[Step]:
        """The steps from the edition to the present text."""
        for step in self.history.steps:
            if step.edition == self.edition:
                return
            yield step


def _entry(entry: contents.ContentsEntry) -> ContentsItem:
    """An entry of the contents of a text that stands on one page."""
    children = tuple(map(_entry, entry.children))
    return ContentsItem(f"#{entry.id}", entry.number, entry.title, children=children)


SetOut = Callable[[DatedPage], str]
"""Makes the finished page of what its template is given."""


def dated_files(
    build: Build, folder: Path, site: Mapping[str, SiteSettings], set_out: SetOut
) -> dict[str, bytes]:
    """The pages of every edition of the project in `folder`, by path in the site.

    An edition that cannot be shown is told, and its pages say why.
    """
    files = {FILE: build.moved.file} if build.moved else {}
    if build.bitext is None:
        return files
    documents = dated_documents(build.bitext, build.history, folder)
    for edition in (step.edition for step in build.history.own.editions if step.edition):
        there = [each for each in documents if edition in each.texts]
        for document in there:
            pages = _pages(EditionPages(edition, document, site, build))
            files |= {page.file: set_out(page).encode() for page in pages}
        if several := [each for each in there if each.texts[edition].folder]:
            page = listing(edition, several, site, build)
            files[page.file] = set_out(page).encode()
    return files


def _with_document(build: Build, document: DatedDocument) -> Build:
    """What `build` knows, with a document among the site's that it has no more."""
    if not document.gone or build.bitext is None:
        return build
    beside = (*build.bitext.beside, document.bitext)
    return replace(build, bitext=replace(build.bitext, beside=beside), _works={}, _published={})


def _pages(made: EditionPages) -> Iterator[DatedPage]:
    """The pages of a document in an edition, or those that say why it is not shown."""
    try:
        pages = list(made.pages())
    except CannotShow as error:
        language = users_language()
        tag = made.edition.tag
        click.echo(_NOT_SHOWN[language].format(tag=tag, reason=error.wording[language]), err=True)
        pages = list(made.saying(error.wording))
    yield from pages
