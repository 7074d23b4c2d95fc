"""Waiting for a change of the files that a check reads, by looking at them again and again.

Looking needs no library and holds on every system, in containers and on network drives, where
notices of changes get lost; the files are few.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from diptych.errors import Unreadable
from diptych.files.folder import listed
from diptych.project.pairing import pairs
from diptych.project.settings import Settings

PAUSE = 0.3
"""Seconds between two looks."""

Stamps = dict[Path, tuple[int, int]]
"""The time of change in nanoseconds and the size in bytes of each file."""


def watched(settings: Settings, folder: Path) -> tuple[Path, ...]:
    """The folders and files that a check with `settings` reads, and the configuration."""
    return (*_texts(settings), *settings.beside, folder / "pyproject.toml")


def _texts(settings: Settings) -> tuple[Path, ...]:
    """The folders of the texts or, where patterns pair files, those files: a pattern may begin in
    a folder that has much else in it.
    """
    if settings.pairs:
        with suppress(Unreadable):
            root = settings.roots[0]
            found = pairs(root, settings.pairs, settings.exclude)
            return tuple(root / file for pair in found for file in pair)
    return settings.tops


def stamps(paths: Iterable[Path]) -> Stamps:
    """The stamps of the files at and below `paths`; below them no link is followed."""
    found: Stamps = {}
    for path in paths:
        with suppress(OSError, Unreadable):  # gone, about to be written, or too many
            if not path.is_dir():
                state = path.stat()
                found[path] = state.st_mtime_ns, state.st_size
                continue
            for entry in listed(path):
                found[path / entry.path] = entry.changed, entry.size
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
