"""Make the `site` that templates are given."""

from __future__ import annotations

from diptych.language.scripts import direction
from diptych.model import Document
from diptych.publication.palette import THEMES
from diptych.safety.content_policy import content_security_policy
from diptych.site.assets import stylesheet
from diptych.site.build import Build
from diptych.site.contents import outline
from diptych.site.context import (
    Alternate,
    OutlineEntry,
    SiteContext,
    SiteLanguage,
    SitemapEntry,
)
from diptych.site.site_settings import SiteSettings

_LOST = ("lost",)
"""The stylesheets, besides that of every page, of the page for an address that does not exist."""


def site_context(site: SiteSettings, build: Build) -> SiteContext:
    """What holds for every page in the language whose pages are made."""
    documents = {tag: doc for tag in site.languages if (doc := build.document(tag)) is not None}
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
                site.address("index.md", tag),
                _outline(site, documents[tag]) if tag in documents else (),
            )
            for tag in site.languages
        ),
        sitemap=tuple(
            _listed(site, path, tag)
            for tag, document in documents.items()
            for path in (
                *(page.path for page in document.pages),
                *(path for path, page in build.derived(tag).items() if path == page.of),
            )
        ),
        moved=bool(build.moved),
        # its links hold from an address at any depth
        palette=THEMES,
        stylesheet=stylesheet(site.templates, site.base, _LOST),
        # the live reload is a script that MkDocs puts into each page after every hook
        policy=None if build.serving else content_security_policy,
    )


def _outline(site: SiteSettings, document: Document) -> tuple[OutlineEntry, ...]:
    return tuple(
        OutlineEntry(entry.number, entry.title, site.address(entry.path, document.locale))
        for entry in outline(document)
    )


def _listed(site: SiteSettings, path: str, locale: str) -> SitemapEntry:
    return SitemapEntry(
        site.absolute(path, locale),
        tuple(Alternate(tag, site.absolute(path, tag)) for tag in site.languages),
        site.absolute(path, site.languages[0]),
    )
