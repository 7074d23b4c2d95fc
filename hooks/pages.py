"""Put what front matter states, and the model's anchors, into each page as it is rendered."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from admission import unknown
from build_state import STATE, locale_of, site_settings
from diptych.diagnostics.rendered_otherwise import rendered_unsafe
from diptych.model import Provision
from diptych.publication.addresses import relative
from diptych.safety.finished import Intended
from diptych.safety.guard import forbidden, make_harmless, strip_unseen
from diptych.site.rendering.anchors import anchored
from diptych.site.rendering.comparison import Expected, compared
from diptych.site.rendering.document_links import link_documents
from diptych.site.rendering.page_blocks import Block, parsed, serialised
from diptych.site.rendering.page_layout import RenderedText
from diptych.site.rendering.standing import mark_standings
from diptych.site.rendering.term_links import link_terms
from diptych.site.rendering.typesetting import typeset


@event_priority(-90)  # before texts that were rendered already are left out
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    model = STATE.page(locale_of(page), page.file.src_uri)
    return "\n\n".join([*model.stated, markdown]) if model and model.stated else markdown


@event_priority(-100)  # after any other change to the content
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> Markup:
    if page.file.src_uri in STATE.ahead:
        return Markup()  # see hooks/rendered_ahead.py
    locale = locale_of(page)
    model = STATE.page(locale, page.file.src_uri)
    found = STATE.work_at(page.file.src_uri.partition("/")[2])
    if model is None or found is None:
        return _unknown(html, page)
    work, _ = found
    root = parsed(html)
    strip_unseen(root)
    if unsafe := forbidden(root):
        STATE.rendered_otherwise[page.file.src_uri] = rendered_unsafe(model, locale, *unsafe)
        return Markup()
    if not model.editorial:
        STATE.texts[page.file.src_uri] = RenderedText(root, page.url)
    pairs, difference = compared(root, model, locale)
    if difference:
        STATE.rendered_otherwise[page.file.src_uri] = difference
        return serialised(root)
    if not model.editorial:
        _link_documents(pairs, page, config)
    if not model.editorial and (explained := STATE.explained(locale)):
        for expected, block in pairs:
            if isinstance(expected.node, Provision):
                link_terms(block.holder, explained)
    anchored(root, pairs, model, work.bitext.words(locale), work.citations_elsewhere(locale))
    if not model.editorial and (standings := work.standings(locale)):
        mark_standings(pairs, standings, work.bitext.words(locale))
    typeset(root)
    _rename_headings(
        page.toc, [division.id for division in model.own_divisions() if division.heading]
    )
    # MkDocs looks up the links it saw before (#fn:1) and those to our ids alike.
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *map(str, root.xpath("//@id"))}
    STATE.intended[page.file.dest_uri] = Intended.of(root)
    return serialised(root)


def _link_documents(
    pairs: Iterable[tuple[Expected, Block]], page: Page, config: MkDocsConfig
) -> None:
    """Lead from where the text names another document of the site to that document."""
    locale, site = locale_of(page), site_settings(config)
    found = STATE.work_at(page.file.src_uri.partition("/")[2])
    published = STATE.published(locale, found[0]) if found else {}
    addresses = {
        number: relative(site.address(path, locale), page.url) for number, path in published.items()
    }
    for expected, block in pairs if addresses else ():
        if isinstance(expected.node, Provision):
            link_documents(block.holder, locale, addresses)


def _unknown(html: str, page: Page) -> Markup:
    """The HTML shown for a page that the model does not know.

    For a derived page it is empty, since that is made from others; while the texts cannot be read,
    it is what the guard makes harmless.
    """
    locale, path = locale_of(page), page.file.src_uri
    if STATE.derived_at(locale, path):
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
