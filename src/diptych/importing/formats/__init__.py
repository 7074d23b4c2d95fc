"""The formats of files that can be read in, found by themselves: a module here is a format.

A module has a `FORMAT`, whose `read` makes a `Received` from the bytes of a file. It opens nothing
itself, least of all what a file refers to.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from diptych.errors import Problem, Unreadable
from diptych.files.opening import named
from diptych.importing.received import Received
from diptych.wording import Wording

LIBRARIES = ("lxml",)
"""The modules of `diptych[files]` that formats are read with."""


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """One format of files that can be read in."""

    suffix: str
    """The end of a file's name, with the dot."""
    called: str
    """What people call the format, in any language."""
    most: int
    """The most bytes that a file may have."""
    read_bytes: Callable[[bytes, str], Received]
    """Reads the bytes of a file, which messages call by the name given. Imports what it needs when
    it runs. Raises `Unreadable`."""

    def read(self, raw: bytes, shown: str) -> Received:
        """The text in `raw`, the content of the file called `shown`.

        Raises `Unreadable`, also where a library that reads it is not installed.
        """
        if len(raw) > self.most:
            raise Unreadable(Problem(shown, _too_large(self.most)))
        try:
            return self.read_bytes(raw, shown)
        except ModuleNotFoundError as missing:
            library = (missing.name or "").partition(".")[0]
            if library not in LIBRARIES:
                raise
            raise Unreadable(Problem(shown, _not_installed(library))) from missing


@cache
def import_formats() -> tuple[ImportFormat, ...]:
    """Every format, by suffix. Imports the modules on first use."""
    modules = [
        importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)
    ]
    return tuple(sorted((module.FORMAT for module in modules), key=lambda known: known.suffix))


def format_of(file: Path) -> ImportFormat:
    """The format that the name of `file` tells. Raises `Unreadable`."""
    for known in import_formats():
        if file.name.lower().endswith(known.suffix):
            return known
    raise Unreadable(Problem(named(file), _other_format()))


def _other_format() -> Wording:
    known = ", ".join(f"{known.called} ({known.suffix})" for known in import_formats())
    return Wording(
        vi=f"chỉ đọc được: {known}; hãy mở tệp này trong Word hoặc LibreOffice rồi lưu thành "
        "dạng đó",
        en=f"what can be read is: {known}; open this file in Word or LibreOffice and save it "
        "as that",
    )


def _too_large(most: int) -> Wording:
    return Wording(
        vi=f"tệp quá lớn (trên {most // 1_000_000} MB) nên không được đọc; hãy nén hoặc bỏ bớt ảnh",
        en=f"the file is too large to be read (over {most // 1_000_000} MB); compress its pictures "
        "or remove some",
    )


def _not_installed(library: str) -> Wording:
    how = "pip install 'diptych[files]'"
    return Wording(vi=f"chưa cài {library} ({how})", en=f"{library} is not installed ({how})")
