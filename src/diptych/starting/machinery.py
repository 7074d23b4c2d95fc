"""What a project needs beside its own: the library, and the files that machinery.toml lists.

A wheel carries those files; a checkout, which an editable installation leads to, has them.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from diptych.errors import DiptychError
from diptych.wording import Wording

_HERE = Path(__file__).parent
_PACKAGE = _HERE.parent
_CARRIED = _HERE / "machinery"
_LEFT_OUT = (".pyc", ".begun")
"""Suffixes of files that Python and editors leave beside others."""


class MachineryMissing(DiptychError):
    """The library as installed has nothing to make a site with; `wording` says it."""

    def __init__(self) -> None:
        self.wording = Wording(
            vi="bản cài đặt này không có các tệp của trang; hãy cài gói (wheel) hoặc chạy trong "
            "bản sao (clone) của kho",
            en="this installation lacks the files of the site; install the wheel, or run the "
            "command in a clone of the repository",
        )
        super().__init__(self.wording.en)


def library_files() -> dict[PurePosixPath, bytes]:
    """The files of the library, by their paths in a project."""
    below = PurePosixPath("src") / _PACKAGE.name
    return {
        below / path.relative_to(_PACKAGE).as_posix(): path.read_bytes()
        for path in _files_below(_PACKAGE)
        if _CARRIED not in path.parents
    }


def machinery_files() -> dict[PurePosixPath, bytes]:
    """The files that machinery.toml lists, by their paths in a project.

    Raises `MachineryMissing`.
    """
    root = _CARRIED if _CARRIED.is_dir() else _PACKAGE.parent.parent
    listed = tomllib.loads((_HERE / "machinery.toml").read_text(encoding="utf-8"))
    files = [root / name for name in listed["files"]]
    folders = [root / name for name in listed["folders"]]
    if not all(path.is_file() for path in files) or not all(path.is_dir() for path in folders):
        raise MachineryMissing
    files += (path for folder in folders for path in _files_below(folder))
    return {PurePosixPath(path.relative_to(root).as_posix()): path.read_bytes() for path in files}


def _files_below(folder: Path) -> Iterator[Path]:
    """The files in `folder` and below; no link is followed."""
    for place, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if name != "__pycache__")
        for name in sorted(files):
            path = Path(place, name)
            if not path.is_symlink() and not name.endswith(_LEFT_OUT):
                yield path
