"""Write the files that the site has besides its pages, which are made while pages are rendered, or
when they are asked for where the site is served.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from build_state import STATE, names_of_site, outermost, project_folder, site_settings
from diptych.editions.last import publication_day
from diptych.editions.tags import dated_editions
from diptych.project.edition import edition_of
from diptych.site.feed import feeds
from diptych.site.file_writing import add_files
from diptych.site.files import makers_of_site_files
from diptych.site.files_being_made import FilesBeingMade, NotMade


@event_priority(80)  # as soon as the texts are read, while there is one thread
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not outermost(config) or not STATE.settings or not STATE.bitext:
        return config
    folder = project_folder(config)
    edition = edition_of(STATE.bitext, STATE.settings, folder, config.site_url or "")
    known = dated_editions(folder)
    works = tuple(
        replace(each, published=publication_day(each.bitext, folder, known))
        for each in edition.works
    )
    edition = replace(edition, beside=works) if edition.beside else works[0]
    more = feeds(edition, STATE.history, names_of_site(config))
    if STATE.serving:
        STATE.later |= makers_of_site_files(edition, more)
    else:
        STATE.making = FilesBeingMade(edition, more)
    return config


@event_priority(-100)  # after static-i18n, which builds the other languages in this event
def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config) or not STATE.report or not STATE.making:
        return
    try:
        files = STATE.making.result()
    except NotMade as error:
        raise PluginError(f"The files beside the pages could not be made: {error}") from error
    add_files(files, Path(config.site_dir), site_settings(config), STATE)


def on_shutdown() -> None:
    if STATE.making:
        STATE.making.stop()
