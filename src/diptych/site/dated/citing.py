"""Which passages can be cited from the newest edition, as they are."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.editions.history import EditionHistory
from diptych.editions.tags import DatedEdition
from diptych.language.interface import InterfaceWords
from diptych.language.written_dates import written_date
from diptych.model import Side


def as_published(edition: DatedEdition, words: InterfaceWords) -> str:
    """What a citation from `edition` says of it in `words`, behind the place that is cited."""
    return words["past.cited"].replace("{}", written_date(edition.date, words.locale))


def newest(history: EditionHistory) -> DatedEdition | None:
    """The newest edition that can be read."""
    return next((step.edition for step in history.editions if not step.problem), None)


def differing(history: EditionHistory, side: Side) -> frozenset[str]:
    """The ids of passages that the newest edition does not have as they are, in the language of
    `side`: with other words, at another place, or not at all.

    A heading is cited with all that is below it, and differs where that does.
    """
    ids = frozenset(_touched(history, side))
    above = {identity.rsplit("-", cut)[0] for identity in ids for cut in range(1, _DEEPEST)}
    return ids | (above & history.now.keys())


_DEEPEST = 8
"""How many parts of an id can stand for something below a heading."""


def _touched(history: EditionHistory, side: Side) -> Iterator[str]:
    for change in history.since.changes if history.since else ():
        if change.before is None or change.after is None or change.moved or change.touches(side):
            for unit in (change.before, change.after):
                if unit:
                    yield unit.id
