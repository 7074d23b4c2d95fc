"""Which cells of two rows are counterparts: by figures, by listed terms, by what tables pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from diptych.glossary import Glossary, Term
from diptych.glossary.phrases import Match
from diptych.model import Provision, Segment
from diptych.patterns import pattern_of

_FIGURE = pattern_of(r"\d+")
_MOST = 12
"""The most columns of a table whose cells are held against each other."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Cells of one row that stand in each other's place."""

    columns: tuple[int, ...]
    """The columns of the cells, in order."""
    by_figures: bool


class Lexicon:
    """How the cells of tables are rendered: as the lists say, and as the tables themselves do."""

    def __init__(self, entries: Glossary) -> None:
        self._entries = entries
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._known: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        """How many pairs each text of the original, and of the translation, is part of."""

    def learn(self, original: Provision, translation: Provision) -> None:
        """Take in what two rows pair."""
        for pair in zip(_texts(original), _texts(translation), strict=True):
            self._pairs[pair] += 1
            for side, text in zip(self._known, pair, strict=True):
                side[text] += 1

    def crossed(self, originals: tuple[str, str], translations: tuple[str, str]) -> bool:
        """Whether of two pairs of cells, those that stand beside each other are no counterparts,
        and those that do not are.
        """
        if originals[0] == originals[1] or translations[0] == translations[1]:
            return False
        if not all(any(map(str.isalpha, text)) for text in (*originals, *translations)):
            return False
        return self._listed_across(originals, translations) or self._paired_across(
            originals, translations
        )

    def _listed_across(self, originals: tuple[str, str], translations: tuple[str, str]) -> bool:
        """Whether the lists say so."""
        mine = [_meant(self._entries.in_original(text)) for text in originals]
        if not (mine[0] and mine[1]) or mine[0] == mine[1]:
            return False
        theirs = [{term.id for term in self._entries.rendered(text)} for text in translations]
        return (
            mine[0] <= theirs[1]
            and mine[1] <= theirs[0]
            and not (mine[0] <= theirs[0] or mine[1] <= theirs[1])
        )

    def _paired_across(self, originals: tuple[str, str], translations: tuple[str, str]) -> bool:
        """Whether other rows say so: they pair the one with the other's text, and never as here."""
        here = zip(originals, translations, strict=True)
        if any(self._pairs[pair] > 1 for pair in here):
            return False
        across = [
            (originals[0], translations[1]),
            (originals[1], translations[0]),
        ]
        told = [self._pairs[pair] > 0 for pair in across]
        if all(told):
            return True
        if not any(told):
            return False
        original, translation = across[told.index(False)]
        return self._known[0][original] == self._known[1][translation] == 1


def beside(original: Segment, offset: int, translation: Segment) -> tuple[int, int]:
    """The span of `translation` that has the counterpart of what stands at `offset`: the same cell
    of a row, or all of it.
    """
    if original.cells and len(original.cells) == len(translation.cells):
        for span, other in zip(original.cells, translation.cells, strict=True):
            if span[0] <= offset < span[1]:
                return other
    return 0, len(translation.text)


def exchanges(original: Provision, translation: Provision, lexicon: Lexicon) -> Iterator[Exchange]:
    """What of two rows with as many cells stands in other cells."""
    texts = _texts(original), _texts(translation)
    figures = [[Counter(_FIGURE.findall(text)) for text in side] for side in texts]
    moved = [i for i in range(len(texts[0])) if figures[0][i] != figures[1][i]]
    totals = [sum(side, Counter[str]()) for side in figures]
    if moved and totals[0] == totals[1] and _permuted(figures, moved):
        yield Exchange(tuple(moved), by_figures=True)
        return
    for i, j in combinations(range(min(len(texts[0]), _MOST)), 2):
        mine, theirs = (texts[0][i], texts[0][j]), (texts[1][i], texts[1][j])
        if lexicon.crossed(mine, theirs):
            yield Exchange((i, j), by_figures=False)


def _permuted(figures: list[list[Counter[str]]], moved: list[int]) -> bool:
    """Whether the cells that differ have each other's figures."""
    mine, theirs = ([sorted(side[i].items()) for i in moved] for side in figures)
    return all(mine) and sorted(mine) == sorted(theirs)


def _texts(row: Provision) -> list[str]:
    return [cell.strip() for cell in row.cells]


def _meant(found: Iterator[Match[Term]]) -> set[str]:
    """The ids of the terms that are found."""
    return {match.meaning.id for match in found}
