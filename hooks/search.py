"""Index the text for the search window: one index per language, one record per provision."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from build_state import STATE, outermost
from diptych.publication.addresses import INDEX
from diptych.site.file_writing import write_files
from diptych.site.search.index import Indexing, made_index
from diptych.site.search.pagefind import PagefindError, stop


@event_priority(-100)  # after the check
def on_files(files: Files, config: MkDocsConfig) -> None:
    if outermost(config) and STATE.bitext and not STATE.serving:
        STATE.index = Indexing(STATE.bitext)


def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    if outermost(config) and STATE.bitext and STATE.serving:
        STATE.later[f"{INDEX}/"] = partial(made_index, STATE.bitext)


def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config) or not STATE.report or not STATE.index:
        return
    try:
        files = STATE.index.result()
    except PagefindError as error:
        raise PluginError(f"The search index could not be made: {error}") from error
    write_files(files, Path(config.site_dir), STATE)


def on_shutdown() -> None:
    stop()
