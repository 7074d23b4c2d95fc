"""Make the `site` that templates are given."""

from __future__ import annotations

from diptych.language.scripts import direction
from diptych.publication.citing import form_of, short_name
from diptych.publication.palette import THEMES
from diptych.safety.content_policy import content_security_policy
from diptych.site.assets import LATER, fitted, stylesheet
from diptych.site.build import Build
from diptych.site.contents import outline
from diptych.site.context import (
    Alternate,
    DocumentChoice,
    OutlineEntry,
    SiteContext,
    SiteLanguage,
    SitemapEntry,
)
from diptych.site.site_settings import SiteSettings

_LOST = (LATER, "lost")
"""The stylesheets of the page for an address that does not exist, besides that of every page. It is
read once: all stand in it."""


def site_context(site: SiteSettings, build: Build) -> SiteContext:
    """What holds for every page in the language whose pages are made."""
    return SiteContext(
        name=site.name,
        base=site.base,
        offline=site.offline and not build.serving,
        repository=site.repository,
        languages=tuple(
            SiteLanguage(
                tag,
                direction(tag),
                build.words(tag),
                _form(build, tag),
                site.address("index.md", tag),
                _outline(site, build, tag),
                _choices(build, tag),
            )
            for tag in site.languages
        ),
        sitemap=tuple(
            _listed(site, work.placed(path), tag)
            for tag in site.languages
            for work in build.works.values()
            if (document := work.document(tag)) is not None
            for path in (
                *(page.path for page in document.pages),
                *(path for path, page in work.derived(tag).items() if path == page.of),
            )
        ),
        moved=bool(build.moved),
        # its links hold from an address at any depth
        palette=THEMES,
        stylesheet=stylesheet(
            site.templates, site.base, (*fitted(site.templates, site.languages), *_LOST)
        ),
        # the live reload is a script that MkDocs puts into each page after every hook
        policy=None if build.serving else content_security_policy,
    )


def _form(build: Build, locale: str) -> str:
    text = build.document(locale)
    return form_of(text) if text and len(build.works) == 1 else ""


def _choices(build: Build, locale: str) -> tuple[DocumentChoice, ...]:
    """The documents of a site with several, by the names that the search index has."""
    named = ((work.folder, work.document(locale)) for work in build.works.values() if work.folder)
    return tuple(DocumentChoice(name, short_name(text)) for name, text in named if text)


def _outline(site: SiteSettings, build: Build, locale: str) -> tuple[OutlineEntry, ...]:
    """The outermost entries of the text's contents, or the documents of a site with several."""
    first, *others = build.works.values() or (None,)
    if others:
        named = ((work, work.document(locale)) for work in others)
        return tuple(
            OutlineEntry("", short_name(text), site.address(work.placed("index.md"), locale), True)
            for work, text in named
            if text
        )
    document = first.document(locale) if first else None
    return tuple(
        OutlineEntry(entry.number, entry.title, site.address(entry.path, locale))
        for entry in (outline(document) if document else ())
    )


def _listed(site: SiteSettings, path: str, locale: str) -> SitemapEntry:
    alternates = tuple(Alternate(tag, site.absolute(path, tag)) for tag in site.languages)
    absolute = {each.locale: each.absolute for each in alternates}
    return SitemapEntry(absolute[locale], alternates, alternates[0].absolute)
