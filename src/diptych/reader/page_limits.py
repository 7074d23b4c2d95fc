"""How much a file may hold: beyond that a parser would take hours, or all memory.

Each limit is far above what people write: the longest page of an official text has some hundred
kilobytes, the longest paragraph some thousand characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter, gt

from diptych.errors import Problem
from diptych.files.limits import LINE
from diptych.patterns import pattern_of
from diptych.wording import Wording

LINES = 20_000
BLOCK = 50_000
"""The most characters from one blank line to the next."""
TARGETS = 500
"""The most links from one blank line to the next."""
UNCLOSED = 100
"""The most signs `<` before a name that no `>` follows: the renderer looks through the file for
each."""
NESTED = 12
"""The most quotations and lists within one another."""
INDENTED = 4 * NESTED
"""The most blanks before the text of a line outside code fences; more would be a nesting of its
own."""
BRACKETS = 32
"""The most square brackets within one another in a paragraph, closed or not."""
REFERENCES = 10_000
"""The most definitions of links and of footnotes."""
MARKS = 3_000
"""The most footnote marks, definitions included: the renderer looks through all for each."""
PAGES = 200
"""The most pages that one file may hold: each is read with as many lines before it."""

_OPENED = pattern_of(r"[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))")
_RULES = ({"-"}, {"*"})
"""The signs a rule across the page is made of, with blanks between them."""
_BRACKET = pattern_of(r"[\[\]]")
_UNCLOSED = pattern_of(r"<[a-zA-Z/!?](?=[^<>]*(?:<|$))")
_DEFINITION = pattern_of(r"^[ \t>]*\[[^\]]*\]:", re.MULTILINE)


def too_much(lines: Sequence[str], shown: str) -> Problem | None:
    """The first thing in a file that is beyond a limit, with its line; None where all is within."""
    if len(lines) > LINES:
        return _problem(shown, LINES + 1, _SAID["lines"], LINES)
    counted = _Counted()
    for number, line in enumerate(lines, 1):
        counted.add(line)
        if any(map(gt, _counts(counted), _LIMITS.values())):
            name = next(name for name, limit in _LIMITS.items() if getattr(counted, name) > limit)
            return _problem(shown, number, _SAID[name], _LIMITS[name])
    return None


def too_many_pages(shown: str, line: int) -> Problem:
    """The problem of a file with more pages than are read; `line` is the first one too many."""
    return _problem(shown, line, _SAID["pages"], PAGES)


def longest(length: int, shown: str) -> Problem | None:
    """The problem of a paragraph of this length, if a line may not have as much; else None."""
    return _problem(shown, None, _SAID["line"], LINE) if length > LINE else None


@dataclass(slots=True)
class _Counted:
    """Counts what a file holds, line by line; counts for a paragraph begin anew after it."""

    line: int = 0
    block: int = 0
    nested: int = 0
    unclosed: int = 0
    targets: int = 0
    brackets: int = 0
    marks: int = 0
    references: int = 0
    _depth: int = 0

    def add(self, line: str) -> None:
        if not line.strip():
            self.block = self.targets = self._depth = 0
        self.line = len(line)
        self.block += len(line)
        if self.line > LINE:
            return  # no need to look into it
        self.nested = _nesting(line)
        if "<" in line:
            self.unclosed += len(_UNCLOSED.findall(line))
        if "[" in line:
            self.targets += line.count("](")
            self.marks += line.count("[^")
            self.references += bool(_DEFINITION.match(line))
            self.brackets, self._depth = _brackets(line, self._depth)


_LIMITS = {
    "line": LINE,
    "block": BLOCK,
    "nested": NESTED,
    "unclosed": UNCLOSED,
    "targets": TARGETS,
    "brackets": BRACKETS,
    "marks": MARKS,
    "references": REFERENCES,
}
_counts = attrgetter(*_LIMITS)
_SAID = {
    "lines": Wording(vi="trên {} dòng", en="more than {} lines"),
    "pages": Wording(vi="trên {} trang trong một tệp", en="more than {} pages in one file"),
    "line": Wording(vi="dòng trên {} ký tự", en="a line of more than {} characters"),
    "block": Wording(
        vi="trên {} ký tự không có dòng trống", en="more than {} characters without a blank line"
    ),
    "nested": Wording(
        vi="danh sách hoặc trích dẫn lồng nhau trên {} bậc",
        en="lists or quotations nested deeper than {}",
    ),
    "unclosed": Wording(
        vi="trên {} dấu “<” không được đóng", en="more than {} signs “<” that are never closed"
    ),
    "targets": Wording(
        vi="trên {} liên kết trong một đoạn", en="more than {} links in one paragraph"
    ),
    "brackets": Wording(
        vi="trên {} dấu ngoặc vuông lồng nhau",
        en="more than {} square brackets within one another",
    ),
    "marks": Wording(vi="trên {} dấu chú thích", en="more than {} footnote marks"),
    "references": Wording(vi="trên {} địa chỉ khai báo", en="more than {} definitions of links"),
}


def _nesting(line: str) -> int:
    """How deep in lists and quotations the text of `line` stands, by its own signs."""
    if line[:1] not in " \t>-+*0123456789" or not line.strip():
        return 0
    at = count = 0
    while count <= NESTED and (opened := _OPENED.match(line, at)):
        count, at = count + 1, opened.end()
    if count > NESTED and set(line) - {" ", "\t"} in _RULES:
        return 0
    blanks = len(line) - at - len(line[at:].lstrip())
    indented = len(line[: at + blanks].expandtabs(4))
    return max(count, 0 if indented <= 2 * INDENTED else NESTED + 1)


def _brackets(line: str, depth: int) -> tuple[int, int]:
    """The deepest nesting of square brackets in `line`, and that after it; `depth` is before it."""
    deepest = depth
    for bracket in _BRACKET.findall(line):
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest, depth


def _problem(shown: str, line: int | None, what: Wording, limit: int) -> Problem:
    return Problem(
        shown,
        Wording(
            vi=f"quá nhiều để đọc một cách an toàn: {what.vi.format(limit)}; hãy chia nhỏ",
            en=f"too much to be read safely: {what.en.format(limit)}; divide it",
        ),
        line,
    )
