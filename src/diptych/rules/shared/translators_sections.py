"""What translators say for themselves: their notes, and sections at the end of a translation that
tell who translated it, and when.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from diptych.alignment import children_of
from diptych.language.translation_words import (
    has_year,
    is_note_of_translator,
    speaks_of_translation,
)
from diptych.model import Division, Kind, Provision, Side
from diptych.project.bitext import Bitext
from diptych.rules.shared.rendering import may_be_rendering, translation_beside_english

_MOST_ITEMS = 60
"""The most items of a history of a translation."""
_ITEM = 200
"""The most characters of an item with a date and names."""
_NOTE = 1_000
"""The most characters of the first or the last text of a page that are looked at for a note on its
translation."""
_NEAR_ENDS, _SHORT_NOTE = 6, 300
"""How many texts from either end of a page such a note may stand, and how long it is there."""
_ITEMS = frozenset({Kind.DASH, Kind.ITEM})
_SHORT = 12
"""The most texts of a section by which translators say how they translated."""
_HEADING = 60
"""The most characters of a heading that is looked at."""


@dataclass(frozen=True, slots=True)
class TranslatorsSections:
    """What the original cannot have: divisions and provisions, by side and id."""

    divisions: frozenset[tuple[Side, str]]
    provisions: frozenset[tuple[Side, str]]


def translators_sections(bitext: Bitext) -> TranslatorsSections:
    """The sections of the translation's pages that have no counterpart, a heading with a word for a
    translation, and few texts, or as the last of a page short items, most of them dated; with them
    the notes of a translator among the provisions without counterpart. None in texts that are
    published here.
    """
    sides = [each for each in Side if not bitext.published and may_be_rendering(bitext, each)]
    found = [(side, division) for side in sides for division in _found(bitext, side)]
    below = ((side, p.id) for side, division in found for p in _all_of(division))
    notes = [(side, note) for side in sides for note in _notes(bitext, side)]
    notes += ((side, note) for side in sides for note in _below_such(bitext, side))
    return TranslatorsSections(
        frozenset((side, division.id) for side, division in found), frozenset((*below, *notes))
    )


def _notes(bitext: Bitext, side: Side) -> Iterator[str]:
    language = bitext.documents[side].locale
    ends: set[str] = set()
    near: set[str] = set()
    for page in bitext.documents[side].pages:
        if row := list(page.provisions()):
            ends.update((row[0].id, row[-1].id))
            near.update(p.id for p in (*row[:_NEAR_ENDS], *row[-_NEAR_ENDS:]))
    for pair in bitext.alignment.provisions:
        note = pair.side(side) if pair.both is None else None
        if note is None or note.children:
            continue
        text = note.segment.text
        may_be = note.id in ends or (note.id in near and len(text) <= _SHORT_NOTE)
        if is_note_of_translator(text) or (
            may_be and speaks_of_translation(text[:_NOTE], language)
        ):
            yield note.id
            if text.rstrip().endswith(":"):  # what it introduces is part of it
                yield from _listed_below(bitext, side, note)


def _below_such(bitext: Bitext, side: Side) -> Iterator[str]:
    """The ids of the texts without counterpart below a heading with a word for a translation, in
    both languages: what the translators of this one say of it.
    """
    known = bitext.alignment.division_counterparts[side]
    texts = bitext.alignment.counterparts[side]
    for page in bitext.documents[side].pages:
        for division in page.own_divisions():
            other = known.get(division.id)
            if other is None or not (division.heading and other.heading):
                continue
            headed = (side, division.heading), (side.other, other.heading)
            if all(
                len(heading.text) <= _HEADING
                and speaks_of_translation(heading.text, bitext.documents[one].locale)
                for one, heading in headed
            ):
                yield from (p.id for p in _all_of(division) if p.id not in texts)


def _listed_below(bitext: Bitext, side: Side, note: Provision) -> Iterator[str]:
    """The ids of the items that follow `note`, as far as none has a counterpart."""
    parent = bitext.parent(side, note)
    row = children_of(parent) if parent else ()
    at = next((index for index, one in enumerate(row) if one is note), len(row))
    paired = bitext.alignment.counterparts[side]
    listed = takewhile(lambda one: one.kind in _ITEMS and one.id not in paired, row[at + 1 :])
    for item in listed:
        yield from (each.id for each in item.walk())


def _found(bitext: Bitext, side: Side) -> Iterator[Division]:
    language = bitext.documents[side].locale
    paired = bitext.alignment.division_counterparts[side]
    for page in bitext.documents[side].pages:
        *_, last = (d for top in page.divisions for d in top.walk()) if page.divisions else (None,)
        if last is None or last.page != page.path or last.heading is None or last.id in paired:
            continue
        if speaks_of_translation(last.heading.text[:_HEADING], language) and _is_history(last):
            yield last
    if side is translation_beside_english(bitext):
        yield from _on_translation(bitext, side)


def _on_translation(bitext: Bitext, side: Side) -> Iterator[Division]:
    """The short sections without counterpart whose headings have a word for a translation, with
    those below them.
    """
    language = bitext.documents[side].locale
    headings = bitext.alignment.division_counterparts[side]
    texts = bitext.alignment.counterparts[side]
    for page in bitext.documents[side].pages:
        for division in page.own_divisions():
            heading = division.heading.text[:_HEADING] if division.heading else ""
            if division.id in headings or not speaks_of_translation(heading, language):
                continue
            parts = [*division.walk()]
            said = [text for part in parts for text in _all_of(part)]
            known = any(text.id in texts for text in said) or any(p.id in headings for p in parts)
            if len(said) <= _SHORT and not known:
                yield from parts


def _is_history(division: Division) -> bool:
    items = _all_of(division)
    if not 0 < len(items) <= _MOST_ITEMS:
        return False
    short = all(len(item.segment.text) <= _ITEM and item.kind is not Kind.CODE for item in items)
    return short and 2 * sum(has_year(item.segment.text) for item in items) >= len(items)


def _all_of(division: Division) -> list[Provision]:
    return [p for top in division.provisions for p in top.walk()]
