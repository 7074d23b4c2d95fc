"""The register of corrections: every reading in which the original departs from the source.

A TOML file of `[[correction]]`, `[[remark]]` and `[[markup]]` tables, kept beside the source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from diptych.errors import CannotCheck
from diptych.files.lists import Folded, ListFile
from diptych.files.toml import too_many
from diptych.model.markup import RECORDED
from diptych.source.row import WordRow
from diptych.source.words import Word
from diptych.wording import Wording

ENTRIES = 500
"""The most entries of a register, of all kinds together."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An evident slip of the scan, corrected in the open."""

    place: Folded
    """The id of the provision in which the reading stands."""
    found: Folded
    """The reading of the source, white space folded; it must occur there exactly once."""
    printed: Folded
    """The reading of the page."""
    reason: Wording
    line: int
    """The line of the register on which the entry begins."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A reading that looks like a slip but is printed as found."""

    place: Folded
    found: Folded
    reason: Wording
    line: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """Something that the page shows and the source does not, though the words are the same."""

    place: Folded
    what: Folded
    """The kind of what is shown: one of `markup.RECORDED`."""
    printed: Annotated[Mapping[str, Folded], Meta(min_length=1)]
    """By language, the reading as it is written on the page."""
    reason: Wording
    line: int


@dataclass(frozen=True, slots=True)
class Register:
    """All corrections, remarks and markup, in the order of the file."""

    file: str
    lines: tuple[str, ...]
    corrections: tuple[Correction, ...]
    remarks: tuple[Remark, ...]
    markup: tuple[Recorded, ...] = ()

    def applied(self, words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[int, ...]]:
        """`words` of the source as corrected, and how often each correction's reading occurs.

        Readings are matched word by word; the last word may lack the punctuation after it. A
        reading that does not occur exactly once is left alone.
        """
        row = WordRow(words)
        counts = []
        for entry in self.corrections:
            starts = row.occurrences(entry.found)
            counts.append(len(starts))
            if len(starts) == 1:
                row.replace(starts[0], entry.found, entry.printed)
        return tuple(row.words), tuple(counts)


_AMISS = Wording(
    vi="mục của bảng đính chính thiếu hoặc sai:",
    en="an entry of the register of corrections lacks or misstates",
)
_CORRECTED = {"reason": "reason.vi, reason.en"}
_HINTS = {**_CORRECTED, "printed": "printed.vi, printed.en", "what": ", ".join(RECORDED)}


def read_register(path: Path) -> Register:
    """Read the register at `path`. Raises `CannotCheck` on a file or an entry that is not right."""
    read = ListFile(path, _AMISS)
    if read.count("correction", "remark") > ENTRIES:
        raise CannotCheck([too_many(read.file, ENTRIES)])
    corrections = read.entries("correction", Correction, _CORRECTED)
    remarks = read.entries("remark", Remark, _HINTS)
    markup = read.entries("markup", Recorded, _HINTS)
    for recorded in markup:
        if recorded.what not in RECORDED:
            raise read.wrong(f"'what' = {recorded.what!r} ({_HINTS['what']})", recorded.line)
    return Register(read.file, read.lines, tuple(corrections), tuple(remarks), tuple(markup))
