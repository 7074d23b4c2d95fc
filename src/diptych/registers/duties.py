"""Who does what: the bodies that a text opens with, and what it lays upon them.

All is quoted word for word; only the order is the register's. Where the language is not known in
depth, or no listed body opens the text, the whole text is one duty of nobody named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from diptych.glossary import Glossary, Term
from diptych.glossary.phrases import Match
from diptych.language.grammar import LENGTHS, Grammar, grammar
from diptych.model import Document, Kind, Side
from diptych.registers.passages import Passage, passages_on

ACTORS = frozenset({"body", "organisation", "company"})
"""The kinds of entry that can have duties."""

_MARKS = re.compile("[();]")
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
    found = (
        duty_in(passage, document.locale, side, known)
        for passage in passages_on(document, path)
        if passage.kind
    )
    return tuple(_together(found))


def duty_in(passage: Passage, language: str, side: Side, known: Glossary) -> Duty:
    """The duty that the text of one passage states."""
    text = passage.segment.text
    words = grammar(language)
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
        if lead and (continues or (duty.actors and _ids(duty) == _ids(lead))):
            held.append(duty)
            continue
        if lead:
            yield Assignment(lead.opening, lead.actors, tuple(held))
        held = [duty]
    if held:
        yield Assignment(held[0].opening, held[0].actors, tuple(held))


def _ids(duty: Duty) -> list[str]:
    return [found.meaning.id for found in duty.actors]
