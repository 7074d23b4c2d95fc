"""What each edition changed, and the history of every passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.editions.history import NO_HISTORY, Step
from diptych.editions.site_history import SiteHistory
from diptych.editions.tags import DatedEdition
from diptych.model import Document, Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import edition_address
from diptych.site.change_rows import (
    MOST,
    DocumentChanges,
    DocumentRow,
    EditionDate,
    HistoryRow,
    dated,
    edition_anchor,
)
from diptych.site.views import View

_FEWEST = 20
"""How many passages of a document are shown at least, however many documents there are."""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """What an edition changed, or what has changed since the newest."""

    anchor: str
    date: EditionDate | None
    """The date of the edition; None for what has changed since."""
    before: EditionDate | None
    """The date of the edition with which it is compared; None for the first one."""
    address: str
    """The address at which the edition stays readable, or empty."""
    problem: str
    """Why the edition cannot be read, or empty."""
    documents: tuple[DocumentRow, ...]
    """What it changed in the one document of the site, or in each of several that it touched."""


@dataclass(frozen=True, slots=True)
class DocumentHistories:
    """The passages of a document that an edition touched."""

    name: str
    """What the document is called beside others; empty on a site with one."""
    passages: tuple[HistoryRow, ...]
    """In the order of the text."""


@dataclass(frozen=True, slots=True)
class ChangesRow:
    """All that the page tells."""

    lacking: str
    """Why there may be editions that are not known, or empty."""
    since: EditionRow | None
    editions: tuple[EditionRow, ...]
    histories: tuple[DocumentHistories, ...]
    """By document, the passages of today that an edition touched."""


def changes_page(document: Document) -> str:
    """The path of the page that lists the editions, or empty."""
    return document.showing("changes")


def changes_rows(
    history: SiteHistory, bitext: Bitext, document: Document
) -> tuple[ChangesRow, ...]:
    """One row: all that the page tells in the language of `document`."""
    told = _Told(history, bitext, bitext.side_of(document))
    return (
        ChangesRow(
            history.own.lacking[document.locale],
            told.since(),
            tuple(map(told.edition, history.own.editions)),
            tuple(told.histories()),
        ),
    )


class _Told:
    """Tells the history of a site in one language."""

    def __init__(self, history: SiteHistory, bitext: Bitext, side: Side) -> None:
        self.history = history
        self.locale = bitext.documents[side].locale
        self.several = bool(bitext.beside)
        present = ((each, history.of.get(each.folder, NO_HISTORY), False) for each in bitext.works)
        gone = ((each.texts, each.history, True) for each in history.gone)
        self.documents = [
            DocumentChanges(known, texts, side, among_others=self.several, gone=is_gone)
            for texts, known, is_gone in (*present, *gone)
        ]
        self.readable = [step for step in history.own.editions if not step.problem]

    def edition(self, step: Step) -> EditionRow:
        """What an edition changed."""
        after = self.readable[self.readable.index(step) + 1 :] if step in self.readable else []
        before = after[0].edition if after else None
        return self._row(step, before, self._touched(step.edition, is_first=before is None))

    def since(self) -> EditionRow | None:
        """What has changed since the newest edition; None if nothing has, or there is none."""
        newest = self.readable[0].edition if self.readable else None
        touched = self._touched(None, is_first=False) if newest else ()
        return self._row(Step(None), newest, touched) if touched else None

    def histories(self) -> Iterator[DocumentHistories]:
        """Every passage that a step touched."""
        for each in self.documents:
            if passages := tuple(each.histories()):
                yield DocumentHistories(each.name, passages)

    def _row(
        self, step: Step, before: DatedEdition | None, documents: tuple[DocumentRow, ...]
    ) -> EditionRow:
        address = ""
        if step.edition and not step.problem:
            shown = "" if self.several else self.locale
            address = edition_address(step.edition.date, shown)
        return EditionRow(
            edition_anchor(step.edition),
            dated(step.edition, self.locale),
            dated(before, self.locale),
            address,
            step.problem[self.locale],
            documents,
        )

    def _touched(self, edition: DatedEdition | None, *, is_first: bool) -> tuple[DocumentRow, ...]:
        """What became of each document in an edition, or since the newest."""
        most = max(_FEWEST, MOST // len(self.documents))
        rows = (each.row(edition, most, first=is_first) for each in self.documents)
        return tuple(row for row in rows if row)


VIEW = View(editions=changes_rows, styles=("changes",))
