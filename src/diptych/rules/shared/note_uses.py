"""Footnotes by label: the marks and the definitions of both languages together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from diptych.diagnostics import Location
from diptych.model import Footnote, NoteMark, Page, Provision, Side
from diptych.project.bitext import Bitext


@dataclass(slots=True)
class NoteUse:
    """The marks and the definitions with one label on a pair of pages, by side."""

    label: str
    pages: tuple[Page, Page]
    marks: tuple[list[tuple[NoteMark, Provision | None]], list[tuple[NoteMark, Provision | None]]]
    definitions: tuple[list[Footnote], list[Footnote]] = field(default_factory=lambda: ([], []))


def uses(bitext: Bitext) -> Iterator[NoteUse]:
    """The use of every label on every pair of pages."""
    for pages in bitext.pages():
        by_label: dict[str, NoteUse] = {}
        for side, page in Side.of(pages):
            for mark, provision in marks_of(page):
                use = by_label.setdefault(mark.label, NoteUse(mark.label, pages, ([], [])))
                use.marks[side].append((mark, provision))
            for note in page.footnotes:
                use = by_label.setdefault(note.label, NoteUse(note.label, pages, ([], [])))
                use.definitions[side].append(note)
        yield from by_label.values()


def marks_of(page: Page) -> Iterator[tuple[NoteMark, Provision | None]]:
    """Every note mark of a page with the provision it stands in (None: a heading)."""
    for division in page.own_divisions():
        for mark in division.heading.marks if division.heading else ():
            yield mark, None
    for provision in page.all_provisions():
        for mark in provision.segment.marks:
            yield mark, provision


def at_mark(bitext: Bitext, side: Side, mark: NoteMark) -> Location:
    """The location of `mark` in the text of `side`."""
    return bitext.at(side, mark.place, len(mark.label) + 3)


def at_note(bitext: Bitext, side: Side, note: Footnote) -> Location:
    """The location of the definition of `note` in the text of `side`."""
    return bitext.at(side, note.place, len(note.label) + 4)


def elsewhere(bitext: Bitext, use: NoteUse, side: Side) -> Location:
    """The location on `side` that tells most of the label of `use`."""
    if use.marks[side]:
        return at_mark(bitext, side, use.marks[side][0][0])
    if use.definitions[side]:
        return at_note(bitext, side, use.definitions[side][0])
    provision = next((p for _, p in use.marks[side.other] if p), None)
    counterpart = provision and bitext.alignment.counterparts[side.other].get(provision.id)
    if counterpart:
        return bitext.at(side, counterpart.place, len(counterpart.segment.text))
    return bitext.gap_for_page(side.other, use.pages[side.other].file)
