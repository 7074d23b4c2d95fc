"""What a change does to one document: its passages, and how their translation stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from diptych.alignment.units import units
from diptych.changes.passage_changes import Change, ChangeKind, changes
from diptych.editions.texts import of_document
from diptych.freshness.state import Standing, State
from diptych.language.weight.comparison import Shift, shifts
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.publication.citing import short_name
from diptych.source.corrections import Correction


@dataclass(frozen=True, slots=True)
class DocumentReview:
    """What is to be told of one document."""

    was: Bitext | None
    """Its texts in the base; None where that does not have it, or cannot be read."""
    now: Bitext | None
    """Its texts on disk; None where they are gone, or cannot be read."""
    called: tuple[str, str] = ("", "")
    """By side, what it is called beside others; empty where there is one document alone."""
    changes: tuple[Change, ...] = ()
    reviewed_here: Mapping[str, Standing] = field(default_factory=dict)
    """By id, the texts of the translation that the change itself records as reviewed."""

    @property
    def standings(self) -> Sequence[Standing]:
        """How each text of the translation stands to the original."""
        found = self.now.freshness if self.now else None
        return tuple(found.standings.values()) if found else ()

    @property
    def corrected_here(self) -> Iterator[Correction]:
        """The corrections to the source that the change itself records."""
        was = self.was.source if self.was else None
        now = self.now.source if self.now else None
        if was is not None and now is not None:
            known = {(entry.found, entry.printed) for entry in was.register.corrections}
            for entry in now.register.corrections:
                if (entry.found, entry.printed) not in known:
                    yield entry

    @property
    def told_files(self) -> set[str]:
        """The files of which the changed passages tell all."""
        documents = list(Side.of(self.now.documents)) if self.now else []
        told = {
            page.file if (page := document.page(unit.path)) else f"{document.root}/{unit.path}"
            for change in self.changes
            for unit in (change.before, change.after)
            for side, document in documents
            if unit and unit.segment(side) and (change.moved or change.touches(side))
        }
        return told - set(self._declared_otherwise())

    def weight_of(self, change: Change) -> tuple[Shift, ...]:
        """What a change does to the meaning of a translation whose original stayed."""
        was, now = change.before, change.after
        if self.now is None or was is None or now is None or change.touches(Side.ORIGINAL):
            return ()
        before, after = was.segment(Side.TRANSLATION), now.segment(Side.TRANSLATION)
        if before is None or after is None:
            return ()
        return shifts(before.text, after.text, self.now.translation.locale)

    def state_of(self, change: Change) -> State | None:
        """How the changed text of the translation stands to the original; None if unrecorded."""
        after = change.after
        found = self.now.freshness if self.now else None
        if found is None or after is None or not all(after.segment(side) for side in Side):
            return None
        standing = found.standings.get(after.id)
        return standing.state if standing else None

    def _declared_otherwise(self) -> Iterator[str]:
        """The files whose front matter is not as it was."""
        if self.was and self.now:
            for was, now in zip(self.was.documents, self.now.documents, strict=True):
                for page in now.pages:
                    earlier = was.page(page.path)
                    if earlier and earlier.meta != page.meta:
                        yield page.file


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A changed passage, with the document that has it."""

    document: DocumentReview
    change: Change

    @property
    def is_of_words(self) -> bool:
        """Whether words changed, not their place alone."""
        return self.change.what is not ChangeKind.MOVED


@dataclass(frozen=True, slots=True)
class ToldStanding:
    """How a text of the translation stands, with the document that has it."""

    document: DocumentReview
    standing: Standing


def document_reviews(was: Bitext | None, now: Bitext | None) -> tuple[DocumentReview, ...]:
    """What became of each document of a project that was `was` and is `now`, its own pages or its
    one document first; either is None where it cannot be read.
    """
    several = any(texts and texts.beside for texts in (was, now))
    before = _texts(was)
    found: list[tuple[Bitext | None, Bitext | None]] = []
    for each in _texts(now):
        met = _met(was, each)
        found.append((met, each))
        before = [one for one in before if one is not met]
    found += [(each, None) for each in before]
    compared = was is not None and now is not None
    return tuple(_review(*both, several=several, compared=compared) for both in found)


def _texts(project: Bitext | None) -> list[Bitext]:
    return [project, *project.beside] if project else []


def _met(was: Bitext | None, now: Bitext) -> Bitext | None:
    """The texts in `was` of what is `now` a document, or the pages of the site itself."""
    if was is None:
        return None
    if now.beside:
        return was if was.beside else None
    return of_document(was, now)


def _review(
    was: Bitext | None, now: Bitext | None, *, several: bool, compared: bool
) -> DocumentReview:
    texts = now or was
    named = several and texts is not None and not texts.beside
    called = [short_name(document) for document in texts.documents] if texts and named else ["", ""]
    return DocumentReview(
        was,
        now,
        (called[0], called[1]),
        _changes(was, now) if compared else (),
        dict(_reviewed_here(was, now)),
    )


def _changes(was: Bitext | None, now: Bitext | None) -> tuple[Change, ...]:
    return changes(
        *(units(texts.alignment, editorial=True) if texts else () for texts in (was, now))
    )


def _reviewed_here(was: Bitext | None, now: Bitext | None) -> Iterator[tuple[str, Standing]]:
    before = was.freshness if was else None
    after = now.freshness if now else None
    if before is None or after is None:
        return
    known = {(entry.original, entry.reviewed) for entry in before.record.entries.values()}
    for identity, found in after.standings.items():
        told = found.entry and (found.entry.original, found.entry.reviewed)
        if found.state is State.REVIEWED and told not in known:
            yield identity, found
