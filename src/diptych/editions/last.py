"""Where the passages of the newest edition are now, and those of each older one in the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from diptych.alignment.units import Unit, units
from diptych.changes.passage_changes import changes
from diptych.editions.history import EditionHistory, Step
from diptych.editions.tags import DatedEdition, dated_editions
from diptych.editions.texts import of_document, texts_of
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import address
from diptych.publication.last_edition import Departed, LastEdition
from diptych.publication.moved_addresses import Move, step


def last_edition(
    bitext: Bitext, folder: Path, known: Sequence[DatedEdition] | None = None
) -> LastEdition | None:
    """What the texts `bitext` of the project in `folder` made of the newest edition that has them.

    With it comes what each older edition lost by the next. None where git has no edition that can
    be read; one that cannot, or is in other languages, is passed over. `known` are the editions, if
    git was asked for them already.
    """
    found: LastEdition | None = None
    earlier: list[Departed] = []
    after = bitext
    for edition in dated_editions(folder) if known is None else known:
        read = texts_of(folder, edition).bitext
        if read is None or _languages(read) != _languages(bitext):
            continue
        texts = of_document(read, bitext)
        if texts is None:
            continue
        made = _made_of(edition, texts, after, bitext.folder)
        if found is None:
            found = made
        else:
            earlier.extend(made.departed)
        after = texts
    return found and replace(found, earlier=tuple(earlier))


def _made_of(edition: DatedEdition, texts: Bitext, after: Bitext, document: str) -> LastEdition:
    """What the texts `after` made of `edition`, whose texts of the `document` are `texts`."""
    now = {unit.id: unit for unit in units(after.alignment)}
    changed = changes(units(texts.alignment), now.values())
    known = EditionHistory((Step(edition),), Step(None, edition, changed), now=now)
    return last_of(known, edition, texts, document)


def _languages(texts: Bitext) -> list[str]:
    return [document.locale for document in texts.documents]


def publication_day(
    bitext: Bitext, folder: Path, known: Sequence[DatedEdition] | None = None
) -> date | None:
    """The day of the newest edition of the project in `folder` that has the document `bitext`,
    while its words are those of today; else None.
    """
    for edition in dated_editions(folder) if known is None else known:
        read = texts_of(folder, edition).bitext
        if read and (texts := of_document(read, bitext)):
            changed = changes(units(texts.alignment), units(bitext.alignment))
            return None if changed else edition.date
    return None


def with_last_edition(
    bitext: Bitext, folder: Path, known: Sequence[DatedEdition] | None = None
) -> Bitext:
    """`bitext` with what it made of the newest edition, if its project lists old addresses."""
    if bitext.moves is None:
        return bitext
    return replace(bitext, last_edition=last_edition(bitext, folder, known))


def completed_in(folder: Path) -> Callable[[Bitext], Bitext]:
    """What does so with the texts of each document of the project in `folder`; git is asked for
    its editions once.
    """
    known = cache(partial(dated_editions, folder))
    return lambda bitext: with_last_edition(bitext, folder, known() if bitext.moves else None)


def last_of(
    history: EditionHistory, edition: DatedEdition, texts: Bitext, document: str = ""
) -> LastEdition:
    """The same, of `edition`, whose texts of the `document` are `texts`, as `history` knows it.

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
            departed.append(Departed(Move(edition.date, identity, new, document), _cited(unit)))
    first = texts.original.locale
    opening: dict[str, Unit] = {}
    for unit in old.values():
        opening.setdefault(address(unit.path, first, first), unit)
    present = {address(unit.path, first, first) for unit in history.now.values()}
    for page, unit in opening.items():
        if page and page not in present:
            now = became.get(unit.id, history.now.get(unit.id))
            move = Move(edition.date, page, now.id if now else "", document)
            departed.append(Departed(move, _cited(unit)))
    return LastEdition(edition.date, frozenset({*old, *opening}), tuple(departed))


def _cited(unit: Unit) -> tuple[str, str]:
    original, translation = (unit.citation(side) or unit.citation(side.other) for side in Side)
    return original, translation
