"""Findings grouped: what one slip causes is told once, its consequences below it.

Nothing is dropped: a consequence is a finding like any other and is shown with its cause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from diptych.check.places import BROUGHT_IN, Places, is_gap, rank
from diptych.diagnostics import Diagnostic
from diptych.diagnostics.families import family_of
from diptych.project.bitext import Bitext

Keys = Callable[[Diagnostic], set[object]]
Explains = Callable[[Diagnostic, Diagnostic], bool]

_HEADINGS = ("S", "N", "O102", "O106")
"""Rules that find what is wrong with a heading."""
_WHOLE_PAGE = ("L105", "S101", "S107", "S108", "S114", "U101")
_OF_PAGE = ("L105", "S114", "S115")
"""Rules that find what no slip at one place causes."""
_IN_SECTION = ("S102", "S104", "N101", "N102")
"""Rules that find what follows from a section's having no counterpart."""
_SLIPS = frozenset({"H108", "M108", "M109", "M110", "M111", "M112", "M114", "M115", "M116", "S116"})
"""Rules that find slips of the pen, which neither cause another difference nor follow from one."""
_LEADS = 32
"""The most findings that are tried as the cause of others on their page."""
_FEW = 2
"""How many findings on one provision or page may stand side by side."""


def grouped(bitext: Bitext, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The causes among the findings, each with its consequences, in the original's order."""
    places = Places(bitext)
    ordered = sorted(found, key=places.order)
    # a word that is misspelt in a text published here differs from its source, too
    slips = () if bitext.published else _SLIPS
    alone = [d for d in ordered if family_of(d.code).rank is None or d.code in slips]
    rest = [d for d in ordered if family_of(d.code).rank is not None and d.code not in slips]
    rest = _below_lost_pages(places, rest)
    alone += [d for d in rest if d.code in _OF_PAGE]
    rest = [d for d in rest if d.code not in _OF_PAGE]
    rest = _below_lost_sections(places, rest)
    rest = _titles_below_headings(places, rest)
    rest = _below_tables(places, rest)
    rest = _together(rest, places.provisions, _explains_in_place)
    rest = _together(rest, places.pages, places.explains_on_page)
    rest = _below_cause(rest, "O104", _moves_words)
    rest = _derived_below_others(places, rest)
    told = _below_cause([*alone, *rest], "A103", _is_of_numbers)
    return tuple(sorted(told, key=places.order))


def _below_lost_pages(places: Places, found: Sequence[Diagnostic]) -> list[Diagnostic]:
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
        explaining = [index for index in above if places.explains_below(causes[index], diagnostic)]
        if causes and diagnostic.code[0] == "O" and is_gap(diagnostic.locations[0]):
            explaining.append(0)
        if explaining:
            taken[min(explaining)].append(diagnostic)
        else:
            left.append(diagnostic)
    return [*map(_with, causes, taken), *left]


def _below_lost_sections(places: Places, found: Sequence[Diagnostic]) -> list[Diagnostic]:
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


def _titles_below_headings(places: Places, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A heading lost, renumbered or otherwise changed explains that its page's title differs."""
    causes = sorted((d for d in found if d.code.startswith(_HEADINGS)), key=rank)
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


def _below_tables(places: Places, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A column too few explains what else differs in its table, and a cell emptied, or exchanged
    for another, what else differs in that cell.
    """
    causes = [d for d in found if d.code in _OF_TABLE]
    taken: list[list[Diagnostic]] = [[] for _ in causes]
    left = []
    for diagnostic in found:
        above = (
            index
            for index, cause in enumerate(causes)
            if cause is not diagnostic and _explains_cells(places, cause, diagnostic)
        )
        index = next(above, None)
        if index is None:
            left.append(diagnostic)
        else:
            taken[index].append(diagnostic)
    below = {id(cause): own for cause, own in zip(causes, taken, strict=True)}
    return [_with(d, below.get(id(d), ())) for d in left]


_OF_TABLE = ("G106", "G107")


def _explains_cells(places: Places, cause: Diagnostic, other: Diagnostic) -> bool:
    if other.code == "G106" or other.code.startswith(BROUGHT_IN):
        return False
    if rank(other) < rank(cause) or other.code == cause.code == "G107":
        return False
    if cause.code == "G106":
        return places.in_table(cause, other)
    return any(
        at.file == cell.file
        and at.line == cell.line
        and cell.column <= at.column < cell.column + cell.length
        for at in other.locations
        for cell in cause.locations
    )


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
            lead = min(pending, key=rank)
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
    return not other.code.startswith(BROUGHT_IN)


def _below_cause(
    found: Sequence[Diagnostic], code: str, causes: Callable[[Diagnostic], bool]
) -> list[Diagnostic]:
    """Findings of one rule, wherever they are, stand below the first of those that `causes`."""
    lead = min((d for d in found if causes(d)), key=rank, default=None)
    if lead is None:
        return list(found)
    below = [d for d in found if d.code == code]
    return [_with(d, below) if d is lead else d for d in found if d.code != code]


def _moves_words(diagnostic: Diagnostic) -> bool:
    """Whether its slip makes a correction of the register lose its place."""
    return diagnostic.code != "O104" and family_of(diagnostic.code).moves_words


def _is_of_numbers(diagnostic: Diagnostic) -> bool:
    """Whether its slip is a number, from which passages have the ids that links lead to."""
    return diagnostic.code[0] == "N"


def _derived_below_others(places: Places, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Any other slip in a provision explains that its wording and what is derived from it differ.

    Of findings on what is derived alone, the first explains the others.
    """
    if not any(family_of(d.code).derived for d in found):
        return list(found)
    ordered = sorted(found, key=rank)  # the derived come last
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
