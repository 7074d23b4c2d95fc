"""What a page asks when its address names a passage that is not there: where that went.

`editions/moved.json` has the old addresses that nobody has now, each with the page and the id to
which its passage went and the day of the last edition that had it there; and the words in which a
reader is told. Only who comes by such an address loads it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
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
from diptych.publication.moved_addresses import NO_MOVES, Move, ways

FILE = f"{EDITIONS}/moved.json"
"""The path of the file, below the site's root."""


def moved_file(
    bitext: Bitext, history: EditionHistory, texts: Mapping[DatedEdition, Bitext]
) -> bytes | None:
    """The file; None where no address has gone.

    What the project's own list says prevails over what git tells of the editions whose `texts` are
    known: it lasts without git.
    """
    first = bitext.original.locale
    present = {unit.id: address(unit.path, first, first) for unit in units(bitext.alignment)}
    there = {*present, *present.values()}
    found: dict[str, Move] = {}
    for edition in sorted(texts):
        for identity, now in history.became(edition).items():
            # one with its id as it was is on another page
            if identity not in there or (now and now.id == identity):
                found[identity] = Move(edition.date, identity, now.id if now else "")
        for departed in last_of(history, edition, texts[edition]).departed:
            if departed.move.old.endswith("/"):
                found[departed.move.old] = departed.move
    found |= ways(bitext.moves or NO_MOVES, there)
    if not found:
        return None
    days = {edition.date for edition in texts}
    leads = {old: _way(found[old], present, days) for old in sorted(found)}
    locales = [document.locale for document in bitext.documents]
    said = {tag: _said(bitext.words(tag), {move.day for move in found.values()}) for tag in locales}
    written = json.dumps({"moved": leads, "said": said}, ensure_ascii=False, separators=(",", ":"))
    return written.encode()


def _way(move: Move, present: Mapping[str, str], days: set[date]) -> list[Any]:
    """The page, the id, the day of the edition, and whether the site has that edition."""
    return [present.get(move.new, ""), move.new, move.day.isoformat(), move.day in days]


def _said(words: InterfaceWords, days: set[date]) -> dict[str, Any]:
    return {
        "here": words["moved.here"],
        "gone": words["moved.gone"],
        "read": words["moved.read"],
        "days": {day.isoformat(): written_date(day, words.locale) for day in sorted(days)},
    }
