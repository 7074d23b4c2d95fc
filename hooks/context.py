"""Give the templates `page` and `site`: see diptych/site/context/__init__.py."""

from __future__ import annotations

from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from build_state import STATE, i18n, locale_of, site_settings
from diptych.site.context.page import RenderedPage, page_context
from diptych.site.context.site import site_context


@event_priority(-100)  # when all pages of this language are rendered
def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    STATE.around[i18n(config).current_language] = site_context(site_settings(config), STATE)


@event_priority(-100)  # MkDocs' own `page` is replaced, which other events of the kind may read
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    rendered = RenderedPage(
        path=page.file.src_uri,
        locale=locale_of(page),
        url=page.url,
        title=str(page.title),
        content=escape(page.content or ""),  # what on_page_content made safe is marked so
    )
    around = STATE.around[i18n(config).current_language]
    context |= {"page": page_context(rendered, site_settings(config), STATE), "site": around}
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    context["site"] = STATE.around[i18n(config).current_language]
    return context
