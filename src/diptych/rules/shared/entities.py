"""A line of a file as readers get it: entities stand for what they become, in their place."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from typing import NamedTuple

from diptych.patterns import pattern_of

_ENTITY = pattern_of(r"(?<!\\)&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ESCAPE = pattern_of(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2})")


class Reading(NamedTuple):
    """A line as it is read, with where each character stands in the file."""

    text: str
    columns: tuple[int, ...]
    """The column in the file at which each character begins, from 1; empty where none has moved."""
    resolved: frozenset[int] = frozenset()
    """The offsets of the characters that the file writes as something else."""

    def column(self, offset: int) -> int:
        """The column in the file of the character at `offset`."""
        return self.columns[offset] if self.columns else offset + 1


def as_read(line: str, code: Iterable[tuple[int, int]] = ()) -> Reading:
    """A line of Markdown with its entities resolved, but for what lies in `code` (start, end)."""
    if "&" not in line:
        return Reading(line, ())
    kept = list(code)
    return _resolved(
        line,
        (
            (found.start(), found.end(), _entity(found[0]))
            for found in _ENTITY.finditer(line)
            if not any(start <= found.start() < end for start, end in kept)
        ),
    )


def as_declared(line: str) -> Reading:
    """A line of TOML or YAML with the codes resolved by which its strings may write characters."""
    if "\\" not in line:
        return Reading(line, ())
    return _resolved(
        line,
        (
            (found.start(), found.end(), _character(found[0][2:]))
            for found in _ESCAPE.finditer(line)
        ),
    )


def _entity(written: str) -> str:
    """What browsers make of an entity: they keep what is no character, `unescape` does not."""
    if (becomes := unescape(written)) or not written.startswith("&#"):
        return becomes
    digits = written[2:-1]
    return _character(digits[1:]) if digits[0] in "xX" else _character(f"{int(digits):x}")


def _character(code: str) -> str:
    value = int(code, 16)
    return chr(value) if value <= 0x10FFFF else ""


def _resolved(line: str, pieces: Iterable[tuple[int, int, str]]) -> Reading:
    parts: list[str] = []
    columns: list[int] = []
    resolved: list[int] = []
    at = 0
    for start, end, becomes in pieces:
        parts += (line[at:start], becomes)
        columns += range(at + 1, start + 1)
        resolved += range(len(columns), len(columns) + len(becomes))
        columns += [start + 1] * len(becomes)
        at = end
    parts.append(line[at:])
    columns += range(at + 1, len(line) + 1)
    return Reading("".join(parts), tuple(columns), frozenset(resolved))
