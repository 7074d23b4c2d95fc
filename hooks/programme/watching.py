"""Waiting for a change of the files that a check reads, by looking at them again and again.

Looking needs no library and holds on every system, in containers and on network drives, where
notices of changes get lost; the files are few.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from programme.configuration import Settings

PAUSE = 0.3
"""Seconds between two looks."""

Stamps = dict[Path, tuple[int, int]]
"""Of each file its time and its size."""


def watched(settings: Settings, folder: Path) -> tuple[Path, ...]:
    """What a check with `settings` reads: folders and files, the configuration in `folder` too."""
    return (*settings.roots, *settings.beside, folder / "pyproject.toml")


def stamps(paths: Iterable[Path]) -> Stamps:
    """How the files at and below `paths` stand now."""
    found: Stamps = {}
    for path in paths:
        for file in sorted(path.rglob("*.md")) if path.is_dir() else [path]:
            try:
                state = file.stat()
            except OSError:  # gone, or about to be written
                continue
            found[file] = (state.st_mtime_ns, state.st_size)
    return found


def changes(paths: Iterable[Path], pause: float = PAUSE) -> Iterator[None]:
    """Yield at once, and again after each change, when what is being saved has come to rest."""
    looked_at = tuple(paths)
    seen = stamps(looked_at)
    yield
    while True:
        time.sleep(pause)
        now = stamps(looked_at)
        if now == seen:
            continue
        while now != seen:
            seen = now
            time.sleep(pause)
            now = stamps(looked_at)
        yield
