"""Lead explained terms to the glossary."""

from __future__ import annotations

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from build_state import STATE, locale_of, site_settings
from diptych.publication.addresses import relative
from diptych.site.glossary_notes import glossary_page
from diptych.site.rendering.term_links import SCHEME

_OPENING = '<a class="term" href="'


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    locale = locale_of(page)
    document = STATE.document(locale)
    if document is None:
        return output
    glossary = site_settings(config).address(glossary_page(document), locale)
    listed = escape(relative(glossary, page.url))
    # neither text nor an attribute holds this opening: the one escapes "<", the other quotes
    return output.replace(f"{_OPENING}{SCHEME}", f"{_OPENING}{listed}#")
