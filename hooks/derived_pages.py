"""Add the pages that no file holds, in each language: the bilingual views, the rule reference."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from build_state import STATE, i18n
from page_context import address
from programme.reference import all_guides, path_of
from programme.views.bilingual import bilingual_path
from programme.views.rules import rule_markdown


@event_priority(-200)  # after static-i18n, which asks of every file where it was read from
def on_files(files: Files, config: MkDocsConfig) -> Files:
    locale = str(config.theme["language"])
    if locale not in i18n(config).build_languages:
        return files
    for path, markdown in _derived(locale):
        file = File.generated(
            config, f"{locale}/{path}", content=markdown, inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.dest_uri = f"{address(path, locale)}index.html"
        files.append(file)
    return files


def _derived(locale: str) -> Iterator[tuple[str, str]]:
    """Path below the locale's folder and Markdown of each page."""
    for guide in all_guides():
        yield path_of(guide.code), rule_markdown(guide, locale)
    document = STATE.document(locale)
    for text in document.pages if document else ():
        if not text.editorial:
            title = json.dumps(text.title, ensure_ascii=False)  # a string of JSON is one of YAML
            yield bilingual_path(text.path), f"---\ntitle: {title}\nview: both\n---\n"
