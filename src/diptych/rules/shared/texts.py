"""Every line that reaches readers, as they get it, from pages, front matter and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from diptych.diagnostics import Location, location
from diptych.language.repertoire import OUT_OF_LATIN
from diptych.language.scripts import FROM_THE_RIGHT, scripts_of
from diptych.model import Kind, Page, Place, Side
from diptych.model.markup import MarkupKind
from diptych.patterns import letters_pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.entities import Reading, as_declared, as_read

_FOREIGN = letters_pattern_of(r"[^\x00-\x7f]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Language:
    """A text's language, as its characters are judged by it."""

    tag: str
    scripts: tuple[str, ...]
    exact: bool
    """Whether the letters of the language are known one by one."""
    known: bool
    """Whether the text is in that language for certain."""

    @property
    def from_the_right(self) -> bool:
        """Whether the language is written from right to left."""
        return bool(FROM_THE_RIGHT & set(self.scripts))


@dataclass(frozen=True, slots=True)
class Line:
    """A line as readers get it."""

    bitext: Bitext
    side: Side | None
    """The side of the page that the line is of; None for a line of a list."""
    file: str
    number: int
    written: str
    """The line as it stands in the file."""
    reading: Reading
    language: Language
    opposite: str
    """The text of the page in the other language, as it is written."""
    listed: str = ""
    """What the list that the line is of is called; empty for a page."""

    @property
    def text(self) -> str:
        """The line as readers get it."""
        return self.reading.text

    def at(self, offset: int, length: int = 1) -> Location:
        """The location of `length` characters at `offset` of the text."""
        place = Place(self.file, self.number, self.reading.column(offset))
        if self.side is None:
            return location(self.listed, place, self.written, length)
        return self.bitext.at(self.side, place, length)


def unusual_lines(bitext: Bitext) -> Iterator[Line]:
    """The lines of all texts with a character that is not among the usual ones of its language."""
    languages = [_language(bitext, side) for side in Side]
    for side, document in Side.of(bitext.documents):
        other = {page.path: page for page in bitext.documents[side.other].pages}
        for page in document.pages:
            written = "\n".join(page.lines)
            language = languages[side]
            if "&" not in written and "\\" not in written and not _suspect(language, written):
                continue
            beside = other.get(page.path)
            opposite = "\n".join(beside.lines) if beside else ""
            for number, line, reading in _readings(page):
                if _suspect(language, reading.text):
                    yield Line(bitext, side, page.file, number, line, reading, language, opposite)
    in_lists = max(languages, key=lambda language: not language.exact)
    for listed in bitext.lists:
        for number, line in enumerate(listed.lines, 1):
            reading = as_declared(line)
            if _suspect(in_lists, reading.text):
                yield Line(
                    bitext, None, listed.file, number, line, reading, in_lists, "", listed.called
                )


def _language(bitext: Bitext, side: Side) -> Language:
    tag = bitext.documents[side].locale
    own, other = scripts_of(tag), scripts_of(bitext.documents[side.other].locale)
    known = bitext.languages_known
    exact = bitext.known_in_depth and known
    scripts = own if exact else tuple(dict.fromkeys((*own, *other, "Latn")))
    return Language(tag, scripts, exact, known)


def _suspect(language: Language, text: str) -> bool:
    if text.isascii() and text.isprintable():
        return False
    return any(_is_unusual(char, exact=language.exact) for char in set(text))


@lru_cache(maxsize=1 << 12)
def _is_unusual(char: str, *, exact: bool) -> bool:
    return bool((OUT_OF_LATIN if exact else _FOREIGN).match(char))


def _readings(page: Page) -> Iterator[tuple[int, str, Reading]]:
    code, blocks = _code(page)
    for number, line in enumerate(page.lines, 1):
        taken = [(0, len(line))] if number in blocks else code.get(number, ())
        yield number, line, as_read(line, taken)
    known: set[str] = set().union(*page.lines) if page.meta else set()
    for key, value in page.meta.items():
        said = str(value) if isinstance(value, str) else ""
        number = page.line_of(str(key))
        if not known.issuperset(said):  # told by its code, as YAML allows
            yield number, page.lines[number - 1], Reading(said, (1,) * len(said))


def _code(page: Page) -> tuple[Mapping[int, list[tuple[int, int]]], set[int]]:
    """By line, the spans that are code; and the lines that are code as a whole."""
    inline: dict[int, list[tuple[int, int]]] = {}
    for markup in page.markup:
        if markup.what is MarkupKind.CODE:
            start = markup.place.column - 1
            inline.setdefault(markup.place.line, []).append((start, start + len(markup.written)))
    blocks = {
        line
        for provision in page.all_provisions()
        if provision.kind is Kind.CODE
        for line in range(provision.place.line, provision.segment.end_line + 1)
    }
    return inline, blocks
