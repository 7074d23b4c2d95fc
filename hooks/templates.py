"""Read templates from overrides/ alone (see diptych/site/templates.py)."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from build_state import STATE, project_folder
from diptych.files.folder import listed
from diptych.publication.addresses import WINDOWS
from diptych.site.templates import prepare


@event_priority(80)  # after the site's place is known, before the theme's files are listed
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # Ours are complete; the theme brings some twelve thousand files that no page asks for.
    config.theme.dirs = [str(config.theme.custom_dir)]
    config.theme.static_templates.add(WINDOWS)
    return config


@event_priority(100)  # before any template is loaded
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    folder = project_folder(config)
    if STATE.serving:
        prepare(env, folder, STATE.pages, _around_pages(Path(str(config.theme.custom_dir))))
    else:
        prepare(env, folder)


def _around_pages(templates: Path) -> object:
    """What every page may be made of besides what its template is given: templates, lists and
    which pages there are, to which it may lead.
    """
    lists = STATE.settings.beside if STATE.settings else ()
    documents = [text for work in STATE.works.values() for text in work.bitext.documents]
    return (
        tuple(listed(templates)),
        tuple(path.read_bytes() for path in lists if path.is_file()),
        tuple(page.file for document in documents for page in document.pages),
    )
