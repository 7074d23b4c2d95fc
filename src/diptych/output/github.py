"""Diagnostics as workflow commands: GitHub shows them on the lines of a pull request.

The form is that of GitHub Actions' workflow commands (`::error file=...,line=...::message`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from diptych.check import Report
from diptych.check.catalogue import UNPUBLISHED, RuleReference
from diptych.diagnostics import Diagnostic, Location
from diptych.errors import Problem
from diptych.model import Place
from diptych.visible import visible
from diptych.wording import SPOKEN, Wording, label

_SILENCED = Wording(vi="bị ghi chú tắt", en="silenced")


def rendered(
    report: Report,
    language: str,
    reference: RuleReference = UNPUBLISHED,
    changed: Collection[str] = (),
) -> str:
    """The findings of `report` as workflow commands, one line for each place at which a finding
    points.

    Whoever reads a pull request may read either language: both are spoken where `language` is
    empty. GitHub shows ten errors and ten warnings of a step and drops the rest: every finding has
    its first place, in one of the files that `changed` if it has one there, before any has its
    second.
    """
    annotations = _Annotations(_spoken(language), reference, changed)
    return "\n".join(annotations.of(report))


def stopped(problems: Sequence[Problem], language: str) -> str:
    """One error for each problem, where the texts could not be read; spoken as in `rendered`."""
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


@dataclass(frozen=True, slots=True)
class _Annotations:
    spoken: tuple[str, ...]
    reference: RuleReference
    changed: Collection[str]

    def of(self, report: Report) -> Iterator[str]:
        turns = [list(self._places(found)) for found in report.diagnostics]
        for turn in zip_longest(*turns):
            for found, place in filter(None, turn):
                text = "\n".join(
                    line for tag in self.spoken for line in _told(found, tag, self.reference)
                )
                title = f"{found.code} {found.rule}"
                yield _annotation(found.severity, text, title, place)
        for silenced in report.silenced:
            finding, comment = silenced.finding, silenced.comment
            lines = [visible(finding.message[tag]) for tag in self.spoken]
            lines.append(f"({visible(comment.reason)})")
            title = f"{finding.code} {label(_SILENCED, self.spoken)}"
            yield _annotation("notice", "\n".join(lines), title, comment.place)

    def _places(self, found: Diagnostic) -> Iterator[tuple[Diagnostic, Location]]:
        """Each place of `found` and of its consequences elsewhere, with the finding shown there."""
        for place in sorted(found.locations, key=lambda at: at.file not in self.changed):
            yield found, place
        # what follows from it in a file that it does not point at would not be seen there
        shown = {location.file for location in found.locations}
        for below in found.consequences:
            elsewhere = [location for location in below.locations if location.file not in shown]
            yield from ((below, place) for place in elsewhere[:1])
            shown |= {location.file for location in elsewhere[:1]}


def _annotation(level: str, text: str, title: str, place: Location | Place) -> str:
    line, column = str(place.line), str(place.column)
    return _command(level, text, file=place.file, line=line, col=column, title=title)


def _told(found: Diagnostic, language: str, reference: RuleReference) -> Iterator[str]:
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
