"""The report on a change: what it does to the texts, told to editors in a terminal or a browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from diptych.alignment.units import Unit, units
from diptych.changes.base import Base
from diptych.changes.passage_changes import Change, ChangeKind, changes
from diptych.changes.steering import Steering, steering
from diptych.check import Report, reported
from diptych.check.catalogue import UNPUBLISHED, RuleReference, reference_of
from diptych.diagnostics import Diagnostic, Severity
from diptych.diagnostics.silenced import Silenced
from diptych.errors import Problem
from diptych.freshness.state import Standing, State
from diptych.language.weight.comparison import Shift, shifts
from diptych.model import Side
from diptych.rules import all_rules
from diptych.source.corrections import Correction

MEANING = "W103"
"""The rule that tells of a reviewed translation whose meaning changed."""


@dataclass(frozen=True, slots=True)
class ReportLinks:
    """The addresses that a report links to; empty where there is none."""

    site: str = ""
    """The address of the published site, with its reference of rules."""
    preview: str = ""
    """The address of the site as the change makes it."""
    page: str = ""
    """The address of the whole report."""
    lines: str = ""
    """The address on the web of the files of this state, to which a file's path is added."""

    def line(self, file: str, line: int) -> str:
        """The address of `line` of `file`, or empty."""
        return f"{self.lines.rstrip('/')}/{quote(file)}#L{line}" if self.lines else ""


@dataclass(frozen=True, slots=True)
class Review:
    """All that is to be told of a change."""

    base: Base
    revision: str
    """The name of the base as it was given: a branch, a tag or a commit."""
    checked: Report | None
    """The check's report on the texts on disk; None where they cannot be read."""
    steering: Steering
    """What the change does beside the texts and lists."""
    problems: tuple[Problem, ...] = ()
    """The problems for which the texts on disk cannot be read."""
    changes: tuple[Change, ...] = ()
    newly_silenced: tuple[Silenced, ...] = ()
    """Findings that comments silence now and did not silence in the base."""
    silenced_before: tuple[Silenced, ...] = ()
    """Findings that comments silence now and silenced in the base as well."""
    reviewed_here: Mapping[str, Standing] = field(default_factory=dict)
    """By id, the texts of the translation that the change itself records as reviewed."""
    links: ReportLinks = ReportLinks()

    @property
    def agrees(self) -> bool:
        """Whether the texts may be published as they are."""
        return self.checked is not None and not self.checked.refuses

    @property
    def silenced(self) -> tuple[Silenced, ...]:
        """Every finding that comments silence, new ones first."""
        return (*self.newly_silenced, *self.silenced_before)

    @property
    def texts(self) -> tuple[Change, ...]:
        """The changes in which words changed, not their place alone; those of weight come first."""
        texts = (change for change in self.changes if change.what is not ChangeKind.MOVED)
        return tuple(sorted(texts, key=lambda change: not self.weight_of(change)))

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What the check found: errors first, then changed meanings, then all else."""
        found = self.checked.diagnostics if self.checked else ()
        return tuple(
            sorted(found, key=lambda d: (d.severity is not Severity.ERROR, d.code != MEANING))
        )

    @property
    def moved(self) -> tuple[tuple[Unit, Unit], ...]:
        """Units that were only renumbered, moved or re-ranked, each as it was and as it is."""
        return tuple(
            (change.before, change.after)
            for change in self.changes
            if change.what is ChangeKind.MOVED and change.before and change.after
        )

    @property
    def other_files(self) -> tuple[str, ...]:
        """The files that differ from the base and of which no change above tells all."""
        documents = list(Side.of(self.checked.bitext.documents)) if self.checked else []
        told = {
            page.file if (page := document.page(unit.path)) else f"{document.root}/{unit.path}"
            for change in self.changes
            for unit in (change.before, change.after)
            for side, document in documents
            if unit and unit.segment(side) and (change.moved or change.touches(side))
        }
        told.difference_update(self._declared_otherwise())
        told |= self.steering.files
        return tuple(file for file in self.base.files if file not in told)

    def _declared_otherwise(self) -> Iterator[str]:
        """The files whose front matter is not as it was."""
        if self.checked and self.base.texts:
            for was, now in zip(
                self.base.texts.documents, self.checked.bitext.documents, strict=True
            ):
                for page in now.pages:
                    earlier = was.page(page.path)
                    if earlier and earlier.meta != page.meta:
                        yield page.file

    @property
    def states(self) -> Counter[State]:
        """How many texts of the translation are in each state."""
        return Counter(standing.state for standing in self._standings())

    @property
    def lagging(self) -> tuple[Standing, ...]:
        """The texts of the translation that must be confirmed."""
        waiting = (State.OUTDATED, State.UNCONFIRMED)
        return tuple(found for found in self._standings() if found.state in waiting)

    @property
    def corrected_here(self) -> tuple[Correction, ...]:
        """The corrections to the source that the change itself records."""
        was = self.base.texts.source if self.base.texts else None
        now = self.checked.bitext.source if self.checked else None
        if was is None or now is None:
            return ()
        known = {(entry.found, entry.printed) for entry in was.register.corrections}
        return tuple(
            entry for entry in now.register.corrections if (entry.found, entry.printed) not in known
        )

    def weight_of(self, change: Change) -> tuple[Shift, ...]:
        """What a change does to the meaning of a translation whose original stayed."""
        was, now = change.before, change.after
        if self.checked is None or was is None or now is None or change.touches(Side.ORIGINAL):
            return ()
        before, after = was.segment(Side.TRANSLATION), now.segment(Side.TRANSLATION)
        if before is None or after is None:
            return ()
        return shifts(before.text, after.text, self.checked.bitext.translation.locale)

    def state_of(self, change: Change) -> State | None:
        """How the changed text of the translation stands to the original; None if unrecorded."""
        after = change.after
        found = self.checked.bitext.freshness if self.checked else None
        if found is None or after is None or not all(after.segment(side) for side in Side):
            return None
        standing = found.standings.get(after.id)
        return standing.state if standing else None

    @property
    def reference(self) -> RuleReference:
        """The published reference of rules, or none where the texts could not be read."""
        return reference_of(self.checked.bitext, self.links.site) if self.checked else UNPUBLISHED

    def _standings(self) -> Sequence[Standing]:
        found = self.checked.bitext.freshness if self.checked else None
        return tuple(found.standings.values()) if found else ()


def reviewed(
    base: Base,
    revision: str,
    checked: Report | None,
    problems: Sequence[Problem] = (),
    links: ReportLinks = ReportLinks(),
) -> Review:
    """The review of what was `checked` against the `base`, which was asked for as `revision`."""
    found: tuple[Change, ...] = ()
    if checked and base.texts:
        was, now = (
            units(texts.alignment, editorial=True) for texts in (base.texts, checked.bitext)
        )
        found = changes(was, now)
    steered = steering(base.changed, base.edited, base.before, base.after)
    new, known = _silenced(base, checked)
    return Review(
        base,
        revision,
        checked,
        steered,
        tuple(problems),
        found,
        new,
        known,
        dict(_reviewed_here(base, checked)),
        links,
    )


def _silenced(
    base: Base, checked: Report | None
) -> tuple[tuple[Silenced, ...], tuple[Silenced, ...]]:
    """The findings that comments silence: the new ones, and those silenced in the base as well."""
    found = checked.silenced if checked else ()
    rules = {silenced.finding.code for silenced in found}
    before: Counter[tuple[str, str, str]] = Counter()
    if base.texts and rules:
        judging = [rule for rule in all_rules() if rule.code in rules]
        before.update(_told(silenced) for silenced in reported(base.texts, judging).silenced)
    sides: tuple[list[Silenced], list[Silenced]] = ([], [])
    for silenced in found:
        told = _told(silenced)
        sides[before[told] > 0].append(silenced)
        before[told] -= 1
    new, known = sides
    return tuple(new), tuple(known)


def _reviewed_here(base: Base, checked: Report | None) -> Iterator[tuple[str, Standing]]:
    was = base.texts.freshness if base.texts else None
    now = checked.bitext.freshness if checked else None
    if was is None or now is None:
        return
    known = {(entry.original, entry.reviewed) for entry in was.record.entries.values()}
    for identity, found in now.standings.items():
        told = found.entry and (found.entry.original, found.entry.reviewed)
        if found.state is State.REVIEWED and told not in known:
            yield identity, found


def _told(silenced: Silenced) -> tuple[str, str, str]:
    """The code, message and comment of a silenced finding, by which two states are compared."""
    return silenced.finding.code, silenced.finding.message.en, silenced.comment.written
