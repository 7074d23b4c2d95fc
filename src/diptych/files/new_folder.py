"""Fill a folder that holds nothing yet, with all of its files or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

_BEGUN = ".new.begun"
_OF_GIT = ".git"
"""What a clone of a repository without commits holds."""


def holds_something(folder: Path) -> bool:
    """Whether `folder` is there with anything in it but git's own, or is no folder.

    Raises `OSError` where it cannot be looked at.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return True
    return folder.is_dir() and any(path.name != _OF_GIT for path in folder.iterdir())


def fill(folder: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    """Write `files`, by their paths below `folder`, which is made if it is not there.

    They are written aside and put in place last; whatever interrupts it, none of them is left.
    Raises `OSError`, `FileExistsError` where the folder holds something.
    """
    if holds_something(folder):
        raise FileExistsError(folder)
    missing = [folder] if not folder.exists() else []
    missing += [above for above in folder.parents if not above.exists()]
    begun = folder / _BEGUN
    placed: list[Path] = []
    try:
        for path, content in files.items():
            _assert_below(path)
            aside = begun / path
            aside.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(content)
        for entry in sorted(begun.iterdir()):
            if os.path.lexists(place := folder / entry.name):  # someone else has put it there
                raise FileExistsError(place)
            entry.rename(place)
            placed.append(place)
        begun.rmdir()
    except BaseException:
        for written in (*placed, begun):
            if written.is_dir():
                shutil.rmtree(written, ignore_errors=True)
            else:
                written.unlink(missing_ok=True)
        for made in missing:
            with suppress(OSError):
                made.rmdir()
        raise


def _assert_below(path: PurePosixPath) -> None:
    if path.is_absolute() or ".." in path.parts or _OF_GIT in path.parts:
        raise ValueError(f"{path} is no path below a folder")
