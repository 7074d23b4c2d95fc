"""A text as data: Document > Page, Division > Provision > Segment, and Footnotes.

A division is a part, a section, or what a heading opens at any level. Every node knows where it
stands (file, line, column, all 1-based) and how it is cited. "Division" for a numbered container
and "provision" for the smallest citable unit follow the usage of legislative drafting.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Flag, IntEnum, StrEnum, auto
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from diptych.language.blanks import blanked
from diptych.language.numerals import Number

if TYPE_CHECKING:
    from diptych.model.markup import Markup

Kept = TypeVar("Kept")


class Side(IntEnum):
    """One of the two texts that are held together: the index of what is kept by side."""

    ORIGINAL = 0
    TRANSLATION = 1

    @property
    def other(self) -> Side:
        """The side of the other language."""
        return Side.ORIGINAL if self else Side.TRANSLATION

    @classmethod
    def of(cls, both: Iterable[Kept]) -> Iterator[tuple[Side, Kept]]:
        """Each of two, the original's first, with its side."""
        return zip(cls, both, strict=True)


COVER, CLOSING = "cover", "closing"
"""Layouts of a page: the title with what it is about, the recipients with the signature."""
LAYOUTS = (COVER, CLOSING)


class Place(NamedTuple):
    """A point in a file; line and column count from 1, the column in characters."""

    file: str
    line: int
    column: int


class Emphasis(Flag):
    """How a stretch of text is set."""

    NONE = 0
    EM = auto()
    STRONG = auto()


class Kind(StrEnum):
    """What a provision is on the page."""

    PARAGRAPH = "paragraph"
    DASH = "dash"
    ITEM = "item"
    """A numbered paragraph of a list."""
    CONTINUATION = "continuation"
    """A further paragraph under a dash or a numbered item."""
    QUOTE = "quote"
    ROW = "row"
    """A row of a table; its cells are joined by `CELL`."""
    CODE = "code"
    HTML = "html"


CELL = " | "
"""Stands between the cells of a row."""

PROSE = frozenset(Kind) - {Kind.CODE, Kind.HTML}
"""The kinds whose text is read by people."""


class Run(NamedTuple):
    """A stretch of a segment that stands on one line and is set in one way."""

    offset: int
    """Where it starts in the segment's text."""
    line: int
    column: int
    emphasis: Emphasis


class Stretch(NamedTuple):
    """A stretch of a segment in italics or bold, as it was marked."""

    emphasis: Emphasis
    start: int
    end: int
    """Offsets in the segment's text."""


class NoteMark(NamedTuple):
    """A reference to a footnote."""

    label: str
    offset: int
    """The offset in the segment's text after which the mark stands."""
    place: Place


class Link(NamedTuple):
    """A link or a picture."""

    target: str
    place: Place
    picture: bool


class Tag(NamedTuple):
    """Raw HTML inside a text, as written."""

    written: str
    place: Place


@dataclass(frozen=True, slots=True)
class Segment:
    """The text of one heading, provision or table row, white space folded to single blanks."""

    text: str
    """Plain text: no markup, no note marks."""
    markdown: str
    """As written, without list marker and indentation."""
    place: Place
    end_line: int
    """The last line it stands on."""
    runs: tuple[Run, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    """Where code stands in the text (start, end)."""
    marks: tuple[NoteMark, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] = ()

    @property
    def prose(self) -> str:
        """The text with code blanked out, so that offsets hold."""
        return blanked(self.text, self.code)

    def place_at(self, offset: int) -> Place:
        """Where the character at `offset` of the text stands in the file."""
        index = bisect_right(self.runs, offset, key=lambda run: run.offset) - 1
        if index < 0:
            return self.place
        run = self.runs[index]
        return Place(self.place.file, run.line, run.column + offset - run.offset)

    @property
    def end_place(self) -> Place:
        """Where its last character stands."""
        return self.place_at(max(0, len(self.text) - 1))

    def emphasis_at(self, offset: int) -> Emphasis:
        """How the character at `offset` is set."""
        index = bisect_right(self.runs, offset, key=lambda run: run.offset) - 1
        return self.runs[index].emphasis if index >= 0 else Emphasis.NONE


@dataclass(frozen=True, slots=True)
class Provision:
    """The smallest unit that is cited: a dash, a numbered paragraph, a paragraph."""

    id: str
    """The same in every language and every view, e.g. `iii-2-1`."""
    citation: str
    """How a person cites it, in the document's language."""
    kind: Kind
    segment: Segment
    number: Number | None = None
    """The number as printed, of a numbered item."""
    children: tuple[Provision, ...] = ()
    """Continuation paragraphs and nested lists."""

    @property
    def place(self) -> Place:
        """Where its text begins."""
        return self.segment.place

    def walk(self) -> Iterator[Provision]:
        """The provision itself and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Division:
    """What a heading opens: a part, a section, or (without a heading) a page's opening text."""

    id: str
    citation: str
    level: int
    """1 for a part, 2 for a section of a part, and so on, across pages."""
    page: str
    """The page it stands on (the path below the locale's folder)."""
    heading: Segment | None
    """The heading with its printed number; None for text before the first heading."""
    number: Number | None
    place: Place
    provisions: tuple[Provision, ...] = ()
    divisions: tuple[Division, ...] = ()
    """Those it contains, also those on pages of their own."""

    @property
    def title(self) -> str:
        """The heading without its number."""
        text = self.heading.text if self.heading else ""
        return text[len(self.number.printed) :].strip() if self.number else text

    def walk(self) -> Iterator[Division]:
        """The division itself and all below it, in reading order."""
        yield self
        for division in self.divisions:
            yield from division.walk()


@dataclass(frozen=True, slots=True)
class Footnote:
    """The definition of a footnote."""

    id: str
    citation: str
    label: str
    """What stands between `[^` and `]`: "1"."""
    place: Place
    provisions: tuple[Provision, ...]
    """Its paragraphs."""

    @property
    def text(self) -> str:
        """All its paragraphs as one plain text."""
        return " ".join(p.segment.text for first in self.provisions for p in first.walk())


class Node(NamedTuple):
    """A division or a provision, and how it stands on its page."""

    body: Division | Provision
    parent: Division | Provision | Footnote | None
    """What holds a provision; None of a division."""
    depth: int
    """A division's level, from 1; how deep a provision is nested, from 0."""
    note: Footnote | None = None
    """The footnote whose paragraph it is; None for what stands in the text."""

    @property
    def id(self) -> str:
        """The same in every language and every view."""
        return self.body.id

    @property
    def kind(self) -> Kind | None:
        """What a provision is on the page; None of a division."""
        return self.body.kind if isinstance(self.body, Provision) else None

    @property
    def segment(self) -> Segment | None:
        """Its text; None of a division that no heading opens."""
        return self.body.segment if isinstance(self.body, Provision) else self.body.heading


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file."""

    path: str
    """Below the locale's folder, with forward slashes: the same in both languages."""
    file: str
    """As a person would name it from where they stand."""
    lines: tuple[str, ...]
    """The file's lines, for excerpts."""
    meta: Mapping[str, object]
    """The front matter."""
    editorial: bool
    """Written by the editors, not part of the text."""
    divisions: tuple[Division, ...] = ()
    """Those that open on this page; a division on it that has a parent here is below that one."""
    footnotes: tuple[Footnote, ...] = ()
    title_line: int = 1
    """Where the front matter's title stands, if it has one."""
    markup: tuple[Markup, ...] = ()
    """What it brings besides plain text, in the order of the file."""

    @property
    def title(self) -> str:
        """The page's name: its front matter's title, else its first heading."""
        if title := self.meta.get("title"):
            return str(title)
        first = next((d.heading.text for d in self.divisions if d.heading), None)
        return first or self.path

    @property
    def layout(self) -> str:
        """How it is set, as its front matter says: `COVER`, `CLOSING` or empty."""
        return str(self.meta.get("layout") or "")

    @property
    def view(self) -> str:
        """What fills it besides its text, as its front matter says; empty where nothing does."""
        return str(self.meta.get("view") or "")

    def line_of(self, key: str) -> int:
        """Where the front matter says `key`; 1 where that is not to be seen."""
        lines = enumerate(self.lines, 1)
        return next((number for number, line in lines if line.startswith(f"{key}:")), 1)

    @property
    def title_on_page(self) -> str:
        """Its first heading, else its title."""
        first = next((d.heading.text for d in self.own_divisions() if d.heading), None)
        return first or self.title

    def nodes(self) -> Iterator[Node]:
        """Every division and provision on this page in reading order, those of footnotes last."""
        for division in self.own_divisions():
            yield Node(division, None, division.level)
            yield from _below(division, division.provisions)
        for note in self.footnotes:
            yield from _below(note, note.provisions, note)

    def segments(self) -> Iterator[Segment]:
        """The text of every node that has one, in the order of `nodes`."""
        return (segment for node in self.nodes() if (segment := node.segment))

    def own_divisions(self) -> Iterator[Division]:
        """Every division that opens on this page, in reading order."""
        for root in self.divisions:
            for division in root.walk():
                if division.page == self.path:
                    yield division

    def provisions(self) -> Iterator[Provision]:
        """Every provision on this page in reading order, footnotes' paragraphs not included."""
        for division in self.own_divisions():
            for provision in division.provisions:
                yield from provision.walk()

    def all_provisions(self) -> Iterator[Provision]:
        """Every provision on this page, then every paragraph of its footnotes."""
        return (node.body for node in self.nodes() if isinstance(node.body, Provision))


def _below(
    parent: Division | Provision | Footnote,
    provisions: Iterable[Provision],
    note: Footnote | None = None,
    depth: int = 0,
) -> Iterator[Node]:
    for provision in provisions:
        yield Node(provision, parent, depth, note)
        yield from _below(provision, provision.children, note, depth + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """The whole text in one language.

    A document equals itself alone, so that what is derived from it can be kept by it.
    """

    locale: str
    root: str
    """The folder (or the single file) it was read from, as a person would name it."""
    pages: tuple[Page, ...]
    divisions: tuple[Division, ...] = field(default=())
    """The outermost ones, in reading order."""
    _by_path: dict[str, Page] = field(init=False, repr=False)
    _by_file: dict[str, Page] = field(init=False, repr=False)
    _by_view: dict[str, str] = field(init=False, repr=False)
    _starts: dict[str, tuple[list[int], list[str]]] = field(
        init=False, repr=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_path", {page.path: page for page in self.pages})
        by_file = {page.file: page for page in reversed(self.pages)}
        object.__setattr__(self, "_by_file", by_file)
        views = {page.view: page.path for page in reversed(self.pages)}
        object.__setattr__(self, "_by_view", views)

    def page(self, path: str) -> Page | None:
        """The page at `path` below the root, or None."""
        return self._by_path.get(path)

    def page_in(self, file: str) -> Page | None:
        """The first page that was read from `file`, or None."""
        return self._by_file.get(file)

    def node_at(self, place: Place) -> str:
        """The id of the node to which the line of `place` belongs: the last that begins on it or
        above it on the page. Empty above the first, and in a file that is none of the pages'.
        """
        page = self._by_file.get(place.file)
        if page is None:
            return ""
        if place.file not in self._starts:  # looked through once a page, not once a place
            known = sorted((node.body.place.line, node.id) for node in page.nodes())
            self._starts[place.file] = [line for line, _ in known], [name for _, name in known]
        lines, ids = self._starts[place.file]
        index = bisect_right(lines, place.line) - 1
        return ids[index] if index >= 0 else ""

    def showing(self, view: str) -> str:
        """The path of the first page that `view:` in its front matter fills so, or empty."""
        return self._by_view.get(view, "")

    def walk(self) -> Iterator[Division]:
        """Every division in reading order."""
        for division in self.divisions:
            yield from division.walk()

    def __str__(self) -> str:
        """The outline: one line a node, the oracle of the reader's tests."""
        lines: list[str] = []
        for page in self.pages:
            lines.append(f"{page.path}{' (editorial)' if page.editorial else ''}")
            for division in page.own_divisions():
                heading = division.heading.text if division.heading else "-"
                lines.append(f"  {division.place.line}: h{division.level} {division.id}: {heading}")
                lines += [
                    f"    {p.place.line}: {p.kind} {p.id}: {p.segment.text}"
                    for top in division.provisions
                    for p in top.walk()
                ]
            lines += [f"  {n.place.line}: note {n.id}: {n.text}" for n in page.footnotes]
        return "\n".join(lines)
