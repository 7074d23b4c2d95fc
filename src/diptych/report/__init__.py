"""The report on a change: what it does to the texts, told to editors in a terminal or a browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from diptych.changes.base import Base
from diptych.changes.steering import Steering, steering
from diptych.check import Report, reported
from diptych.check.catalogue import UNPUBLISHED, RuleReference, reference_of
from diptych.diagnostics import Diagnostic, Severity
from diptych.diagnostics.silenced import Silenced
from diptych.errors import Problem
from diptych.freshness.state import State
from diptych.report.documents import (
    DocumentReview,
    ToldChange,
    ToldStanding,
    document_reviews,
)
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
    documents: tuple[DocumentReview, ...] = ()
    """What becomes of each document; of a site with several its own pages come first."""
    newly_silenced: tuple[Silenced, ...] = ()
    """Findings that comments silence now and did not silence in the base."""
    silenced_before: tuple[Silenced, ...] = ()
    """Findings that comments silence now and silenced in the base as well."""
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
    def changes(self) -> tuple[ToldChange, ...]:
        """Every passage that is not as it was."""
        return tuple(ToldChange(each, change) for each in self.documents for change in each.changes)

    @property
    def texts(self) -> tuple[ToldChange, ...]:
        """The changes in which words changed, not their place alone; those of weight come first."""
        texts = (told for told in self.changes if told.is_of_words)
        return tuple(sorted(texts, key=lambda told: not told.document.weight_of(told.change)))

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What the check found: errors first, then changed meanings, then all else."""
        found = self.checked.diagnostics if self.checked else ()
        return tuple(
            sorted(found, key=lambda d: (d.severity is not Severity.ERROR, d.code != MEANING))
        )

    @property
    def moved(self) -> tuple[ToldChange, ...]:
        """Units that were only renumbered, moved or re-ranked."""
        return tuple(told for told in self.changes if not told.is_of_words)

    @property
    def other_files(self) -> tuple[str, ...]:
        """The files that differ from the base and of which no change above tells all."""
        told = {file for each in self.documents for file in each.told_files}
        told |= self.steering.files
        return tuple(file for file in self.base.files if file not in told)

    @property
    def states(self) -> Counter[State]:
        """How many texts of the translation are in each state."""
        return Counter(found.state for each in self.documents for found in each.standings)

    @property
    def lagging(self) -> tuple[ToldStanding, ...]:
        """The texts of the translation that must be confirmed."""
        waiting = (State.OUTDATED, State.UNCONFIRMED)
        return tuple(
            ToldStanding(each, found)
            for each in self.documents
            for found in each.standings
            if found.state in waiting
        )

    @property
    def reviewed_here(self) -> tuple[ToldStanding, ...]:
        """The texts of the translation that the change itself records as reviewed."""
        return tuple(
            ToldStanding(each, found)
            for each in self.documents
            for found in each.reviewed_here.values()
        )

    @property
    def corrected_here(self) -> tuple[Correction, ...]:
        """The corrections to the source that the change itself records."""
        return tuple(entry for each in self.documents for entry in each.corrected_here)

    @property
    def reference(self) -> RuleReference:
        """The published reference of rules, or none where the texts could not be read."""
        return reference_of(self.checked.bitext, self.links.site) if self.checked else UNPUBLISHED


def reviewed(
    base: Base,
    revision: str,
    checked: Report | None,
    problems: Sequence[Problem] = (),
    links: ReportLinks = ReportLinks(),
) -> Review:
    """The review of what was `checked` against the `base`, which was asked for as `revision`."""
    steered = steering(base.changed, base.edited, base.before, base.after)
    new, known = _silenced(base, checked)
    return Review(
        base,
        revision,
        checked,
        steered,
        tuple(problems),
        document_reviews(base.texts, checked.bitext if checked else None),
        new,
        known,
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
        for texts in (base.texts, *base.texts.beside):
            before.update(_told(silenced) for silenced in reported(texts, judging).silenced)
    sides: tuple[list[Silenced], list[Silenced]] = ([], [])
    for silenced in found:
        told = _told(silenced)
        sides[before[told] > 0].append(silenced)
        before[told] -= 1
    new, known = sides
    return tuple(new), tuple(known)


def _told(silenced: Silenced) -> tuple[str, str, str]:
    """The code, message and comment of a silenced finding, by which two states are compared."""
    return silenced.finding.code, silenced.finding.message.en, silenced.comment.written
