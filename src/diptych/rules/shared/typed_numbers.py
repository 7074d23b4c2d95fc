"""The numbers that are typed before the items of a list, whatever numbers are printed."""

from __future__ import annotations

from diptych.model import Division, Page, Provision, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext

_TYPED = pattern_of(r"(?<!\d)(\d{1,9})[.)][ \t]*[^\w\s]{0,4}$")
"""A number with what may stand between it and the words of its item: the mark of a link, of
emphasis.
"""


def typed_number(page: Page, provision: Provision) -> int | None:
    """The number that is typed before an item of a list."""
    place = provision.place
    typed = _TYPED.search(page.lines[place.line - 1][: place.column - 1])
    return int(typed[1]) if typed and provision.number else None


def typed_apart(
    bitext: Bitext, side: Side, both: tuple[Division | Provision, Division | Provision]
) -> tuple[int, int] | None:
    """The numbers typed before two items, the first on `side`, that are printed alike; None if
    they are equal, and where the counting may be left to what renders the text.
    """
    if not bitext.published:
        return None
    mine, theirs = (
        _of_node(bitext, where, node) for where, node in zip((side, side.other), both, strict=True)
    )
    return (mine, theirs) if mine and theirs and mine != theirs else None


def _of_node(bitext: Bitext, side: Side, node: Division | Provision) -> int | None:
    page = bitext.documents[side].page_in(node.place.file)
    return typed_number(page, node) if page and isinstance(node, Provision) else None
