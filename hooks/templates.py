"""Read templates from overrides/ alone (see diptych/site/templates.py)."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from build_state import project_folder
from diptych.site.templates import prepare


@event_priority(80)  # after the site's place is known, before the theme's files are listed
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # Ours are complete; the theme brings some twelve thousand files that no page asks for.
    config.theme.dirs = [str(config.theme.custom_dir)]
    return config


@event_priority(100)  # before any template is loaded
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    prepare(env, project_folder(config))
