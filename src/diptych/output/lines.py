"""Diagnostics, one line for each place, `file:line:column: error: [CODE] message`, as editors read
them.

A finding stands in every file it points at. What follows from it is told there too, as `info`: it
goes when its cause is mended; and so is, at a comment, what the comment silences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.check import Report
from diptych.check.catalogue import UNPUBLISHED, RuleReference
from diptych.diagnostics import Diagnostic
from diptych.errors import Problem
from diptych.visible import visible
from diptych.wording import Wording

_FOLLOWS = "info"
_SILENCED = Wording(vi="ghi chú này tắt", en="this comment silences")


def rendered(report: Report, language: str, reference: RuleReference = UNPUBLISHED) -> str:
    """The findings of `report` with what to do, in `language`; empty if there are none."""
    del reference  # an editor shows the line; the code says which rule to look up
    return "\n".join(_findings(report, language))


def stopped(problems: Sequence[Problem], language: str) -> str:
    """One line for each problem, where nothing could be checked: an error without a code."""
    return "\n".join(_line(p.file, p.line or 1, 1, "error", p.wording[language]) for p in problems)


def _findings(report: Report, language: str) -> Iterator[str]:
    for found in report.diagnostics:
        yield from _places(found, found.severity, language)
        for below in found.consequences:
            yield from _places(below, _FOLLOWS, language)
    for silenced in report.silenced:
        at, finding = silenced.comment.place, silenced.finding
        said = f"[{finding.code}] {_SILENCED[language]}: {finding.message[language]}"
        yield _line(at.file, at.line, at.column, _FOLLOWS, said)


def _places(found: Diagnostic, severity: str, language: str) -> Iterator[str]:
    said = f"[{found.code}] {found.message[language]} → {found.help[language]}"
    for at in found.locations:
        yield _line(at.file, at.line, at.column, severity, said)


def _line(file: str, line: int, column: int, severity: str, said: str) -> str:
    return visible(f"{file}:{line}:{column}: {severity}: {' '.join(said.split())}")
