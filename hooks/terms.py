"""Lead explained terms to the glossary, and write what the notes at a term say."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from build_state import STATE, locale_of, outermost
from links import address
from programme.exports.terms import FILE, explained_terms, glossary_page
from programme.rendering.terms import SCHEME


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    locale = locale_of(page)
    document = STATE.document(locale)
    if document is None:
        return output
    listed = get_relative_url(address(glossary_page(document), locale), page.url)
    return output.replace(f'href="{SCHEME}', f'href="{listed}#')


def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config) or not STATE.report:
        return
    for document in STATE.report.bitext.documents:
        if page := glossary_page(document):
            terms = explained_terms(STATE.report.bitext, document)
            target = Path(config.site_dir) / address(page, document.locale) / FILE
            target.parent.mkdir(parents=True, exist_ok=True)  # its language may be built later
            target.write_text(json.dumps(terms, ensure_ascii=False), encoding="utf-8")
