"""Which file is the translation of which, where patterns in the settings say so.

    pairs = [["docs/{path}.md", "i18n/vi/{path}.md"], ["README.md", "README.vi.md"]]

`{path}` stands for the same folders and name on both sides. What a pattern gives first is the
original's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from diptych.errors import BadConfiguration, Problem, Unreadable
from diptych.files.folder import ENTRIES
from diptych.patterns import pattern_of
from diptych.project.choices import matches
from diptych.wording import Wording

PATH = "{path}"
SUFFIXES = (".md", ".markdown", ".mdx")
_TRANSLATED = pattern_of(r"(?P<stem>.+)\.[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?P<suffix>\.\w+)")
"""The name of a page's translation beside the page: `index.fr.md`."""
_PASSED_OVER = frozenset({"node_modules", "site-packages", "__pycache__", "venv"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """Where an original is, and where its translation."""

    original: str
    translation: str

    @property
    def sides(self) -> tuple[str, str]:
        """Both, the original's first."""
        return self.original, self.translation

    def translation_of(self, file: str) -> str | None:
        """Where the translation of the original at `file` is; None if the pattern fits not."""
        return _turned(self.original, self.translation, file)

    def original_of(self, file: str) -> str | None:
        """Where the original is whose translation is at `file`; None if the pattern fits not."""
        return _turned(self.translation, self.original, file)


def patterns(value: object) -> tuple[Pattern, ...]:
    """The patterns in the setting `pairs`. Raises `BadConfiguration`."""
    if not isinstance(value, list):
        raise BadConfiguration(_FORM)
    found = []
    for pair in value:
        if not (
            isinstance(pair, list)
            and len(pair) == 2
            and all(isinstance(side, str) and side for side in pair)
        ):
            raise BadConfiguration(_FORM)
        sides = [side.removeprefix("./") for side in pair]
        if sides[0] == sides[1]:
            raise BadConfiguration(
                f"[tool.diptych] pairs: {sides[0]} cannot be its own translation"
            )
        if len({side.count(PATH) for side in sides}) > 1 or sides[0].count(PATH) > 1:
            raise BadConfiguration(f"[tool.diptych] pairs: both sides have {PATH} once, or neither")
        for side in sides:
            below = PurePosixPath(side)
            if below.is_absolute() or ".." in below.parts or not side.isprintable():
                raise BadConfiguration(
                    "[tool.diptych] pairs must be paths below the folder of pyproject.toml"
                )
        found.append(Pattern(*sides))
    return tuple(found)


_FORM = (
    "[tool.diptych] pairs must be a list of pairs of paths, like "
    '[["docs/{path}.md", "i18n/vi/{path}.md"], ["README.md", "README.vi.md"]]'
)


def _turned(here: str, there: str, file: str) -> str | None:
    before, variable, after = here.partition(PATH)
    if not variable:
        return there if file == here else None
    fits = file.startswith(before) and file.endswith(after)
    if not fits or len(file) <= len(before) + len(after):
        return None
    if not after and not file.endswith(SUFFIXES):
        return None
    return there.replace(PATH, file[len(before) : len(file) - len(after)])


def pair_of(file: str, known: Sequence[Pattern]) -> tuple[str, str] | None:
    """The original and the translation of which `file` is one, whether or not they are there.

    A pattern that names the file itself goes before one with `{path}`, and what can be a
    translation is one.
    """
    for pattern in sorted(known, key=lambda pattern: PATH in pattern.original):
        if (original := pattern.original_of(file)) is not None:
            return original, file
        if PATH not in pattern.original and file == pattern.original:
            return file, pattern.translation
    for pattern in known:
        if (translation := pattern.translation_of(file)) is not None:
            return file, translation
    return None


def pairs(
    folder: Path, known: Sequence[Pattern], exclude: Sequence[str] = ()
) -> list[tuple[str, str]]:
    """The originals and translations below `folder` that patterns name; one of the two is there.

    Folders with a name that begins with a dot, and those of installed packages, are passed over
    unless a pattern names them, and so is a page's translation into another language beside it.
    Raises `Unreadable`.
    """
    files: set[str] = set()
    for pattern in known:
        for side in pattern.sides:
            files.update(_files(folder, side))
    found: dict[str, str] = {}
    for file in sorted(files):
        if matches(exclude, file) or (pair := pair_of(file, known)) is None:
            continue
        other = _TRANSLATED.fullmatch(file)
        if other and pair[0] == file and other["stem"] + other["suffix"] in files:
            continue
        found.setdefault(*pair)  # a name that a pair of its own gives goes before patterns
    return list(found.items())


def top(side: str) -> str:
    """The folder in which the files of a side of a pattern are, or the file that it names."""
    before, variable, _ = side.partition(PATH)
    return before.rpartition("/")[0] if variable else side


def _files(folder: Path, side: str) -> Iterator[str]:
    above = top(side)
    if PATH not in side:
        if (folder / side).is_file():
            yield side
        return
    seen = 0
    for here, folders, names in os.walk(folder / above):
        folders[:] = sorted(n for n in folders if n[0] != "." and n not in _PASSED_OVER)
        seen += len(folders) + len(names)
        if seen > ENTRIES:
            raise Unreadable(Problem(here, _TOO_MANY))
        below = Path(here).relative_to(folder)
        for name in names:
            file = (below / name).as_posix()
            if _turned(side, side, file) is not None:
                yield file


_TOO_MANY = Wording(
    vi="quá nhiều tệp để xem hết; hãy nêu thư mục hẹp hơn trong `pairs`",
    en="there are too many files to look through; name a narrower folder in `pairs`",
)
