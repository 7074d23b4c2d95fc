"""How each text of the translation stands to its original, by what was recorded of the two.

A record (see `record`) keeps, by the id of a unit, a fingerprint of the original as it was when
the translation was confirmed, and one of the translation as it was when it was reviewed. A unit
is found again by its original's fingerprint, so that renumbering does not make it stale.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from diptych.alignment.units import Unit
from diptych.freshness.record import Record, RecordEntry
from diptych.model import Division, Side

_DIGITS = 10
"""How many hexadecimal digits a fingerprint has: two of a million texts hardly ever share one."""


class State(StrEnum):
    """How a text of the translation stands to its original."""

    REVIEWED = "reviewed"
    """The text renders the original as it is, and a reader has confirmed its very words."""
    UNREVIEWED = "unreviewed"
    """The text renders the original as it is; nobody has reviewed its words."""
    OUTDATED = "outdated"
    """The original changed after the translation was confirmed."""
    UNCONFIRMED = "unconfirmed"
    """Nobody has said yet that the text renders the original."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of one unit."""

    unit: Unit
    state: State
    entry: RecordEntry | None = None
    """What the record says of the unit; None where it says nothing."""
    before: str = ""
    """The original of an outdated unit as it was when the translation was confirmed; empty where
    that is not known."""
    reviewed_before: str = ""
    """The translation of a unit as it was reviewed, where its words are others now; empty where
    that is not known."""

    @property
    def lapsed(self) -> bool:
        """Whether a reader reviewed the translation, whose words were changed since."""
        return self.state is State.UNREVIEWED and bool(self.entry and self.entry.reviewed)

    def now(self, side: Side) -> str:
        """The unit's text on `side` as it is now, a heading's without its number."""
        return _text(self.unit, side)


@dataclass(frozen=True)
class Freshness:
    """How the whole translation stands to the original."""

    file: Path
    """The path of the record."""
    standings: Mapping[str, Standing]
    """The standing of each unit by its id, in reading order."""
    record: Record

    @cached_property
    def _by_page(self) -> dict[str, list[Standing]]:
        pages: dict[str, list[Standing]] = {}
        for standing in self.standings.values():
            pages.setdefault(standing.unit.path, []).append(standing)
        return pages

    def on_page(self, path: str) -> list[Standing]:
        """The standings of the texts on the page at `path`."""
        return self._by_page.get(path, [])

    def original_now(self, standing: Standing) -> str:
        """The fingerprint of the unit's original as it is now."""
        return fingerprint(_text(standing.unit, Side.ORIGINAL))


WordingBefore = Callable[[Path, str], str]
"""The text in a file that once had a fingerprint; empty where that is not known."""


def freshness(
    file: Path, units: Iterable[Unit], record: Record, wording_before: WordingBefore
) -> Freshness:
    """The standings of `units` by the record that was read from `file`.

    `wording_before` is asked what the originals of outdated units were, and what was reviewed where
    the translation changed since.
    """
    found = standings(units, record)
    return Freshness(
        file, {i: _remembered(known, wording_before) for i, known in found.items()}, record
    )


def _remembered(standing: Standing, wording_before: WordingBefore) -> Standing:
    original, translation = (standing.unit.segment(side) for side in Side)
    if standing.entry is None or original is None or translation is None:
        return standing
    if standing.state is State.OUTDATED:
        before = wording_before(Path(original.place.file), standing.entry.original)
        return replace(standing, before=before)
    if standing.lapsed:
        before = wording_before(Path(translation.place.file), standing.entry.reviewed)
        return replace(standing, reviewed_before=before)
    return standing


def fingerprint(text: str) -> str:
    """The first digits of the SHA-256 of `text`, its letters composed (NFC)."""
    composed = unicodedata.normalize("NFC", text)
    return hashlib.sha256(composed.encode()).hexdigest()[:_DIGITS]


def standings(units: Iterable[Unit], record: Record) -> dict[str, Standing]:
    """The standing of every unit that both languages have, by id."""
    known = [
        unit for unit in units if unit.segment(Side.ORIGINAL) and unit.segment(Side.TRANSLATION)
    ]
    originals = {unit.id: fingerprint(_text(unit, Side.ORIGINAL)) for unit in known}
    taken = set(originals.values())
    return {unit.id: _standing(unit, originals[unit.id], record, taken) for unit in known}


def confirmed(
    found: Mapping[str, Standing], ids: Iterable[str], record: Record, *, reviewed: bool
) -> Record:
    """The record after the units of `ids` were confirmed, and reviewed if `reviewed` says so.

    Entries of all other units are kept, under the ids they have now; those of texts that are
    no more are dropped. Raises `KeyError` on an id that no unit has.
    """
    chosen = set(ids)
    if unknown := chosen - found.keys():
        raise KeyError(*sorted(unknown))
    entries: dict[str, RecordEntry] = {}
    for identity, standing in found.items():
        if identity in chosen:
            entries[identity] = _entry(standing, reviewed=reviewed)
        elif standing.entry:
            entries[identity] = standing.entry
    return Record(entries, record.head)


def _standing(unit: Unit, original: str, record: Record, taken: set[str]) -> Standing:
    entry = record.entries.get(unit.id)
    if entry is None or entry.original != original:
        moved = record.by_original.get(original)
        if moved is None:
            # an entry whose text stands elsewhere now says nothing of this one
            stale = entry is not None and entry.original not in taken
            state = State.OUTDATED if stale else State.UNCONFIRMED
            return Standing(unit, state, entry if stale else None)
        entry = moved
    fresh = entry.reviewed == fingerprint(_text(unit, Side.TRANSLATION))
    return Standing(unit, State.REVIEWED if fresh else State.UNREVIEWED, entry)


def _entry(standing: Standing, *, reviewed: bool) -> RecordEntry:
    """The entry of a unit that is confirmed; a review of the very words of both is kept."""
    original = fingerprint(_text(standing.unit, Side.ORIGINAL))
    translation = fingerprint(_text(standing.unit, Side.TRANSLATION))
    last = standing.entry
    kept = last is not None and last == RecordEntry(original, translation)
    return RecordEntry(original, translation if reviewed or kept else "")


def _text(unit: Unit, side: Side) -> str:
    """The unit's text without a heading's number, for renumbering changes no wording."""
    node = unit.nodes[side]
    if isinstance(node, Division):
        return node.own_title
    return node.segment.text if node else ""
