"""Where a link stands, and what messages call it."""

from __future__ import annotations

from urllib.parse import unquote

from diptych.diagnostics import Location
from diptych.model import Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.link_targets import Target

_OPENING = pattern_of(r"!?\[|<")
_SHOWN = 60
"""The most characters of an address that a message quotes."""


def at_link(bitext: Bitext, side: Side, target: Target) -> Location:
    """The location of the link, with its text."""
    place = target.link.place
    page = bitext.documents[side].page_in(place.file)
    line = page.lines[place.line - 1] if page and place.line <= len(page.lines) else ""
    opening = _OPENING.search(line, place.column - 1)
    if opening is None:
        return bitext.at(side, place)
    closing = line.find(")" if opening[0][-1] == "[" else ">", opening.end())
    length = closing + 1 - opening.start() if closing >= 0 else 1
    return bitext.at(side, place._replace(column=opening.start() + 1), length)


def offset_of(segment: Segment, target: Target) -> int:
    """About where in the text of `segment` the link stands."""
    place = target.link.place
    before = [r for r in segment.runs if (r.line, r.column) <= (place.line, place.column)]
    last = before[-1] if before else None
    return min(len(segment.text), last.offset + place.column - last.column) if last else 0


def shown_address(target: Target) -> str:
    """Where the link leads, as messages quote it."""
    written = unquote(target.link.target)
    return written if len(written) <= _SHOWN else written[: _SHOWN - 1] + "…"
