"""The headings and tables that a translation has as the original has them, all or most of them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from diptych.project.bitext import Bitext
from diptych.rules.shared.rendering import rendering

_KEPT_HEADINGS = 0.34
"""The share of its headings from which a page keeps those of the original as names."""
_FEWEST_KEPT = 3
"""The fewest headings of several words that a page keeps as names."""


class Peers(NamedTuple):
    """Where the like of a text were not translated either, by files of the translation."""

    names: frozenset[str]
    """Pages of which many headings are the original's: names of what the page is about."""
    headings: frozenset[str]
    """Pages of which more headings are the original's than not."""
    tables: frozenset[tuple[str, int]]
    """Tables that are the same in both languages, by their file and first line."""


def peers_left(bitext: Bitext) -> Peers:
    """The pages and tables of the translation whose headings and rows are the original's."""
    side = rendering(bitext)
    known: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    several: Counter[str] = Counter()
    for pair in bitext.alignment.divisions:
        both = pair.both
        if both and both[0].heading and both[1].heading:
            file = both[side].place.file
            known[file] += 1
            if both[0].heading.text == both[1].heading.text:
                alike[file] += 1
                several[file] += " " in both[0].heading.text
    kept: dict[tuple[str, int], bool] = {}
    for row in bitext.alignment.provisions:
        if row.both and (columns := row.both[side].columns) is not None:
            table = row.both[side].place.file, columns.line
            same = row.both[0].segment.text == row.both[1].segment.text
            kept[table] = kept.get(table, True) and same
    return Peers(
        frozenset(
            file
            for file, count in several.items()
            if count >= _FEWEST_KEPT and count > _KEPT_HEADINGS * known[file]
        ),
        frozenset(file for file, count in alike.items() if 1 < count > known[file] - count),
        frozenset(table for table, same in kept.items() if same),
    )
