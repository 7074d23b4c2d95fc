"""What each edition changed, and what became of every passage since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from diptych.alignment.units import Unit, units
from diptych.changes.passage_changes import Change, changes
from diptych.editions.tags import DatedEdition, Editions, editions_of
from diptych.editions.texts import of_document, texts_of
from diptych.project.bitext import Bitext
from diptych.wording import UNSAID, Wording

_KEPT = 2000
"""How many comparisons of a document in two editions a process keeps in memory."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an edition changed against the one before it, or the present against the newest."""

    edition: DatedEdition | None
    """The edition; None for the texts as they are now."""
    before: DatedEdition | None = None
    """The edition with which it is compared: the last before it that can be read. None for the
    first one.
    """
    changes: tuple[Change, ...] = ()
    """Every passage that is not as it was, in the order of the texts; none for the first edition.
    """
    problem: Wording = UNSAID
    """Why the texts of the edition cannot be read; empty if they can."""
    folder: str = ""
    """The folder that the document has in the edition, if several stand there."""


@dataclass(frozen=True, slots=True)
class Touch:
    """That a step changed, added or moved a passage."""

    step: Step
    change: Change


@dataclass(frozen=True)
class EditionHistory:
    """The editions of the texts as they are now, and what each changed."""

    editions: tuple[Step, ...] = ()
    """A step for every edition, the newest first."""
    since: Step | None = None
    """What has changed since the newest edition that can be read; None if nothing has, or there
    is no such edition.
    """
    lacking: Wording = UNSAID
    """Why there may be editions that are not known here; empty if there are none."""
    now: Mapping[str, Unit] = field(default_factory=dict, repr=False)
    """Every passage of the texts as they are now, by id."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, the newest first: what has changed since comes before the editions."""
        return (self.since, *self.editions) if self.since else self.editions

    @cached_property
    def touches(self) -> dict[str, tuple[Touch, ...]]:
        """By the id of each passage that is there now, the steps that touched it, newest first.

        A passage is followed through moves. One that no step touched is left out.
        """
        found: dict[str, list[Touch]] = {}
        for step, texts in self._walk():
            for change in step.changes:
                now = texts[change.after.id][1] if change.after else None
                if now:
                    found.setdefault(now.id, []).append(Touch(step, change))
        return {identity: tuple(touches) for identity, touches in found.items()}

    @cached_property
    def touched_on(self) -> Mapping[str, tuple[str, ...]]:
        """By the path of a page, the ids of its passages that a step touched."""
        found: dict[str, list[str]] = {}
        for identity in self.touches:
            found.setdefault(self.now[identity].path, []).append(identity)
        return {path: tuple(ids) for path, ids in found.items()}

    def became(self, edition: DatedEdition) -> dict[str, Unit | None]:
        """By its id in `edition`, every passage that has another id or page now: the passage as it
        is now, or None if it was removed.

        The id of such a passage may be that of another one now. Empty for an edition that cannot
        be read.
        """
        for step, texts in self._walk():
            if step.edition == edition and not step.problem:
                return {
                    identity: now
                    for identity, (then, now) in texts.items()
                    if now is None or (now.id, now.path) != (then.id, then.path)
                }
        return {}

    def _walk(self) -> Iterator[tuple[Step, Mapping[str, tuple[Unit, Unit | None]]]]:
        """Every step, the newest first, with the passages of the texts that it led to: by their
        ids there, each as it was there and as it is now, or None if it was removed.
        """
        texts: dict[str, tuple[Unit, Unit | None]] = {
            identity: (unit, unit) for identity, unit in self.now.items()
        }
        for step in self.steps:
            yield step, texts
            after = {change.after.id for change in step.changes if change.after}
            earlier = {identity: both for identity, both in texts.items() if identity not in after}
            for change in step.changes:
                if change.before:
                    now = texts[change.after.id][1] if change.after else None
                    earlier[change.before.id] = change.before, now
            texts = earlier


NO_HISTORY = EditionHistory()
"""The history of texts of which none is known."""


def history(bitext: Bitext, folder: Path, known: Editions | None = None) -> EditionHistory:
    """The history of the texts `bitext` of the project in `folder`, from its tags in git: those of
    its one document, or of one among several.

    An edition that does not have the document is left out. `known` are the editions, if git was
    asked for them already.
    """
    found = known or editions_of(folder)
    read = [
        replace(each, texts=of_document(each.texts, bitext) if each.texts else None)
        for each in read_editions(folder, found, bitext)
    ]
    now = tuple(units(bitext.alignment))
    return history_of(folder, [each for each in read if each.texts or each.problem], now, found)


@dataclass(frozen=True, slots=True)
class ReadEdition:
    """An edition with the texts that are compared, or why there are none."""

    edition: DatedEdition
    texts: Bitext | None
    problem: Wording = UNSAID


def read_editions(folder: Path, found: Editions, now: Bitext) -> Iterator[ReadEdition]:
    """Every edition, the oldest first, with all its texts."""
    for edition in reversed(found.dated):
        said = texts_of(folder, edition)
        problem = said.problem or (said.bitext and _other_languages(said.bitext, now))
        yield ReadEdition(edition, None if problem else said.bitext, problem or UNSAID)


def history_of(
    folder: Path, read: Sequence[ReadEdition], now: Sequence[Unit], found: Editions
) -> EditionHistory:
    """The history of a document that became `now`; `read` has its editions, the oldest first."""
    steps: list[Step] = []
    last: ReadEdition | None = None
    for each in read:
        if each.texts is None:
            steps.append(Step(each.edition, problem=each.problem))
            continue
        changed = _between(folder.resolve(), *_named(last), *_named(each)) if last else ()
        before = last.edition if last else None
        steps.append(Step(each.edition, before, changed, folder=each.texts.folder))
        last = each
    since = _since(folder, last, now) if last else None
    return EditionHistory(
        tuple(reversed(steps)), since, found.lacking, {unit.id: unit for unit in now}
    )


def _named(read: ReadEdition) -> tuple[DatedEdition, str]:
    """An edition, and the folder of the document in it."""
    return read.edition, read.texts.folder if read.texts else ""


@lru_cache(_KEPT)
def _between(
    folder: Path, was: DatedEdition, named: str, became: DatedEdition, called: str
) -> tuple[Change, ...]:
    return changes(_units(folder, was, named), _units(folder, became, called))


def _since(folder: Path, newest: ReadEdition, now: Sequence[Unit]) -> Step | None:
    found = changes(_units(folder, *_named(newest)), now)
    return Step(None, newest.edition, found) if found else None


def _units(folder: Path, edition: DatedEdition, named: str) -> tuple[Unit, ...]:
    """The passages that `edition` has of the document in the folder `named`."""
    read = texts_of(folder, edition).bitext
    works = read.works if read else ()
    return tuple(unit for each in works if each.folder == named for unit in units(each.alignment))


def _other_languages(read: Bitext, now: Bitext) -> Wording:
    """Why an edition cannot be compared whose texts are in other languages than now."""
    was, are = (tuple(doc.locale for doc in texts.documents) for texts in (read, now))
    if was == are:
        return UNSAID
    told = " / ".join(was)
    return Wording(
        vi=f"bản đăng này có các ngôn ngữ khác ({told}) nên không so sánh được",
        en=f"this edition is in other languages ({told}), so it cannot be compared",
    )
