"""Who does what, by the page that `of:` in the front matter names."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from diptych.model import Document
from diptych.project.bitext import Bitext
from diptych.registers.duties import Assignment, Clause, assignments
from diptych.registers.listing import duties_of
from diptych.site.register_rows import UseRow, printed, use_of
from diptych.site.rendering.inline import plain_html
from diptych.site.views import View


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One thing that a provision asks to be done."""

    text: Markup
    times: tuple[Markup, ...]
    """The phrases that say when, or how often."""
    reports_to: Markup
    """The body that is reported to, or empty."""
    through: Markup
    """The body through which the report goes, or empty."""
    partners: Markup
    """The bodies that coordinate, or empty."""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """The things that one provision asks."""

    use: UseRow
    clauses: tuple[ClauseRow, ...]


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """The duties of the same bodies, in provisions that follow each other."""

    id: str
    bodies: Markup
    duties: tuple[DutyRow, ...]


def duty_rows(bitext: Bitext, document: Document, path: str) -> tuple[AssignmentRow, ...]:
    """Who does what by the page that the one at `path` names, in the order of the text."""
    own = bitext.side_of(document)
    page = document.page(path)
    found = assignments(document, duties_of(page), own, bitext.entries) if page else ()
    return tuple(map(_assignment, found))


def _assignment(assignment: Assignment) -> AssignmentRow:
    opening = assignment.opening
    return AssignmentRow(
        id=assignment.duties[0].passage.id,
        bodies=plain_html(opening[:1].upper() + opening[1:]),
        duties=tuple(
            DutyRow(use_of(duty.passage), tuple(map(_clause, duty.clauses)))
            for duty in assignment.duties
        ),
    )


def _clause(clause: Clause) -> ClauseRow:
    return ClauseRow(
        text=plain_html(clause.text),
        times=tuple(map(plain_html, clause.times)),
        reports_to=printed(clause.reports_to),
        through=printed(clause.through),
        partners=plain_html(clause.partners),
    )


VIEW = View(rows=duty_rows)
