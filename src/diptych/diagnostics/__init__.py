"""What a rule has to say, as data. Renderers print it; nothing here does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from diptych.model import Document, Place
from diptych.wording import UNSAID, Wording

EXCERPT_WIDTH = 96
"""How many characters of a line an excerpt shows; the lines of this text are paragraphs."""


class Severity(StrEnum):
    """How bad a finding is. Errors refuse the build; warnings do not."""

    ERROR = "error"
    WARNING = "warning"


FILES = "files"
"""Stands in place of a language for a file that may be no text at all."""
CALLED = {
    Severity.ERROR: Wording(vi="lỗi", en="error"),
    Severity.WARNING: Wording(vi="cảnh báo", en="warning"),
}
"""What people are told a finding is, by its severity."""
MEND = Wording(vi="Cách sửa", en="How to fix it")


@dataclass(frozen=True, slots=True)
class Location:
    """One place a diagnostic points at."""

    locale: str
    """The language of the text it stands in; "source" for the source as received, `FILES` for a
    file that is none of them."""
    file: str
    line: int
    column: int
    """The column, from 1, in characters."""
    excerpt: str
    """The line there, cut to `EXCERPT_WIDTH` around the column."""
    caret: int
    """The offset in the excerpt, from 0, of the character meant."""
    length: int = 1
    """How many characters are meant."""
    label: Wording | None = None
    """What is to be seen at this place."""
    node: str = ""
    """The id of the division or provision that it belongs to; empty above the first of a page and
    outside pages."""

    @property
    def quoted(self) -> tuple[str, str, str]:
        """The excerpt: what stands before the characters meant, those, and what follows them."""
        start, end = self.caret, self.caret + self.length
        return self.excerpt[:start], self.excerpt[start:end], self.excerpt[end:]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. All but `message` and `locations` may be left to the rule's registration."""

    message: Wording
    """What was found and what was expected, in one sentence."""
    locations: tuple[Location, ...]
    """The place in each language, the one to mend first; where a text lacks something,
    the place where it should stand."""
    help: Wording = UNSAID
    """What to do, in one sentence; the rule's own where a finding has nothing to add."""
    code: str = ""
    rule: str = ""
    severity: Severity = Severity.ERROR
    consequences: tuple[Diagnostic, ...] = ()
    """Findings that this one explains."""

    def walk(self) -> Iterator[Diagnostic]:
        """The finding itself and all that it explains."""
        yield self
        yield from self.consequences

    def __str__(self) -> str:
        """`path:line: message (CODE)`, the form in which the cases expect it."""
        first = self.locations[0]
        return f"{first.file}:{first.line}: {self.message.en} ({self.code})"


def locate(
    document: Document, place: Place, length: int = 1, label: Wording | None = None
) -> Location:
    """A location in `document`, with its excerpt and the node that it belongs to."""
    page = document.page_in(place.file)
    line = page.lines[place.line - 1] if page and place.line <= len(page.lines) else ""
    return location(document.locale, place, line, length, label, document.node_at(place))


def location(
    locale: str,
    place: Place,
    line: str,
    length: int = 1,
    label: Wording | None = None,
    node: str = "",
) -> Location:
    """A location in any text, given the `line` of that text."""
    start = place.column - 1
    length = max(1, min(length, len(line) - start))
    first = 0
    if len(line) > EXCERPT_WIDTH:
        first = max(0, min(start - EXCERPT_WIDTH // 3, len(line) - EXCERPT_WIDTH))
    cut = line[first : first + EXCERPT_WIDTH]
    before, after = "…" if first else "", "…" if first + len(cut) < len(line) else ""
    return Location(
        locale=locale,
        file=place.file,
        line=place.line,
        column=place.column,
        excerpt=before + cut.replace("\t", " ") + after,
        caret=len(before) + start - first,
        length=max(1, min(length, len(cut) - (start - first))),
        label=label,
        node=node,
    )
