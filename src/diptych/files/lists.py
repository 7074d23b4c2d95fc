"""A list that people keep beside the texts, in TOML -> what it says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from diptych.errors import CannotCheck, Unreadable
from diptych.files import controls
from diptych.files.reading import read_text
from diptych.files.toml import values_of


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
