"""Let `mkdocs serve` build the site again when the texts, the lists or the look change."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from build_state import project_folder
from diptych.errors import BadConfiguration
from diptych.project.settings import settings

_PAUSE = 0.5
"""The seconds between two looks at the files, as MkDocs has them."""


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
    for path in filter(os.path.lexists, watched):  # a project may have no pyproject.toml
        server.watch(str(path))
    return server
