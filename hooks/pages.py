"""Put the model's anchors into each rendered page, and its place in the programme at hand."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from build_state import STATE, locale_of
from page_context import context_of, sitemap
from programme.rendering.anchors import anchored
from programme.rendering.blocks import parsed, serialised
from programme.rendering.comparison import compared


@event_priority(-100)  # after any other change to the content
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    locale = locale_of(page)
    model = STATE.page(locale, page.file.src_uri)
    if model is None:
        return html
    root = parsed(html)
    pairs, difference = compared(root, model, locale)
    if difference:
        STATE.rendered_otherwise.append(difference)
        return html
    anchored(root, pairs, model, locale)
    return serialised(root)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    context["programme"] = context_of(page, config)
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    context["programme_sitemap"] = sitemap(config)
    return context
