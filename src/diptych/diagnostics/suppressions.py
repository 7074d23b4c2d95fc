"""Comments by which an editor silences a rule at one place, with the reason.

    - Đến năm 2030, ... <!-- diptych: allow V102 (the original rounds the figure) -->

A comment names rules by their codes or, for several at once, by how these begin: `V` stands for the
family of figures, `V1` for all whose codes begin so.

A comment holds for the heading or provision it stands in, or, on a line of its own, for the
one after it; above the first text of a page it holds for the page as a whole, too.

`allow-line` holds for its line alone, or, on a line of its own, for the next; `allow-page` for the
whole page; `allow-begin` up to the next `allow-end`, or to the end of the page. In MDX a comment is
written `{/* diptych: allow V102 (reason) */}`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from diptych.model import Document, Kind, Page, Place, Side
from diptych.patterns import pattern_of

_OPENED = pattern_of(r"(?P<mark><!--|\{/\*)\s*diptych\s*:")
_CLOSED = {"<!--": "-->", "{/*": "*/}"}
_END = "allow-end"
_ALLOW = pattern_of(
    r"allow(?P<reach>-line|-page|-begin)?\s+(?P<codes>[A-Za-z]\d{0,3}(?:\s*,\s*[A-Za-z]\d{0,3})*)"
    r"\s*(?:\((?P<reason>.*)\)|[:–—-]\s*(?P<told>.*))?"
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment by which an editor silences rules at one place."""

    side: Side
    """The side of the text in which the comment stands."""
    place: Place
    written: str
    codes: tuple[str, ...]
    """The codes that it names, or beginnings of codes; empty where it could not be understood."""
    reason: str
    first_line: int
    last_line: int
    """The last of the lines that it holds for; `first_line` is the first."""


@dataclass(frozen=True, slots=True)
class Comments:
    """What the runner tells the rules of the comments in both texts."""

    written: tuple[Suppression, ...] = ()
    """All comments, in reading order."""
    silenceable: Mapping[str, bool] = field(default_factory=dict)
    """Whether a comment may silence a rule, by the code of every rule."""
    idle: tuple[tuple[Suppression, str], ...] = ()
    """Each comment with each code that it names whose rules find nothing there; told to the rules
    that judge comments, when all others have run."""

    def silenced_by(self, code: str) -> tuple[str, ...]:
        """The codes of the rules that a comment silences by `code`, the beginning of theirs."""
        may = self.silenceable
        return tuple(known for known in may if may[known] and known.startswith(code))


def suppressions(documents: tuple[Document, Document]) -> tuple[Suppression, ...]:
    """All comments of both documents that address the check, in reading order."""
    return tuple(
        found
        for side, document in Side.of(documents)
        for page in document.pages
        for found in _on_page(side, page)
    )


def _on_page(side: Side, page: Page) -> Iterator[Suppression]:
    lines = [(n, line) for n, line in enumerate(page.lines, 1) if "diptych" in line]
    ends = [n for n, line in lines if any(said == _END for _, _, said in _comments(line))]
    if not any(_OPENED.search(line) for _, line in lines):
        return
    spans = sorted(_spans(page))
    code = {line for first, last, is_code in spans if is_code for line in range(first, last + 1)}
    for number, line in lines:
        if number in code:
            continue  # in code a comment is shown, not meant
        for column, written, said in _comments(line):
            if said == _END:
                continue
            allowed = _ALLOW.fullmatch(said)
            codes = allowed["codes"].upper().replace(" ", "").split(",") if allowed else []
            reason = ((allowed["reason"] or allowed["told"] or "") if allowed else "").strip()
            yield Suppression(
                side,
                Place(page.file, number, column),
                written,
                tuple(codes),
                reason,
                *_reach(allowed["reach"] if allowed else None, number, written, page, ends, spans),
            )


def _reach(
    reach: str | None,
    number: int,
    written: str,
    page: Page,
    ends: list[int],
    spans: list[tuple[int, int, bool]],
) -> tuple[int, int]:
    """The first and the last line that a comment on the line `number` holds for."""
    last = len(page.lines)
    match reach:
        case "-line":
            line = number if page.lines[number - 1].strip() != written.strip() else number + 1
            return line, line
        case "-page":
            return 1, last
        case "-begin":
            index = bisect_left(ends, number)
            return number, ends[index] if index < len(ends) else last
    return _held(number, spans)


def _comments(line: str) -> Iterator[tuple[int, str, str]]:
    """The column, wording and content of each comment on `line` that addresses the check."""
    at = 0
    while opened := _OPENED.search(line, at):
        closed = _CLOSED[opened["mark"]]
        end = line.find(closed, opened.end())
        if end < 0:
            return
        at = end + len(closed)
        yield opened.start() + 1, line[opened.start() : at], line[opened.end() : end].strip()


def _spans(page: Page) -> Iterator[tuple[int, int, bool]]:
    """The first and last line of every text of the page, and whether it is code."""
    for node in page.nodes():
        if segment := node.segment:
            yield segment.place.line, segment.end_line, node.kind is Kind.CODE


def _held(number: int, spans: list[tuple[int, int, bool]]) -> tuple[int, int]:
    index = bisect_left(spans, (number + 1,)) - 1
    if index >= 0 and number <= spans[index][1]:
        return spans[index][:2]
    first = 1 if index < 0 else number
    return (first, spans[index + 1][1]) if index + 1 < len(spans) else (first, number)
