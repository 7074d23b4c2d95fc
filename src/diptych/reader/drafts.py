"""Divisions, provisions and footnotes as they are read, not yet placed in a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from diptych.language.numerals import Numeral
from diptych.model import Kind, Place, Segment
from diptych.model.marks import Mark
from diptych.model.markup import Markup
from diptych.model.tables import Columns


@dataclass(slots=True)
class ProvisionDraft:
    """A provision without its id."""

    kind: Kind
    segment: Segment
    number: Numeral | None = None
    info: str = ""
    within: int = 0
    sign: str = ""
    columns: Columns | None = None
    heads: bool = False
    children: list[ProvisionDraft] = field(default_factory=list)


@dataclass(slots=True)
class DivisionDraft:
    """A division without its id and its place in the tree."""

    level: int
    """The heading's own level on its page; 0 for text before the first heading."""
    heading: Segment | None
    number: Numeral | None
    place: Place
    anchor: str = ""
    provisions: list[ProvisionDraft] = field(default_factory=list)
    divisions: list[DivisionDraft] = field(default_factory=list)
    page: str = ""
    typed: int = 0
    """The level of the heading as it is typed, with that of its page."""
    is_title: bool = False
    is_head: bool = False
    """Whether it is the text above the page's title."""
    attached: tuple[str, str] | None = None
    """What the ids begin with, and what it is called, from here on: a document is attached."""
    annexed: str = ""
    """What an annex without number within an attached document is called; empty for the others."""
    goes_on: bool = False
    """Whether it is the document's own again, behind one that is attached."""


@dataclass(slots=True)
class FootnoteDraft:
    """A footnote whose paragraphs have no ids yet."""

    label: str
    place: Place
    provisions: list[ProvisionDraft] = field(default_factory=list)


@dataclass(slots=True)
class PageDraft:
    """What one file holds: its divisions in order, not yet nested, and its footnotes."""

    divisions: list[DivisionDraft]
    footnotes: list[FootnoteDraft]
    markup: tuple[Markup, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def size(self) -> int:
        """How many headings and provisions there are."""
        waiting = [p for division in self.divisions for p in division.provisions]
        waiting += [p for note in self.footnotes for p in note.provisions]
        count = len(self.divisions)
        while waiting:
            count += 1
            waiting += waiting.pop().children
        return count
