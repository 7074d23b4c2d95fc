"""Refuse the build when the two languages disagree."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from build_state import STATE, outermost, refusals, site_settings
from diptych.site.parity import check_texts, read_texts, refuse_rendered_otherwise


@event_priority(100)  # before anything is read or written
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if outermost(config):
        STATE.begin()
        with refusals():
            read_texts(STATE, site_settings(config), Path(config.docs_dir))
    return config


@event_priority(100)
def on_pre_build(config: MkDocsConfig) -> None:
    if outermost(config) and not STATE.serving:  # see hooks/serving.py
        with refusals():
            check_texts(STATE)


@event_priority(-50)  # when all pages of this language are rendered, before any is written
def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    with refusals():
        refuse_rendered_otherwise(STATE)
