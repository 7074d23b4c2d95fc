"""A folder beside the site in which it is written, and its way to the site's place.

Each build has a folder of its own and holds a lock on it as long as it lives: what a killed build
left is known by its lock being free, and taken away by the next.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows: nothing is locked there, and nothing taken away
    fcntl = None  # type: ignore[assignment]

_OLD = "old"
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""


class Staging:
    """The site being written. Raises `OSError` where it cannot be."""

    def __init__(self, target: Path) -> None:
        self.target = target
        target.parent.mkdir(parents=True, exist_ok=True)
        with _alone(target.parent):
            _take_away_left_over(target)
            self.folder = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
            self._lock = _locked(self.folder)
        self.folder.chmod(0o755)

    def put(self) -> None:
        """Put what was written in the site's place: at any moment the old or the new is there."""
        if not self.target.exists():
            self.folder.rename(self.target)
        elif not _exchanged(self.folder, self.target):
            kept = Path(tempfile.mkdtemp(prefix=_prefix(self.target), dir=self.target.parent))
            self.target.rename(kept / _OLD)  # until the next line, the next build puts it back
            self.folder.rename(self.target)
            shutil.rmtree(kept, ignore_errors=True)
        self.leave()

    def leave(self) -> None:
        """Take away what still stands in the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _prefix(target: Path) -> str:
    return f".{target.name}."


def _take_away_left_over(target: Path) -> None:
    for folder in target.parent.glob(f"{_prefix(target)}*"):
        if not folder.is_dir() or (lock := _locked(folder)) is None:
            continue  # another build writes it
        if (folder / _OLD).is_dir() and not target.exists():
            (folder / _OLD).rename(target)
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _locked(folder: Path) -> int | None:
    """A lock on `folder` that ends with the process; None if another has it."""
    if fcntl is None:
        return None
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(opened)
        return None
    return opened


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While one build looks for what was left, no other makes a folder that has no lock yet."""
    if fcntl is None:
        yield
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can."""
    if sys.platform != "linux":
        return False
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        names = os.fsencode(one), os.fsencode(other)
        return bool(library.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    return False
