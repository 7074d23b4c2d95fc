"""What stands in a folder, as the file system tells it: no link is followed, no file is opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from diptych.errors import Problem, Unreadable
from diptych.files.opening import named, not_readable
from diptych.wording import Wording

ENTRIES = 100_000
"""The most files and folders that may stand in a folder, at all depths together."""
DEPTH = 40
"""The most folders that may be nested in one another."""

_JUNCTION = 0xA0000003
"""What Windows calls a folder that is a link to another."""


class EntryKind(Enum):
    """What an entry of a folder is."""

    FILE = auto()
    FOLDER = auto()
    LINK = auto()
    OTHER = auto()
    """A device, a pipe, a socket."""


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """A file or a folder below the folder that was listed."""

    path: str
    """The path below that folder, with forward slashes."""
    kind: EntryKind
    size: int
    changed: int
    """When it last changed, in nanoseconds of the system's clock."""

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The path of the folder it stands in; empty for the one that was listed."""
        return self.path.rpartition("/")[0]


def listed(root: Path, most: int = ENTRIES) -> Iterator[FolderEntry]:
    """All that stands below `root`, by name; a folder comes before what it holds.

    Raises `Unreadable` at a folder that cannot be read, and where there are more entries than
    `most` or deeper ones than `DEPTH`.
    """
    left = most
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        found = _entries(root, folder, left)
        left -= len(found)
        if left < 0:
            raise Unreadable(Problem(named(root / folder), _too_many(most)))
        inner = [entry.path for entry in found if entry.kind is EntryKind.FOLDER]
        if inner and folder.count("/") + 1 >= DEPTH:
            raise Unreadable(Problem(named(root / folder), _TOO_DEEP))
        yield from found
        waiting += reversed(inner)


def _entries(root: Path, folder: str, most: int) -> list[FolderEntry]:
    """The entries of `folder`, by path; where there are more than `most`, `most` + 1 of them."""
    found: list[FolderEntry] = []
    try:
        with os.scandir(root / folder) as scanned:
            for one in scanned:
                try:
                    state = one.stat(follow_symlinks=False)
                except FileNotFoundError:  # gone since it was listed
                    continue
                path = f"{folder}/{one.name}" if folder else one.name
                found.append(FolderEntry(path, _kind(state), state.st_size, state.st_mtime_ns))
                if len(found) > most:
                    break
    except OSError as error:
        raise not_readable(named(root / folder), error, folder=True) from error
    return sorted(found, key=lambda entry: entry.path)


def _kind(state: os.stat_result) -> EntryKind:
    mode = state.st_mode
    if stat.S_ISLNK(mode) or getattr(state, "st_reparse_tag", 0) == _JUNCTION:
        return EntryKind.LINK
    if stat.S_ISDIR(mode):
        return EntryKind.FOLDER
    return EntryKind.FILE if stat.S_ISREG(mode) else EntryKind.OTHER


def _too_many(most: int) -> Wording:
    return Wording(
        vi=f"có trên {most} tệp và thư mục nên không được đọc; hãy bỏ bớt",
        en=f"there are more than {most} files and folders here, too many to be read; remove some",
    )


_TOO_DEEP = Wording(
    vi=f"các thư mục lồng nhau trên {DEPTH} bậc nên không được đọc; hãy xếp lại",
    en=f"the folders are nested deeper than {DEPTH}, too deep to be read; rearrange them",
)
