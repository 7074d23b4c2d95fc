"""The source as received: the only text that the original may have."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from diptych.errors import CannotCheck, Unreadable
from diptych.files.reading import decoded, read_bytes
from diptych.reader.totals import TEXT, too_long
from diptych.source.corrections import Register, read_register
from diptych.source.words import Words, source_words


@dataclass(frozen=True, slots=True)
class Source:
    """The source and its register of corrections, as they were read."""

    file: str
    lines: tuple[str, ...]
    sha256: str
    """The SHA-256 of the file as it is, in hexadecimal."""
    expected_sha256: str
    """The SHA-256 of the file as it was received."""
    register: Register
    words: Words
    """The words of the source as received."""
    corrected: Words
    """The words of the source with the register applied."""
    occurrences: tuple[int, ...]
    """How often the reading of each correction occurs in the source; 1 is right."""


def read_source(path: Path, expected_sha256: str, register_path: Path) -> Source:
    """Read a source and its register. Raises `CannotCheck` when either cannot be read."""
    try:
        raw = read_bytes(path)
        text = decoded(raw, path.as_posix())
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable
    if len(text) > TEXT:
        raise CannotCheck([too_long(path.as_posix())])
    register = read_register(register_path)
    lines = tuple(text.split("\n"))
    words = source_words(path.as_posix(), lines)
    body, in_body = register.applied(words.body)
    notes, in_notes = register.applied(words.notes)
    return Source(
        file=path.as_posix(),
        lines=lines,
        sha256=hashlib.sha256(raw).hexdigest(),
        expected_sha256=expected_sha256,
        register=register,
        words=words,
        corrected=Words(body, notes),
        occurrences=tuple(a + b for a, b in zip(in_body, in_notes, strict=True)),
    )
