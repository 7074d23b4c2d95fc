"""Add the pages that no file holds, in each language (see diptych/publication/derived_pages.py).

They are laid out from the pages of the text, once these are rendered in all languages.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from build_state import STATE, i18n, site_settings
from diptych.project.bitext import Bitext
from diptych.publication.derived_pages import DerivedPage
from diptych.safety.finished import Intended
from diptych.site.rendering.page_blocks import serialised
from diptych.site.rendering.page_layout import laid_out


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


@event_priority(-60)  # after a page that renders otherwise has stopped the build
def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    if STATE.waiting:  # see hooks/made_anew.py
        return
    locale = i18n(config).current_language
    for work in STATE.works.values():
        for path, derived in work.derived(locale).items():
            file = files.get_file_from_path(f"{locale}/{work.placed(path)}")
            if file is not None:
                lay_out(file, locale, derived, work.bitext)


def lay_out(file: File, locale: str, derived: DerivedPage, bitext: Bitext) -> None:
    """Fill a page from those of the texts, which are rendered."""
    if file.page is None:
        return
    root = laid_out(bitext, STATE.texts, derived, locale, file.page.url)
    file.page.content = serialised(root)
    STATE.intended[file.dest_uri] = Intended.of(root)
