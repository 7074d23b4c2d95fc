"""A block of raw HTML -> its tags, and the texts between them.

The parser hands such a block over as it stands. Its text is read like any other: what stands
between two tags of blocks is a paragraph, with whatever tags stand inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diptych.model.elements import stands_apart
from diptych.model.marks import attributes, tag_name
from diptych.patterns import pattern_of
from diptych.reader.mark_lines import FoundMark, tag_mark

_VERBATIM = pattern_of(r"<(?:script|style|pre|textarea|[!?](?!--))", re.IGNORECASE)
"""What opens an element that holds no text, or text as it stands."""
_TAG = pattern_of(r"</?+[a-zA-Z][\w.:-]*+(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+>")


_HEADING = pattern_of(r"h[1-6]", re.IGNORECASE)
_OF_HEADING = 3
"""Of how many pieces a heading is: its two tags, and the text between them."""


class FoundText(NamedTuple):
    """A text within a block of HTML."""

    text: str
    line: int
    """How many lines of the block come before it."""
    lines: int
    """How many lines it takes."""
    column: int
    """How many characters stand before it on its first line."""


class FoundHeading(NamedTuple):
    """A heading that is written as an element of HTML."""

    level: int
    text: FoundText
    anchor: str
    """The id that the element declares, or empty."""


def is_verbatim(content: str) -> bool:
    """Whether a block of HTML is taken as it stands: a script, preformatted text, a comment that
    nothing ends.
    """
    last = content.rfind("<!--")
    return bool(_VERBATIM.search(content)) or (last >= 0 and content.find("-->", last) < 0)


def with_headings(content: str) -> list[FoundMark | FoundText | FoundHeading]:
    """The headings of a block of HTML and what else it has, in order; empty where it has none."""
    if is_verbatim(content):
        return []
    row = list(pieces(content))
    found: list[FoundMark | FoundText | FoundHeading] = []
    at = 0
    while at < len(row):
        heading = _heading(row[at : at + _OF_HEADING])
        found.append(heading or row[at])
        at += _OF_HEADING if heading else 1
    return found if any(isinstance(piece, FoundHeading) for piece in found) else []


def _heading(row: Sequence[FoundMark | FoundText]) -> FoundHeading | None:
    """The heading that the pieces in `row` are; None where they are anything else."""
    match row:
        case [FoundMark() as opening, FoundText() as text, FoundMark() as closing]:
            named = _HEADING.fullmatch(opening.name) and closing.name == opening.name
            if named and closing.closing and not opening.closing:
                anchor = attributes(opening.written).get("id", "")
                return FoundHeading(int(opening.name[1]), text, anchor)
    return None


def pieces(content: str) -> Iterator[FoundMark | FoundText]:
    """The tags of blocks and the texts between them, in order; comments are left out."""
    content = _without_comments(content)
    start, line, line_start = 0, 0, 0
    for found in _TAG.finditer(content):
        if not stands_apart(tag_name(found[0])):
            continue
        text = content[start : found.start()]
        yield from _text(text, line, start - line_start)
        passed = content[start : found.end()]
        if breaks := passed.count("\n"):
            line += breaks
            line_start = start + passed.rfind("\n") + 1
        start = found.end()
        yield tag_mark(found[0])
    yield from _text(content[start:], line, start - line_start)


def _without_comments(content: str) -> str:
    """The `content` with its comments blanked out, line breaks kept."""
    parts: list[str] = []
    at = 0
    while (opened := content.find("<!--", at)) >= 0:
        end = content.find("-->", opened)
        if end < 0:
            break
        comment = content[opened : end + len("-->")]
        parts += [content[at:opened], "\n".join(" " * len(line) for line in comment.split("\n"))]
        at = end + len("-->")
    return "".join((*parts, content[at:]))


def _text(text: str, line: int, column: int) -> Iterator[FoundText]:
    """The `text`, unless it is blank, without the white space around it."""
    rest = text.lstrip()
    if not rest:
        return
    before = text[: len(text) - len(rest)]
    if breaks := before.count("\n"):
        line, column = line + breaks, len(before) - before.rfind("\n") - 1
    else:
        column += len(before)
    rest = rest.rstrip()
    yield FoundText(rest, line, rest.count("\n") + 1, column)
