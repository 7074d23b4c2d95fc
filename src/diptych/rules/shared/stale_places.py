"""Links of a translation to headings by the names that only the original's words make."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote

from diptych.model import Division, Link, Page, Side
from diptych.project.bitext import Bitext
from diptych.rules.shared.link_targets import name_letters, parts_of

_BEFORE = 3
"""How many characters before a name are looked at."""


class StaleLink(NamedTuple):
    """A link of a translation to a heading by the name that it has in the original alone."""

    link: Link
    heading: Division
    """The heading in the original."""


def stale_links(bitext: Bitext, side: Side, pages: tuple[Page, Page]) -> list[StaleLink]:
    """The links on the page of `side` to a heading of it that was translated, by the name which the
    words of the original make, where nothing gives it that name.
    """
    own = pages[side]
    links = [link for each in own.segments() for link in each.links if link.target[:1] == "#"]
    if not links:
        return []
    names, theirs = parts_of(own), parts_of(pages[side.other])
    kept = bitext.alignment.division_counterparts[side.other]
    found = []
    for link in links:
        name = unquote(link.target[1:])
        heading = theirs.get(name_letters(name))
        if heading is None or name_letters(name) in names or heading.id not in kept:
            continue
        if heading.heading is None or name_letters(heading.heading.text) != name_letters(name):
            continue  # a name that does not come of the heading's words
        if not any(_gives_name(line, name) for line in own.lines):
            found.append(StaleLink(link, heading))
    return found


def _gives_name(line: str, name: str) -> bool:
    """Whether a line may give a place the `name`, in any form: `<a name="…">`, `{: #…}`."""
    written = line.find(name)
    while written >= 0:
        before = line[max(0, written - _BEFORE) : written]
        if not before.endswith("(#") and before[-1:] in ("#", "=", '"', "'"):
            return True
        written = line.find(name, written + 1)
    return False
