"""The words on which the meaning of a sentence hangs in one language, laid out to be looked up.

A *sense* is what such words say ("must", "at least", "before"). It is named alike in every
language, so that two wordings of one language and texts of two languages are compared alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from diptych.language.weight.kinds import NOTHING, Weight

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of weight of one language."""

    phrases: Mapping[str, tuple[tuple[Phrase, Weight, str], ...]]
    """By their first word, phrases with their kind and sense, the longest first."""
    poles: Mapping[str, frozenset[tuple[int, int]]]
    """By word, the pairs of opposites it belongs to: the pair's index, and the side, 0 or 1."""
    before_times: Mapping[str, str]
    """Words that speak of time only before a time, each with its sense."""
    before_figures: Mapping[str, str]
    """Words that compare only before a figure, each with its sense."""
    time_nouns: frozenset[str]
    """Words by which a time is told."""
    prefixes: tuple[str, ...]
    """What stands before a word to deny it."""
    light: frozenset[str]
    """Words that may come and go without a change of what is said."""


NO_WORDS = Words({}, {}, {}, {}, frozenset(), (), frozenset())
"""The table of a language that is not known."""


def table(
    *,
    senses: Mapping[Weight, Mapping[str, str]],
    weightless: str,
    opposites: Iterable[tuple[str, str]],
    before_times: Mapping[str, str],
    before_figures: Mapping[str, str],
    time_nouns: str,
    light: str,
    prefixes: str = "",
) -> Words:
    """The table of a language, from its phrases parted by commas and its sets parted by blanks.

    `weightless` are phrases that hold a word of weight and have none; `opposites` are pairs of
    lists of which each says the opposite of the other.
    """
    listed = [
        (phrase, kind, sense)
        for kind, of_kind in senses.items()
        for sense, written in of_kind.items()
        for phrase in _phrases(written)
    ]
    listed += [(phrase, Weight.NEGATION, NOTHING) for phrase in _phrases(weightless)]
    phrases: dict[str, list[tuple[Phrase, Weight, str]]] = {}
    for phrase, kind, sense in listed:
        phrases.setdefault(phrase[0], []).append((phrase, kind, sense))
    poles: dict[str, set[tuple[int, int]]] = {}
    for index, pair in enumerate(opposites):
        for side, written in enumerate(pair):
            for phrase in _phrases(written):
                poles.setdefault(" ".join(phrase), set()).add((index, side))
    return Words(
        {first: tuple(sorted(row, key=lambda p: -len(p[0]))) for first, row in phrases.items()},
        {word: frozenset(found) for word, found in poles.items()},
        before_times,
        before_figures,
        frozenset(time_nouns.split()),
        tuple(prefixes.split()),
        frozenset(light.split()),
    )


def _phrases(written: str) -> Iterator[Phrase]:
    for phrase in written.split(","):
        if words := tuple(phrase.split()):
            yield words
