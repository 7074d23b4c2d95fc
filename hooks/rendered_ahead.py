"""Render each text once, though its language is built after one whose pages show it.

static-i18n builds one language after the other, and a bilingual page shows the texts of both. So
the first build renders the texts of the others, which take them over when their turn comes.
"""

from __future__ import annotations

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_state import STATE, i18n, locale_of, outermost


class _Read:
    """The files of all languages, as they were read."""

    files = Files([])


def on_files(files: Files, config: MkDocsConfig) -> None:  # before static-i18n chooses a language's
    if outermost(config):
        _Read.files = Files(list(files))


@event_priority(-40)  # before a page that renders otherwise than written stops the build
def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    if not outermost(config) or STATE.waiting:  # see hooks/made_anew.py
        return
    plugin = i18n(config)
    own = plugin.current_language
    try:
        for other in plugin.build_languages:
            if other != own:
                plugin.current_language = other
                _render(plugin.reconfigure_files(_Read.files, config), config)
    finally:
        plugin.current_language = own


def _render(files: Files, config: MkDocsConfig) -> None:
    """Render the pages of the text among `files` as MkDocs does, with every hook and plugin."""
    events = config.plugins
    for file in files.documentation_pages():
        page = Page(None, file, config)
        model = STATE.page(locale_of(page), file.src_uri)
        if model is None or model.editorial:
            continue
        page.read_source(config)
        page.markdown = events.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = events.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        STATE.ahead[file.src_uri] = page


@event_priority(-100)  # after any other change to the Markdown
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return "" if page.file.src_uri in STATE.ahead else markdown


@event_priority(-110)  # after the page's anchors
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    ahead = STATE.ahead.get(page.file.src_uri)
    if ahead is None:
        return html
    page.toc = ahead.toc
    page.present_anchor_ids = ahead.present_anchor_ids
    page.links_to_anchors = {
        file: anchors
        for linked, anchors in (ahead.links_to_anchors or {}).items()
        if (file := files.get_file_from_path(linked.src_uri))
    }
    return Markup(ahead.content)  # noqa: S704 - it was serialised
