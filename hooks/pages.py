"""Hold each rendered page against the model and anchor it; each page of the text is rendered once.

What shows both languages needs the texts of both while the first is built: those of the other are
rendered then, and its own build is given them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from admission import unknown
from build_state import STATE, i18n, locale_of, outermost
from diptych.diagnostics.rendered_otherwise import rendered_unsafe
from diptych.model import Provision
from diptych.safety.finished import Intended
from diptych.safety.guard import forbidden, make_harmless, without_comments
from diptych.site.rendering.anchors import anchored
from diptych.site.rendering.comparison import compared
from diptych.site.rendering.layout import RenderedText
from diptych.site.rendering.page_blocks import parsed, serialised
from diptych.site.rendering.standing import mark_standings
from diptych.site.rendering.term_links import link_terms
from diptych.site.rendering.typography import typeset
from page_context import context_of
from site_context import languages, outlines, sitemap


class _Read:
    """The files of all languages, as they were read."""

    files: Files | None = None


def on_files(files: Files, config: MkDocsConfig) -> None:
    if outermost(config):
        _Read.files = Files(list(files))


@event_priority(-40)  # before a page that renders otherwise stops the build
def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    """Render the texts of the other language, which is built after this one."""
    if not outermost(config) or _Read.files is None:
        return
    plugin: Any = i18n(config)
    own = plugin.current_language
    for other in plugin.build_languages:
        if other != own:
            plugin.current_language = other
            _render_ahead(plugin.reconfigure_files(_Read.files, config), config)
    plugin.current_language = own


def _render_ahead(files: Files, config: MkDocsConfig) -> None:
    for file in files.documentation_pages():
        page = Page(None, file, config)
        model = STATE.page(locale_of(page), file.src_uri)
        if model is None or model.editorial:
            continue
        page.read_source(config)
        changed = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.markdown = changed
        page.render(config, files)
        page.content = config.plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        STATE.ahead[file.src_uri] = page


@event_priority(-100)  # after any other change to the Markdown
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return "" if page.file.src_uri in STATE.ahead else markdown


@event_priority(-100)  # after any other change to the content
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> Markup:
    if ahead := STATE.ahead.get(page.file.src_uri):
        return _taken(ahead, page, files)
    locale = locale_of(page)
    model = STATE.page(locale, page.file.src_uri)
    if model is None:
        return _unknown(html, page)
    root = parsed(html)
    without_comments(root)
    if found := forbidden(root):
        STATE.rendered_otherwise.append(rendered_unsafe(model, locale, *found))
        return Markup()
    if not model.editorial:
        STATE.texts[page.file.src_uri] = RenderedText(root, page.url)
    pairs, difference = compared(root, model, locale)
    if difference:
        STATE.rendered_otherwise.append(difference)
        return serialised(root)
    if not model.editorial and (explained := STATE.explained(locale)):
        for expected, block in pairs:
            if isinstance(expected.node, Provision):
                link_terms(block.holder, explained)
    anchored(root, pairs, model, locale, STATE.citations_elsewhere(locale))
    if not model.editorial and (standings := STATE.standings(locale)):
        mark_standings(pairs, standings, locale)
    typeset(root)
    _rename_headings(
        page.toc, [division.id for division in model.own_divisions() if division.heading]
    )
    # MkDocs looks up the links it saw before (#fn:1) and those to our ids alike.
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *map(str, root.xpath("//@id"))}
    STATE.intended[page.file.dest_uri] = Intended.of(root)
    return serialised(root)


def _taken(ahead: Page, page: Page, files: Files) -> Markup:
    """What `ahead` was rendered as, with what MkDocs knows of it, for `page` in its own build."""
    page.toc = ahead.toc
    page.present_anchor_ids = ahead.present_anchor_ids
    page.links_to_anchors = {
        file: anchors
        for linked, anchors in (ahead.links_to_anchors or {}).items()
        if (file := files.get_file_from_path(linked.src_uri))
    }
    return Markup(ahead.content)  # noqa: S704 - it was serialised


def _unknown(html: str, page: Page) -> Markup:
    """What is shown of a page that the model does not know: of a derived one nothing, since it is
    made from others'; while the texts cannot be read, what the guard makes harmless.
    """
    locale, path = locale_of(page), page.file.src_uri
    if path.removeprefix(f"{locale}/") in STATE.derived(locale):
        return Markup()
    if not STATE.serving:
        raise Abort(unknown(page.file))
    root = parsed(html)
    make_harmless(root)
    return serialised(root)


def _rename_headings(toc: Iterable[AnchorLink], ids: list[str]) -> None:
    """Give MkDocs' own table of contents the model's ids, in reading order."""
    for item in toc:
        item.id = ids.pop(0)
        _rename_headings(item.children, ids)


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
