"""Read templates from overrides/ alone, compile each once, without its writer's blanks.

What a template prints is escaped, unless it is marked as HTML (`markupsafe.Markup`) where it is
made; into a stylesheet or a script it goes through the filter of that kind.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.ext import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from build_state import project_folder
from diptych.safety.encoding import css_string, json_in_html
from diptych.safety.frame import marked

_CACHE = Path(".cache", "templates", "marked")
"""Jinja tells compiled templates apart by their source alone, not by how they were compiled."""


@event_priority(80)  # after the site's place is known, before the theme's files are listed
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # Ours are complete; the theme brings some twelve thousand files that no page asks for.
    config.theme.dirs = [str(config.theme.custom_dir)]
    return config


@event_priority(100)  # before any template is loaded
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.trim_blocks = env.lstrip_blocks = env.autoescape = True
    env.filters |= {"css_string": css_string, "json": json_in_html}
    env.add_extension(_Marked)
    env.bytecode_cache = _compiled(project_folder(config) / _CACHE)


class _Marked(Extension):
    """Marks what templates of pages open; the last look at a page takes the marks out."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return marked(source) if name and name.endswith(".html") else source


def _compiled(folder: Path) -> BytecodeCache | None:
    """Where compiled templates are kept from build to build, as Python keeps its modules."""
    if sys.dont_write_bytecode:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))
