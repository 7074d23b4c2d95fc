"""Diagnostics as workflow commands: GitHub shows them on the lines of a pull request.

The form is that of GitHub Actions' workflow commands (`::error file=...,line=...::message`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from diptych.check import Report
from diptych.check.catalogue import UNPUBLISHED, RuleReference
from diptych.diagnostics import Diagnostic, Location, Severity
from diptych.diagnostics.silenced import Silenced
from diptych.errors import Problem
from diptych.model import Place
from diptych.visible import visible
from diptych.wording import SPOKEN, Wording, label

SHOWN = 10
"""How many annotations of one level GitHub shows of a step."""
_FILES = 8
"""How many files are named in which more was found."""
_REST = Wording(vi="còn nữa", en="and more")
_SILENCED = Wording(vi="bị ghi chú tắt", en="silenced")


def rendered(
    report: Report,
    language: str,
    reference: RuleReference = UNPUBLISHED,
    changed: Collection[str] = (),
) -> str:
    """The findings of `report` as workflow commands, one for each finding, at its first place or,
    if it has one there, in a file that `changed`.

    Whoever reads a pull request may read either language: both are spoken where `language` is
    empty. GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest: of
    more than ten the last says how many are left and where, and plain lines tell them in the log.
    Errors come first, and those in files that changed before others.
    """
    annotations = _Annotations(_spoken(language), reference, changed)
    return "\n".join(annotations.of(report))


def stopped(problems: Sequence[Problem], language: str) -> str:
    """One error for each problem, where the texts could not be read; spoken as in `rendered`."""
    spoken = _spoken(language)
    told = [
        _command(
            "error",
            "\n".join(visible(p.wording[tag]) for tag in spoken),
            file=p.file,
            line=str(p.line or 1),
        )
        for p in problems
    ]
    if len(told) > SHOWN:
        left = problems[SHOWN - 1 :]
        said = "\n".join(_more(len(left), _named(p.file for p in left))[tag] for tag in spoken)
        rest = [f"- {visible(p.sentence(spoken[0]))}" for p in left]
        told[SHOWN - 1 :] = [_command("error", said, file=left[0].file, line="1"), *rest]
    return "\n".join(told)


def _spoken(language: str) -> tuple[str, ...]:
    return (language,) if language else SPOKEN


@dataclass(frozen=True, slots=True)
class _Annotations:
    spoken: tuple[str, ...]
    reference: RuleReference
    changed: Collection[str]

    def of(self, report: Report) -> Iterator[str]:
        for severity in Severity:
            found = [one for one in report.diagnostics if one.severity is severity]
            # what is in a file that nobody changed is read last
            found.sort(key=lambda one: not self._in_changed(one))
            told = [self._of_finding(one) for one in found]
            places = [(one, _place(one, self.changed)) for one in found]
            yield from self._ten(told, severity, places)
        silent = [(one.finding, one.comment.place) for one in report.silenced]
        told = [self._of_silenced(one) for one in report.silenced]
        yield from self._ten(told, "notice", silent)

    def _ten(
        self, told: list[str], level: str, findings: Sequence[tuple[Diagnostic, Location | Place]]
    ) -> Iterator[str]:
        """The annotations that GitHub shows of a level, the last of which says what is left out,
        and a line in the log for each of those.
        """
        if len(told) <= SHOWN:
            yield from told
            return
        yield from told[: SHOWN - 1]
        left = findings[SHOWN - 1 :]
        named = _named(place.file for _, place in left)
        said = "\n".join(_more(len(left), named)[tag] for tag in self.spoken)
        yield _annotation(level, said, label(_REST, self.spoken), left[0][1])
        for found, place in left:
            # no line of the log may begin with `::`
            text = visible(" / ".join(found.message[tag] for tag in self.spoken))
            yield f"- {visible(place.file)}:{place.line}: {' '.join(text.split())} ({found.code})"

    def _in_changed(self, found: Diagnostic) -> bool:
        return _place(found, self.changed).file in self.changed

    def _of_finding(self, found: Diagnostic) -> str:
        lines = [line for tag in self.spoken for line in _told(found, tag, self.reference)]
        place = _place(found, self.changed)
        return _annotation(found.severity, "\n".join(lines), f"{found.code} {found.rule}", place)

    def _of_silenced(self, silenced: Silenced) -> str:
        finding, comment = silenced.finding, silenced.comment
        lines = [visible(finding.message[tag]) for tag in self.spoken]
        lines.append(f"({visible(comment.reason)})")
        title = f"{finding.code} {label(_SILENCED, self.spoken)}"
        return _annotation("notice", "\n".join(lines), title, comment.place)


def _place(found: Diagnostic, changed: Collection[str]) -> Location:
    """The first place of a finding or of what follows from it that is in a file that was changed;
    without one its first place.
    """
    places = [at for one in found.walk() for at in one.locations]
    return min(places, key=lambda at: at.file not in changed)


def _named(files: Iterable[str]) -> str:
    """The files with most entries among `files`, each with their number."""
    counted = Counter(files)
    most = counted.most_common(_FILES)
    named = ", ".join(f"{visible(file)} ({count})" for file, count in most)
    return named + (", …" if len(counted) > _FILES else "")


def _more(count: int, files: str) -> Wording:
    return Wording(
        vi=f"và {count} chỗ khác, không hiện ở đây: {files}; nhật ký của bước này có đủ",
        en=f"and {count} more, not shown here: {files}; the log of this step has them all",
    )


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
