"""Give a folder new entries while it stays the same folder.

A folder may be a mount, be mounted elsewhere, be a worktree of git or the web root of a server: to
put another in its place would be to take it from them. Each of its entries is exchanged for the new
one in one step. A journal beside them tells a later build how far that came. Hidden entries stay,
as MkDocs leaves them.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

ARRIVING = ".arriving."
"""The beginning of the names of folders, within the one to fill, in which new entries wait."""

_JOURNAL = ".journal"
"""The name of the file with the new entries and their inodes: where it stands, all have arrived."""
_OLD = ".old."
_HERE, _EXCHANGE = -100, 2
"""The values of AT_FDCWD and RENAME_EXCHANGE for renameat2(2)."""


def fill(folder: Path, fresh: Path) -> None:
    """Let `folder` hold what `fresh` holds, which stays; hidden entries of `folder` stay, too.

    At any moment each entry is the old or the new one. Raises `OSError`; all is then as it was.
    """
    arriving = Path(tempfile.mkdtemp(prefix=ARRIVING, dir=folder))
    try:
        journal = {}
        for entry in fresh.iterdir():
            if _is_mounted(folder / entry.name) and entry.is_dir():
                fill(folder / entry.name, entry)  # no other can be put in its place
                continue
            _copied(entry, arriving / entry.name)
            journal[entry.name] = _inode(arriving / entry.name)
        _write_journal(arriving, journal)
        bring(folder, arriving)
    finally:
        shutil.rmtree(arriving, ignore_errors=True)


def bring(folder: Path, arriving: Path) -> None:
    """Go on where `fill` was stopped, if all that is new had arrived; else `folder` is as it was.

    Raises `OSError`; all is then as it was.
    """
    try:
        journal = json.loads((arriving / _JOURNAL).read_bytes())
    except (OSError, ValueError):
        return
    done: list[str] = []
    try:
        for name in [*journal, *_surplus(folder, journal)]:
            if name not in journal or _inode(folder / name) != journal[name]:
                _change_places(arriving / name, folder / name)
            done.append(name)
    except OSError:
        for name in done:
            _change_places(arriving / name, folder / name)
        raise


def hidden(folder: Path) -> Iterator[Path]:
    """The entries of `folder` that are not the site's."""
    return (
        entry
        for entry in folder.iterdir()
        if entry.name.startswith(".") and not entry.name.startswith(ARRIVING)
    )


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two entries of folders in one step; False where the system cannot."""
    if sys.platform != "linux":
        return False
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        names = os.fsencode(one), os.fsencode(other)
        return bool(library.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    return False


def _surplus(folder: Path, journal: dict[str, int]) -> list[str]:
    """The entries of `folder` that the new site, as `journal` has it, no longer has."""
    names = [entry.name for entry in folder.iterdir() if not _is_mounted(entry)]
    return [name for name in names if name not in journal and not name.startswith(".")]


def _change_places(waiting: Path, there: Path) -> None:
    """Exchange two entries, of which either may be missing."""
    if exchanged(waiting, there):
        return
    old = waiting.with_name(f"{_OLD}{waiting.name}")
    if os.path.lexists(there):
        there.rename(old)
    if os.path.lexists(waiting):
        waiting.rename(there)
    if os.path.lexists(old):
        old.rename(waiting)


def _write_journal(arriving: Path, journal: dict[str, int]) -> None:
    begun = arriving / f"{_JOURNAL}.begun"
    begun.write_text(json.dumps(journal), encoding="utf-8")
    begun.rename(arriving / _JOURNAL)


def _copied(entry: Path, to: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.copytree(entry, to, symlinks=True, copy_function=_linked)
    else:
        _linked(str(entry), str(to))


def _linked(entry: str, to: str) -> None:
    """Give `entry` a second name `to`, or copy it onto another file system."""
    try:
        os.link(entry, to, follow_symlinks=False)
    except OSError:
        shutil.copy2(entry, to, follow_symlinks=False)


def _inode(path: Path) -> int:
    """The number by which an entry is known under another name; 0 where there is none."""
    return path.lstat().st_ino if os.path.lexists(path) else 0


def _is_mounted(path: Path) -> bool:
    return path.is_dir() and os.path.ismount(path)
