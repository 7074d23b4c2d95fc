"""A departure from the source in what is seen, and the register that may record it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diptych.model import Document, Place, Side
from diptych.project.bitext import Bitext
from diptych.source.corrections import Recorded
from diptych.source.words import Word
from diptych.wording import Wording


@dataclass(frozen=True, slots=True)
class Departure:
    """One thing that a page of the text shows and its source does not."""

    side: Side
    what: str
    """The kind of the departure, as the register of corrections names it."""
    written: str
    """What the page has, as the register of corrections writes it."""
    place: Place
    message: Wording
    length: int = 1
    word: Word | None = None
    """The word of the source where it would stand; None where that is not known."""


def recorded(
    entry: Recorded, departures: Iterable[Departure], bitext: Bitext
) -> Iterator[Departure]:
    """The departures that the correction `entry` records."""
    for departure in departures:
        document = bitext.documents[departure.side]
        if (
            departure.what == entry.what
            and departure.written == entry.printed.get(document.locale)
            and _home(document, departure.place) == entry.place
        ):
            yield departure


def _home(document: Document, place: Place) -> str:
    """The id of the node at `place`; of the page's first where it stands above all of them."""
    page = document.page_in(place.file)
    first = next(page.nodes(), None) if page else None
    return document.node_at(place) or (first.id if first else "")
