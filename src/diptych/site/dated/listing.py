"""The page of an edition that leads to each of its documents, on a site of several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from lxml import etree, html
from markupsafe import Markup

from diptych.editions.tags import DatedEdition
from diptych.language.written_dates import written_date
from diptych.publication.addresses import edition_address, relative
from diptych.publication.citing import short_name
from diptych.site.assets import fitted, stylesheet
from diptych.site.build import Build
from diptych.site.context import ContentsItem, Edit, PageContext
from diptych.site.context.page import RenderedPage, page_context
from diptych.site.dated.documents import DatedDocument
from diptych.site.dated.page import DatedPage
from diptych.site.rendering.page_blocks import serialised
from diptych.site.site_settings import SiteSettings

_HOME = "index.md"


def listing(
    edition: DatedEdition,
    documents: Sequence[DatedDocument],
    site: Mapping[str, SiteSettings],
    build: Build,
) -> DatedPage:
    """The page that leads to the `documents` of an edition, in the original's language and the
    other one; `site` says what the configuration says of the site, by language.
    """
    locales = [document.locale for document in documents[0].texts[edition].documents]
    root = html.Element("div")
    for language in locales:
        told = html.Element("p" if len(root) else "h1", {"lang": language})
        day = written_date(edition.date, language)
        told.text = build.words(language)["changes.edition"].replace("{}", day)
        root.append(told)
    root.append(_links(edition, documents))
    first, address = locales[0], edition_address(edition.date)
    title = build.words(first)["past.title"].replace("{}", written_date(edition.date, first))
    given = RenderedPage(f"{first}/{_HOME}", first, address, title, serialised(root))
    page = page_context(given, site[first], build)
    home = ContentsItem(page.start, title=page.title)
    made = _alone(page, urljoin(site[first].url, address), title, site[first], locales)
    made = replace(made, breadcrumbs=(home,))
    return DatedPage(address, first, made, root)


def _links(edition: DatedEdition, documents: Sequence[DatedDocument]) -> html.HtmlElement:
    """A list of the documents, each by its name in every language."""
    listed = html.Element("ul")
    here = edition_address(edition.date)
    for each in documents:
        texts = each.texts[edition]
        entry = etree.SubElement(listed, "li")
        for text in texts.documents:
            address = edition_address(edition.date, text.locale, texts.folder)
            link = etree.SubElement(entry, "a", href=relative(address, here), lang=text.locale)
            link.text, link.tail = short_name(text), " · "
        entry[-1].tail = None
    return listed


def _alone(
    page: PageContext, address: str, title: str, site: SiteSettings, locales: Sequence[str]
) -> PageContext:
    """`page` without whatever is of the home page, which it is made from."""
    faces = fitted(site.templates, locales)
    return replace(
        page,
        title=title,
        address=address,
        canonical=address,
        alternates=(),
        x_default="",
        legislation=Markup(),
        layout="",
        view="",
        template="",
        rows=(),
        sections=(),
        first=False,
        previous=None,
        next=None,
        edit=Edit(),
        report="",
        running=f"{site.name} · {title}",
        stylesheet=stylesheet(site.templates, page.url, (*faces, "past")),
    )
