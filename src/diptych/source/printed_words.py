"""A document as a row of words, in the form in which the source has them.

Headings with their numbers, "-" before a dash, the number before an item, note marks as
superscript figures on their word, footnotes opening with theirs. Cells of a row follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from diptych.model import Division, Document, Emphasis, Footnote, Kind, Place, Provision, Segment
from diptych.patterns import pattern_of
from diptych.source.words import BARS, SUPERSCRIPTS, Word, Words, is_letter, unless_alike

_TOKEN = pattern_of(r"\S+")


def printed_words(document: Document) -> Words:
    """The words of the pages of the text."""
    body: list[Word] = []
    notes: list[Word] = []
    for page in document.pages:
        if page.editorial:
            continue
        for division in page.own_divisions():
            body += _division(division)
        for note in page.footnotes:
            notes += _footnote(note)
    return Words(tuple(body), tuple(notes))


def _division(division: Division) -> Iterator[Word]:
    if division.heading:
        yield from _segment(division.heading)
    for provision in division.provisions:
        yield from _provision(provision)


def _provision(provision: Provision) -> Iterator[Word]:
    marker = marker_of(provision)
    if marker:
        yield Word(marker, marker_place(provision, marker), Emphasis.NONE)
    yield from _segment(provision.segment)
    for child in provision.children:
        yield from _provision(child)


def marker_of(provision: Provision) -> str:
    """The dash or the number that stands before a provision; empty for a paragraph."""
    return provision.marker or ((provision.sign or "-") if provision.kind is Kind.DASH else "")


def marker_place(provision: Provision, marker: str) -> Place:
    """Where `marker` stands before a provision, to about a column."""
    file, line, column = provision.place
    return Place(file, line, max(1, column - len(marker) - 1))


def _footnote(note: Footnote) -> Iterator[Word]:
    yield Word(note.label.translate(SUPERSCRIPTS), note.place, Emphasis.NONE)
    for provision in note.provisions:
        yield from _provision(provision)


def _segment(segment: Segment) -> Iterator[Word]:
    marks = list(segment.marks)
    runs = iter(segment.runs)
    run = next(runs, None)
    following = next(runs, None)
    for token in _TOKEN.finditer(segment.text):
        start = token.start()
        if BARS.fullmatch(token[0]):
            continue
        text = ""
        at = start
        while marks and marks[0].offset <= token.end():
            mark = marks.pop(0)
            text += segment.text[at : mark.offset] + mark.label.translate(SUPERSCRIPTS)
            at = mark.offset
        text += segment.text[at : token.end()]
        while following is not None and following.offset <= start:
            run, following = following, next(runs, None)
        if run is None:
            continue
        place = Place(segment.place.file, run.line, run.column + start - run.offset)
        emphasis = run.emphasis
        if not token[0][0].isalnum():  # set as its first letter is
            letter = next((n for n, char in enumerate(token[0], start) if char.isalnum()), start)
            emphasis = segment.emphasis_at(letter)
        letters: tuple[Emphasis, ...] = ()
        if following is not None and following.offset < token.end():  # it may change in the word
            letters = unless_alike(
                [
                    segment.emphasis_at(n)
                    for n, char in enumerate(token[0], start)
                    if is_letter(char)
                ]
            )
        yield Word(text, place, emphasis, letters)
