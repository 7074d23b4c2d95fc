"""The files that differ between two states of a project, and what is in them.

What is on disk is read only where a regular file stands, and never more than `MOST`; git's own
tables are asked rather than its views, which a file of attributes could colour.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from diptych.git import git, prefix
from diptych.patterns import pattern_of

MOST = 1_000_000
"""The most bytes of a file that are looked into; a reader of changes is not shown more either."""
LINK, REPOSITORY, PROGRAM = "120000", "160000", "100755"
"""The modes that git gives to a link of the file system, another repository, and a program."""
_ORDINARY = "100644"
_WORKFLOWS = ".github/"
"""The folder of the workflows, at the root of the repository wherever the project stands."""
_RAW = pattern_of(r":(?P<was>\d+) (?P<mode>\d+) [0-9a-f]+ [0-9a-f]+ [A-Z]\d*")
_ABSENT = "000000"
_SNIFFED = 8000
"""The first bytes of a file, in which a NUL tells that it is no text, as git has it."""


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that is not as it was."""

    path: str
    """The path below the project's folder; for workflows, below the repository's root."""
    was: str
    """The mode it had, in git's six digits; empty where the file was not there."""
    mode: str
    """The mode it has now, in git's six digits; empty where the file is no more."""

    @property
    def added(self) -> bool:
        """Whether the file is new."""
        return not self.was

    @property
    def turned(self) -> bool:
        """Whether it became something that it was not: a link, a program, a repository."""
        return self.mode in (LINK, REPOSITORY, PROGRAM) and self.mode != self.was


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of a project, as a commit has them or, where `commit` is empty, as on disk."""

    folder: Path
    commit: str = ""

    def read(self, path: str) -> bytes | None:
        """The content of the file at `path`; None where there is none or one beyond `MOST`."""
        return self._kept(path) if self.commit else self._on_disk(path)

    def text(self, path: str) -> str:
        """The content of the file at `path` as text; empty where there is no such file."""
        return (self.read(path) or b"").decode(errors="replace")

    def shows(self, path: str) -> bool:
        """Whether a reader of changes is shown the content of the file at `path`."""
        content = self.read(path)
        return content is not None and b"\0" not in content[:_SNIFFED]

    def _kept(self, path: str) -> bytes | None:
        below = path if path.startswith(_WORKFLOWS) else f"./{path}"
        name = f"{self.commit}:{below}"
        size = git(self.folder, "cat-file", "-s", "--end-of-options", name)
        if size is None or int(size) > MOST:
            return None
        return git(self.folder, "cat-file", "blob", name)

    def _on_disk(self, path: str) -> bytes | None:
        where = self.folder
        if path.startswith(_WORKFLOWS):
            where /= "../" * prefix(self.folder).count("/")
        try:
            handle = os.open(where / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except (OSError, ValueError):
            return None
        with open(handle, "rb") as file:  # noqa: PTH123 - by its handle
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return None
            content = file.read(MOST + 1)
        return content if len(content) <= MOST else None


def changed_files(before: Tree, after: Tree) -> tuple[ChangedFile, ...]:
    """The files that differ, by path: those of the project, and the workflows that check it.

    Where `after` is on disk, files that git does not keep yet are included.
    """
    folder = before.folder
    asked = ("diff-tree", "-r") if after.commit else ("diff", "--ignore-submodules=dirty")
    options = ("--raw", "-z", "--no-renames", "--no-abbrev")
    commits = tuple(filter(None, (before.commit, after.commit)))
    found: dict[str, ChangedFile] = {}
    for relative, where in (("--relative", "."), ("--no-relative", f":/{_WORKFLOWS}")):
        listed = git(folder, *asked, *options, relative, *commits, "--", where) or b""
        found |= {file.path: file for file in _listed(listed)}
    if not after.commit:
        others = git(folder, "ls-files", "--others", "--exclude-standard", "-z") or b""
        for path in _names(others):
            found.setdefault(path, ChangedFile(path, "", _mode(folder / path)))
    return tuple(found[path] for path in sorted(found))


def _names(listed: bytes) -> Iterator[str]:
    yield from filter(None, listed.decode(errors="backslashreplace").split("\0"))


def _listed(raw: bytes) -> Iterator[ChangedFile]:
    pieces = iter(_names(raw))
    for described, path in zip(pieces, pieces, strict=False):
        if told := _RAW.fullmatch(described):
            yield ChangedFile(path, *(m.replace(_ABSENT, "") for m in (told["was"], told["mode"])))


def _mode(path: Path) -> str:
    try:
        mode = path.lstat().st_mode
    except (OSError, ValueError):  # a name that is no text, or a file gone since
        return _ORDINARY
    if stat.S_ISLNK(mode):
        return LINK
    if stat.S_ISDIR(mode):
        return REPOSITORY
    return PROGRAM if mode & stat.S_IXUSR else _ORDINARY


def unseen(files: Iterable[ChangedFile], after: Tree, most: int = 300) -> Iterator[ChangedFile]:
    """The files whose content no review shows: no text, or larger than `MOST`.

    GitHub shows no more than 300 files of a change: those after the first `most` are unseen, too.
    """
    for index, file in enumerate(file for file in files if file.mode and not file.turned):
        if index >= most or not after.shows(file.path):
            yield file
