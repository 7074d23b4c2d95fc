"""Markdown -> drafts of divisions, provisions and footnotes, not yet placed in a document.

CommonMark's block structure decides what is a dash, an item or a continuation. The renderer of the
site is another parser; `rendering.comparison` holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from diptych.language.numerals import Numeral, leading_number
from diptych.model import CELL, Emphasis, Kind, NoteMark, Place, Run, Segment, Stretch
from diptych.model.markup import Markup
from diptych.reader.markup_tokens import markup_of
from diptych.reader.segments import CODE, segment, verbatim

_BAR = re.compile(rf"{CODE}|\\\||(?P<bar>\|)")


@dataclass(slots=True)
class ProvisionDraft:
    """A provision without its id."""

    kind: Kind
    segment: Segment
    number: Numeral | None = None
    children: list[ProvisionDraft] = field(default_factory=list)


@dataclass(slots=True)
class DivisionDraft:
    """A division without its id and its place in the tree."""

    level: int
    """The heading's own level on its page; 0 for text before the first heading."""
    heading: Segment | None
    number: Numeral | None
    place: Place
    provisions: list[ProvisionDraft] = field(default_factory=list)
    divisions: list[DivisionDraft] = field(default_factory=list)
    page: str = ""


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


@cache
def _parser() -> MarkdownIt:
    # Note marks are matched also without a definition: a missing one is a finding.
    parser = (
        MarkdownIt("commonmark")
        .enable("table")
        .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    )
    # markdown-it reads `javascript:` links as text; the renderer does not, so a rule must see them.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def read_blocks(body: str, lines: Sequence[str], file: str) -> PageDraft:
    """Parse the Markdown in `body` into a page's draft; `lines` are the file's, from line 1."""
    return _Blocks(lines, file).read(_parser().parse(body))


class _Blocks:
    def __init__(self, lines: Sequence[str], file: str) -> None:
        self.lines = lines
        self.file = file
        self.divisions: list[DivisionDraft] = []
        self.footnotes: list[FootnoteDraft] = []

    def read(self, tokens: list[Token]) -> PageDraft:
        position = 0
        while position < len(tokens):
            token = tokens[position]
            end = _closing(tokens, position)
            inner = tokens[position + 1 : end]
            if token.type == "heading_open":
                self._heading(token, inner[0])
            elif token.type == "footnote_reference_open":
                self._footnote(token, inner)
            else:
                self._provisions().extend(self._block(token, inner))
            position = end + 1
        return PageDraft(self.divisions, self.footnotes, markup_of(tokens, self.lines, self.file))

    def _heading(self, opening: Token, inline: Token) -> None:
        text = segment(inline, self.lines, self.file)
        self.divisions.append(
            DivisionDraft(int(opening.tag[1]), text, leading_number(text.text), text.place)
        )

    def _footnote(self, opening: Token, inner: list[Token]) -> None:
        first = (opening.map or [0, 1])[0]
        column = self.lines[first].index("[^") + 1
        self.footnotes.append(
            FootnoteDraft(
                str(opening.meta["label"]), Place(self.file, first + 1, column), self._blocks(inner)
            )
        )

    def _provisions(self) -> list[ProvisionDraft]:
        if not self.divisions:
            first = next((n for n, line in enumerate(self.lines, 1) if line.strip()), 1)
            self.divisions.append(DivisionDraft(0, None, None, Place(self.file, first, 1)))
        return self.divisions[-1].provisions

    def _blocks(self, tokens: list[Token]) -> list[ProvisionDraft]:
        drafts: list[ProvisionDraft] = []
        position = 0
        while position < len(tokens):
            end = _closing(tokens, position)
            drafts += self._block(tokens[position], tokens[position + 1 : end])
            position = end + 1
        return drafts

    def _block(self, token: Token, inner: list[Token]) -> list[ProvisionDraft]:
        match token.type:
            case "paragraph_open":
                return self._plain(Kind.PARAGRAPH, segment(inner[0], self.lines, self.file))
            case "heading_open":  # a heading inside a list or a quotation opens no division
                return self._plain(Kind.PARAGRAPH, segment(inner[0], self.lines, self.file))
            case "bullet_list_open" | "ordered_list_open":
                return self._list(inner)
            case "blockquote_open":
                quoted = self._blocks(inner)
                for draft in quoted:
                    if draft.kind is Kind.PARAGRAPH:
                        draft.kind = Kind.QUOTE
                return quoted
            case "table_open":
                return self._table(inner)
            case "fence" | "code_block":
                return [ProvisionDraft(Kind.CODE, verbatim(token, self.lines, self.file))]
            case "html_block" if not _only_comments(token.content):
                return [ProvisionDraft(Kind.HTML, verbatim(token, self.lines, self.file))]
            case "footnote_reference_open":  # indented under a dash: still a definition
                self._footnote(token, inner)
        return []

    def _plain(self, kind: Kind, text: Segment) -> list[ProvisionDraft]:
        # A paragraph of nothing but comments or an empty list item holds no text.
        tags = any(not tag.written.startswith("<!--") for tag in text.tags)
        holds = text.text or text.marks or text.links or tags
        return [ProvisionDraft(kind, text)] if holds else []

    def _list(self, tokens: list[Token]) -> list[ProvisionDraft]:
        drafts: list[ProvisionDraft] = []
        position = 0
        while position < len(tokens):
            end = _closing(tokens, position)
            drafts.append(self._list_item(tokens[position], tokens[position + 1 : end]))
            position = end + 1
        return drafts

    def _list_item(self, item: Token, inner: list[Token]) -> ProvisionDraft:
        content = self._blocks(inner)
        number = None
        kind = Kind.DASH
        if item.info:
            kind = Kind.ITEM
            number = Numeral(item.info + item.markup, "arabic", int(item.info))
        if content and content[0].kind is Kind.PARAGRAPH:
            first, rest = content[0].segment, content[1:]
        else:
            line = (item.map or [0, 1])[0] + 1
            first = Segment(
                "", "", Place(self.file, line, 1), line, (Run(0, line, 1, Emphasis.NONE),)
            )
            rest = content
        for child in rest:
            if child.kind is Kind.PARAGRAPH:
                child.kind = Kind.CONTINUATION
        return ProvisionDraft(kind, first, number, rest)

    def _table(self, tokens: list[Token]) -> list[ProvisionDraft]:
        rows: list[ProvisionDraft] = []
        cells: list[Segment] = []
        for token in tokens:
            if token.type == "tr_open":
                cells = []
            elif token.type == "inline":
                cells.append(segment(token, self.lines, self.file))
            elif token.type == "tr_close" and cells:
                rows.append(ProvisionDraft(Kind.ROW, _row(cells)))
        return rows


def _only_comments(html: str) -> bool:
    """Whether the raw HTML in `html` is nothing but comments, each ended by the first end."""
    rest = html.lstrip()
    at = 0
    while rest.startswith("<!--", at):
        end = rest.find("-->", at + len("<!--"))
        if end < 0:
            return False
        at = end + len("-->")
        while at < len(rest) and rest[at].isspace():
            at += 1
    return 0 < at == len(rest)


def _row(cells: list[Segment]) -> Segment:
    """The cells of a row as one segment: offsets in a cell's text become offsets in the whole."""
    text = ""
    runs: list[Run] = []
    stretches: list[Stretch] = []
    code: list[tuple[int, int]] = []
    marks: list[NoteMark] = []
    for cell in cells:
        if text or runs:
            text += CELL
        at = len(text)
        runs += [run._replace(offset=run.offset + at) for run in cell.runs]
        stretches += [Stretch(s.emphasis, s.start + at, s.end + at) for s in cell.stretches]
        code += [(start + at, end + at) for start, end in cell.code]
        marks += [mark._replace(offset=mark.offset + at) for mark in cell.marks]
        text += cell.text
    return Segment(
        text=text,
        # the parser takes the backslash off: what stands inside a cell would end it
        markdown=CELL.join(
            _BAR.sub(lambda bar: r"\|" if bar["bar"] else bar[0], cell.markdown) for cell in cells
        ),
        place=cells[0].place,
        end_line=cells[0].end_line,
        runs=tuple(runs),
        stretches=tuple(stretches),
        code=tuple(code),
        marks=tuple(marks),
        links=tuple(link for cell in cells for link in cell.links),
        tags=tuple(tag for cell in cells for tag in cell.tags),
    )


def _closing(tokens: list[Token], position: int) -> int:
    """The index of the token that closes the block opened at `position`; `position` for a leaf."""
    if tokens[position].nesting != 1:
        return position
    depth = 0
    for index in range(position, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1
