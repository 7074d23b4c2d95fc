"""The project as it was in a commit, read from git beside the one on disk."""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath
from typing import NamedTuple

from diptych.changes.changed_files import ChangedFile, Tree, changed_files
from diptych.errors import BadConfiguration, CannotCheck, NoSuchBase, Problem
from diptych.files import controls
from diptych.files.folder import ENTRIES
from diptych.files.limits import BYTES
from diptych.git import REFUSED, git, refuses
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.project.loading import load
from diptych.project.settings import Settings, settings
from diptych.reader.markdown_files import SUFFIXES
from diptych.safety.file_names import is_text
from diptych.visible import visible
from diptych.wording import Wording

_NAMED = 10
"""Digits of a commit that name it to people."""
_SETTINGS = "pyproject.toml"
_FILE = pattern_of(
    rb"100\d+ blob (?P<object>[0-9a-f]+) +(?P<size>\d+|BAD)\t(?P<path>.*)", re.DOTALL
)
"""A file as `git ls-tree` lists it, its size "BAD" if git lacks it; links have another mode."""
_LACKED = -1
_LACKING = Wording(
    vi="git thiếu tệp này ở phiên bản đó (bản sao một phần và không có mạng, hoặc kho bị hỏng); "
    "hãy tải lại toàn bộ bằng `git clone`",
    en="git lacks this file of that commit (a partial clone without a network, or a damaged "
    "repository); get a full copy with `git clone`",
)
_DAMAGED = Wording(
    vi="kho git bị hỏng nên không đọc được các tệp của phiên bản đó; hãy tải lại toàn bộ bằng "
    "`git clone`",
    en="the git repository is damaged, so the files of that commit cannot be read; get a full copy "
    "with `git clone`",
)


@dataclass(frozen=True, slots=True)
class Base:
    """The commit that the texts on disk are compared with."""

    commit: str
    texts: Bitext | None
    """The texts as they were in the base; None where they could not be read."""
    problems: tuple[Problem, ...]
    """Why the texts of the base could not be read."""
    changed: tuple[ChangedFile, ...]
    """Every file that differs from the base, those that git does not keep yet included."""
    before: Tree
    """The files of the project in the base."""
    after: Tree
    """The files of the project as it is compared: on disk, or in the commit that asks to be taken
    in."""
    edited: tuple[str, ...]
    """The folders and files that editors change, below the project's folder."""

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of the files that differ."""
        return tuple(file.path for file in self.changed)

    @property
    def requested(self) -> bool:
        """Whether the texts on disk are those of a commit, laid over the code of the base."""
        return bool(self.after.commit)

    @property
    def short(self) -> str:
        """The first digits of the commit, by which people name it."""
        return self.commit[:_NAMED]


def base_of(folder: Path, revision: str, request: str = "") -> Base:
    """The base of the project in `folder`: its last common commit with `revision`.

    So what `revision` has got since is not taken for a change. With a `request`, the texts on disk
    are those of that commit, and the files are compared as it has them. Raises `NoSuchBase`.
    """
    if git(folder, "rev-parse", "--git-dir") is None:
        raise NoSuchBase(REFUSED if refuses(folder) else NOT_KEPT)
    after = Tree(folder, commit_named(folder, request) if request else "")
    commit = last_common(folder, commit_named(folder, revision), after.commit or "HEAD")
    before = Tree(folder, commit)
    texts, problems, edited = _texts(folder, commit)
    return Base(commit, texts, problems, changed_files(before, after), before, after, edited)


NOT_KEPT = Wording(
    vi="thư mục này không do git quản lý, nên không có gì để so sánh",
    en="git does not keep this folder, so there is nothing to compare with",
)


def commit_named(folder: Path, revision: str) -> str:
    """The full name of the commit that `revision` names. Raises `NoSuchBase`."""
    # a clone of one branch has other branches only as they are at its origin
    asked = (f"{name}^{{commit}}" for name in (revision, f"origin/{revision}"))
    options = ("--verify", "--quiet", "--end-of-options")
    known = (git(folder, "rev-parse", *options, name) for name in asked)
    named = next(filter(None, known), None)
    if named is None:
        shown = visible(revision)
        raise NoSuchBase(
            Wording(
                vi=f"git không có “{shown}” ở đây; hãy lấy về bằng `git fetch` hoặc chọn tên khác",
                en=f"git has no “{shown}” here; get it with `git fetch`, or name another",
            )
        )
    return named.decode().strip()


def last_common(folder: Path, commit: str, at: str) -> str:
    """The last commit that `commit` and `at` both come from; `commit` itself if there is none."""
    common = git(folder, "merge-base", commit, at)
    return common.decode().split()[0] if common else commit


def _texts(folder: Path, commit: str) -> tuple[Bitext | None, tuple[Problem, ...], tuple[str, ...]]:
    """The texts of `commit`, or why they cannot be read; and the paths that editors change."""
    tree = _listed(folder, commit)
    with tempfile.TemporaryDirectory() as name:
        earlier = Path(name).resolve()
        shown = earlier.as_posix() + "/"
        try:
            _write(folder, earlier, [file for file in tree if file.path == _SETTINGS])
            was = settings(earlier)
        except CannotCheck as stopped:
            return None, stopped.problems, ()
        except BadConfiguration as error:
            told = str(error).replace(shown, "")
            return None, (Problem(_SETTINGS, Wording(told, told)),), ()
        edited = tuple(path.relative_to(earlier).as_posix() for path in was.edited)
        beside = {path.relative_to(earlier).as_posix() for path in was.beside}
        read = (file for file in tree if file.path.endswith(SUFFIXES) or file.path in beside)
        kept = list(islice(read, ENTRIES))
        return *_read(folder, earlier, kept, lambda: _loaded(was)), edited


def texts_alone(folder: Path, commit: str) -> tuple[Bitext | None, tuple[Problem, ...]]:
    """The texts of `commit` without the source and the lists of that time, or why they cannot be
    read.

    Settings of that time that are no longer understood give way to the project's own of today.
    """
    tree = _listed(folder, commit)
    with tempfile.TemporaryDirectory() as name:
        earlier = Path(name).resolve()
        try:
            _write(folder, earlier, [file for file in tree if file.path == _SETTINGS])
            was = settings(earlier)
        except CannotCheck as stopped:
            return None, stopped.problems
        except BadConfiguration:
            (earlier / _SETTINGS).write_bytes((folder / _SETTINGS).read_bytes())
            was = settings(earlier)  # with which the project here was read
        tops = tuple(path.relative_to(earlier) for path in was.tops)
        read = (
            file
            for file in tree
            if file.path.endswith(SUFFIXES) and any(map(PurePath(file.path).is_relative_to, tops))
        )
        texts = list(islice(read, ENTRIES))
        # ids and addresses are made from names, which the check of that time may have let in
        for path in (file.path for file in texts if is_text(file.path)):
            if problem := controls.in_text(path, path):
                return None, (replace(problem, line=None),)
        return _read(folder, earlier, texts, lambda: load(_without_lists(was)))


def _read(
    folder: Path, target: Path, files: Sequence[_Kept], reading: Callable[[], Bitext]
) -> tuple[Bitext | None, tuple[Problem, ...]]:
    """What `reading` gives once `files` stand in `target`, or why it cannot; problems name files
    as the project does.
    """
    try:
        _write(folder, target, files)
        return reading(), ()
    except CannotCheck as stopped:
        below = target.as_posix() + "/"
        return None, tuple(replace(p, file=p.file.removeprefix(below)) for p in stopped.problems)


def _loaded(was: Settings) -> Bitext:
    """The texts with the source and lists of that time, or without if these cannot be read."""
    try:
        return load(was)
    except CannotCheck:
        return load(_without_lists(was))


def _without_lists(was: Settings) -> Settings:
    bare = replace(was, source=None, names=None, glossary=None, search_words=None, moved=None)
    return replace(bare, confirmed=None, documents=tuple(map(_without_lists, was.documents)))


class _Kept(NamedTuple):
    """A file as git keeps it."""

    path: str
    name: bytes
    """The name of git's object that has its content."""
    size: int


def _listed(folder: Path, commit: str) -> list[_Kept]:
    """The files of `commit` below `folder`, links left out."""
    listed = (git(folder, "ls-tree", "-r", "-z", "--long", commit) or b"").split(b"\0")
    kept = (found for entry in listed if (found := _FILE.fullmatch(entry)))
    return [
        _Kept(
            os.fsdecode(f["path"]), f["object"], _LACKED if f["size"] == b"BAD" else int(f["size"])
        )
        for f in kept
    ]


def _write(folder: Path, target: Path, files: Sequence[_Kept]) -> None:
    """Put files into `target`, byte by byte as git keeps them.

    `git archive` would leave out and rewrite what the commit's own .gitattributes ask for. A file
    that would stand outside `target` is left out; for one that is too large to be read, an empty
    one just beyond the limit stands in. Raises `CannotCheck` where git lacks one.
    """
    for file in files:
        if file.size == _LACKED:
            raise CannotCheck([Problem(file.path, _LACKING)])
    objects = b"".join(file.name + b"\n" for file in files if file.size <= BYTES)
    given = git(folder, "cat-file", "--batch", given=objects)
    if given is None:
        raise CannotCheck([Problem(".git", _DAMAGED)])
    contents = io.BytesIO(given)
    for file in files:
        content = b""
        if file.size <= BYTES:
            # git gives a line with the object's name, kind and size, its bytes, a line end
            content = contents.read(int(contents.readline().split()[-1]) + 1)[:-1]
        path = (target / file.path).resolve()
        if not path.is_relative_to(target):
            continue
        with suppress(OSError):  # git keeps names that this system may not allow
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            if file.size > BYTES:
                os.truncate(path, BYTES + 1)
