"""A folder beside the site in which it is written, and its way to the site's place.

Each build has a folder of its own and holds a lock on it as long as it lives: what a killed build
left is known by its lock being free, and is ended or taken away by the next.

The site's folder stays the folder that it is (see `filling.py`). Where it holds nothing but the
site, the new site first takes its place as a whole, in one step, then fills it, and gives the place
back in one step: whoever comes by its path sees the old site or the new one, whatever happens.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from diptych.site.staging.filling import ARRIVING, bring, exchanged, fill, hidden
from diptych.site.staging.place import refuse, where

try:
    import fcntl
except ImportError:  # not on Windows: nothing is locked there, and nothing taken away
    fcntl = None  # type: ignore[assignment]

_NEW = "new"
"""The name, in the build's folder, of the site being written; for a moment, of the site's own
folder."""
_ORIGIN = "origin"
"""The name of the file with the inode of the site's own folder while another may have its place."""


class Staging:
    """The site being written. Raises `OSError` where it cannot be, `NoPlace` where it must not."""

    def __init__(self, target: Path, read: Sequence[Path] = ()) -> None:
        """Begin to write a site for `target`; nothing of what the build reads, `read`, may be
        there.
        """
        self.target = target
        self._place = where(target)
        refuse(target, self._place, read)
        self._place.parent.mkdir(parents=True, exist_ok=True)
        with _alone(self._place.parent) as alone:
            if alone:
                _end_what_was_left(target, self._place)
            self._own = _own_folder(target, self._place)
            self._lock = _locked(self._own)
        self.folder = self._own / _NEW
        self.folder.mkdir()

    def put(self) -> None:
        """Put the site that was written in its place. Raises `OSError`; the old site is then there.

        A signal waits until that is done.
        """
        with _undisturbed(), _alone(self._place.parent):
            _put(self._own, self._place)
        self.leave()

    def leave(self) -> None:
        """Take away what still stands beside the site."""
        if not _holds_the_original(self._own):
            shutil.rmtree(self._own, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _put(own: Path, place: Path) -> None:
    fresh = own / _NEW
    if not place.exists():
        with suppress(OSError):  # another file system
            fresh.rename(place)
            return
        place.mkdir()
    if not any(hidden(place)):
        (own / _ORIGIN).write_text(str(place.stat().st_ino), encoding="utf-8")
        if exchanged(fresh, place):
            _give_back(own, place)
            return
    fill(place, fresh)


def _give_back(own: Path, place: Path) -> None:
    """Fill the site's own folder with the site in its place, then put the folder back there."""
    try:
        fill(own / _NEW, place)
    finally:
        exchanged(own / _NEW, place)


def _holds_the_original(own: Path) -> bool:
    """Whether `own` in the folder of a build is the site's own folder."""
    with suppress(OSError, ValueError):
        return int((own / _ORIGIN).read_text(encoding="utf-8")) == (own / _NEW).stat().st_ino
    return False


def _end_what_was_left(target: Path, place: Path) -> None:
    for own in [*_named(target.parent, _prefix(target)), *_named(place, ARRIVING)]:
        if (lock := _locked(own)) is None:
            continue  # another build writes it
        if _holds_the_original(own):
            _end_exchange(own, place)
        bring(place, own)
        if not _holds_the_original(own):
            shutil.rmtree(own, ignore_errors=True)
        os.close(lock)


def _end_exchange(own: Path, place: Path) -> None:
    """Give the site's own folder its place back, where a build ended before that."""
    original = own / _NEW
    for arriving in _named(original, ARRIVING):
        bring(original, arriving)
        shutil.rmtree(arriving, ignore_errors=True)
    if place.exists():
        _give_back(own, place)
    else:
        original.rename(place)


def _prefix(target: Path) -> str:
    return f".{target.name}."


def _named(folder: Path, prefix: str) -> list[Path]:
    """The folders in `folder` whose names begin with `prefix`, links left out."""
    if not folder.is_dir():
        return []
    found = [entry for entry in folder.iterdir() if entry.name.startswith(prefix)]
    return [entry for entry in found if entry.is_dir() and not entry.is_symlink()]


def _own_folder(target: Path, place: Path) -> Path:
    """A folder for one build, beside the site or, where nothing can be written there, within it."""
    try:
        return Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
    except OSError:
        if not place.is_dir():
            raise
        return Path(tempfile.mkdtemp(prefix=ARRIVING, dir=place))


def _locked(folder: Path) -> int | None:
    """A lock on `folder` that ends with the process; None if another process has it."""
    if fcntl is None:
        return None
    try:
        opened = os.open(folder, os.O_RDONLY)
    except OSError:  # another user's
        return None
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(opened)
        return None
    return opened


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Keep other builds from putting a site or looking for remains until the block is done.

    Yields False where that is unsure.
    """
    if fcntl is None:
        yield False
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        locked = False
        with suppress(OSError):  # a file system that knows no locks
            fcntl.flock(opened, fcntl.LOCK_EX)
            locked = True
        yield locked
    finally:
        os.close(opened)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let a request to end the process wait until the block is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    asked = [
        asking
        for asking in (signal.SIGINT, signal.SIGTERM)
        if signal.getsignal(asking) is not signal.SIG_IGN
    ]
    before = {asking: signal.signal(asking, lambda sent, _: came.append(sent)) for asking in asked}
    try:
        yield
    finally:
        for asking, handler in before.items():
            signal.signal(asking, handler)
        for sent in came[:1]:
            signal.raise_signal(sent)
