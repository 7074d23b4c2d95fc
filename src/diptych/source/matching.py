"""Where each word of the source stands on the pages, and each word of a page in the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from diptych.language.word_difference import equal_runs
from diptych.model import Place
from diptych.source import Source
from diptych.source.words import Word, Words

_MARKS = " \t*"


class Matched(NamedTuple):
    """A word of a page with its counterpart in the source."""

    printed: Word
    expected: Word
    before: Word | None
    """The word that stands before it in the source; None at its beginning."""


class Matching:
    """The words that pages and source have in common, by their places on the pages."""

    def __init__(self, source: Source, printed: Words) -> None:
        self._source = source
        self._matched = sorted(
            (
                matched
                for expected, row in (
                    (source.corrected.body, printed.body),
                    (source.corrected.notes, printed.notes),
                )
                for i, j, size in equal_runs([w.text for w in expected], [w.text for w in row])
                for matched in (
                    Matched(row[j + k], expected[i + k], expected[i + k - 1] if i + k else None)
                    for k in range(size)
                )
            ),
            key=lambda matched: matched.printed.place,
        )
        self._places = [matched.printed.place for matched in self._matched]

    def __iter__(self) -> Iterator[Matched]:
        return iter(self._matched)

    def at(self, place: Place) -> Matched | None:
        """The word that begins at `place` on a page, or None if the source does not have it."""
        index = bisect_left(self._places, place)
        return self._matched[index] if self._places[index : index + 1] == [place] else None

    def after(self, place: Place) -> Matched | None:
        """The first matched word on the page that begins at `place` or after it, or None."""
        index = bisect_left(self._places, place)
        found = self._matched[index] if index < len(self._matched) else None
        return found if found and found.printed.place.file == place.file else None

    def before(self, place: Place) -> Matched | None:
        """The last matched word on the page that begins before `place`, or None."""
        index = bisect_right(self._places, place) - 1
        while index >= 0 and self._places[index] == place:
            index -= 1
        found = self._matched[index] if index >= 0 else None
        return found if found and found.printed.place.file == place.file else None

    def lines_of(self, place: Place) -> int:
        """How many lines of the source begin with words of the line of a page at `place`."""
        first = bisect_left(self._places, place._replace(column=1))
        last = bisect_left(self._places, Place(place.file, place.line + 1, 1))
        return sum(self.begins_a_line(matched.expected) for matched in self._matched[first:last])

    def begins_a_line(self, word: Word) -> bool:
        """Whether nothing stands before `word` on its line of the source."""
        line = self._source.lines[word.place.line - 1]
        return not line[: word.place.column - 1].strip(_MARKS)

    def begins_a_paragraph(self, word: Word) -> bool:
        """Whether `word` begins a line of the source that follows a blank one."""
        above = word.place.line - 2
        blank = above < 0 or not self._source.lines[above].strip()
        return blank and self.begins_a_line(word)

    def line_before(self, word: Word) -> str:
        """The line of the source above the line of `word`."""
        above = word.place.line - 2
        return self._source.lines[above].strip(_MARKS) if above >= 0 else ""
