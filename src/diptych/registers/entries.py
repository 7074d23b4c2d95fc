"""The entries of a list of names or terms, each with every passage that has it.

Only the original is searched for uses: that the translation has them, too, is for the rules of
names and terms to see.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from diptych.glossary import Glossary, Term
from diptych.glossary.phrases import Match
from diptych.model import Document, Side
from diptych.registers.passages import Passage, passages


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A name or a term as a register lists it."""

    term: Term
    uses: tuple[Passage, ...]
    """Passages of the original, in reading order."""
    below: tuple[RegisterEntry, ...] = ()
    """The entries listed below this one, in the order of their first uses."""

    def walk(self) -> Iterator[RegisterEntry]:
        """The entry itself and all below it."""
        yield self
        for entry in self.below:
            yield from entry.walk()


def listed(
    original: Document, known: Glossary, kinds: Collection[str] = ()
) -> tuple[RegisterEntry, ...]:
    """The entries of `known` that the text has, in the order of their first uses.

    They are of `kinds`, or of any kind if that is empty. An entry without a use is left out unless
    one below it has any; one whose upper entry is of another kind than those asked for stands on
    its own.
    """
    uses: dict[str, list[Passage]] = {}
    for passage in passages(original):
        found = known.in_original(passage.segment.text)
        for identity in dict.fromkeys(match.meaning.id for match in found):
            uses.setdefault(identity, []).append(passage)
    chosen: dict[str, Term] = {}
    for term in known.terms:
        if not kinds or term.kind in kinds:
            chosen.setdefault(term.id, term)
    order = {identity: rank for rank, identity in enumerate(uses)}
    under: dict[str, list[Term]] = {}
    for term in chosen.values():
        under.setdefault(term.under if term.under in chosen else "", []).append(term)

    def below(upper: str) -> tuple[RegisterEntry, ...]:
        entries = (
            RegisterEntry(term, tuple(uses.get(term.id, ())), below(term.id))
            for term in under.get(upper, ())
        )
        used = [entry for entry in entries if entry.uses or entry.below]
        return tuple(sorted(used, key=lambda e: min(order[x.term.id] for x in e.walk() if x.uses)))

    return below("")


def first_uses(text: str, side: Side, known: Glossary) -> tuple[Match[Term], ...]:
    """The explained entries in the text of one provision, each where it first stands.

    Where entries overlap the longest counts, explained or not, so that none is found inside
    another: "Chính phủ" is not explained within "Văn phòng Chính phủ".
    """
    first: dict[str, Match[Term]] = {}
    for match in known.found_in(text, side):
        if match.meaning.about:
            first.setdefault(match.meaning.id, match)
    return tuple(first.values())
