"""The documents of a site with their editions, those that it has no more among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from diptych.editions.history import EditionHistory
from diptych.editions.site_history import SiteHistory
from diptych.editions.tags import DatedEdition
from diptych.editions.texts import of_document, texts_of
from diptych.project.bitext import Bitext
from diptych.publication.addresses import address


@dataclass(frozen=True)
class DatedDocument:
    """A document of the site, or one that it had, with its editions."""

    bitext: Bitext
    """Its texts as they are, or as the last edition has them that has the document."""
    history: EditionHistory
    texts: Mapping[DatedEdition, Bitext]
    """Its texts in each edition that can be read."""
    gone: bool = False
    """Whether the site does not have it any more."""

    @property
    def folder(self) -> str:
        """The folder of the document, on a site of several; else empty."""
        return self.bitext.folder

    @cached_property
    def pages(self) -> dict[str, str]:
        """By the id of each present passage, the address of its page below the document's."""
        first = self.bitext.original.locale
        return {unit.id: address(unit.path, first, first) for unit in self.history.now.values()}

    @cached_property
    def folders(self) -> dict[date, str]:
        """By the day of each edition the folder that the document had."""
        return {edition.date: texts.folder for edition, texts in self.texts.items()}


def dated_documents(
    bitext: Bitext, history: SiteHistory, folder: Path
) -> tuple[DatedDocument, ...]:
    """The documents of the project in `folder`, whose texts are `bitext`, in order; then those that
    it has no more.
    """
    present = ((each, history.of[each.folder], False) for each in bitext.works)
    gone = ((each.texts, each.history, True) for each in history.gone)
    return tuple(
        DatedDocument(texts, known, _readable(known, texts, folder), is_gone)
        for texts, known, is_gone in (*present, *gone)
    )


def _readable(history: EditionHistory, texts: Bitext, folder: Path) -> dict[DatedEdition, Bitext]:
    """What each edition in `history` that can be read says of the document with the `texts`, the
    newest first.
    """
    found = {}
    for step in history.editions:
        read = texts_of(folder, step.edition).bitext if step.edition and not step.problem else None
        said = of_document(read, texts) if read else None
        if step.edition and said:
            found[step.edition] = said
    return found
