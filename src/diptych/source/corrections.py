"""The register of corrections: every reading in which the original departs from the source.

A TOML file of `[[correction]]`, `[[remark]]` and `[[markup]]` tables, kept beside the source.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diptych.errors import CannotCheck, Problem
from diptych.files.lists import read_list
from diptych.files.toml import too_many
from diptych.model.markup import RECORDED
from diptych.source.row import Row
from diptych.source.words import Word
from diptych.wording import Wording

ENTRIES = 500
"""Entries of a register, of both kinds."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An evident slip of the scan, corrected in the open."""

    place: str
    """The id of the provision it stands in."""
    found: str
    """The reading of the source, white space folded; it must occur there exactly once."""
    printed: str
    """The reading of the page."""
    reason: Wording
    line: int
    """Of its entry in the register."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A reading that looks like a slip but is printed as found."""

    place: str
    found: str
    reason: Wording
    line: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """Something that the page shows and the source does not, though the words are the same."""

    place: str
    what: str
    """One of `markup.RECORDED`."""
    printed: Mapping[str, str]
    """As written on the page, by language."""
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

        Readings are matched word by word; the last word may lack the punctuation after it.
        One that does not occur exactly once is left alone.
        """
        row = Row(words)
        counts = []
        for entry in self.corrections:
            starts = row.occurrences(entry.found)
            counts.append(len(starts))
            if len(starts) == 1:
                row.replace(starts[0], entry.found, entry.printed)
        return tuple(row.words), tuple(counts)


def read_register(path: Path) -> Register:
    """Read the register at `path`. Raises `CannotCheck` on a file or an entry that is not right."""
    try:
        text, data = read_list(path)
    except tomllib.TOMLDecodeError as error:
        raise _bad_entry(path, str(error), None) from error
    lines = tuple(text.split("\n"))
    for kind in ("correction", "remark"):
        entries = data.get(kind, [])
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            raise _bad_entry(path, f"[[{kind}]]", None)
    if sum(len(data.get(kind, [])) for kind in ("correction", "remark")) > ENTRIES:
        raise CannotCheck([too_many(path.as_posix(), ENTRIES)])
    corrections = [
        Correction(**_strings(path, entry, line, ("place", "found", "printed")),
                   reason=_reason(path, entry, line), line=line)
        for entry, line in _entries(data, lines, "correction")
    ]  # fmt: skip
    remarks = [
        Remark(**_strings(path, entry, line, ("place", "found")),
               reason=_reason(path, entry, line), line=line)
        for entry, line in _entries(data, lines, "remark")
    ]  # fmt: skip
    markup = [
        Recorded(**_strings(path, entry, line, ("place", "what")),
                 printed=_printed(path, entry, line),
                 reason=_reason(path, entry, line), line=line)
        for entry, line in _entries(data, lines, "markup")
    ]  # fmt: skip
    for recorded in markup:
        if recorded.what not in RECORDED:
            raise _bad_entry(path, f"'what' ({', '.join(RECORDED)})", recorded.line)
    return Register(path.as_posix(), lines, tuple(corrections), tuple(remarks), tuple(markup))


def _entries(
    data: Mapping[str, Any], lines: Sequence[str], kind: str
) -> list[tuple[Mapping[str, Any], int]]:
    headers = [n for n, line in enumerate(lines, 1) if line.strip() == f"[[{kind}]]"]
    entries: list[Mapping[str, Any]] = data.get(kind, [])
    return [(entry, headers[i] if i < len(headers) else 1) for i, entry in enumerate(entries)]


def _strings(
    path: Path, entry: Mapping[str, Any], line: int, keys: Sequence[str]
) -> dict[str, str]:
    values: dict[str, str] = {}
    for key in keys:
        value = entry.get(key)
        if not isinstance(value, str) or not value.strip():
            raise _bad_entry(path, f"'{key}'", line)
        values[key] = " ".join(value.split())
    return values


def _printed(path: Path, entry: Mapping[str, Any], line: int) -> dict[str, str]:
    """`printed.vi`, `printed.en`: what stands in the page of each language that has it."""
    printed = entry.get("printed")
    if not isinstance(printed, dict) or not printed:
        raise _bad_entry(path, "'printed.vi', 'printed.en'", line)
    return _strings(path, printed, line, list(printed))


def _reason(path: Path, entry: Mapping[str, Any], line: int) -> Wording:
    reason = entry.get("reason")
    if isinstance(reason, dict):
        vi, en = reason.get("vi"), reason.get("en")
        if isinstance(vi, str) and isinstance(en, str):
            return Wording(vi=vi, en=en)
    raise _bad_entry(path, "'reason.vi', 'reason.en'", line)


def _bad_entry(path: Path, what: str, line: int | None) -> CannotCheck:
    wording = Wording(
        vi=f"mục của bảng đính chính thiếu hoặc sai: {what}",
        en=f"an entry of the register of corrections lacks or misstates {what}",
    )
    return CannotCheck([Problem(path.as_posix(), wording, line)])
