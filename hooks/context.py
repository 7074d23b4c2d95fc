"""Give the templates what they show."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from page_context import context_of
from site_context import languages, outlines, sitemap


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    context["programme"] = context_of(page, config)
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    context["programme_sitemap"] = sitemap(config)
    context["programme_languages"] = languages(config)
    context["programme_outlines"] = outlines()
    return context
