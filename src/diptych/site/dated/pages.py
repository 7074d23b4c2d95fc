"""The pages of each edition: its text in each language, in both, and a page that leads to these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import urljoin

import click
from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from diptych.alignment.units import Unit
from diptych.editions.history import EditionHistory, Step
from diptych.editions.tags import DatedEdition
from diptych.editions.texts import texts_of
from diptych.language.locales import users_language
from diptych.language.written_dates import written_date
from diptych.model import Document, Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import BOTH, WHOLE, edition_address, relative
from diptych.publication.citing import form_of
from diptych.publication.derived_pages import bilingual_path
from diptych.safety.finished import Intended
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
from diptych.site.dated.moved import FILE
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


@dataclass(frozen=True, slots=True)
class DatedPage:
    """A page of an edition, to be set out by the template of every page."""

    address: str
    """Its address below the site's root, which ends in a slash."""
    locale: str
    """The language of its readers."""
    page: PageContext
    root: HtmlElement
    """Its text as HTML, which the page has as its content."""

    @property
    def file(self) -> str:
        """The path of its file in the site."""
        return f"{self.address}index.html"

    @property
    def intended(self) -> Intended:
        """Its text as it is to be found again in the finished page."""
        return Intended.of(self.root)


class EditionPages:
    """Makes the pages of one edition."""

    def __init__(
        self,
        edition: DatedEdition,
        texts: Bitext,
        history: EditionHistory,
        site: Mapping[str, SiteSettings],
        build: Build,
    ) -> None:
        """`site` says what the configuration says of the site, by language."""
        self.edition = edition
        self.texts = texts
        self.history = history
        self.site = site
        self.build = build
        self.first = texts.original.locale

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
            address = edition_address(self.edition.date, shown)
            made = self._page(root, address, language, bilingual_path(WHOLE))
            yield DatedPage(address, language, self._apart(made, address), root)
        yield self._leading()

    def _text(self, language: str, shown: str) -> DatedPage:
        both = shown == BOTH
        root = whole(self.texts, self.rendered, language, both=both)
        address = edition_address(self.edition.date, shown)
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
        address = edition_address(self.edition.date)
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
        given = RenderedPage(f"{language}/{path}", language, address, title, serialised(root))
        made = page_context(given, site, self.build)
        spoken = self._locales if made.bilingual else [language]
        views = tuple(self._views(made, address))
        others = [view for view in views if view.locale not in ("", language)]
        return replace(
            made,
            title=title,
            address=self._absolute(address),
            alternates=tuple(
                Alternate(tag, self._absolute(edition_address(self.edition.date, tag)))
                for tag in self._locales
            ),
            x_default=self._absolute(edition_address(self.edition.date)),
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
            running=f"{site.name} · {title}",
            past=Past(
                self.edition.date.isoformat(),
                not any(step.changes for step in self._later),
                tuple(self._said(tag, address, made.bilingual) for tag in spoken),
            ),
        )

    def _views(self, page: PageContext, here: str) -> Iterator[ViewLink]:
        """The links to the edition in each language and in both."""
        for view in page.views:
            there = edition_address(self.edition.date, view.locale or BOTH)
            yield replace(view, url=relative(there, here), active=there == here)

    def _said(self, language: str, here: str, both: bool) -> PastSaid:
        site = self.site[language]
        path = bilingual_path(WHOLE) if both else WHOLE
        return PastSaid(
            self.build.words(language),
            written_date(self.edition.date, self.build.words(language).spoken),
            language,
            relative(site.address(path, language), here),
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
        return f"{relative(self.site[language].address(unit.path, language), here)}#{unit.id}"

    def _absolute(self, address: str) -> str:
        return urljoin(self.site[self.first].url, address)

    @property
    def _locales(self) -> list[str]:
        return [document.locale for document in self.texts.documents]

    @property
    def _became(self) -> Became:
        return Became(self.history.became(self.edition), frozenset(self.history.now))

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
    for edition, texts in readable(build.history, folder).items():
        made = EditionPages(edition, texts, build.history, site, build)
        try:
            pages = list(made.pages())
        except CannotShow as error:
            language = users_language()
            said = _NOT_SHOWN[language].format(tag=edition.tag, reason=error.wording[language])
            click.echo(said, err=True)
            pages = list(made.saying(error.wording))
        files |= {page.file: set_out(page).encode() for page in pages}
    return files


def readable(history: EditionHistory, folder: Path) -> dict[DatedEdition, Bitext]:
    """The texts of each edition of the project in `folder` that can be read, the newest first."""
    found = {}
    for step in history.editions:
        if step.edition and not step.problem and (said := texts_of(folder, step.edition)).bitext:
            found[step.edition] = said.bitext
    return found
