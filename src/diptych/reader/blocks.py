"""Markdown -> drafts of divisions, provisions and footnotes, not yet placed in a document.

CommonMark's block structure decides what is a dash, an item or a continuation. The renderer of the
site is another parser; `rendering.comparison` holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token

from diptych.language.numerals import Numeral, leading_number, opening_number
from diptych.model import Emphasis, Kind, Place, Run, Segment
from diptych.model.marks import Mark, MarkKind
from diptych.model.tables import ALIGNMENTS, Alignment, Columns
from diptych.patterns import pattern_of
from diptych.reader.drafts import DivisionDraft, FootnoteDraft, PageDraft, ProvisionDraft
from diptych.reader.html_text import FoundHeading, FoundText, is_verbatim, pieces, with_headings
from diptych.reader.mark_lines import FoundMark
from diptych.reader.markup_tokens import markup_of
from diptych.reader.parser import PROGRAM, parsed, parsed_inline
from diptych.reader.prose_fences import Fenced, prose_fence
from diptych.reader.rows import row
from diptych.reader.segments import segment, verbatim

_SMALL_ROMAN = pattern_of(r"\(?ii\)(?=\s|$)")
_ANCHOR = pattern_of(r"\{:?+[ \t]*+#([^\s{}]++)[^{}]*+\}|\{/\*[ \t]*+#?+([\w-]++)[ \t]*+\*/\}")
_BRACKETED = pattern_of(r"\[\[([\w-]++)\]\]$")
_CONTENTS = pattern_of(r"\{:[ \t]*toc\b")
_DEEPEST = 3
"""The most fences with text within one another that are read as such."""


def read_blocks(body: str, lines: Sequence[str], file: str, language: str = "") -> PageDraft:
    """Parse the Markdown in `body` into a page's draft; `lines` are the file's, from line 1.

    Numbers behind words are read as those of the `language` (a BCP 47 tag): “Điều 5.”.
    """
    return _Blocks(lines, file, language).read(parsed(body, program=file.endswith(PROGRAM)))


class _Blocks:
    def __init__(self, lines: Sequence[str], file: str, language: str) -> None:
        self.lines = lines
        self.file = file
        self.language = language
        self.divisions: list[DivisionDraft] = []
        self.footnotes: list[FootnoteDraft] = []
        self.marks: list[Mark] = []
        self.depth = 0
        """How many fences with text the reader is inside of."""
        self.within: list[int] = []
        """The lines on which the blocks open that the reader is inside of."""

    def read(self, tokens: list[Token]) -> PageDraft:
        self._top(tokens)
        for division in self.divisions:
            _leave_roman_letters(division.provisions)
        markup = markup_of(tokens, self.lines, self.file)
        return PageDraft(self.divisions, self.footnotes, markup, tuple(self.marks))

    def _top(self, tokens: list[Token]) -> None:
        position = 0
        while position < len(tokens):
            token = tokens[position]
            end = _closing(tokens, position)
            inner = tokens[position + 1 : end]
            if token.type == "heading_open":
                self._heading(token, inner[0])
            elif token.type == "footnote_reference_open":
                self._footnote(token, inner)
            elif token.type == "html_block" and (found := with_headings(token.content)):
                self._html_headings(token, found)
            elif (drafts := self._block(token, inner)) and not _is_of_contents(tokens, end, drafts):
                self._provisions().extend(drafts)
            position = end + 1

    def _heading(self, opening: Token, inline: Token) -> None:
        bracketed = _BRACKETED.search(inline.content)
        if bracketed and bracketed.start():
            first, end = inline.map or (0, 1)
            inline = parsed_inline(inline.content[: bracketed.start()], (first, end), "")
        text = segment(inline, self.lines, self.file)
        self.divisions.append(
            DivisionDraft(
                int(opening.tag[1]),
                text,
                leading_number(text.text, self.language),
                text.place,
                bracketed[1] if bracketed else _anchor(text, inline.content),
            )
        )

    def _html_headings(
        self, token: Token, found: Sequence[FoundMark | FoundText | FoundHeading]
    ) -> None:
        """The headings of a block of HTML, each with words to show, and what stands among them."""
        line = (token.map or (0, 1))[0]
        for piece in found:
            if isinstance(piece, FoundHeading):
                text = self._text_of(token, piece.text)
                if text.text:
                    number = leading_number(text.text, self.language)
                    self.divisions.append(
                        DivisionDraft(piece.level, text, number, text.place, piece.anchor)
                    )
                    line = max(line, text.end_line - 1)
                    continue
            shown = piece.text if isinstance(piece, FoundHeading) else piece
            drafts, line = self._html_piece(token, shown, line)
            self._provisions().extend(drafts)

    def _text_of(self, token: Token, found: FoundText) -> Segment:
        """A text within the block of HTML in `token`."""
        line = (token.map or (0, 1))[0] + found.line
        before = token.content.split("\n")[found.line][: found.column]
        inline = parsed_inline(found.text, (line, line + found.lines), before)
        return segment(inline, self.lines, self.file)

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
            case "paragraph_open" | "heading_open":
                # a heading inside a list or a quotation opens no division
                return self._plain(segment(inner[0], self.lines, self.file))
            case "bullet_list_open":
                return self._list(inner, None)
            case "ordered_list_open":
                return self._list(inner, int(token.attrs.get("start", 1)))
            case "blockquote_open":
                return self._quotation(inner)
            case "table_open":
                return self._table(inner)
            case "fence" | "code_block":
                return self._fence(token)
            case "html_block":
                return self._html(token)
            case "footnote_reference_open":  # indented under a dash: still a definition
                self._footnote(token, inner)
            case _:
                self._mark(token)
        return []

    def _plain(self, text: Segment) -> list[ProvisionDraft]:
        # A paragraph of nothing but comments or an empty list item holds no text.
        tags = any(not tag.written.startswith(("<!--", "{/*")) for tag in text.tags)
        holds = text.text or text.marks or text.links or tags
        if not holds:
            return []
        number = opening_number(text.text, self.language, set_off=text.is_strong)
        return [self._draft(Kind.PARAGRAPH, text, number)]

    def _draft(self, kind: Kind, text: Segment, number: Numeral | None = None) -> ProvisionDraft:
        return ProvisionDraft(kind, text, number, within=self.within[-1] if self.within else 0)

    def _quotation(self, inner: list[Token]) -> list[ProvisionDraft]:
        around = len(self.within)
        quoted = self._blocks(inner)
        for draft in quoted:
            if draft.kind is Kind.PARAGRAPH:
                draft.kind, draft.number = Kind.QUOTE, None  # it numbers what is quoted
        del self.within[around:]
        return quoted

    def _fence(self, token: Token) -> list[ProvisionDraft]:
        if token.type == "fence" and self.depth < _DEEPEST and (fenced := prose_fence(token)):
            return self._prose_fence(token, fenced)
        code = self._draft(Kind.CODE, verbatim(token, self.lines, self.file))
        code.info = token.info.strip()
        return [code]

    def _prose_fence(self, token: Token, fenced: Fenced) -> list[ProvisionDraft]:
        """A fence with a text in it: read as a block that says what the text is."""
        first, end = token.map or (0, 1)
        written = self.lines[first].strip()
        self._keep(FoundMark(MarkKind.BLOCK, fenced.name, written, title=fenced.title), first)
        drafts: list[ProvisionDraft] = []
        self.depth += 1
        drafts += self._blocks(parsed(fenced.body, first=first + 1))
        self.depth -= 1
        closing = FoundMark(MarkKind.BLOCK, "", self.lines[end - 1].strip(), closing=True)
        self._keep(closing, end - 1)
        return drafts

    def _mark(self, token: Token) -> None:
        first, end = token.map or (0, 1)
        line = first
        if token.type == "hr":
            rule = FoundMark(MarkKind.RULE, "", self.lines[line].strip(), alone=True)
            self._keep(rule, line)
        elif token.type == "mark_end":
            del self.within[-1:]
        elif token.type == "mark":
            for mark in token.meta["marks"]:
                opening = mark.written.split(maxsplit=1)[0]
                while line < end - 1 and opening not in self.lines[line]:
                    line += 1
                self._keep(mark, line)

    def _keep(self, mark: FoundMark, line: int) -> None:
        if mark.kind is MarkKind.TAG and mark.name.lower() == "hr":
            mark = mark._replace(kind=MarkKind.RULE, name="", alone=True)
        written = self.lines[line]
        opening = mark.written.split(maxsplit=1)[0]
        last = self.marks[-1].place if self.marks else None
        after = last.column if last and last.line == line + 1 else 0
        column = max(after, written.find(opening, after)) + 1
        self.marks.append(Mark(place=Place(self.file, line + 1, column), **mark._asdict()))
        if mark.kind is MarkKind.BLOCK:
            if mark.closing:
                del self.within[-1:]
            else:
                self.within.append(line + 1)

    def _html(self, token: Token) -> list[ProvisionDraft]:
        """The texts within a block of HTML; its tags are marks."""
        if _only_comments(token.content):
            return []
        if is_verbatim(token.content):
            return [self._draft(Kind.HTML, verbatim(token, self.lines, self.file))]
        drafts: list[ProvisionDraft] = []
        line = (token.map or (0, 1))[0]
        for piece in pieces(token.content):
            found, line = self._html_piece(token, piece, line)
            drafts += found
        return drafts

    def _html_piece(
        self, token: Token, piece: FoundMark | FoundText, line: int
    ) -> tuple[list[ProvisionDraft], int]:
        """The text that a piece of a block of HTML is, and the line that it ends on; a tag, which
        stands on the line `line` or below, is kept as a mark.
        """
        first = (token.map or (0, 1))[0]
        if isinstance(piece, FoundText):
            return self._plain(self._text_of(token, piece)), first + piece.line + piece.lines - 1
        last = first + token.content.count("\n")
        opening = piece.written.split(maxsplit=1)[0]
        while line < last and opening not in self.lines[line]:
            line += 1
        self._keep(piece, line)
        return [], line

    def _list(self, tokens: list[Token], start: int | None) -> list[ProvisionDraft]:
        """The items of a list; the first is numbered `start`, or none is."""
        drafts: list[ProvisionDraft] = []
        numbers = None if start is None else _numbers(tokens, start)
        position = 0
        while position < len(tokens):
            end = _closing(tokens, position)
            number = numbers[len(drafts)] if numbers else None
            drafts.append(self._list_item(tokens[position], tokens[position + 1 : end], number))
            position = end + 1
        return drafts

    def _list_item(self, item: Token, inner: list[Token], printed: int | None) -> ProvisionDraft:
        content = self._blocks(inner)
        number = None
        kind = Kind.DASH
        if printed is not None:
            kind = Kind.ITEM
            number = Numeral(f"{printed}{item.markup}", "arabic", printed)
        if content and content[0].kind is Kind.PARAGRAPH:
            first, rest = content[0].segment, content[1:]
            number = number or content[0].number
        else:
            line = (item.map or [0, 1])[0] + 1
            first = Segment(
                "", "", Place(self.file, line, 1), line, (Run(0, line, 1, Emphasis.NONE),)
            )
            rest = content
        for child in rest:
            if child.kind is Kind.PARAGRAPH:
                child.kind = Kind.CONTINUATION
        draft = self._draft(kind, first, number)
        draft.sign = "+" if item.markup == "+" else ""
        draft.children = rest
        return draft

    def _table(self, tokens: list[Token]) -> list[ProvisionDraft]:
        rows: list[ProvisionDraft] = []
        cells: list[Segment] = []
        aligned: list[Alignment] = []
        columns: Columns | None = None
        for token in tokens:
            if token.type == "tr_open":
                cells = []
            elif token.type == "th_open":
                aligned.append(_alignment(token))
            elif token.type == "inline":
                cells.append(segment(token, self.lines, self.file))
            elif token.type == "tr_close" and cells:
                draft = self._draft(Kind.ROW, row(cells))
                draft.heads = columns is None
                if columns is None:
                    headings = tuple(cell.text for cell in cells)
                    columns = Columns(cells[0].end_line, headings, tuple(aligned))
                draft.columns = columns
                rows.append(draft)
        return rows


def _alignment(heading: Token) -> Alignment:
    """How the column below a heading is set."""
    style = str(heading.attrs.get("style") or "").removeprefix("text-align:")
    return next((known for known in ALIGNMENTS if known == style), "")


def _numbers(tokens: list[Token], start: int) -> list[int]:
    """The numbers of the items of a list that begins with `start`.

    What is printed is the first and how many came before, whatever was typed (`1. 1. 1.`). Numbers
    that rise and leave some out are taken as typed: one was mistyped, or an item was lost.
    """
    items = [token for token in tokens if token.type == "list_item_open"]
    inner = items[0].level if items else 0
    typed = [int(item.info) for item in items if item.level == inner]
    rising = all(after > before for before, after in pairwise(typed))
    return typed if rising else list(range(start, start + len(typed)))


def _leave_roman_letters(drafts: Sequence[ProvisionDraft]) -> None:
    """Take the numbers of i), v) and x) off where they are no letters: “i)”, “ii)”, “iii)”."""
    roman = any(_SMALL_ROMAN.match(draft.segment.text) for draft in drafts)
    for draft in drafts:
        if roman and draft.number and draft.number.letter in ("i", "v", "x"):
            draft.number = None
        _leave_roman_letters(draft.children)


def _anchor(heading: Segment, written: str) -> str:
    """The id that a `heading` declares at its end, or empty."""
    if not heading.tags or not written.rstrip().endswith(heading.tags[-1].written):
        return ""
    found = _ANCHOR.fullmatch(heading.tags[-1].written)
    return (found[1] or found[2]) if found else ""


def _is_of_contents(tokens: Sequence[Token], end: int, drafts: Sequence[ProvisionDraft]) -> bool:
    """Whether what ends at `end` is the one item that kramdown puts a table of contents in place of
    (`{:toc}`).
    """
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    return (
        after is not None
        and after.type == "mark"
        and tokens[end].type.endswith("_list_close")
        and len(drafts) == 1
        and _CONTENTS.match(after.content) is not None
    )


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
