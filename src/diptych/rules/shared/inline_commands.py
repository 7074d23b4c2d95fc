"""Commands of templates that one language has on a line of its own, and the other within a text."""

from __future__ import annotations

from bisect import bisect_left

from diptych.model import Node, Segment, Side
from diptych.model.marks import NOTES, Mark, command
from diptych.project.bitext import Bitext

ANY_NOTE = frozenset({"alert", "callout", "admonition", "aside", "notice", "admon"})
"""What tools call a note of any kind."""


def is_within_text(bitext: Bitext, side: Side, mark: Mark) -> bool:
    """Whether the counterpart of the text after `mark` begins with the command that it is."""
    nodes, lines = bitext.once(_texts)[side].get(mark.place.file, ([], []))
    at = bisect_left(lines, mark.place.line)
    if at == len(nodes):
        return False
    other = bitext.alignment.text_opposite(side, nodes[at].body)
    return other is not None and kind_of_command(mark.name) in _commands_in(other)


def is_before_text(bitext: Bitext, side: Side, segment: Segment, written: str) -> bool:
    """Whether a command of a text has its counterpart on a line before `segment`, of `side`."""
    before = bitext.once(_marks_before)[side].get(id(segment))
    return before is not None and kind_of_command(command(written)[0]) in before


def kind_of_command(name: str) -> str:
    """What a command is: a note, whichever kind of it, or what it is called."""
    name = name.lower()
    return "note" if name in NOTES or name in ANY_NOTE else name


def _commands_in(segment: Segment) -> set[str]:
    written = (tag.written for tag in segment.tags if tag.written.startswith(("{{", "{%")))
    return {kind_of_command(command(each)[0]) for each in written}


def _texts(bitext: Bitext) -> list[dict[str, tuple[list[Node], list[int]]]]:
    """By side and by the file of a page with marks, its nodes without notes, and their lines."""
    found = []
    for document in bitext.documents:
        pages = {}
        for page in document.pages:
            if page.marks:
                nodes = [node for node in page.nodes() if not node.note]
                pages[page.file] = nodes, [node.body.place.line for node in nodes]
        found.append(pages)
    return found


def _marks_before(bitext: Bitext) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """By side, what the marks right before each text are called; by the `id` of its segment."""
    found: tuple[dict[int, set[str]], dict[int, set[str]]] = ({}, {})
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            nodes, lines = bitext.once(_texts)[side].get(page.file, ([], []))
            for mark in page.marks:
                if mark.closing:
                    continue
                at = bisect_left(lines, mark.place.line)
                if at < len(nodes) and (segment := nodes[at].segment):
                    found[side].setdefault(id(segment), set()).add(kind_of_command(mark.name))
    return found
