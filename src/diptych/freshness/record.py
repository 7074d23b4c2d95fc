"""The record as a file: sorted, one line per unit, so that two changes merge.

    # comments, kept
    iii-2-1 3f2a9c1b7d 5d2ac91b00

A line has the unit's id, the fingerprint of the original, and that of the translation as it was
reviewed, or - where nobody has reviewed it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from diptych.errors import CannotCheck, Problem, Unreadable
from diptych.files import controls
from diptych.files.atomic import write_whole
from diptych.files.reading import read_text
from diptych.language.natural_order import natural
from diptych.patterns import pattern_of
from diptych.reader.page_limits import LINES
from diptych.wording import Wording

_LINE = pattern_of(r"(?P<id>\S|\S.*\S) (?P<original>[0-9a-f]{10}) (?P<reviewed>[0-9a-f]{10}|-)")
_NOBODY = "-"
_TOO_LONG = Wording(
    vi=f"bản ghi xác nhận có trên {LINES} dòng; hãy xóa các dòng không còn cần",
    en=f"the record of confirmations has more than {LINES} lines; delete those that are not needed",
)


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """What is recorded of a unit."""

    original: str
    """The fingerprint of the original that the translation renders."""
    reviewed: str = ""
    """The fingerprint of the translation as it was reviewed; empty where it never was."""


@dataclass(frozen=True)
class Record:
    """All entries by id, and the comment lines at the file's head."""

    entries: dict[str, RecordEntry] = field(default_factory=dict)
    head: tuple[str, ...] = ()

    @cached_property
    def by_original(self) -> dict[str, RecordEntry]:
        """The entries by the original's fingerprint."""
        return {entry.original: entry for entry in self.entries.values()}

    def is_reviewed(self, identity: str) -> bool:
        """Whether some words of the translation of a unit are recorded as reviewed."""
        return identity in self.entries and bool(self.entries[identity].reviewed)

    def __str__(self) -> str:
        lines = [
            f"{identity} {entry.original} {entry.reviewed or _NOBODY}"
            for identity, entry in sorted(self.entries.items(), key=lambda item: natural(item[0]))
        ]
        return "\n".join([*self.head, *lines]) + "\n"


def read_record(path: Path) -> Record:
    """The record at `path`. Raises `CannotCheck` with every line that cannot be read."""
    try:
        text = read_text(path)
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable
    if problem := controls.in_text(text, path.as_posix()):
        raise CannotCheck([problem])
    lines = text.splitlines()
    if len(lines) > LINES:
        raise CannotCheck([Problem(path.as_posix(), _TOO_LONG, LINES + 1)])
    entries: dict[str, RecordEntry] = {}
    problems = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        if found := _LINE.fullmatch(line.strip()):
            entries[found["id"]] = RecordEntry(found["original"], found["reviewed"].strip(_NOBODY))
        else:
            problems.append(Problem(path.as_posix(), _bad(line.strip()), number))
    if problems:
        raise CannotCheck(problems)
    return Record(entries, tuple(line for line in lines if line.startswith("#")))


def write_record(path: Path, record: Record) -> None:
    """Put `record` at `path`, whole or not at all."""
    write_whole(path, str(record).encode())


def _bad(line: str) -> Wording:
    command = "`diptych confirm --all-changed`"
    return Wording(
        vi=f"dòng này không đọc được: {line}; hãy xóa dòng này rồi chạy {command}",
        en=f"this line cannot be read: {line}; delete it, then run {command}",
    )
