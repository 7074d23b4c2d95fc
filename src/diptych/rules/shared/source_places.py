"""Locations in the source as received and in the register of corrections."""

from __future__ import annotations

from diptych.diagnostics import Location, location
from diptych.model import Place
from diptych.source import Source
from diptych.wording import Wording


def in_source(
    source: Source, place: Place, length: int = 1, label: Wording | None = None
) -> Location:
    """A location in the source as received."""
    return location("source", place, source.lines[place.line - 1], length, label)


def in_register(source: Source, line: int) -> Location:
    """The location of the register's entry that begins on `line`."""
    register = source.register
    return location("register", Place(register.file, line, 1), register.lines[line - 1])
