"""Send readers stylesheets within their pages, and scripts without comments."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from build_state import i18n, outermost, refusals
from diptych.site.assets import (
    STYLESHEETS,
    WIDER,
    WORKERS,
    finish_assets,
    need_typefaces,
    need_wider,
)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    languages = i18n(config).build_languages
    with refusals():
        need_typefaces(Path(str(config.theme.custom_dir)), languages)
    wider = () if need_wider(languages) else (WIDER,)
    # they stand in the pages, or at the site's root, or have letters of other languages
    for file in [file for file in files if file.src_uri.startswith((STYLESHEETS, WORKERS, *wider))]:
        files.remove(file)
    return files


@event_priority(-150)  # after static-i18n, which writes them once for every language
def on_post_build(config: MkDocsConfig) -> None:
    if outermost(config):
        finish_assets(Path(str(config.theme.custom_dir)), Path(config.site_dir))
