"""The formats of files to take away, found by themselves: a module here is a format.

A module has a `FORMAT`, whose `write` makes the bytes of one file from an `Edition`. It reads no
text itself, writes no file and gives the same bytes for the same edition.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from diptych.errors import CannotMake
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.project.edition import Edition
from diptych.publication.addresses import FILES
from diptych.wording import Wording

LIBRARIES = ("bluebell", "docx", "lxml", "typst")
"""The modules that `diptych[files]` brings; a file that needs none of them is made without."""

EACH: tuple[tuple[Side, ...], ...] = ((Side.ORIGINAL,), (Side.TRANSLATION,))
"""One file per language."""
EACH_AND_BOTH: tuple[tuple[Side, ...], ...] = (*EACH, tuple(Side))
"""One file per language, and one that has both side by side."""
ONE: tuple[tuple[Side, ...], ...] = ()
"""One file for all languages, which its name does not tell."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format and the files it comes in."""

    suffix: str
    """The end of a file's name, without the dot: "pdf", "akn.xml"."""
    called: str
    """What people call the format, in any language: "PDF"."""
    media_type: str
    purpose: Wording
    """What the format is for, in one sentence."""
    write: Callable[[Edition, Sequence[Side]], bytes]
    """Makes the file that has the languages of these sides. Imports what it needs when it runs.

    Raises `CannotMake` where the text cannot be had in this format.
    """
    comes_in: tuple[tuple[Side, ...], ...] = ONE
    """The sides of each of its files: `EACH`, `EACH_AND_BOTH` or `ONE`."""
    stem: str = ""
    """How its files' names begin, where that is not what the project's files are called."""
    rank: int = 100
    """The format's place in lists, the lowest first."""
    on_pages: bool = False
    """Whether every page offers it, because people read it as it is."""
    fits: Callable[[Bitext, Sequence[Side]], bool] = lambda _bitext, _sides: True
    """Whether texts are short enough for the file in the languages of these sides."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One file to take away."""

    name: str
    """The name of the file, which stays as it is: people link to it."""
    format: Format
    sides: tuple[Side, ...]
    """The sides of the languages in it."""

    def content(self, edition: Edition) -> bytes:
        """The bytes of the file.

        Raises `CannotMake`, also where a library that makes them is not installed.
        """
        try:
            return self.format.write(edition, self.sides)
        except ModuleNotFoundError as missing:
            library = (missing.name or "").partition(".")[0]
            if library not in LIBRARIES:
                raise
            how = "pip install 'diptych[files]'"
            raise CannotMake(f"{library} is not installed ({how})") from missing


@cache
def all_formats() -> tuple[Format, ...]:
    """Every format, by rank. Imports the modules on first use."""
    modules = [
        importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)
    ]
    return tuple(sorted((module.FORMAT for module in modules), key=lambda known: known.rank))


@cache
def all_files(locales: tuple[str, str], called: str = FILES) -> tuple[ExportFile, ...]:
    """Every file for texts in these languages, named after `called`: `document.vi.pdf`."""
    return tuple(
        ExportFile(_name(known, called, sides, locales), known, sides or tuple(Side))
        for known in all_formats()
        for sides in known.comes_in or ((),)
    )


class Contents(dict[str, bytes]):
    """The bytes of each file that could be made, by its name or path."""

    def __init__(self, made: Mapping[str, bytes], wanting: Mapping[str, str]) -> None:
        super().__init__(made)
        self.wanting = dict(wanting)
        """Why each of the other files could not be made, in one line, by its name or path."""

    def __reduce__(self) -> tuple[type[Contents], tuple[dict[str, bytes], dict[str, str]]]:
        return Contents, (dict(self), self.wanting)


def files_for(bitext: Bitext) -> tuple[ExportFile, ...]:
    """The files that are made of two texts: all but those that the texts are too long for."""
    original, translation = bitext.documents
    files = all_files((original.locale, translation.locale), bitext.files)
    return tuple(file for file in files if file.format.fits(bitext, file.sides))


def all_contents(edition: Edition, but: Collection[str] = ()) -> Contents:
    """Every file that can be made, by its name; and why the others cannot. Those whose names are
    among `but`, which are the same for several documents, are left out.
    """
    made, wanting = {}, {}
    for file in (known for known in files_for(edition.bitext) if known.name not in but):
        try:
            made[file.name] = file.content(edition)
        except CannotMake as error:
            wanting[file.name] = str(error)
    return Contents(made, wanting)


def _name(known: Format, called: str, sides: Sequence[Side], locales: tuple[str, str]) -> str:
    tags = "-".join(locales[side] for side in sides)
    return ".".join(filter(None, (known.stem or called, tags, known.suffix)))
