"""A segment's text inside an element: italics and bold, lines of a cover, footnotes at their marks.

Italics and bold are `i` and `b`, code is an `inline` with that name; a footnote is an
`authorialNote` at its first mark and a `noteRef` at any other (Akoma Ntoso 1.0, part 1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lxml import etree

from diptych.exports.akoma_ntoso.elements import add_text, element
from diptych.model import Emphasis, Footnote, Segment
from diptych.model.spans import Span, shown_lines, spans_between
from diptych.project.picture_files import pictures_in


class RunWriter:
    """Writes the segments of one page, and remembers which of its footnotes were written."""

    def __init__(
        self,
        notes: Sequence[Footnote],
        blocks: Callable[[Footnote], Iterable[etree._Element]],
        *,
        lines: bool,
        source: Callable[[str], str] = lambda _: "",
    ) -> None:
        self._notes = notes
        # a label defined twice, which the check finds, stands for its first definition
        self._labelled = {note.label: note for note in reversed(notes)}
        self._blocks = blocks
        """Writes the paragraphs of a footnote."""
        self._source = source
        """Says where the picture is published to which a target leads; empty where nowhere."""
        self._lines = lines
        """Whether the lines of the file are lines of the text."""
        self._written: set[str] = set()

    def filled(
        self,
        tag: str,
        segment: Segment,
        start: int = 0,
        end: int | None = None,
        **attributes: str,
    ) -> etree._Element:
        """The element `tag` with the text of `segment` between two offsets."""
        made = element(tag, **attributes)
        end = len(segment.text) if end is None else end
        for link in pictures_in(segment, start, end):
            if source := self._source(link.target):
                self._fill(made, segment, start, link.start)
                description = segment.text[link.start : link.end]
                made.append(element("img", src=source, alt=description))
                start = link.end
        self._fill(made, segment, start, end)
        return made

    def _fill(self, made: etree._Element, segment: Segment, start: int, end: int) -> None:
        """Append the text of `segment` between two offsets to what `made` holds."""
        starts = shown_lines(segment, as_typed=self._lines)
        for offset, span in spans_between(segment, start, end):
            if span.note:
                if note := self._labelled.get(span.note):
                    made.append(self._note(note))
                continue
            if offset in starts and offset > start:
                made.append(element("eol"))
            _add(made, span)

    def unplaced(self) -> Iterator[etree._Element]:
        """The footnotes that no mark has called for."""
        for note in self._notes:
            if note.id not in self._written:
                yield self._body("note", note)

    def _note(self, note: Footnote) -> etree._Element:
        if note.id in self._written:
            return element("noteRef", href=f"#{note.id}", marker=note.label)
        made = self._body("authorialNote", note)
        made.set("placement", "bottom")
        return made

    def _body(self, tag: str, note: Footnote) -> etree._Element:
        self._written.add(note.id)
        return element(tag, *self._blocks(note), wId=note.id, marker=note.label)


def _add(into: etree._Element, span: Span) -> None:
    """Append the text of `span` to what `into` holds, in as many elements as it takes."""
    made = [
        *([element("b")] if span.emphasis & Emphasis.STRONG else []),
        *([element("i")] if span.emphasis & Emphasis.EM else []),
        *([element("inline", name="code")] if span.code else []),
    ]
    for inner in made:
        into.append(inner)
        into = inner
    add_text(into, span.text)
