"""Lay what editors change in a request over the code that judges it.

    REQUEST=commit python -m scripts.lay_over

The folder here is a checkout of the branch that the request goes to. The texts, the source and the
lists, which the settings here name, become those of the commit; the check, the build and all else
stay. Nothing of the commit is run, and nothing of it steers how it is written: its files are
taken from git byte by byte, no attribute, filter or hook of anyone between. Links of the file
system are written as links, so that the check sees and refuses them, and are never followed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from diptych.changes.changed_files import LINK, PROGRAM, REPOSITORY
from diptych.errors import BadConfiguration
from diptych.git import git
from diptych.project.settings import settings
from diptych.visible import visible


class CannotLay(Exception):
    """What the commit holds cannot be laid here; the message says why, in a line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, link or repository in a commit."""

    mode: str
    blob: str
    path: bytes


def main(folder: Path, request: str) -> None:
    """Replace what editors change in `folder` by what it is in the commit `request`.

    Raises `CannotLay`, before anything is touched where the commit is to blame.
    """
    options = ("--verify", "--quiet", "--end-of-options")
    named = git(folder, "rev-parse", *options, f"{request}^{{commit}}")
    if named is None:
        raise CannotLay(f"git has no commit {request!r} here")
    edited = [path.relative_to(folder).as_posix() for path in settings(folder).edited]
    if outside := [path for path in edited if ".." in path.split("/")]:
        raise CannotLay(f"the settings name what is not in this folder: {', '.join(outside)}")
    entries = list(_entries(folder, named.decode().strip(), edited))
    for entry in entries:
        _fit(entry)
    for below in edited:
        _remove(folder / below)
    with _Blobs(folder) as blobs:
        for entry in sorted(entries, key=_links_last):
            path = folder / os.fsdecode(entry.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            if entry.mode == REPOSITORY:
                path.mkdir()  # empty, as git leaves it: the report tells of it
            elif entry.mode == LINK:
                path.symlink_to(os.fsdecode(blobs.read(entry.blob)))
            else:
                with path.open("xb") as file:
                    file.write(blobs.read(entry.blob))
                path.chmod(0o755 if entry.mode == PROGRAM else 0o644)


def _links_last(entry: Entry) -> bool:
    """So that nothing is written through a link."""
    return entry.mode == LINK


def _entries(folder: Path, commit: str, edited: Sequence[str]) -> Iterator[Entry]:
    listed = git(folder, "ls-tree", "-r", "-z", commit, "--", *edited)
    if listed is None:
        raise CannotLay("git cannot list what is in the commit")
    for line in filter(None, listed.split(b"\0")):
        told, _, path = line.partition(b"\t")
        mode, _, blob = told.decode().split()
        yield Entry(mode, blob, path)


def _fit(entry: Entry) -> None:
    """Git itself makes no such entries; a tree that was made by hand may have them."""
    pieces = entry.path.split(b"/")
    if any(piece.lower() in (b"", b".", b"..", b".git") for piece in pieces):
        raise CannotLay(f"the commit holds a path that no checkout may have: {entry.path!r}")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


class _Blobs:
    """The contents of git's objects, one after another, from one process."""

    def __init__(self, folder: Path) -> None:
        self._git = subprocess.Popen(
            ["git", "cat-file", "--batch"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> _Blobs:
        return self

    def __exit__(self, *_: object) -> None:
        self._git.communicate()

    def read(self, blob: str) -> bytes:
        """All of an object. Raises `CannotLay` where git has none of this name."""
        asked, told = self._git.stdin, self._git.stdout
        assert asked is not None and told is not None  # noqa: S101, PT018 - both are pipes
        asked.write(f"{blob}\n".encode())
        asked.flush()
        head = told.readline().split()  # its name, kind and size
        if len(head) != 3:
            raise CannotLay(f"git does not have the object {blob}")
        content = told.read(int(head[2]))
        told.read(1)  # the end of a line
        return content


def _told(stopped: Exception) -> str:
    said = visible(f"the request cannot be laid over the branch that it goes to: {stopped}")
    if os.environ.get("GITHUB_ACTIONS"):
        print(f"::error::{said.replace('%', '%25')}")
    return said


if __name__ == "__main__":
    try:
        main(Path.cwd(), os.environ.get("REQUEST", ""))
    except (CannotLay, BadConfiguration, OSError) as stopped:
        sys.exit(_told(stopped))
