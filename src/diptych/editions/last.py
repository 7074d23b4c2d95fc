"""Where the passages of the newest edition are now, and those of each older one in the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from diptych.alignment.units import Unit, units
from diptych.changes.passage_changes import changes
from diptych.editions.history import EditionHistory, Step
from diptych.editions.tags import DatedEdition, dated_editions
from diptych.editions.texts import texts_of
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import address
from diptych.publication.last_edition import Departed, LastEdition
from diptych.publication.moved_addresses import Move, step


def last_edition(bitext: Bitext, folder: Path) -> LastEdition | None:
    """What the texts `bitext` of the project in `folder` made of its newest edition.

    With it comes what each older edition lost by the next. None where git has no edition that can
    be read; one that cannot, or is in other languages, is passed over.
    """
    found: LastEdition | None = None
    earlier: list[Departed] = []
    after = bitext
    for edition in dated_editions(folder):
        texts = texts_of(folder, edition).bitext
        if texts is None or _languages(texts) != _languages(bitext):
            continue
        made = _made_of(edition, texts, after)
        if found is None:
            found = made
        else:
            earlier.extend(made.departed)
        after = texts
    return found and replace(found, earlier=tuple(earlier))


def _made_of(edition: DatedEdition, texts: Bitext, after: Bitext) -> LastEdition:
    """What the texts `after` made of `edition`, whose texts are `texts`."""
    now = {unit.id: unit for unit in units(after.alignment)}
    changed = changes(units(texts.alignment), now.values())
    known = EditionHistory((Step(edition),), Step(None, edition, changed), now=now)
    return last_of(known, edition, texts)


def _languages(texts: Bitext) -> list[str]:
    return [document.locale for document in texts.documents]


def publication_day(bitext: Bitext, folder: Path) -> date | None:
    """The day of the newest edition of the project in `folder`, while its words are those of
    `bitext`; else None.
    """
    for edition in dated_editions(folder):
        if texts := texts_of(folder, edition).bitext:
            changed = changes(units(texts.alignment), units(bitext.alignment))
            return None if changed else edition.date
    return None


def with_last_edition(bitext: Bitext, folder: Path) -> Bitext:
    """`bitext` with what it made of the newest edition, if its project lists old addresses."""
    if bitext.moves is None:
        return bitext
    return replace(bitext, last_edition=last_edition(bitext, folder))


def last_of(history: EditionHistory, edition: DatedEdition, texts: Bitext) -> LastEdition:
    """The same, of `edition`, whose texts are `texts`, as `history` knows it.

    What went with the heading above it is not listed.
    """
    became = history.became(edition)
    old = {unit.id: unit for unit in units(texts.alignment)}
    lines: dict[str, str] = {}
    departed = []
    for identity, unit in old.items():  # headings come before what is below them
        now = became.get(identity, unit)
        new = now.id if now else ""
        if step(lines, identity) != new:
            lines[identity] = new
            departed.append(Departed(Move(edition.date, identity, new), _cited(unit)))
    first = texts.original.locale
    opening: dict[str, Unit] = {}
    for unit in old.values():
        opening.setdefault(address(unit.path, first, first), unit)
    present = {address(unit.path, first, first) for unit in history.now.values()}
    for page, unit in opening.items():
        if page and page not in present:
            now = became.get(unit.id, history.now.get(unit.id))
            departed.append(Departed(Move(edition.date, page, now.id if now else ""), _cited(unit)))
    return LastEdition(edition.date, frozenset({*old, *opening}), tuple(departed))


def _cited(unit: Unit) -> tuple[str, str]:
    original, translation = (unit.citation(side) or unit.citation(side.other) for side in Side)
    return original, translation
