"""What findings point at: pages, nodes with their counterparts, and sections without any."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain

from diptych.diagnostics import Diagnostic, Location
from diptych.diagnostics.families import family_of
from diptych.model import Division, Provision, Side
from diptych.project.bitext import Bitext

BROUGHT_IN = ("X", "O105", "O107", "O108")
"""Rules that find what somebody put there, which no other slip causes."""
_IN_A_ROW = ("N", "S104", "S106", "S109", "S110")
"""Rules whose findings change the numbers of one list, or of the headings."""
_FITTING = 0.7
"""The least likeness of two texts that are counterparts also where two versions differ."""
_OF_VERSION, _CERTAIN = ("G102", "G103", "G104"), 0.9
"""Rules on what a new version changes first, tags and commands; the likeness asked for them."""
_NOT_LEFT = ("K104", "L103")
"""Rules that find what a page left untranslated does not have: a word of code that was translated,
a text that stands where another should.
"""
_OF_ONE_TEXT = "XHUECW"
"""Families of which each finding is on one text, whatever its counterpart says."""
_READ = 2_000
"""How many characters of a text are read for its words."""
_ALIKE = 0.4
"""The least share of words that two texts of one language have in common."""


class Places:
    """Knows which page pair a file belongs to, and which node is the counterpart of which."""

    def __init__(self, bitext: Bitext) -> None:
        self._page: dict[str, tuple[int, int]] = {}
        self._headings: dict[str, set[int]] = {}
        self._starts: dict[str, list[int]] = {}
        self._names = _pair_names(bitext)
        self._lost = _lost_sections(bitext)
        self._parents = bitext.alignment.parents
        self._likeness = bitext.alignment.likeness
        self._both = tuple(
            {both[side].id: both for pair in bitext.alignment.provisions if (both := pair.both)}
            for side in Side
        )
        self._tables = {
            (page.file, provision.id): provision.columns.line
            for document in bitext.documents
            for page in document.pages
            for provision in page.provisions()
            if provision.columns
        }
        for index, pair in enumerate(bitext.alignment.pages):
            for side in Side:
                if page := pair.side(side):
                    self._page[page.file] = (index, side)
                    self._headings[page.file] = {d.place.line for d in page.own_divisions()}
                    self._starts[page.file] = sorted(node.body.place.line for node in page.nodes())

    def order(self, diagnostic: Diagnostic) -> tuple[int, int, int, str, int]:
        """The key to sort a finding by: page, then line of the original, then the cause first."""
        nowhere = (len(self._page), 1)
        page, _, line, column = min(
            (
                (*self._page.get(location.file, nowhere), location.line, location.column)
                for location in diagnostic.locations
            ),
            key=lambda place: (place[1], place[0]),
        )
        return page, line, *rank(diagnostic), column

    def named(self, location: Location) -> object:
        """The side and the id of the node that a location belongs to; None outside pages."""
        if location.file not in self._page:
            return None
        return self._page[location.file][1], location.node

    def lost_section(self, diagnostic: Diagnostic) -> object:
        """The outermost section without counterpart that a finding's first place is in, by side and
        id; None elsewhere.
        """
        return self._lost.get(self.named(diagnostic.locations[0]))

    def in_table(self, cause: Diagnostic, other: Diagnostic) -> bool:
        """Whether `other` is found in the table whose columns the `cause` says to differ."""
        tables = {(at.file, self._tables.get((at.file, at.node))) for at in cause.locations}
        places = [(at.file, self._tables.get((at.file, at.node))) for at in other.locations]
        return all(line is not None and (file, line) in tables for file, line in places)

    def explains_on_page(self, lead: Diagnostic, other: Diagnostic) -> bool:
        """What a slip of structure, numbering or notes explains beyond its own provision.

        Numbers differ by it only in its own row, and only from it on.
        """
        on_page = family_of(lead.code).explains_on_page
        if other.code[0] not in on_page or other.code.startswith(BROUGHT_IN):
            return False
        if other.code[0] != "N":
            return True
        if lead.code.startswith(_IN_A_ROW) and self._rows(lead).isdisjoint(self._rows(other)):
            return False
        return lead.code == "S106" or _not_before(lead, other)

    def explains_below(self, cause: Diagnostic, other: Diagnostic) -> bool:
        """Whether a finding on a whole page explains another one there.

        On a page of another version, or one left untranslated, what is told of two texts that are
        counterparts for certain is no consequence.
        """
        if cause.code == "U101":
            return _not_before(cause, other, self._above(cause.locations[0]))
        if cause.code == "L105" and other.code in _NOT_LEFT:
            return False
        if cause.code not in ("L105", "S114") or other.code[0] in "SNFLO":
            return True
        if other.code[0] in _OF_ONE_TEXT:
            return False
        pairs = [both for at in other.locations if (both := self._pair_at(at))]
        if cause.code == "L105":
            return not pairs or any(_mostly_alike(*both) for both in pairs)
        least = _CERTAIN if other.code in _OF_VERSION else _FITTING
        return not any(self._likeness(*both) >= least for both in pairs)

    def _above(self, at: Location) -> int:
        """The line on which the last node above a location begins: what is missing behind it may
        stand in what begins at the location.
        """
        starts = self._starts.get(at.file, ())
        before = bisect_left(starts, at.line)
        return starts[before - 1] if before else 1

    def _pair_at(self, at: Location) -> tuple[Provision, Provision] | None:
        """The pair of provisions of which one stands at a location; None where there is none."""
        if at.file not in self._page:
            return None
        return self._both[self._page[at.file][1]].get(at.node)

    def _rows(self, diagnostic: Diagnostic) -> set[object]:
        """What holds the nodes that a finding points at; headings of a page are one row."""
        rows: set[object] = set()
        for at in diagnostic.locations:
            if at.file not in self._page or is_gap(at):
                continue
            page, side = self._page[at.file]
            parent = self._parents[Side(side)].get(at.node)
            rows.add(page if parent is None else self._names[side].get(parent.id, parent.id))
        return rows

    def pages(self, diagnostic: Diagnostic) -> set[object]:
        """The indices of the page pairs that a finding points at."""
        return {
            self._page[location.file][0]
            for location in diagnostic.locations
            if location.file in self._page
        }

    def headed(self, diagnostic: Diagnostic) -> set[object]:
        """The page pairs of headings that a finding points at, or says to be missing."""
        return {
            self._page[at.file][0]
            for at in diagnostic.locations
            if at.file in self._page and (is_gap(at) or at.line in self._headings[at.file])
        }

    def provisions(self, diagnostic: Diagnostic) -> set[object]:
        """The node pairs that a finding points at; if there are none, those where it misses one."""
        there = [at for at in diagnostic.locations if at.file in self._page]
        meant = [at for at in there if not is_gap(at)] or there
        return {self._node(at) for at in meant}

    def _node(self, location: Location) -> object:
        _, side = self._page[location.file]
        return self._names[side].get(location.node, location.node) or location.file


def _lost_sections(bitext: Bitext) -> dict[object, object]:
    """For each node of a section without counterpart, by side and id, the outermost such section,
    likewise.
    """
    lost: dict[object, object] = {}

    def walk(side: Side, division: Division, outermost: object) -> None:
        alone = division.heading and division.id not in known[side]
        if outermost is None and alone:
            outermost = side, division.id
        elif not alone:
            outermost = None
        if outermost is not None:
            lost[side, division.id] = outermost
            for top in division.provisions:
                lost.update(((side, p.id), outermost) for p in top.walk())
        for below in division.divisions:
            walk(side, below, outermost)

    known = bitext.alignment.division_counterparts
    for side, document in Side.of(bitext.documents):
        for division in document.divisions:
            walk(side, division, None)
    return lost


def _pair_names(bitext: Bitext) -> tuple[dict[str, object], dict[str, object]]:
    """For each side, the names of nodes by id; a node and its counterpart have the same name."""
    names: tuple[dict[str, object], dict[str, object]] = ({}, {})
    divisions = (pair.both for pair in bitext.alignment.divisions)
    provisions = (pair.both for pair in bitext.alignment.provisions)
    for number, both in enumerate(both for both in chain(divisions, provisions) if both):
        for side in Side:
            names[side][both[side].id] = number
    return names


def _mostly_alike(original: Provision, translation: Provision) -> bool:
    """Whether two texts have so many words in common that they are in one language."""
    words = [set(p.segment.text[:_READ].split()) for p in (original, translation)]
    return len(words[0] & words[1]) >= _ALIKE * max(1, min(map(len, words)))


def rank(diagnostic: Diagnostic) -> tuple[int, str]:
    """The key by which findings are sorted so that the likelier cause comes first."""
    return family_of(diagnostic.code).rank or 0, diagnostic.code


def is_gap(location: Location) -> bool:
    """Whether a location is where something is missing."""
    return location.label is not None


def _not_before(cause: Diagnostic, other: Diagnostic, gaps_from: int | None = None) -> bool:
    """Whether `other` points at the cause's first place or below it, where it points at its file
    at all. Where something is missing, it may from the line `gaps_from` on.
    """
    lines: dict[str, int] = {}
    for location in cause.locations:
        lines[location.file] = min(location.line, lines.get(location.file, location.line))
    if cause.code[0] == "U":
        lines = {cause.locations[0].file: cause.locations[0].line}
    from_line = lines if gaps_from is None else dict.fromkeys(lines, gaps_from)
    return all(
        at.line >= (from_line if is_gap(at) else lines).get(at.file, 0) for at in other.locations
    )
