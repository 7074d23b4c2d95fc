"""A list that people keep beside the texts, in TOML -> its entries as typed values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from diptych.errors import CannotCheck, Problem, Unreadable
from diptych.files import controls
from diptych.files.reading import read_text
from diptych.files.toml import values_of
from diptych.wording import Wording

T = TypeVar("T")
_MISSING = "missing required field `"


class Folded(str):
    """A text of a list, with its white space folded; it is never empty."""

    __slots__ = ()


class ListFile:
    """A list that was read and holds nothing forbidden; ask it for its entries."""

    def __init__(self, path: Path, amiss: Wording) -> None:
        """Read the list at `path`; `amiss` begins each message that an entry is wrong.

        Raises `CannotCheck`.
        """
        self.file = path.as_posix()
        self._amiss = amiss
        try:
            text = read_text(path)
            if problem := controls.in_text(text, self.file):
                raise CannotCheck([problem])
            self._tables = values_of(text, self.file)
        except Unreadable as unreadable:
            raise CannotCheck([unreadable.problem]) from unreadable
        except tomllib.TOMLDecodeError as error:
            raise self.wrong(str(error)) from error
        self.lines = tuple(text.split("\n"))
        if problem := controls.in_values(self._tables, list(self.lines), 1, self.file):
            raise CannotCheck([problem])

    def wrong(self, what: str, line: int | None = None) -> CannotCheck:
        """The error that says that `what` is wrong, in an entry that begins on `line`."""
        wording = Wording(vi=f"{self._amiss.vi} {what}", en=f"{self._amiss.en} {what}")
        return CannotCheck([Problem(self.file, wording, line)])

    @property
    def only_begun(self) -> bool:
        """Whether the list holds comments alone: whoever wrote them has no entries yet."""
        return not self._tables and any(line.strip() for line in self.lines)

    def count(self, *kinds: str) -> int:
        """How many entries of these kinds there are."""
        return sum(len(self._of(kind)) for kind in kinds)

    def entries(
        self,
        kind: str,
        of: type[T],
        hints: Mapping[str, str] | None = None,
        called: Mapping[str, str] | None = None,
    ) -> list[T]:
        """The entries `[[kind]]` as values of the type `of`, which have the `line` of each.

        `hints` says of a key what its value may be; `called` gives the field of `of` for each key
        of the list that is named otherwise. Raises `CannotCheck`.
        """
        heads = [n for n, line in enumerate(self.lines, 1) if line.strip() == f"[[{kind}]]"]
        hints, called = hints or {}, called or {}
        known = []
        for index, entry in enumerate(self._of(kind)):
            line = heads[index] if index < len(heads) else 1
            told = {
                called.get(key, key): value
                for key, value in entry.items()
                if key not in called.values()
            }
            try:
                known.append(msgspec.convert({**told, "line": line}, of, dec_hook=_folded))
            except msgspec.ValidationError as error:
                named = {field: key for key, field in called.items()}
                raise self.wrong(_said(str(error), told, hints, named), line) from error
        return known

    def values(self, of: type[T]) -> T:
        """The whole list as a value of the type `of`, for one that has no `[[kind]]` of entries.

        Raises `CannotCheck`, with the line that has the key of the fault, if one can be told.
        """
        try:
            return msgspec.convert(self._tables, of, str_keys=True)
        except msgspec.ValidationError as error:
            line = next((n for n, text in enumerate(self.lines, 1) if self._is_bad(text, of)), None)
            said = "" if line is None else self.lines[line - 1].strip()
            raise self.wrong(said or str(error), line) from error

    def _is_bad(self, line: str, of: type[Any]) -> bool:
        """Whether a line by itself is no such value."""
        try:
            msgspec.convert(tomllib.loads(line), of, str_keys=True)
        except (tomllib.TOMLDecodeError, msgspec.ValidationError):
            return True
        return False

    def _of(self, kind: str) -> list[Mapping[str, Any]]:
        tables = self._tables.get(kind, [])
        if isinstance(tables, list) and all(isinstance(table, dict) for table in tables):
            return tables
        raise self.wrong(f"[[{kind}]]")


def _folded(_of: type, value: object) -> Folded:
    if isinstance(value, str) and value.strip():
        return Folded(" ".join(value.split()))
    raise ValueError


def _said(
    told: str, entry: Mapping[str, Any], hints: Mapping[str, str], named: Mapping[str, str]
) -> str:
    """The key that msgspec complains of, with what the entry has there and what it may have."""
    fault, _, path = told.partition(" - at `$")
    keys = path.strip(".`").partition("[")[0].split(".") if path else []
    keys += [fault.partition(_MISSING)[2].rstrip("`")] if _MISSING in fault else []
    value: Any = entry
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    hint = hints.get(keys[0], "")
    shown = f"'{'.'.join([named.get(keys[0], keys[0]), *keys[1:]])}'"
    return f"{shown}{'' if value is None else f' = {value!r}'}{hint and f' ({hint})'}"
