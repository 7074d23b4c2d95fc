"""Write the site beside its place and put it there whole, or leave the last good one."""

from __future__ import annotations

import os
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from build_state import STATE, outermost, project_folder, refusals
from diptych.language.locales import users_language
from diptych.project.edition import last_change, undated
from diptych.site.publishing import Publishing, cannot_write, end_when_asked


class _Pending:
    """The site being written, one per process."""

    site: Publishing | None = None
    config: MkDocsConfig | None = None
    """The configuration of the build whose site is written."""


@event_priority(90)  # after the check, before anything reads site_dir
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not outermost(config):
        return config
    if why := undated(project_folder(config)):
        click.echo(why[users_language()], err=True)
    changed = last_change(project_folder(config))
    os.environ["SOURCE_DATE_EPOCH"] = str(int(changed.timestamp()))
    if not STATE.serving:
        end_when_asked()
        with refusals():
            _Pending.site = Publishing(Path(config.site_dir), _read(config))
        _Pending.config = config
        config.site_dir = str(_Pending.site.folder)
    return config


@event_priority(-200)  # after static-i18n, which builds the other languages in this event
def on_post_build(config: MkDocsConfig) -> None:
    if _Pending.site:
        _Pending.site.complete = outermost(config)


def on_build_error(error: Exception) -> None:
    # Also for a warning under --strict, which aborts after the last build event.
    if _Pending.site:
        _Pending.site.complete = False
    if isinstance(error, OSError) and not STATE.serving:
        with refusals():
            named = Path(error.filename or "")
            raise _Pending.site.failed(error) if _Pending.site else cannot_write(error, named)


def on_shutdown() -> None:
    # Reached on every way out, an interruption included.
    site, _Pending.site = _Pending.site, None
    if site is None:
        return
    if _Pending.config:
        _Pending.config.site_dir = str(site.target)  # `mkdocs gh-deploy` goes on with it
    with refusals():
        site.end()


def _read(config: MkDocsConfig) -> list[Path]:
    """The files and folders of the project that the build reads."""
    folder = project_folder(config)
    named = (config.theme.custom_dir, *config.hooks, config.config_file_path)
    found = [Path(config.docs_dir), *(folder / name for name in named if name)]
    if STATE.settings:
        found += [*STATE.settings.roots, *STATE.settings.beside]
    return found
