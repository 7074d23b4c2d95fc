"""What a page asks when its address names a passage that is not there: where that went.

`editions/moved.json` has the old addresses that nobody has now, each with the page and the id to
which its passage went and the day of the last edition that had it there; the same of the ids that
other passages had in an edition; and the words in which a reader is told. Only who comes by such an
address loads it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from diptych.alignment.units import units
from diptych.editions.last import last_of
from diptych.editions.tags import DatedEdition
from diptych.language.interface import InterfaceWords
from diptych.language.written_dates import written_date
from diptych.project.bitext import Bitext
from diptych.publication.addresses import EDITIONS, address, placed
from diptych.publication.moved_addresses import NO_MOVES, Move, taken, ways
from diptych.site.dated.documents import DatedDocument

FILE = f"{EDITIONS}/moved.json"
"""The path of the file, below the site's root."""


@dataclass(frozen=True, slots=True)
class OldAddresses:
    """What a site tells of the addresses of earlier editions."""

    file: bytes
    """The file that says where they lead."""
    taken: Mapping[str, frozenset[str]]
    """By the folder of each document, the ids of passages that were those of others in an edition.
    """


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of the addresses of one document."""

    moved: Mapping[str, Move]
    """Those that no passage has now."""
    taken: Mapping[str, Move]
    """Those that other passages have now."""
    elsewhere: Mapping[tuple[str, str], Move]
    """The pages of a folder that the document has left: by folder and address."""

    @property
    def days(self) -> set[date]:
        """The days of all editions that are spoken of."""
        told = (self.moved, self.taken, self.elsewhere)
        return {move.day for moves in told for move in moves.values()}


def old_addresses(documents: Sequence[DatedDocument]) -> OldAddresses | None:
    """What is told of the addresses of `documents`; None where each is still its passage's.

    What the project's own list says prevails over what git tells of the editions whose texts are
    known: it lasts without git.
    """
    told = [(each, _told(each)) for each in documents]
    days = {day for _, one in told for day in one.days}
    if not days:
        return None
    by_folder: dict[str, dict[str, dict[str, list[Any]]]] = {}
    for document, one in told:
        known = by_folder.setdefault(document.folder, {"moved": {}, "taken": {}})
        known["moved"] |= {
            placed(old, document.folder) if old.endswith("/") else old: _way(move, document)
            for old, move in sorted(one.moved.items())
        }
        known["taken"] |= {old: _way(move, document) for old, move in sorted(one.taken.items())}
        for (folder, page), move in one.elsewhere.items():
            known = by_folder.setdefault(folder, {"moved": {}, "taken": {}})
            known["moved"].setdefault(page, _way(move, document))
    first = documents[0].bitext
    said = {doc.locale: _said(first.words(doc.locale), days) for doc in first.documents}
    several = any(each.folder for each in documents)
    content = {"documents": by_folder} if several else by_folder[""]
    written = json.dumps({**content, "said": said}, ensure_ascii=False, separators=(",", ":"))
    taken = {document.folder: frozenset(one.taken) for document, one in told}
    return OldAddresses(written.encode(), taken)


def _told(document: DatedDocument) -> _Told:
    there = {*document.pages, *document.pages.values()}
    found: dict[str, Move] = {}
    others: dict[str, Move] = {}
    elsewhere: dict[tuple[str, str], Move] = {}
    for edition in sorted(document.texts):
        texts = document.texts[edition]
        for identity, now in document.history.became(edition).items():
            # one with its id as it was is on another page
            gone = identity not in there or bool(now and now.id == identity)
            move = Move(edition.date, identity, now.id if now else "")
            (found if gone else others)[identity] = move
        for departed in last_of(document.history, edition, texts).departed:
            if departed.move.old.endswith("/"):
                found[departed.move.old] = departed.move
        if document.gone or texts.folder != document.folder:
            elsewhere |= _pages(document, edition, texts)
    moves = document.bitext.moves or NO_MOVES
    found |= ways(moves, there)
    others |= taken(moves, document.pages.keys())
    return _Told(found, others, elsewhere)


def _pages(
    document: DatedDocument, edition: DatedEdition, texts: Bitext
) -> dict[tuple[str, str], Move]:
    """The pages that the document had in a folder that it left, with the first passage of each."""
    first = texts.original.locale
    became = document.history.became(edition)
    found: dict[tuple[str, str], Move] = {}
    for unit in units(texts.alignment):
        page = address(placed(unit.path, texts.folder), first, first)
        now = became.get(unit.id, document.history.now.get(unit.id))
        if page:  # the site's own home is there
            found.setdefault((texts.folder, page), Move(edition.date, page, now.id if now else ""))
    return found


def _way(move: Move, document: DatedDocument) -> list[Any]:
    """The page, the id, the day of the edition, and whether the site has that edition; then the
    folder of the document in it, if it has one.
    """
    page = document.pages.get(move.new)
    led = "" if page is None else f"{document.folder}/{page}" if document.folder else page
    folder = document.folders.get(move.day, document.folder)
    kept = move.day in document.folders
    return [led, move.new, move.day.isoformat(), kept, *([f"{folder}/"] if folder else [])]


def _said(words: InterfaceWords, days: set[date]) -> dict[str, Any]:
    return {
        "here": words["moved.here"],
        "gone": words["moved.gone"],
        "read": words["moved.read"],
        "other": words["moved.other"],
        "lost": words["moved.other_gone"],
        "days": {day.isoformat(): written_date(day, words.locale) for day in sorted(days)},
    }
