"""Show a page's pictures wherever its text is shown."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from build_state import i18n
from diptych.site.rendering.pictures import led


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    original = i18n(config).default_language

    def address(path: str) -> str:
        return get_relative_url(path.removeprefix(f"{original}/"), page.url)

    return led(output, address)
