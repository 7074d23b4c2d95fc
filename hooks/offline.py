"""Lay ready what browsers keep for readers without a network, when all else of the site is made."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from build_state import STATE, outermost, site_settings
from diptych.site.file_writing import write_files
from diptych.site.offline import PAGE, offline_files


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not STATE.serving and site_settings(config).offline:
        config.theme.static_templates.add(PAGE)
    return config


@event_priority(-180)  # when scripts are as they are sent, before the last look
def on_post_build(config: MkDocsConfig) -> None:
    if outermost(config) and STATE.report and not STATE.serving:
        folder = Path(config.site_dir)
        write_files(offline_files(folder, site_settings(config), STATE), folder, STATE)
