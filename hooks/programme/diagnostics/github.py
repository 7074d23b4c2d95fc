"""Diagnostics as workflow commands: GitHub shows them on the lines of a pull request.

The form is that of GitHub Actions' workflow commands (`::error file=...,line=...::message`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from programme.diagnostics import Diagnostic, Severity
from programme.errors import Problem

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def finding_annotations(diagnostics: Sequence[Diagnostic], language: str) -> Iterator[str]:
    """One line a place: each finding is shown in every file it points at."""
    for found in diagnostics:
        text = f"{found.message[language]}\n{found.help[language]}"
        for location in found.locations:
            yield _command(
                _LEVELS[found.severity],
                text,
                file=location.file,
                line=str(location.line),
                col=str(location.column),
                title=f"{found.code} {found.rule}",
            )


def problem_annotations(problems: Sequence[Problem], language: str) -> Iterator[str]:
    """The same for what could not be read."""
    for problem in problems:
        yield _command(
            "error", problem.wording[language], file=problem.file, line=str(problem.line or 1)
        )


def _command(level: str, text: str, **properties: str) -> str:
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {shown}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
