"""A departure from the source in what is seen, and the register that may record it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diptych.model import Page, Place
from diptych.project.bitext import Bitext
from diptych.source.corrections import Recorded
from diptych.source.words import Word
from diptych.wording import Wording


@dataclass(frozen=True, slots=True)
class Departure:
    """One thing that a page of the text shows and its source does not."""

    side: int
    what: str
    """As the register names it."""
    written: str
    """As the register has it printed."""
    place: Place
    message: Wording
    length: int = 1
    word: Word | None = None
    """Where in the source it would stand."""


class Homes:
    """What each line of the pages of the text belongs to, by the id of the provision."""

    def __init__(self, bitext: Bitext) -> None:
        self._lines: dict[str, list[int]] = {}
        self._ids: dict[str, list[str]] = {}
        for document in bitext.documents:
            for page in document.pages:
                known = sorted(_lines(page))
                self._lines[page.file] = [line for line, _ in known]
                self._ids[page.file] = [identity for _, identity in known]

    def id_at(self, place: Place) -> str:
        """The id of the heading or the provision at `place`; of the page's first above it."""
        lines = self._lines.get(place.file, [])
        index = max(0, bisect_right(lines, place.line) - 1)
        return self._ids[place.file][index] if lines else ""


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    for division in page.own_divisions():
        yield division.place.line, division.id
    for provision in page.all_provisions():
        yield provision.place.line, provision.id


def recorded(
    entry: Recorded, departures: Iterable[Departure], homes: Homes, locales: tuple[str, str]
) -> Iterator[Departure]:
    """Those of `departures` that `entry` of the register records."""
    for departure in departures:
        if (
            departure.what == entry.what
            and departure.written == entry.printed.get(locales[departure.side])
            and homes.id_at(departure.place) == entry.place
        ):
            yield departure
