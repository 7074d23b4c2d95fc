"""Write a file whole or not at all.

It is written beside its place under a fixed name, which the next writer takes over: what a killed
writer left does not stay.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows, where a file that is open cannot be taken over anyway
    fcntl = None  # type: ignore[assignment]

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`; whatever interrupts it, what stood there stays or is replaced whole.

    A link is followed; what is no file, as /dev/null, is written as it is. Raises `OSError` where
    the folder is missing, not writable or full.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content)
        return
    place = path.resolve()
    begun = place.with_name(f".{place.name}.begun")
    with _alone(begun) as opened:
        try:
            os.ftruncate(opened, 0)
            with os.fdopen(opened, "wb", closefd=False) as file:
                file.write(content)
            os.fsync(opened)
            begun.chmod(_usual_mode())
            begun.replace(place)
        except BaseException:
            begun.unlink(missing_ok=True)
            raise


@contextmanager
def _alone(begun: Path) -> Iterator[int]:
    """The descriptor of the open file at `begun`, which no other writer has."""
    while True:
        opened = os.open(begun, _FLAGS, 0o600)
        try:
            if fcntl is None:
                yield opened
                return
            with suppress(OSError):  # a file system that knows no locks
                fcntl.flock(opened, fcntl.LOCK_EX)
            if _is_at(opened, begun):  # its last writer has not put it in its place meanwhile
                yield opened
                return
        finally:
            os.close(opened)


def _is_at(opened: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(opened), path.lstat())
    except FileNotFoundError:
        return False


def _usual_mode() -> int:
    """The permission bits that a file made here usually has."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
