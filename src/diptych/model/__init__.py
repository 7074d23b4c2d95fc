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
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from diptych.language.blanks import blanked
from diptych.language.locales import Step
from diptych.language.numerals import Numeral
from diptych.model.tables import Columns

if TYPE_CHECKING:
    from diptych.model.marks import Mark
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
        """Each of two values that are kept by side, with its side; the original's comes first."""
        return zip(cls, both, strict=True)


COVER, CLOSING = "cover", "closing"
"""The layouts of a page: a title with what it is about, recipients with a signature."""
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
"""What stands between two cells of a row."""

PROSE = frozenset(Kind) - {Kind.CODE, Kind.HTML}
"""The kinds whose text is read by people."""


class Run(NamedTuple):
    """A stretch of a segment that stands on one line and is set in one way."""

    offset: int
    """Where the run starts in the segment's text."""
    line: int
    column: int
    emphasis: Emphasis


class Stretch(NamedTuple):
    """A stretch of a segment in italics or bold, as it was marked."""

    emphasis: Emphasis
    start: int
    end: int
    """Where the stretch ends in the segment's text."""


class NoteMark(NamedTuple):
    """The mark of a footnote in a text."""

    label: str
    offset: int
    """The offset in the segment's text after which the mark stands."""
    place: Place


class Link(NamedTuple):
    """A link or a picture."""

    target: str
    place: Place
    picture: bool
    start: int = 0
    end: int = 0
    """The stretch of the text (from `start` to `end`) that leads to the target; empty for what is
    written as a tag."""


class Tag(NamedTuple):
    """A tag of HTML, a shortcode or an attribute list inside a text, as it was written."""

    written: str
    place: Place


@dataclass(frozen=True)
class Segment:
    """The text of one heading, provision or table row, white space folded to single blanks."""

    text: str
    """Plain text: no markup, no note marks."""
    markdown: str
    """The text with its markup, without list marker and indentation."""
    place: Place
    end_line: int
    """The last line of the file on which the text stands."""
    runs: tuple[Run, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    """The spans of the text (start, end) that are code."""
    cells: tuple[tuple[int, int], ...] = ()
    """The spans of the text (start, end) that are the cells of a row, also those without text."""
    breaks: tuple[int, ...] = ()
    """The offsets in the text before which a line ends because a tag says so: `<br>`."""
    marks: tuple[NoteMark, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] = ()

    @property
    def is_strong(self) -> bool:
        """Whether the whole text is bold."""
        return bool(self.text) and any(
            stretch.emphasis & Emphasis.STRONG
            and stretch.start == 0
            and stretch.end >= len(self.text)
            for stretch in self.stretches
        )

    @cached_property
    def prose(self) -> str:
        """The text with code blanked out, so that offsets hold."""
        return blanked(self.text, self.code) if self.code else self.text

    def place_at(self, offset: int) -> Place:
        """The place in the file of the character at `offset` of the text."""
        index = bisect_right(self.runs, offset, key=lambda run: run.offset) - 1
        if index < 0:
            return self.place
        run = self.runs[index]
        return Place(self.place.file, run.line, run.column + offset - run.offset)

    @property
    def end_place(self) -> Place:
        """The place in the file of the text's last character."""
        return self.place_at(max(0, len(self.text) - 1))

    def emphasis_at(self, offset: int) -> Emphasis:
        """The setting of the character at `offset` of the text."""
        index = bisect_right(self.runs, offset, key=lambda run: run.offset) - 1
        return self.runs[index].emphasis if index >= 0 else Emphasis.NONE


@dataclass(frozen=True, slots=True)
class Provision:
    """The smallest unit that is cited: a dash, a numbered paragraph, a paragraph."""

    id: str
    """The provision's id, the same in every language and every view, e.g. `iii-2-1`."""
    citation: str
    """The citation of the provision in the document's language."""
    kind: Kind
    segment: Segment
    number: Numeral | None = None
    """The number as printed; None where the provision has none. The number of a paragraph, unlike
    an item's, is part of its text, too."""
    info: str = ""
    """What stands after the opening of a block of code: its language, then its settings."""
    within: int = 0
    """The line on which the innermost block around it opens (a note, a tip); 0 outside of such."""
    sign: str = ""
    """The sign that opens the provision if it is a dash with another sign: "+"."""
    columns: Columns | None = None
    """The columns of the table of which it is a row; None for anything else."""
    heads: bool = False
    """Whether it is the row with the headings of a table."""
    steps: tuple[Step, ...] = ()
    """The steps of the citation, the outermost first."""
    children: tuple[Provision, ...] = ()
    """Continuation paragraphs and nested lists."""

    @property
    def place(self) -> Place:
        """The place at which the provision's text begins."""
        return self.segment.place

    @property
    def cells(self) -> tuple[str, ...]:
        """The text of each cell of a row."""
        text = self.segment.text
        return tuple(text[start:end] for start, end in self.segment.cells)

    @property
    def marker(self) -> str:
        """The number that stands before the text and is no part of it: an item's; else empty."""
        return self.number.printed if self.number and self.kind is Kind.ITEM else ""

    @property
    def is_set_off(self) -> bool:
        """Whether it is a paragraph in bold or in capitals altogether, as a title is."""
        text = self.segment.text
        return (
            bool(text)
            and self.kind is Kind.PARAGRAPH
            and not self.number
            and (text.isupper() or self.segment.is_strong)
        )

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
    """The division's level across pages: 1 for a part, 2 for a section of a part, and so on."""
    page: str
    """The path, below the locale's folder, of the page on which the division stands."""
    heading: Segment | None
    """The heading with its printed number; None for text before the first heading."""
    number: Numeral | None
    place: Place
    anchor: str = ""
    """The id that the heading itself declares, `{#scope}`; empty without one."""
    is_title: bool = False
    """Whether the heading is the title of the division above, which has its number alone."""
    is_head: bool = False
    """Whether it has no heading and stands above the title of its page: who issued the document."""
    attached: str = ""
    """What the ids begin with from here on, where a document within the document begins here."""
    steps: tuple[Step, ...] = ()
    """The steps of the citation, the outermost first."""
    provisions: tuple[Provision, ...] = ()
    divisions: tuple[Division, ...] = ()
    """The divisions straight below this one, with those on pages of their own."""

    @property
    def title(self) -> str:
        """The heading without its number; what stands below it as its title if it has none."""
        return self.own_title or (self.title_below.text if self.title_below else "")

    @property
    def own_title(self) -> str:
        """The heading without its number."""
        text = self.heading.text if self.heading else ""
        return text[len(self.number.printed) :].strip() if self.number else text

    @property
    def title_below(self) -> Segment | None:
        """The title that stands below the division's number: a heading, or a line set off.

        None where the heading itself has a title, and where there is none.
        """
        if not (self.number and self.number.kind and self.heading):
            return None
        if self.heading.text != self.number.printed:
            return None
        if self.divisions and self.divisions[0].is_title and not self.provisions:
            return self.divisions[0].heading
        first = self.provisions[0] if self.provisions else None
        return first.segment if first and first.is_set_off else None

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
    """The footnote's paragraphs."""

    @property
    def text(self) -> str:
        """The footnote's paragraphs as one plain text."""
        return " ".join(p.segment.text for first in self.provisions for p in first.walk())


class Node(NamedTuple):
    """A division or a provision, and how it stands on its page."""

    body: Division | Provision
    parent: Division | Provision | Footnote | None
    """What holds a provision; None for a division."""
    depth: int
    """A division's level, from 1; how deep a provision is nested, from 0."""
    note: Footnote | None = None
    """The footnote that the node is a paragraph of; None for what stands in the text."""

    @property
    def id(self) -> str:
        """The node's id, the same in every language and every view."""
        return self.body.id

    @property
    def kind(self) -> Kind | None:
        """What a provision is on the page; None for a division."""
        return self.body.kind if isinstance(self.body, Provision) else None

    @property
    def segment(self) -> Segment | None:
        """The node's text; None for a division that no heading opens."""
        return self.body.segment if isinstance(self.body, Provision) else self.body.heading


@dataclass(frozen=True)
class Page:
    """One Markdown file."""

    path: str
    """The path below the locale's folder, with forward slashes: the same in both languages."""
    file: str
    """The file's name, as seen from where the command runs."""
    lines: tuple[str, ...]
    """The file's lines, for excerpts."""
    meta: Mapping[str, object]
    """The front matter."""
    editorial: bool
    """Whether the page is the editors' own, not part of the text."""
    divisions: tuple[Division, ...] = ()
    """The divisions that open on this page, without those below another of them."""
    footnotes: tuple[Footnote, ...] = ()
    title_line: int = 1
    """The line of the front matter's title; 1 where it has none."""
    markup: tuple[Markup, ...] = ()
    """The markup on the page besides the form of every text, in the order of the file."""
    marks: tuple[Mark, ...] = ()
    """The lines that frame the text and are none themselves, in the order of the file."""
    stated: tuple[str, ...] = ()
    """The lines above the title that its front matter states, as Markdown; its text lacks them."""

    @property
    def title(self) -> str:
        """The page's name: its front matter's title, else its first heading."""
        if title := self.meta.get("title"):
            return str(title)
        first = next((d.heading.text for d in self.divisions if d.heading), None)
        return first or self.path

    @property
    def layout(self) -> str:
        """The page's layout, from its front matter: `COVER`, `CLOSING` or empty."""
        return str(self.meta.get("layout") or "")

    @property
    def view(self) -> str:
        """The name of the view that fills the page, from its front matter; empty without one."""
        return str(self.meta.get("view") or "")

    def line_of(self, key: str) -> int:
        """The line on which the front matter has `key`; 1 where it cannot be told."""
        lines = enumerate(self.lines, 1)
        return next(
            (
                number
                for number, line in lines
                if line.startswith((f"{key}:", f"{key} =", f"{key}="))
            ),
            1,
        )

    @property
    def title_on_page(self) -> str:
        """The page's first heading, or else its title."""
        first = next((d.heading.text for d in self.own_divisions() if d.heading), None)
        return first or self.title

    def nodes(self) -> Iterator[Node]:
        """Every division and provision on this page in reading order, those of footnotes last."""
        return iter(self._nodes)

    @cached_property
    def _nodes(self) -> tuple[Node, ...]:
        """What `nodes` goes through: a score of rules ask for it."""
        found: list[Node] = []
        for division in self.own_divisions():
            found.append(Node(division, None, division.level))
            found += _below(division, division.provisions)
        for note in self.footnotes:
            found += _below(note, note.provisions, note)
        return tuple(found)

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
    """The folder or the single file that the document was read from, as a person would name it."""
    pages: tuple[Page, ...]
    divisions: tuple[Division, ...] = field(default=())
    """The outermost divisions, in reading order."""
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
        """The id of the node to which the line of `place` belongs: the last that begins on that
        line or above.

        It is empty above the first node, and for a file that holds no page.
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
        """The path of the first page that the view `view` fills, or empty."""
        return self._by_view.get(view, "")

    def walk(self) -> Iterator[Division]:
        """Every division in reading order."""
        for division in self.divisions:
            yield from division.walk()

    def __str__(self) -> str:
        """The outline of the document, one line per node; the reader's tests compare it."""
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
