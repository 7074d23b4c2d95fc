"""Findings grouped: what one slip causes is told once, its consequences below it.

Nothing is dropped: a consequence is a finding like any other and is shown with its cause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from diptych.diagnostics import Diagnostic, Location
from diptych.diagnostics.families import family_of
from diptych.model import Division, Side
from diptych.project.bitext import Bitext

_BROUGHT_IN = ("X", "O105", "O107", "O108")
"""Rules that find what somebody put there, which no other slip causes."""
Keys = Callable[[Diagnostic], set[object]]
Explains = Callable[[Diagnostic, Diagnostic], bool]

_HEADINGS = ("S", "N", "O102", "O106")
"""Rules that find what is wrong with a heading."""
_WHOLE_PAGE = ("L105", "S101", "S107", "S108", "S114", "U101")
_IN_SECTION = ("S102", "S104", "N101", "N102")
"""Rules that find what follows from a section's having no counterpart."""
_IN_A_ROW = ("N", "S104", "S109", "S110")
"""Rules whose findings change the numbers of one list, or of the headings."""
_LEADS = 32
"""The most findings that are tried as the cause of others on their page."""
_FEW = 2
"""How many findings on one provision or page may stand side by side."""


def grouped(bitext: Bitext, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The causes among the findings, each with its consequences, in the original's order."""
    places = _Places(bitext)
    ordered = sorted(found, key=places.order)
    alone = [d for d in ordered if family_of(d.code).rank is None]
    rest = [d for d in ordered if family_of(d.code).rank is not None]
    rest = _below_lost_pages(places, rest)
    rest = _below_lost_sections(places, rest)
    rest = _titles_below_headings(places, rest)
    rest = _together(rest, places.provisions, _explains_in_place)
    rest = _together(rest, places.pages, places.explains_on_page)
    rest = _register_below_others(rest)
    rest = _derived_below_others(places, rest)
    return tuple(sorted([*alone, *rest], key=places.order))


def _rank(diagnostic: Diagnostic) -> tuple[int, str]:
    return family_of(diagnostic.code).rank or 0, diagnostic.code


def _below_lost_pages(places: _Places, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A page lost, emptied, exchanged or not translated explains all else on it, and words that
    are missing; a mark that is never closed explains what stands below it.
    """
    causes = [d for d in found if d.code in _WHOLE_PAGE]
    taken: list[list[Diagnostic]] = [[] for _ in causes]
    first_of: dict[object, int] = {}
    for index, cause in enumerate(causes):
        for page in places.pages(cause):
            first_of.setdefault(page, index)
    left = []
    for diagnostic in found:
        if diagnostic.code in _WHOLE_PAGE:
            continue
        above = [first_of[page] for page in places.pages(diagnostic) if page in first_of]
        explaining = [
            index
            for index in above
            if causes[index].code != "U101" or _not_before(causes[index], diagnostic)
        ]
        if causes and diagnostic.code[0] == "O" and _is_gap(diagnostic.locations[0]):
            explaining.append(0)
        if explaining:
            taken[min(explaining)].append(diagnostic)
        else:
            left.append(diagnostic)
    return [*map(_with, causes, taken), *left]


def _not_before(cause: Diagnostic, other: Diagnostic) -> bool:
    """Whether `other` points at the cause's first place or below it, where it points at its file
    at all.
    """
    lines: dict[str, int] = {}
    for location in cause.locations:
        lines[location.file] = min(location.line, lines.get(location.file, location.line))
    if cause.code[0] == "U":
        lines = {cause.locations[0].file: cause.locations[0].line}
    return all(at.line >= lines.get(at.file, 0) for at in other.locations)


def _below_lost_sections(places: _Places, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A section lost as a whole explains that each of its parts has no counterpart."""
    causes: dict[object, Diagnostic] = {}
    for diagnostic in found:
        section = places.lost_section(diagnostic)
        if diagnostic.code == "S102" and section == places.named(diagnostic.locations[0]):
            causes.setdefault(section, diagnostic)
    taken: dict[int, list[Diagnostic]] = {}
    left = []
    for diagnostic in found:
        cause = causes.get(places.lost_section(diagnostic))
        if cause is None or cause is diagnostic or not diagnostic.code.startswith(_IN_SECTION):
            left.append(diagnostic)
        else:
            taken.setdefault(id(cause), []).append(diagnostic)
    return [_with(d, taken[id(d)]) if id(d) in taken else d for d in left]


def _titles_below_headings(places: _Places, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A heading lost, renumbered or otherwise changed explains that its page's title differs."""
    causes = sorted((d for d in found if d.code.startswith(_HEADINGS)), key=_rank)
    cause_of: dict[object, int] = {}
    for index, cause in enumerate(causes):
        for page in places.headed(cause):
            cause_of.setdefault(page, index)
    taken: dict[int, list[Diagnostic]] = {}
    left = []
    for diagnostic in found:
        page = next(iter(places.pages(diagnostic)), None)
        if diagnostic.code == "O107" and _says_title(diagnostic) and page in cause_of:
            taken.setdefault(id(causes[cause_of[page]]), []).append(diagnostic)
        else:
            left.append(diagnostic)
    return [_with(d, taken[id(d)]) if id(d) in taken else d for d in left]


def _says_title(diagnostic: Diagnostic) -> bool:
    return diagnostic.locations[0].excerpt.startswith("title:")


def _together(found: Sequence[Diagnostic], keys: Keys, explains: Explains) -> list[Diagnostic]:
    """Where more than `_FEW` findings share a key, those that the first explains go below it."""
    result: list[Diagnostic] = []
    for members in _sharing(found, keys):
        pending = members
        for _ in range(_LEADS):
            if not pending:
                break
            lead = min(pending, key=_rank)
            weighty = sum(not family_of(other.code).derived for other in pending)
            if weighty <= _FEW and lead.code[0] != "U":
                break
            below: list[Diagnostic] = []
            others: list[Diagnostic] = []
            for other in pending:
                if other is not lead:
                    (below if explains(lead, other) else others).append(other)
            result.append(_with(lead, below))
            pending = others
        result += pending
    return result


def _sharing(found: Sequence[Diagnostic], keys: Keys) -> list[list[Diagnostic]]:
    """Findings that share a key, directly or through others."""
    joined = list(range(len(found)))

    def root(index: int) -> int:
        while joined[index] != index:
            joined[index] = index = joined[joined[index]]
        return index

    first: dict[object, int] = {}
    for index, diagnostic in enumerate(found):
        for key in keys(diagnostic):
            joined[root(index)] = root(first.setdefault(key, index))
    groups: dict[int, list[Diagnostic]] = {}
    for index, diagnostic in enumerate(found):
        groups.setdefault(root(index), []).append(diagnostic)
    return list(groups.values())


def _explains_in_place(_lead: Diagnostic, other: Diagnostic) -> bool:
    """Any slip explains what else is wrong with its provision, but nothing that was brought in."""
    return not other.code.startswith(_BROUGHT_IN)


def _register_below_others(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A correction that lost its place is explained by whatever moved it."""
    register = [d for d in found if d.code == "O104"]
    others = [d for d in found if d.code != "O104"]
    lead = next((d for d in sorted(others, key=_rank) if family_of(d.code).moves_words), None)
    if not register or lead is None:
        return list(found)
    return [_with(d, register) if d is lead else d for d in others]


def _derived_below_others(places: _Places, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Any other slip in a provision explains that its wording and what is derived from it differ.

    Of findings on what is derived alone, the first explains the others.
    """
    if not any(family_of(d.code).derived for d in found):
        return list(found)
    ordered = sorted(found, key=_rank)  # the derived come last
    leads: list[Diagnostic] = []
    taken: list[list[Diagnostic]] = []
    lead_of: dict[object, int] = {}
    for diagnostic in ordered:
        keys = places.provisions(diagnostic)
        above = next((lead_of[key] for key in keys if key in lead_of), None)
        if family_of(diagnostic.code).derived and above is not None:
            taken[above].append(diagnostic)
            continue
        for key in keys:
            lead_of.setdefault(key, len(leads))
        leads.append(diagnostic)
        taken.append([])
    return list(map(_with, leads, taken))


def _with(cause: Diagnostic, consequences: Sequence[Diagnostic]) -> Diagnostic:
    flat = chain.from_iterable((replace(d, consequences=()), *d.consequences) for d in consequences)
    return replace(cause, consequences=(*cause.consequences, *flat))


def _is_gap(location: Location) -> bool:
    return location.label is not None


class _Places:
    """Knows which page pair a file belongs to, and which node is the counterpart of which."""

    def __init__(self, bitext: Bitext) -> None:
        self._page: dict[str, tuple[int, int]] = {}
        self._headings: dict[str, set[int]] = {}
        self._names = _pair_names(bitext)
        self._lost = _lost_sections(bitext)
        self._parents = bitext.alignment.parents
        for index, pair in enumerate(bitext.alignment.pages):
            for side in Side:
                if page := pair.side(side):
                    self._page[page.file] = (index, side)
                    self._headings[page.file] = {d.place.line for d in page.own_divisions()}

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
        return page, line, *_rank(diagnostic), column

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

    def explains_on_page(self, lead: Diagnostic, other: Diagnostic) -> bool:
        """What a slip of structure, numbering or notes explains beyond its own provision.

        Numbers differ by it only in its own row, and only from it on.
        """
        on_page = family_of(lead.code).explains_on_page
        if other.code[0] not in on_page or other.code.startswith(_BROUGHT_IN):
            return False
        if other.code[0] != "N":
            return True
        if lead.code.startswith(_IN_A_ROW) and self._rows(lead).isdisjoint(self._rows(other)):
            return False
        return _not_before(lead, other)

    def _rows(self, diagnostic: Diagnostic) -> set[object]:
        """What holds the nodes that a finding points at; headings of a page are one row."""
        rows: set[object] = set()
        for at in diagnostic.locations:
            if at.file not in self._page or _is_gap(at):
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
            if at.file in self._page and (_is_gap(at) or at.line in self._headings[at.file])
        }

    def provisions(self, diagnostic: Diagnostic) -> set[object]:
        """The node pairs that a finding points at; if there are none, those where it misses one."""
        there = [at for at in diagnostic.locations if at.file in self._page]
        meant = [at for at in there if not _is_gap(at)] or there
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
