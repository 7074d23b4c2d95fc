"""Texts that a translator joined or divided, whatever they were paired with: all texts around are
paired anew, one or several with one or several.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from diptych.alignment import children_of
from diptych.alignment.sentences import Bead, pairing_with
from diptych.language.scripts import is_in_another
from diptych.language.sentences import sentences
from diptych.model import Kind, Provision, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.sentence_rows import text_rows

_AROUND, _WITHIN = 3, 12
"""How many texts on either side are looked at, and how many of the other language at most."""
_SHORTEST = 40
"""The least length of a text, in characters of an alphabet, that may be joined with another."""
_FIGURES = pattern_of(r"\d{2,}")


class Regrouped(NamedTuple):
    """What was found of texts without counterpart."""

    ids: frozenset[str]
    """The ids of those that are in the counterpart of a neighbour."""
    disputed: frozenset[int]
    """The texts around (by identity) that were paired otherwise before."""


def regrouped(bitext: Bitext) -> Regrouped:
    """The texts without counterpart that are in one after all, where all texts around fit better
    with them; only in texts that are not published here.
    """
    ids: set[str] = set()
    disputed: set[int] = set()
    if not bitext.published:
        for side in Side:
            for lone in bitext.alignment.lone_below[side].values():
                for provision in filter(_says, lone):
                    groups = _around(bitext, side, provision)
                    ids.update([provision.id] if groups else ())
                    known = bitext.alignment.counterparts[side]
                    for mine, theirs in groups:
                        if [known.get(own.id) for own in mine] != list(theirs):
                            disputed.update(id(one.segment) for one in (*mine, *theirs))
    return Regrouped(frozenset(ids), frozenset(disputed))


Group = tuple[Sequence[Provision], Sequence[Provision]]


def _around(bitext: Bitext, side: Side, provision: Provision) -> list[Group]:
    """The texts around and their counterparts, `provision` among them, as they fit best; empty
    where all fits better without it.
    """
    if is_in_another(provision.segment.text, bitext.documents[side].locale):
        return []  # the original's words, given besides
    parent = bitext.parent(side, provision)
    row = children_of(parent) if parent else ()
    at = bisect_left(row, provision.place, key=lambda p: p.place)
    if at == len(row) or row[at] is not provision:
        return []
    first, last = _text_around(row, at, -1), _text_around(row, at, 1)
    theirs = [*filter(_says, _between(bitext, side, row, first, last))]
    mine = [*filter(_says, row[first : last + 1])]
    if not theirs or kept_in(provision.segment).difference(*(kept_in(p.segment) for p in theirs)):
        return []
    both = ([p.segment for p in mine], [p.segment for p in theirs])
    rows = text_rows(bitext, both[::-1] if side else both)
    index = mine.index(provision)
    if rows[side][index].length < _SHORTEST:
        return []
    beads = pairing_with(index, rows[side], rows[side.other])
    known = bitext.alignment.counterparts[side]
    if any(not bead.theirs and mine[bead.first].id in known for bead in beads):
        return []  # then another one is lost
    groups = [_group(bead, mine, theirs) for bead in beads if bead.mine and bead.theirs]
    own = next((group for group in groups if any(p is provision for p in group[0])), None)
    return groups if own and _may_be_one(*own) else []


def _group(bead: Bead, mine: Sequence[Provision], theirs: Sequence[Provision]) -> Group:
    return (
        mine[bead.first : bead.first + bead.mine],
        theirs[bead.other : bead.other + bead.theirs],
    )


def _may_be_one(mine: Sequence[Provision], theirs: Sequence[Provision]) -> bool:
    """Whether some texts have hardly more sentences than others that may say the same, and no more
    links, code or pictures.
    """
    rows = mine, theirs
    counts = [sum(len(sentences(p.segment.text)) for p in row) for row in rows]
    marked = [sum(len(p.segment.links) + len(p.segment.code) for p in row) for row in rows]
    return counts[0] <= counts[1] * 3 // 2 and marked[0] <= marked[1]


def _text_around(row: Sequence[Provision], at: int, step: int) -> int:
    """The index of the furthest text from `at` on that stands in a row with it."""
    for _ in range(_AROUND):
        if not 0 <= at + step < len(row) or not _is_text(row[at + step]):
            break
        at += step
    return at


def _is_text(provision: Provision) -> bool:
    return (
        provision.kind in (Kind.PARAGRAPH, Kind.CONTINUATION)
        and not provision.number
        and not provision.children
    )


def _says(provision: Provision) -> bool:
    return _is_text(provision) and bool(provision.segment.text.strip())


def _between(
    bitext: Bitext, side: Side, row: Sequence[Provision], first: int, last: int
) -> Sequence[Provision]:
    """What stands in the other language where `row` stands from `first` to `last`; nothing unless
    that is known, and little.
    """
    known = bitext.alignment.counterparts[side]
    edges = [known.get(row[n].id) if 0 <= n < len(row) else None for n in (first - 1, last + 1)]
    inner = [known[own.id] for own in row[first : last + 1] if own.id in known]
    beside = next(filter(None, (*edges, *inner)), None)
    home = bitext.parent(side.other, beside) if beside else None
    other = children_of(home) if home else ()
    at = sorted(_index(other, p) for p in inner if bitext.parent(side.other, p) is home)
    if not at and any(
        edge is None and 0 <= n < len(row)
        for edge, n in zip(edges, (first - 1, last + 1), strict=True)
    ):
        return ()
    start, end = 0, len(other)
    if edges[0] is not None:
        start = _index(other, edges[0]) + 1
    elif first:
        start = at[0]
    if edges[1] is not None:
        end = _index(other, edges[1])
    elif last + 1 < len(row):
        end = at[-1] + 1
    return other[start:end] if 0 < end - start <= _WITHIN else ()


def _index(row: Sequence[Provision], provision: Provision) -> int:
    return bisect_left(row, provision.place, key=lambda p: p.place)


def kept_in(segment: Segment) -> set[str]:
    """What a translation keeps of a text: code, addresses on the web and figures."""
    code = {segment.text[start:end] for start, end in segment.code}
    addresses = {link.target for link in segment.links if "://" in link.target}
    return (
        {each for each in code if each.isascii()} | addresses | {*_FIGURES.findall(segment.prose)}
    )
