"""Diagnostics as text, the way good compilers print: message, both excerpts, help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from programme.diagnostics import Diagnostic, Location, Severity
from programme.errors import Problem
from programme.wording import Wording

_NAMES = {
    Severity.ERROR: Wording(vi="lỗi", en="error"),
    Severity.WARNING: Wording(vi="cảnh báo", en="warning"),
}
_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
_HELP = Wording(vi="cách sửa", en="help")
_SOURCE = {
    "source": Wording(vi="văn bản nguồn", en="source"),
    "register": Wording(vi="bảng đính chính", en="register"),
}


def printed(
    console: Console,
    diagnostics: Sequence[Diagnostic],
    language: str,
    compared: Mapping[str, int],
) -> None:
    """Print all findings and a summary."""
    for found in diagnostics:
        console.print(rendered(found, language), soft_wrap=True, highlight=False)
        console.print()
    console.print(_summary(diagnostics, language, compared), soft_wrap=True, highlight=False)


def rendered(found: Diagnostic, language: str) -> Text:
    """One finding as styled text; `str()` of it is plain."""
    colour = _COLOURS[found.severity]
    text = Text()
    text.append(f"{_NAMES[found.severity][language]}[{found.code}]", style=colour)
    text.append(f": {found.message[language]}\n", style="bold")
    gutter = max(len(str(location.line)) for location in found.locations)
    for location in found.locations:
        _append_location(text, location, gutter, colour, language)
    text.append(f"{' ' * gutter} = ", style="blue")
    text.append(f"{_HELP[language]}: ", style="bold")
    text.append(found.help[language])
    return text


def _append_location(
    text: Text, location: Location, gutter: int, colour: str, language: str
) -> None:
    name = _SOURCE.get(location.locale)
    text.append(f"{' ' * gutter}--> ", style="blue")
    text.append(f"{location.file}:{location.line}:{location.column}")
    text.append(f"  ({name[language] if name else location.locale})\n", style="dim")
    if not location.excerpt:
        if location.label:
            text.append(f"{' ' * gutter} | ", style="blue")
            text.append(f"{location.label[language]}\n", style=colour)
        return
    text.append(f"{location.line:>{gutter}} | ", style="blue")
    text.append(f"{location.excerpt}\n")
    text.append(f"{' ' * gutter} | ", style="blue")
    before = cell_len(location.excerpt[: location.caret])
    marked = location.excerpt[location.caret : location.caret + location.length]
    text.append(" " * before + "^" * max(1, cell_len(marked)), style=colour)
    text.append(f" {location.label[language]}\n" if location.label else "\n", style=colour)


def _summary(diagnostics: Sequence[Diagnostic], language: str, compared: Mapping[str, int]) -> Text:
    count = len(diagnostics)
    words = compared["source_words"]
    if language == "vi":
        looked = f"{compared['provisions']} đoạn, {compared['footnotes']} chú thích"
        if words:
            looked += f", {words} từ của văn bản nguồn"
        verdict = f"{count} phát hiện" if count else "hai bản khớp nhau"
        return Text(f"{verdict} (đã so {looked})", style="bold red" if count else "bold green")
    looked = f"{compared['provisions']} provisions, {compared['footnotes']} footnotes"
    if words:
        looked += f", {words} words of the source"
    plural = "" if count == 1 else "s"
    verdict = f"{count} finding{plural}" if count else "the two languages agree"
    return Text(f"{verdict} (compared: {looked})", style="bold red" if count else "bold green")


def problems_as_text(problems: Sequence[Problem], language: str) -> str:
    """Why nothing could be checked, a line each."""
    lead = "không kiểm tra được" if language == "vi" else "cannot check"
    return "\n".join(f"{lead}: {problem.sentence(language)}" for problem in problems)
