"""Under `mkdocs serve`, show on every page what was found, and go on."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from watchdog.observers.polling import PollingObserverVFS

from build_state import STATE, locale_of, outermost, project_folder, refusals, site_settings
from diptych.errors import BadConfiguration
from diptych.project.settings import settings
from diptych.site.parity import with_panel
from diptych.site.serving import need_address

_PAUSE = 0.5
"""Seconds between two looks at the files, as MkDocs has it."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    STATE.serving = command == "serve"


@event_priority(110)  # before anything is read
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if STATE.serving and outermost(config):
        if not STATE.listening:  # a rebuild has the address already
            with refusals():
                need_address(*config.dev_addr)
            STATE.listening = True
        _count_no_warnings(config)
    return config


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    unreadable = {Path(problem.file).resolve() for problem in STATE.problems}
    if STATE.serving and Path(page.file.abs_src_path or "").resolve() in unreadable:
        return "# …\n"  # the panel names the file
    return None


@event_priority(-1100)  # after the last look at the page, which may find something
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    if not STATE.serving:
        return output
    return with_panel(output, STATE, site_settings(config), locale_of(page), page.url)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    given = [path for path in (config.docs_dir, config.config_file_path) if path]
    for name in given:
        server.unwatch(name)
    # without walking through links, which may never end
    server.observer = PollingObserverVFS(  # type: ignore[assignment]
        os.lstat, os.scandir, polling_interval=_PAUSE
    )
    folder = project_folder(config)
    watched = [*map(Path, given), folder / "pyproject.toml", folder / "overrides"]
    with suppress(BadConfiguration):
        watched += settings(folder).beside
    for path in watched:
        server.watch(str(path))
    return server


def _count_no_warnings(config: MkDocsConfig) -> None:
    """A warning must not end the session, nor keep back the pages of a rebuild."""
    # for the other languages' builds; this one counts since before its events
    config.strict = False
    logger = logging.getLogger("mkdocs")
    for handler in [known for known in logger.handlers if isinstance(known, CountHandler)]:
        logger.removeHandler(handler)
