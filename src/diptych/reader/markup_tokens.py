"""Tokens of Markdown -> the markup of a page, each piece with its place.

Paragraphs, lists, headings of the page itself, emphasis, footnotes and comments are the form of
every text; what else there is stands here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from diptych.model import Place
from diptych.model.markup import Markup, MarkupKind
from diptych.patterns import pattern_of
from diptych.safety.comments import COMMENT

_ELEMENT = pattern_of(r"<([a-zA-Z][a-zA-Z0-9-]*)")
_ELEMENTS = {
    "br": MarkupKind.BREAK,
    "sup": MarkupKind.SUP,
    "sub": MarkupKind.SUB,
    "abbr": MarkupKind.ABBR,
}
_PLAIN = frozenset({"text", "softbreak", "em_open", "em_close", "strong_open", "strong_close"})
_EMPHASIS = ("em_open", "em_close", "strong_open", "strong_close")
_BLANK = pattern_of(r"[^\S \t\n]")
_BLOCKS = {
    "blockquote_open": MarkupKind.QUOTATION,
    "fence": MarkupKind.CODE,
    "code_block": MarkupKind.CODE,
    "html_block": MarkupKind.HTML,
    "mark": MarkupKind.HTML,
    "table_open": MarkupKind.TABLE,
    "hr": MarkupKind.RULE,
}
_WORD = 80
"""The most characters of a word that are quoted."""
_TARGET_END = pattern_of(r"\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])?")


def markup_of(tokens: Sequence[Token], lines: Sequence[str], file: str) -> tuple[Markup, ...]:
    """The markup of a page in the order of the file; `lines` are the file's, from line 1."""
    return tuple(_Page(lines, file).of(tokens))


class _Page:
    def __init__(self, lines: Sequence[str], file: str) -> None:
        self.lines = lines
        self.file = file
        self.read_to: tuple[int, int] = (-1, 0)
        """The first line of the inline token read last, and how far it was read."""

    def of(self, tokens: Sequence[Token]) -> Iterator[Markup]:
        for token in tokens:
            if token.type == "inline":
                yield from self._inline(token)
            elif what := _BLOCKS.get(token.type):
                if token.type == "html_block" and not COMMENT.sub("", token.content).strip():
                    continue
                yield self._block(what, token)
            elif token.type == "heading_open" and token.level:
                yield self._block(MarkupKind.HEADING, token)

    def _block(self, what: MarkupKind, token: Token) -> Markup:
        line = (token.map or [0, 1])[0]
        written = self.lines[line]
        column = len(written) - len(written.lstrip()) + 1
        return Markup(what, written.strip(), Place(self.file, line + 1, column))

    def _inline(self, token: Token) -> Iterator[Markup]:
        children = token.children or []
        if all(child.type in _PLAIN for child in children) and not (
            _BLANK.search(token.content) or "&" in token.content or _splits_a_word(children)
        ):
            return
        first, end = token.map or (0, 1)
        written = _Written(self.lines[first:end], first, self.file)
        if self.read_to[0] == first:  # the next cell of a row
            written.at = self.read_to[1]
        for index, child in enumerate(children):
            if child.type == "text":
                yield from written.text(child.content)
            elif child.type in _EMPHASIS:
                place = written.after(child.markup)
                if _inside_a_word(children, index):
                    yield Markup(MarkupKind.EMPHASIS, written.word_at(place), written.place(place))
            elif found := self._piece(child, written):
                yield found
        self.read_to = first, written.at

    def _piece(self, child: Token, written: _Written) -> Markup | None:
        match child.type:
            case "link_open":
                at = written.find("<" if child.info == "auto" else "[")
                return written.markup(MarkupKind.LINK, at, written.link_from(at))
            case "image":
                at = written.find("![")
                end = written.link_from(at)
                written.at = end
                return written.markup(MarkupKind.PICTURE, at, end)
            case "link_close":
                written.pass_target()
            case "code_inline":
                at = written.find(child.markup)
                end = written.body.find(child.markup, at + len(child.markup))
                written.at = max(end, at) + len(child.markup)
                return written.markup(MarkupKind.CODE, at, written.at)
            case "hardbreak":
                return Markup(MarkupKind.BREAK, "<br>", written.place(written.line_end()))
            case "softbreak":
                written.at = written.line_end() + 1
            case "footnote_ref":
                written.after(f"[^{child.meta['label']}]")
            case "mark":
                at = written.find(child.content)
                written.at = at + len(child.content)
                return written.markup(MarkupKind.HTML, at, written.at)
            case "html_inline":
                at = written.find(child.content)
                written.at = at + len(child.content)
                return _tag(child.content, at, written)
        return None


def _tag(content: str, at: int, written: _Written) -> Markup | None:
    """The element that `content` opens, as markup; None for an end tag or a comment."""
    if content.startswith("</") or COMMENT.fullmatch(content):
        return None
    named = _ELEMENT.match(content)
    name = named[1].lower() if named else ""
    close = written.closing(name, at) if name else -1
    end = close + len(name) + 3 if close >= 0 else at + len(content)
    return written.markup(_ELEMENTS.get(name, MarkupKind.HTML), at, end)


def _splits_a_word(children: Sequence[Token]) -> bool:
    return any(
        child.type in _EMPHASIS and _inside_a_word(children, index)
        for index, child in enumerate(children)
    )


def _inside_a_word(children: Sequence[Token], index: int) -> bool:
    """Whether the token at `index` has a letter on either side, with at most emphasis between."""
    back = (children[n] for n in range(index - 1, -1, -1))
    ahead = (children[n] for n in range(index + 1, len(children)))
    before = next((child for child in back if child.type not in _EMPHASIS), None)
    after = next((child for child in ahead if child.type not in _EMPHASIS), None)
    return (
        before is not None
        and after is not None
        and before.type == after.type == "text"
        and before.content[-1:].isalnum()
        and after.content[:1].isalnum()
    )


class _Written:
    """The lines of one block as written, and how far they have been read."""

    def __init__(self, lines: Sequence[str], first: int, file: str) -> None:
        self.body = "\n".join(lines)
        self.lower = ""
        self.first = first
        self.file = file
        self.at = 0
        self.closings: dict[str, tuple[int, int]] = {}
        """By the name of an element, from where it was last sought where that is closed, and where
        it is."""
        self.starts = [0]
        for line in lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def find(self, piece: str) -> int:
        """The offset of the next `piece`; the reading point where none is to be seen."""
        found = self.body.find(piece, self.at)
        return found if found >= 0 else self.at

    def closing(self, name: str, at: int) -> int:
        """The offset at or after `at` where the element `name` is closed, or -1."""
        begin, found = self.closings.get(name, (at + 1, -1))
        if not (begin <= at and (found < 0 or at <= found)):
            self.lower = self.lower or _lower(self.body)
            found = self.lower.find(f"</{name}>", at)
            self.closings[name] = at, found
        return found

    def after(self, piece: str) -> int:
        """The offset of the next `piece`; moves the reading point behind it."""
        found = self.body.find(piece, self.at)
        if found < 0:
            return self.at
        self.at = found + len(piece)
        return found

    def text(self, content: str) -> Iterator[Markup]:
        """The unusual blanks in `content`; moves the reading point behind it."""
        end = 0
        for blank in _BLANK.finditer(content):
            self._words(content[end : blank.start()])
            at = self.body.find(blank[0], self.at)
            if at < 0:  # written as an entity
                at = self.find("&")
                self.after(";")
            else:
                self.at = at + 1
            yield Markup(MarkupKind.BLANK, blank[0], self.place(at))
            end = blank.end()
        self._words(content[end:])

    def _words(self, content: str) -> None:
        for word in content.split():
            self.after(word)

    def line_end(self) -> int:
        """The offset at which the line being read ends."""
        end = self.body.find("\n", self.at)
        return end if end >= 0 else len(self.body)

    def link_from(self, at: int) -> int:
        """The offset after the link or picture that opens at `at`, as far as its line tells."""
        if self.body[at : at + 1] == "<":
            return self.body.find(">", at) + 1 or len(self.body)
        closing = _TARGET_END.search(self.body, at)
        return closing.end() if closing else len(self.body)

    def pass_target(self) -> None:
        """Move the reading point behind the target of a link."""
        if closing := _TARGET_END.search(self.body, self.at):
            self.at = closing.end()

    def word_at(self, at: int) -> str:
        """The word around `at`, with its marks."""
        start = max(self.body.rfind(" ", 0, at), self.body.rfind("\n", 0, at)) + 1
        return (self.body[start : start + _WORD].split(maxsplit=1) or [""])[0]

    def markup(self, what: MarkupKind, at: int, end: int) -> Markup:
        """The markup from the offset `at` to `end`, its line breaks as blanks."""
        return Markup(what, " ".join(self.body[at:end].split()), self.place(at))

    def place(self, offset: int) -> Place:
        """The place in the file of an offset in the block."""
        line = min(bisect_right(self.starts, offset), len(self.starts) - 1) - 1
        return Place(self.file, self.first + line + 1, offset - self.starts[line] + 1)


def _lower(text: str) -> str:
    """`text` in lower case, or as it is if that changes its length (as with `İ`)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text
