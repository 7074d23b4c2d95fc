"""Texts that a command names: two texts of anyone's, or any files of the project."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from diptych.errors import BadConfiguration, CannotCheck, Problem, Unreadable
from diptych.files.opening import named
from diptych.model import Side
from diptych.project.pairing import pair_of, pairs
from diptych.project.settings import Settings, for_paths
from diptych.reader.markdown_files import markdown_files
from diptych.wording import Wording


@dataclass(frozen=True, slots=True)
class Named:
    """What a command is to check."""

    settings: Settings
    files: frozenset[str] | None = None
    """The files to tell of, with their counterparts, as findings name them; None for all."""
    strangers: tuple[str, ...] = ()
    """The files that were named and are no texts of the project."""


def named_texts(paths: Sequence[Path], project: Settings) -> Named:
    """What is checked where `paths` are named.

    None: the project. Two texts, of which not both are the project's: those, against each other.
    Any other number: files of the project, each with its counterpart; the whole project is read,
    for numbers go on from page to page.
    Raises `BadConfiguration` where a single file has no counterpart that settings tell of, and
    `CannotCheck` if both texts are one.
    """
    if not paths:
        return Named(project)
    found = [_in_project(path, project) for path in paths]
    ours = project.declared and all(found) and not all(path.is_dir() for path in paths)
    if len(paths) == 2 and not ours:
        _assert_two(paths[0], paths[1])
        return Named(for_paths(paths[0], paths[1], project))
    if not (project.declared or all(root.is_dir() for root in project.roots)):
        raise BadConfiguration(_NO_SETTINGS)
    for path in paths:
        if not os.path.lexists(path):
            raise CannotCheck([Problem(named(path), _NOT_THERE)])
    strangers = tuple(named(path) for path, pair in zip(paths, found, strict=True) if not pair)
    return Named(project, frozenset(file for pair in found for file in pair), strangers)


_NO_SETTINGS = (
    "name two texts, the original and its translation; files of a project are found by "
    '`pairs = [["docs/{path}.md", "docs/{path}.vi.md"]]` in [tool.diptych] of pyproject.toml, or '
    "by its two folders"
)
_NOT_THERE = Wording(
    vi="không có tệp hoặc thư mục này; hãy kiểm tra lại tên",
    en="there is no such file or folder; check the name",
)
_SAME = Wording(
    vi="hai bản được nêu là một: cùng tệp, cùng thư mục, hoặc giống nhau từng byte; "
    "hãy nêu bản gốc và bản dịch",
    en="the two texts named are the same: one file or folder, or the same bytes; "
    "name the original and its translation",
)


_UNLIKE = Wording(
    vi="một bên là tệp, bên kia là thư mục; hãy nêu hai tệp hoặc hai thư mục",
    en="one is a file, the other a folder; name two files or two folders",
)


def _in_project(path: Path, project: Settings) -> tuple[str, ...]:
    """The files of the project at or below `path` with their counterparts; none elsewhere."""
    here = os.path.relpath(os.path.realpath(path), os.path.realpath(_folder(project)))
    file = Path(here).as_posix()
    if file.startswith("../"):
        return ()
    if path.is_dir():
        return tuple(_below(path, project))
    if project.pairs:
        pair = pair_of(file, project.pairs)
        return tuple(named(project.roots[0] / side) for side in pair) if pair else ()
    for side in Side:
        root = project.roots[side]
        inside = os.path.relpath(os.path.realpath(path), os.path.realpath(root))
        if not inside.startswith(".."):
            return tuple(named(other / inside) for other in project.roots)
    return ()


def _below(folder: Path, project: Settings) -> Iterator[str]:
    """The files of the project that are in `folder`, with their counterparts."""
    real = os.path.realpath(folder)

    def inside(path: Path) -> bool:
        return os.path.commonpath([real, os.path.realpath(path)]) == real

    try:
        if project.pairs:
            for pair in pairs(_folder(project), project.pairs, project.exclude):
                both = [_folder(project) / side for side in pair]
                if any(map(inside, both)):
                    yield from map(named, both)
            return
        for root in project.roots:
            for path, file in markdown_files(root) if root.is_dir() else ():
                if inside(file):
                    yield from (named(other / path) for other in project.roots)
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable


def _folder(project: Settings) -> Path:
    """The folder of the project: paths in its settings begin there."""
    return project.roots[0] if project.pairs else Path()


def _assert_two(original: Path, translation: Path) -> None:
    """Raise `CannotCheck` where two texts are one: one place, or trees of the same bytes; and where
    one is a file, the other a folder.
    """
    if original.exists() and translation.exists() and original.is_dir() is not translation.is_dir():
        raise CannotCheck([Problem(f"{named(original)}, {named(translation)}", _UNLIKE)])
    try:
        same = original.samefile(translation) or _alike(original, translation)
    except (OSError, Unreadable):
        return  # whoever reads them tells why they cannot be read
    if same:
        raise CannotCheck([Problem(f"{named(original)}, {named(translation)}", _SAME)])


def _alike(original: Path, translation: Path) -> bool:
    """Whether two folders have the same pages, byte for byte."""
    if not (original.is_dir() and translation.is_dir()):
        return False  # one page left as it is in the other language is a finding
    left, right = (dict(markdown_files(folder)) for folder in (original, translation))
    return (
        bool(left)
        and left.keys() == right.keys()
        and all(filecmp.cmp(left[path], right[path], shallow=False) for path in left)
    )
