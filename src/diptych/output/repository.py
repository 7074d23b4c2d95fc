"""Places named from the root of a repository, as code hosts look for them.

A project may stand in a folder of a larger repository; its own paths begin at its own folder.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import replace

from diptych.check import Report
from diptych.diagnostics import Diagnostic
from diptych.diagnostics.silenced import Silenced
from diptych.errors import Problem


def report_below(prefix: str, report: Report) -> Report:
    """The report of a project that stands at `prefix` ("sub/") in its repository."""
    return replace(
        report,
        diagnostics=tuple(_finding(prefix, found) for found in report.diagnostics),
        silenced=tuple(_silenced(prefix, silenced) for silenced in report.silenced),
        unread=problems_below(prefix, report.unread),
    )


def problems_below(prefix: str, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems of a project that stands at `prefix` ("sub/") in its repository."""
    return tuple(replace(problem, file=_file(prefix, problem.file)) for problem in problems)


def _finding(prefix: str, found: Diagnostic) -> Diagnostic:
    return replace(
        found,
        locations=tuple(replace(at, file=_file(prefix, at.file)) for at in found.locations),
        consequences=tuple(_finding(prefix, below) for below in found.consequences),
    )


def _silenced(prefix: str, silenced: Silenced) -> Silenced:
    comment = silenced.comment
    place = comment.place._replace(file=_file(prefix, comment.place.file))
    return Silenced(_finding(prefix, silenced.finding), replace(comment, place=place))


def _file(prefix: str, file: str) -> str:
    inside = posixpath.normpath(f"{prefix}{file}")
    outside = file.startswith("/") or inside.startswith("../")
    return file if outside else inside
