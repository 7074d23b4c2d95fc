"""What each edition changed, and what became of every passage since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from diptych.alignment.units import Unit, units
from diptych.changes.passage_changes import Change, changes
from diptych.editions.tags import DatedEdition, editions_of
from diptych.editions.texts import texts_of
from diptych.project.bitext import Bitext
from diptych.wording import UNSAID, Wording

_KEPT = 200
"""How many comparisons of two editions a process keeps in memory."""


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


def history(bitext: Bitext, folder: Path) -> EditionHistory:
    """The history of the texts `bitext` of the project in `folder`, from its tags in git."""
    found = editions_of(folder)
    steps: list[Step] = []
    last: DatedEdition | None = None
    for edition in reversed(found.dated):
        said = texts_of(folder, edition)
        problem = said.problem or (said.bitext and _other_languages(said.bitext, bitext))
        if problem:
            steps.append(Step(edition, problem=problem))
            continue
        changed = _between(folder.resolve(), last, edition) if last else ()
        steps.append(Step(edition, last, changed))
        last = edition
    now = tuple(units(bitext.alignment))
    since = _since(folder, last, now) if last else None
    return EditionHistory(
        tuple(reversed(steps)), since, found.lacking, {unit.id: unit for unit in now}
    )


@lru_cache(_KEPT)
def _between(folder: Path, was: DatedEdition, became: DatedEdition) -> tuple[Change, ...]:
    return changes(_units(folder, was), _units(folder, became))


def _since(folder: Path, newest: DatedEdition, now: Sequence[Unit]) -> Step | None:
    found = changes(_units(folder, newest), now)
    return Step(None, newest, found) if found else None


def _units(folder: Path, edition: DatedEdition) -> tuple[Unit, ...]:
    read = texts_of(folder, edition).bitext
    return tuple(units(read.alignment)) if read else ()


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
