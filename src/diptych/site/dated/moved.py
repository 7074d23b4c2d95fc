"""What a page asks when its address names a passage that is not there: where that went.

`editions/moved.json` has the old addresses that nobody has now, each with the page and the id to
which its passage went and the day of the last edition that had it there; the same of the ids that
other passages had in an edition; and the words in which a reader is told. Only who comes by such an
address loads it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from diptych.alignment.units import units
from diptych.editions.history import EditionHistory
from diptych.editions.last import last_of
from diptych.editions.tags import DatedEdition
from diptych.language.interface import InterfaceWords
from diptych.language.written_dates import written_date
from diptych.project.bitext import Bitext
from diptych.publication.addresses import EDITIONS, address
from diptych.publication.moved_addresses import NO_MOVES, Move, taken, ways

FILE = f"{EDITIONS}/moved.json"
"""The path of the file, below the site's root."""


@dataclass(frozen=True, slots=True)
class OldAddresses:
    """What a site tells of the addresses of earlier editions."""

    file: bytes
    """The file that says where they lead."""
    taken: frozenset[str]
    """The ids of present passages that were those of others in an edition."""


def old_addresses(
    bitext: Bitext, history: EditionHistory, texts: Mapping[DatedEdition, Bitext]
) -> OldAddresses | None:
    """What is told; None where every address is still that of its passage.

    What the project's own list says prevails over what git tells of the editions whose `texts` are
    known: it lasts without git.
    """
    first = bitext.original.locale
    present = {unit.id: address(unit.path, first, first) for unit in units(bitext.alignment)}
    there = {*present, *present.values()}
    found: dict[str, Move] = {}
    others: dict[str, Move] = {}
    for edition in sorted(texts):
        for identity, now in history.became(edition).items():
            # one with its id as it was is on another page
            gone = identity not in there or bool(now and now.id == identity)
            move = Move(edition.date, identity, now.id if now else "")
            (found if gone else others)[identity] = move
        for departed in last_of(history, edition, texts[edition]).departed:
            if departed.move.old.endswith("/"):
                found[departed.move.old] = departed.move
    found |= ways(bitext.moves or NO_MOVES, there)
    others |= taken(bitext.moves or NO_MOVES, present.keys())
    if not found and not others:
        return None
    days = {edition.date for edition in texts}
    told = {move.day for move in (*found.values(), *others.values())}
    content = {
        "moved": {old: _way(found[old], present, days) for old in sorted(found)},
        "taken": {old: _way(others[old], present, days) for old in sorted(others)},
        "said": {doc.locale: _said(bitext.words(doc.locale), told) for doc in bitext.documents},
    }
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return OldAddresses(written.encode(), frozenset(others))


def _way(move: Move, present: Mapping[str, str], days: set[date]) -> list[Any]:
    """The page, the id, the day of the edition, and whether the site has that edition."""
    return [present.get(move.new, ""), move.new, move.day.isoformat(), move.day in days]


def _said(words: InterfaceWords, days: set[date]) -> dict[str, Any]:
    return {
        "here": words["moved.here"],
        "gone": words["moved.gone"],
        "read": words["moved.read"],
        "other": words["moved.other"],
        "lost": words["moved.other_gone"],
        "days": {day.isoformat(): written_date(day, words.locale) for day in sorted(days)},
    }
