"""Publish the rule reference: a page a rule, generated, in each language."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from build_state import i18n
from page_context import address
from programme.reference import all_guides
from programme.views.rules import rule_page


@event_priority(-200)  # after static-i18n, which asks of every file where it was read from
def on_files(files: Files, config: MkDocsConfig) -> Files:
    locale = str(config.theme["language"])
    if locale not in i18n(config).build_languages:
        return files
    for guide in all_guides():
        page = rule_page(guide, locale)
        file = File.generated(
            config,
            f"{locale}/{page.path}",
            content=page.markdown,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        file.dest_uri = f"{address(page.path, locale)}index.html"
        files.append(file)
    return files
