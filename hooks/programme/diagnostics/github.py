"""Diagnostics as workflow commands: GitHub shows them on the lines of a pull request.

The form is that of GitHub Actions' workflow commands (`::error file=...,line=...::message`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from programme.check import Report
from programme.diagnostics import Diagnostic, Location, Severity
from programme.errors import Problem
from programme.reference import UNPUBLISHED, Reference
from programme.visible import visible
from programme.wording import SPOKEN

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def rendered(report: Report, language: str, reference: Reference = UNPUBLISHED) -> str:
    """One line a place: each finding is shown in every file it points at.

    Whoever reads a pull request may read either language: both are spoken where `language` is
    empty. GitHub shows ten errors and ten warnings of a step and drops the rest.
    """
    return "\n".join(_findings(report, _spoken(language), reference))


def stopped(problems: Sequence[Problem], language: str) -> str:
    """The same for what could not be read."""
    spoken = _spoken(language)
    return "\n".join(
        _command(
            "error",
            "\n".join(visible(p.wording[tag]) for tag in spoken),
            file=p.file,
            line=str(p.line or 1),
        )
        for p in problems
    )


def _spoken(language: str) -> tuple[str, ...]:
    return (language,) if language else SPOKEN


def _findings(report: Report, spoken: Sequence[str], reference: Reference) -> Iterator[str]:
    for found in report.diagnostics:
        yield from _annotations(found, found.locations, spoken, reference)
        # what follows from it in a file that it does not point at would not be seen there
        shown = {location.file for location in found.locations}
        for below in found.consequences:
            elsewhere = [location for location in below.locations if location.file not in shown]
            yield from _annotations(below, elsewhere[:1], spoken, reference)
            shown |= {location.file for location in elsewhere[:1]}


def _annotations(
    found: Diagnostic, places: Iterable[Location], spoken: Sequence[str], reference: Reference
) -> Iterator[str]:
    text = "\n".join(line for tag in spoken for line in _told(found, tag, reference))
    for place in places:
        yield _command(
            _LEVELS[found.severity],
            text,
            file=place.file,
            line=str(place.line),
            col=str(place.column),
            title=f"{found.code} {found.rule}",
        )


def _told(found: Diagnostic, language: str, reference: Reference) -> Iterator[str]:
    yield visible(found.message[language])
    yield visible(found.help[language])
    for below in found.consequences:
        yield visible(f"+ {below.message[language]} ({below.code})")
    if more := reference.address(found.code, language):
        yield more


def _command(level: str, text: str, **properties: str) -> str:
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {shown}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
