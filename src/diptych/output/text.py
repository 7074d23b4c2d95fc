"""Diagnostics as text, the way good compilers print: message, both excerpts, help."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain

import click

from diptych.check import Report
from diptych.check.catalogue import UNPUBLISHED, RuleReference
from diptych.diagnostics import CALLED, FILES, Diagnostic, Location, Severity
from diptych.errors import Problem
from diptych.visible import visible
from diptych.wording import Wording, plural

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_HELP = Wording(vi="cách sửa", en="help")
_SOURCE = {
    "source": Wording(vi="văn bản nguồn", en="source"),
    "register": Wording(vi="bảng đính chính", en="register"),
    FILES: Wording(vi="tệp", en="file"),
}


def rendered(report: Report, language: str, reference: RuleReference = UNPUBLISHED) -> str:
    """The findings of `report`, where to read more, and a summary; coloured by ANSI codes."""
    blocks = [finding(found, language) for found in report.diagnostics]
    blocks.append("\n".join([*_more(report, language, reference), *_summary(report, language)]))
    return "\n\n".join(blocks)


def finding(found: Diagnostic, language: str) -> str:
    """A finding as several lines, coloured by ANSI codes."""
    colour = _COLOURS[found.severity]
    gutter = max(len(str(location.line)) for location in found.locations)
    head = click.style(f"{CALLED[found.severity][language]}[{found.code}]", fg=colour, bold=True)
    lines = [
        head + click.style(f": {visible(found.message[language])}", bold=True),
        *chain.from_iterable(_location(at, gutter, colour, language) for at in found.locations),
        click.style(f"{' ' * gutter} = ", fg="blue")
        + click.style(f"{_HELP[language]}: ", bold=True)
        + visible(found.help[language]),
        *(_consequence(below, gutter, language) for below in found.consequences),
    ]
    return "\n".join(lines)


def _consequence(found: Diagnostic, gutter: int, language: str) -> str:
    at = found.locations[0]
    head = click.style(f"{' ' * gutter} + ", fg="blue")
    return head + visible(f"{at.file}:{at.line}: {found.message[language]} ({found.code})")


def _location(location: Location, gutter: int, colour: str, language: str) -> Iterator[str]:
    margin = click.style(f"{' ' * gutter} | ", fg="blue")
    name = _SOURCE.get(location.locale)
    yield (
        click.style(f"{' ' * gutter}--> ", fg="blue")
        + visible(f"{location.file}:{location.line}:{location.column}")
        + click.style(f"  ({name[language] if name else location.locale})", dim=True)
    )
    label = visible(location.label[language]) if location.label else ""
    if not location.excerpt:
        if label:
            yield margin + click.style(label, fg=colour)
        return
    before, marked, after = map(visible, location.quoted)
    yield click.style(f"{location.line:>{gutter}} | ", fg="blue") + before + marked + after
    carets = " " * _width(before) + "^" * max(1, _width(marked))
    yield margin + click.style(f"{carets} {label}".rstrip(), fg=colour)


def _width(text: str) -> int:
    """How many columns `text` takes on a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _more(report: Report, language: str, reference: RuleReference) -> Iterator[str]:
    """One line for each rule that found something: where it is explained."""
    for code in dict.fromkeys(found.code for found in report.diagnostics):
        where = reference.address(code, language) or f"diptych explain {code}"
        yield click.style(f"{code}: {where}", dim=True)


def _summary(report: Report, language: str) -> Iterator[str]:
    count = len(report.diagnostics)
    compared = report.compared
    words = compared["source_words"]
    hushed = len(report.silenced)
    if language == "vi":
        looked = f"{compared['provisions']} đoạn, {compared['footnotes']} chú thích"
        if not compared["provisions"]:  # front matter alone
            looked = f"{compared['pages']} trang"
        looked += f", {words} từ của văn bản nguồn" if words else ""
        silenced = f"; ghi chú tắt {hushed} phát hiện" if hushed else ""
        silenced += f"; đã biết từ trước {report.known}" if report.known else ""
        silenced += f"; không còn {report.gone} phát hiện đã biết" if report.gone else ""
        verdict = f"{count} phát hiện" if count else "hai bản khớp nhau"
        said = f"{verdict} (đã so {looked}{silenced})"
        unjudged = "chưa áp dụng vì chưa biết ngữ pháp của ngôn ngữ"
    else:
        nouns = ("provision", "footnote") if compared["provisions"] else ("page",)
        looked = ", ".join(plural(compared[f"{noun}s"], noun) for noun in nouns)
        looked += f", {plural(words, 'word')} of the source" if words else ""
        silenced = f"; silenced by comments: {hushed}" if hushed else ""
        silenced += f"; known from the baseline: {report.known}" if report.known else ""
        silenced += f"; gone from the baseline: {report.gone}" if report.gone else ""
        verdict = plural(count, "finding") if count else "the two languages agree"
        said = f"{verdict} (compared: {looked}{silenced})"
        unjudged = "not applied, for lack of the language's grammar"
    if report.left_out:
        codes = ", ".join(told.code for told in report.left_out)
        yield f"{unjudged}: {codes}"
    yield click.style(said, fg="red" if count else "green", bold=True)


def stopped(problems: Sequence[Problem], language: str) -> str:
    """One line for each problem, where nothing could be checked."""
    lead = "không kiểm tra được" if language == "vi" else "cannot check"
    return "\n".join(f"{lead}: {problem.sentence(language)}" for problem in problems)
