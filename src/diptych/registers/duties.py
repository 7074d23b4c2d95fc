"""Who does what: the bodies that a text opens with, and what it lays upon them.

A row of a table says it by its columns: who leads, who coordinates, what is done and by when. A
heading that is nothing but bodies says whose duties stand below it.

All is quoted word for word; only the order is the register's. Where the language is not known in
depth, or no listed body opens the text, the whole text is one duty of nobody named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from diptych.glossary import Glossary, Term
from diptych.glossary.phrases import Match
from diptych.language.column_words import ColumnKind, column_kind
from diptych.language.grammar import LENGTHS, Grammar, grammar
from diptych.model import Document, Kind, Provision, Side
from diptych.patterns import pattern_of
from diptych.registers.passages import Passage, passages_on

ACTORS = frozenset({"body", "organisation", "company"})
"""The kinds of entry that can have duties."""

_MARKS = pattern_of("[();]")
_OMITTED = "…"
"""What stands for the bodies where words before them belong to the duty."""


class Rhythm(NamedTuple):
    """A phrase that says when or how often, with its name, which is the same in every language."""

    name: str
    printed: str
    start: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One of the duties that a text states."""

    text: str
    times: tuple[str, ...]
    """The phrases that say when or how often it is done, as printed."""
    rhythms: tuple[Rhythm, ...]
    """The rhythms in its phrases of time, with those that qualify something else."""
    reports_to: Match[Term] | None
    through: Match[Term] | None
    partners: str = ""
    """Who coordinates, as a table's row says it."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What one passage lays upon which bodies."""

    passage: Passage
    opening: str
    """The bodies as printed, with what joins them; empty where no body opens the text."""
    actors: tuple[Match[Term], ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """Duties of the same bodies that follow each other."""

    opening: str
    actors: tuple[Match[Term], ...]
    duties: tuple[Duty, ...]


def assignments(
    document: Document, path: str, side: Side, known: Glossary
) -> tuple[Assignment, ...]:
    """Who does what by the page at `path`, in reading order.

    Bodies are looked for among the entries `known`, in the language of `side`.
    """
    return tuple(_together(_duties(document, path, side, known)))


def _duties(document: Document, path: str, side: Side, known: Glossary) -> Iterator[Duty]:
    """The duty of each passage; below a heading of bodies, theirs where it names none itself.

    Beside a table that says who leads, a text that names nobody lays nothing upon anybody.
    """
    above: Duty | None = None
    passages = passages_on(document, path)
    language = document.locale
    tabular = any(p.row and ColumnKind.LEAD in _by_kind(p.row, language) for p in passages)
    for passage in passages:
        if passage.kind is None:
            above = _headed(passage, document.locale, side, known)
        elif passage.row is None or _assigns(passage.row, document.locale):
            duty = duty_in(passage, document.locale, side, known)
            if above and not duty.opening:
                duty = replace(duty, opening=above.opening, actors=above.actors)
            if duty.opening or passage.row or not tabular:
                yield duty


def _headed(passage: Passage, language: str, side: Side, known: Glossary) -> Duty | None:
    """What a heading that is nothing but bodies lays upon them; None for another heading."""
    words = grammar(language)
    if words is None:
        return None
    title = passage.title
    actors, end = _opening(title, 0, _Bodies(title, side, known), words)
    return Duty(passage, title, tuple(actors), ()) if actors and end == len(title) else None


def _assigns(row: Provision, language: str) -> bool:
    """Whether a row of a table lays something upon somebody: not its headings, nor one that heads a
    group.
    """
    if row.heads:
        return False
    cells = _by_kind(row, language)
    return ColumnKind.LEAD not in cells or bool(row.cells[cells[ColumnKind.LEAD]].strip())


def _by_kind(row: Provision, language: str) -> dict[ColumnKind, int]:
    """The columns of a table of tasks, by what they hold."""
    headings = row.columns.headings if row.columns else ()
    found: dict[ColumnKind, int] = {}
    for index, heading in enumerate(headings[: len(row.cells)]):
        if kind := column_kind(heading, language):
            found.setdefault(kind, index)
    return found


def duty_in(passage: Passage, language: str, side: Side, known: Glossary) -> Duty:
    """The duty that the text of one passage states."""
    text = passage.segment.text
    words = grammar(language)
    if passage.row and (duty := _duty_of_row(passage, passage.row, language, side, known)):
        return duty
    if words is None:
        return Duty(passage, "", (), (Clause(_bare(text), (), (), None, None),))
    bodies = _Bodies(text, side, known)
    charge = words.charge.match(text)
    start = charge.end() if charge else 0
    actors, end = _opening(text, start, bodies, words)
    before = text[:start].strip() if actors else ""
    if not actors:
        end = 0
    parts = _parts(text, end)
    article = words.article is not None and words.article.fullmatch(before)
    lead = f"{before} {_OMITTED} " if before and not article else ""
    clauses = tuple(
        _clause(text, span, bodies, words, lead if not index else "")
        for index, span in enumerate(parts)
    )
    return Duty(passage, text[start:end] if actors else "", tuple(actors), clauses)


def _duty_of_row(
    passage: Passage, row: Provision, language: str, side: Side, known: Glossary
) -> Duty | None:
    """The duty that a row of a table states; None where no column says who leads."""
    kinds = _by_kind(row, language)
    if ColumnKind.LEAD not in kinds:
        return None
    segment = row.segment

    def said(kind: ColumnKind) -> str:
        """What the cell of a kind says, its lines joined by commas."""
        if kind not in kinds:
            return ""
        start, end = segment.cells[kinds[kind]]
        cuts = [start, *(offset for offset in segment.breaks if start < offset < end), end]
        lines = (segment.text[a:b].strip(" ,;") for a, b in pairwise(cuts))
        return ", ".join(line for line in lines if line)

    start, end = segment.cells[kinds[ColumnKind.LEAD]]
    bodies = _Bodies(segment.text, side, known)
    actors = []
    at = start
    while at < end:
        found = bodies.at(at)
        if found:
            actors.append(found)
        at = found.end if found else at + 1
    words = grammar(language)
    whole = 0, len(segment.text)
    clause = _clause(segment.text, whole, bodies, words, "") if words else None
    time = said(ColumnKind.DEADLINE)
    told = Clause(
        said(ColumnKind.TASK) or _task(row, kinds),
        (time,) if time else (),
        clause.rhythms if clause else (),
        clause.reports_to if clause else None,
        clause.through if clause else None,
        said(ColumnKind.PARTNERS),
    )
    return Duty(passage, said(ColumnKind.LEAD), tuple(actors), (told,))


def _task(row: Provision, kinds: dict[ColumnKind, int]) -> str:
    """What is done, by a row whose column of tasks has another heading: the first left over."""
    left = (cell for index, cell in enumerate(row.cells) if index not in kinds.values())
    return next((cell for cell in left if cell.strip()), "")


class _Bodies:
    """The bodies of one text, by the offset at which they begin."""

    def __init__(self, text: str, side: Side, known: Glossary) -> None:
        self._text = text
        self._side = side
        self._known = known

    def at(self, start: int) -> Match[Term] | None:
        """The body that begins at the offset `start`, or None."""
        found = self._known.starting(self._text, start, self._side)
        return found if found and found.meaning.kind in ACTORS else None


def _opening(text: str, at: int, bodies: _Bodies, words: Grammar) -> tuple[list[Match[Term]], int]:
    """The bodies at the offset `at`, joined or below one another, and the offset after them."""
    actors: list[Match[Term]] = []
    end = at
    while at >= 0 and (found := bodies.at(at)):
        actors.append(found)
        end = found.end
        if level := words.level.match(text, end):
            end = level.end()
        below = words.below.match(text, end)
        if below and (upper := bodies.at(below.end())):
            end = upper.end
        joint = words.joins.match(text, end)
        at = joint.end() if joint else -1
    return actors, end


def _parts(text: str, start: int) -> list[tuple[int, int]]:
    """The spans of `text` from `start` on between semicolons that stand outside parentheses."""
    depth = 0
    cuts = [start - 1]
    for mark in _MARKS.finditer(text, start):
        depth += {"(": 1, ")": -1, ";": 0}[mark[0]]
        if mark[0] == ";" and depth <= 0:
            cuts.append(mark.start())
    spans = [(first + 1, last) for first, last in pairwise([*cuts, len(text)])]
    return [span for span in spans if _bare(text[slice(*span)])]


def _bare(text: str) -> str:
    return text.strip().removesuffix(".").rstrip()


def _clause(text: str, span: tuple[int, int], bodies: _Bodies, words: Grammar, lead: str) -> Clause:
    start, end = span
    phrases = [
        (phrase[0], list(_rhythms(text, phrase, words)))
        for phrase in words.time.finditer(text, start, end)
    ]
    rhythms = [rhythm for _, made_of in phrases for rhythm in made_of]
    to, through = _reporting(text, span, bodies, words)
    return Clause(
        lead + _bare(text[start:end]),
        tuple(
            printed
            for printed, made_of in phrases
            if LENGTHS.isdisjoint(rhythm.name for rhythm in made_of)
        ),
        tuple(sorted(rhythms, key=lambda rhythm: rhythm.start)),
        to,
        through,
    )


def _rhythms(text: str, phrase: re.Match[str], words: Grammar) -> Iterator[Rhythm]:
    for name, form in words.rhythms:
        for found in form.finditer(text, phrase.start(), phrase.end()):
            yield Rhythm(name, found[0], found.start())


def _reporting(
    text: str, span: tuple[int, int], bodies: _Bodies, words: Grammar
) -> tuple[Match[Term] | None, Match[Term] | None]:
    """The body that `span` of `text` says is reported to, and the body through which, or None."""
    verb = words.reports.search(text, *span)
    if verb is None:
        return None, None
    gaps = words.to.finditer(text, verb.end(), span[1])
    to = next((body for gap in gaps if (body := bodies.at(gap.end()))), None)
    gap = words.through.match(text, to.end) if to else None
    return to, bodies.at(gap.end()) if gap else None


def _together(found: Iterable[Duty]) -> Iterator[Assignment]:
    """Duties of the same bodies, each row of them as one assignment; a continuation without a body
    goes on with the row before it.
    """
    held: list[Duty] = []
    for duty in found:
        lead = held[0] if held else None
        continues = duty.passage.kind is Kind.CONTINUATION and not duty.actors
        same = lead and duty.actors and _ids(duty) == _ids(lead)
        if lead and lead.passage.row and lead.opening == duty.opening:
            same = True
        if lead and (continues or same):
            held.append(duty)
            continue
        if lead:
            yield Assignment(lead.opening, lead.actors, tuple(held))
        held = [duty]
    if held:
        yield Assignment(held[0].opening, held[0].actors, tuple(held))


def _ids(duty: Duty) -> list[str]:
    return [found.meaning.id for found in duty.actors]
