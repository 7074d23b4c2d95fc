"""The project as it was in a commit, read from git beside the one on disk."""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from programme.bitext import Bitext
from programme.check import load
from programme.configuration import settings
from programme.errors import BadConfiguration, CannotCheck, Problem, ProgrammeError
from programme.git import git
from programme.visible import visible
from programme.wording import Wording

_NAMED = 10
"""Digits of a commit that name it to people."""
_KEPT = re.compile(
    rb"100\d+ blob (?P<object>[0-9a-f]+)\t(?P<path>(?:.*/)?(?:pyproject\.toml|[^/]*\.md))",
    re.DOTALL,
)
"""Of what git lists: files, not links, that the texts are read from."""


class NoSuchBase(ProgrammeError):
    """There is nothing to compare with; `wording` says why and what to do."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        super().__init__(wording.en)


@dataclass(frozen=True, slots=True)
class Base:
    """The commit that the texts on disk are compared with."""

    commit: str
    texts: Bitext | None
    """As they were there; None where they could not be read."""
    problems: tuple[Problem, ...]
    """Why not."""
    files: tuple[str, ...]
    """Every file that differs from it, also those that git does not keep yet, below the project's
    folder."""

    @property
    def short(self) -> str:
        """The commit, as people name it."""
        return self.commit[:_NAMED]


def base_of(folder: Path, revision: str) -> Base:
    """The project in `folder` as it was where what is on disk left `revision`.

    That is their last common commit, so that what `revision` has got since is not taken for a
    change. Raises `NoSuchBase`.
    """
    if git(folder, "rev-parse", "--git-dir") is None:
        raise NoSuchBase(
            Wording(
                vi="thư mục này không do git quản lý, nên không có gì để so sánh",
                en="git does not keep this folder, so there is nothing to compare with",
            )
        )
    commit = _commit(folder, revision)
    texts, problems = _texts(folder, commit)
    return Base(commit, texts, problems, tuple(sorted(set(_changed(folder, commit)))))


def _commit(folder: Path, revision: str) -> str:
    # who has cloned a branch alone has others as they are at its origin
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
    commit = named.decode().strip()
    common = git(folder, "merge-base", commit, "HEAD")
    return common.decode().split()[0] if common else commit


def _texts(folder: Path, commit: str) -> tuple[Bitext | None, tuple[Problem, ...]]:
    with _checked_out(folder, commit) as earlier:
        try:
            was = settings(earlier)
            # only the texts are wanted: what they were held against then is not
            alone = replace(was, source=None, names=None, glossary=None, confirmed=None)
            return load(alone), ()
        except CannotCheck as stopped:
            shown = earlier.as_posix() + "/"
            return None, tuple(
                replace(p, file=p.file.removeprefix(shown)) for p in stopped.problems
            )
        except BadConfiguration as error:
            told = str(error).replace(earlier.as_posix() + "/", "")
            return None, (Problem("pyproject.toml", Wording(told, told)),)


@contextmanager
def _checked_out(folder: Path, commit: str) -> Iterator[Path]:
    """The settings and the Markdown of `commit` in a folder that is gone afterwards.

    Byte by byte as they are kept: `git archive` would leave out and rewrite what the commit's own
    .gitattributes ask for. Links are left out, and so is what would stand elsewhere.
    """
    listed = (git(folder, "ls-tree", "-r", "-z", commit) or b"").split(b"\0")
    kept = [found for entry in listed if (found := _KEPT.fullmatch(entry))]
    objects = b"".join(found["object"] + b"\n" for found in kept)
    contents = io.BytesIO(git(folder, "cat-file", "--batch", given=objects) or b"")
    with tempfile.TemporaryDirectory() as name:
        target = Path(name).resolve()
        for found in kept:
            # a line with the object's name, kind and size, its bytes, a line's end
            content = contents.read(int(contents.readline().split()[-1]) + 1)[:-1]
            path = (target / os.fsdecode(found["path"])).resolve()
            if path.is_relative_to(target):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        yield target


def _changed(folder: Path, commit: str) -> Iterator[str]:
    asked = (
        ("diff", "--name-only", "--relative", "--no-renames", "-z", commit, "--"),
        ("ls-files", "--others", "--exclude-standard", "-z"),
    )
    for arguments in asked:
        listed = git(folder, *arguments) or b""
        yield from (name for name in listed.decode(errors="backslashreplace").split("\0") if name)
