"""Add the pages that no file holds, in each language (see diptych/publication/derived_pages.py)."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from build_state import STATE, i18n, site_settings


@event_priority(-200)  # after static-i18n, which asks of every file where it was read from
def on_files(files: Files, config: MkDocsConfig) -> Files:
    locale = i18n(config).current_language
    if locale not in i18n(config).build_languages:
        return files
    for path in STATE.derived(locale):
        file = File.generated(
            config, f"{locale}/{path}", content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.dest_uri = f"{site_settings(config).address(path, locale)}index.html"
        files.append(file)
    return files
