"""The editions of a site with all its documents, and what became of each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from diptych.editions.history import (
    NO_HISTORY,
    EditionHistory,
    ReadEdition,
    Step,
    history,
    history_of,
    read_editions,
)
from diptych.editions.tags import Editions, editions_of
from diptych.editions.texts import of_document
from diptych.project.bitext import Bitext


@dataclass(frozen=True, slots=True)
class GoneDocument:
    """A document of earlier editions that is not on the site any more."""

    texts: Bitext
    """Its texts in the last edition that has it."""
    history: EditionHistory
    """Its history; the newest step took it off the site."""


@dataclass(frozen=True)
class SiteHistory:
    """The editions of a site, and what each changed in every document."""

    of: Mapping[str, EditionHistory] = field(default_factory=dict)
    """By the folder of each document its history. Beside several documents, the one of the site's
    own pages says which editions there are.
    """
    gone: tuple[GoneDocument, ...] = ()
    """The documents that are not among several any more."""

    @property
    def own(self) -> EditionHistory:
        """The history of the site's one document, or of its own pages."""
        return self.of.get("", NO_HISTORY)


def site_history(bitext: Bitext, folder: Path) -> SiteHistory:
    """The history of every document of the project in `folder`, whose texts are `bitext`."""
    if not bitext.beside:
        return SiteHistory({"": history(bitext, folder)})
    found = editions_of(folder)
    read = list(read_editions(folder, found, bitext))
    steps = [Step(each.edition, problem=each.problem) for each in read]
    own = EditionHistory(tuple(reversed(steps)), lacking=found.lacking)
    documents = {each.folder: history(each, folder, found) for each in bitext.beside}
    return SiteHistory({"": own, **documents}, tuple(_gone(folder, found, read, bitext)))


def _gone(
    folder: Path, found: Editions, read: Sequence[ReadEdition], bitext: Bitext
) -> Iterator[GoneDocument]:
    """The documents of editions that are none of those that `bitext` has beside it."""
    of: dict[str, list[ReadEdition]] = {}
    readable = [each for each in read if each.texts]
    for each in readable:
        assert each.texts  # noqa: S101 - see above
        kept = [of_document(each.texts, document) for document in bitext.beside]
        for work in each.texts.works:
            if not any(work is one for one in kept):
                of.setdefault(work.folder, []).append(replace(each, texts=work))
    for having in of.values():
        last = having[-1]
        assert last.texts  # noqa: S101 - as above
        known = history_of(folder, having, (), found)
        after = [each.edition for each in readable if each.edition > last.edition]
        if after and known.since:  # the next edition did without it
            steps = (replace(known.since, edition=after[0]), *known.editions)
            known = replace(known, editions=steps, since=None)
        yield GoneDocument(last.texts, known)


NO_SITE_HISTORY = SiteHistory()
"""The history of a site of which none is known."""
