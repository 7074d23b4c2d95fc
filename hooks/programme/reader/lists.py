"""A list that people keep beside the texts, in TOML -> what it says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from programme.errors import CannotCheck
from programme.reader.files import Unreadable, read_text
from programme.reader.toml import values_of
from programme.safety import controls


def read_list(path: Path) -> tuple[str, Mapping[str, Any]]:
    """The text of the list at `path`, and its entries.

    Raises `CannotCheck` where it cannot be read or holds what no list may, and
    `tomllib.TOMLDecodeError` where it is no TOML.
    """
    shown = path.as_posix()
    try:
        text = read_text(path)
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable
    if problem := controls.in_text(text, shown):
        raise CannotCheck([problem])
    try:
        entries = values_of(text, shown)
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable
    if problem := controls.in_values(entries, text.split("\n"), 1, shown):
        raise CannotCheck([problem])
    return text, entries
