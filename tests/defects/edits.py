"""What an editor may do to the text: an operator names a kind of slip and finds its sites."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

Tree = Mapping[str, str]
"""The files of both languages: path below docs/ -> text."""


@dataclass(frozen=True)
class Edit:
    """One slip: what becomes of the files, and the lines at which it must be found."""

    files: Mapping[str, str | None]
    """New texts; None for a file that is gone."""
    places: tuple[tuple[str, int], ...]
    """File and line (in the edited tree) of which one has to be pointed at."""


Sites = Callable[[Tree, str], Iterable[Edit]]


@dataclass(frozen=True)
class Operator:
    """A kind of slip."""

    name: str
    codes: frozenset[str]
    """The rules that may tell of it: any one is right."""
    sites: Sites
    languages: tuple[str, ...] = ("vi", "en")


OPERATORS: dict[str, Operator] = {}
HARMLESS: dict[str, Operator] = {}


def operator(codes: str, languages: str = "vi en") -> Callable[[Sites], Sites]:
    """Register a generator of defects, to be told by one of `codes`."""

    def register(sites: Sites) -> Sites:
        name = sites.__name__.replace("_", "-")
        assert name not in OPERATORS, name
        OPERATORS[name] = Operator(name, frozenset(codes.split()), sites, tuple(languages.split()))
        return sites

    return register


def harmless(languages: str = "vi en") -> Callable[[Sites], Sites]:
    """Register a generator of edits that no rule may speak of."""

    def register(sites: Sites) -> Sites:
        name = sites.__name__.replace("_", "-")
        assert name not in HARMLESS, name
        HARMLESS[name] = Operator(name, frozenset(), sites, tuple(languages.split()))
        return sites

    return register


@dataclass(frozen=True)
class Paragraph:
    """A run of lines between blank ones: a heading, a dash, a paragraph, a footnote."""

    path: str
    lines: tuple[str, ...] = field(repr=False)
    """All lines of the file."""
    start: int
    end: int
    """0-based, `end` behind the last."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines[self.start : self.end])

    @property
    def line(self) -> int:
        """1-based."""
        return self.start + 1

    def is_dash(self) -> bool:
        return self.text.startswith("- ")

    def is_heading(self) -> bool:
        return self.text.startswith("#")

    def is_item(self) -> bool:
        return bool(re.match(r"\d+\. ", self.text))

    def is_note(self) -> bool:
        return self.text.startswith("[^")

    def is_plain(self) -> bool:
        return not (
            self.is_dash() or self.is_heading() or self.is_item() or self.is_note()
        ) and not self.text.startswith(("    ", "**"))

    def replaced(self, *texts: str) -> str:
        """The file with `texts` as paragraphs in place of this one (none: it is gone)."""
        new = "\n\n".join(texts).split("\n") if texts else []
        after = self.lines[self.end :]
        if not texts and after and not after[0]:
            after = after[1:]
        return "\n".join([*self.lines[: self.start], *new, *after])

    def changed(self, text: str, within: int = 0) -> Edit:
        """The edit that gives the paragraph another text, wrong on its line `within`."""
        return Edit({self.path: self.replaced(text)}, ((self.path, self.line + within),))


def text_pages(tree: Tree, language: str) -> Iterator[tuple[str, str]]:
    """The programme's own pages in `language`."""
    for path, text in sorted(tree.items()):
        if path.startswith(f"{language}/") and not path.startswith(f"{language}/site/"):
            yield path, text


def paragraphs(tree: Tree, language: str) -> Iterator[Paragraph]:
    """Every paragraph of the programme in `language`; each dash is one, also in a tight list."""
    for path, text in text_pages(tree, language):
        lines = tuple(text.split("\n"))
        start = 0
        if lines[0] == "---":
            start = lines.index("---", 1) + 1
        number = start
        while number < len(lines):
            if not lines[number].strip():
                number += 1
                continue
            end = number + 1
            while end < len(lines) and lines[end].strip() and not lines[end].startswith("- "):
                end += 1
            yield Paragraph(path, lines, number, end)
            number = end


def counterpart(path: str) -> str:
    """The same page in the other language."""
    language, _, rest = path.partition("/")
    return f"{'en' if language == 'vi' else 'vi'}/{rest}"


def substituted(
    tree: Tree,
    language: str,
    pattern: str,
    replacement: str | Callable[[re.Match[str]], str],
    only: Callable[[Paragraph], bool] = lambda _: True,
) -> Iterator[Edit]:
    """An edit for each match of `pattern` in a paragraph: that match alone is replaced."""
    for paragraph in paragraphs(tree, language):
        if not only(paragraph):
            continue
        for match in re.finditer(pattern, paragraph.text):
            new = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
            text = paragraph.text[: match.start()] + new + paragraph.text[match.end() :]
            if text != paragraph.text:
                yield paragraph.changed(text, paragraph.text.count("\n", 0, match.start()))
