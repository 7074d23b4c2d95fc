"""The parser of Markdown, as it is set up for pages and for what stands inside their blocks."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from diptych.reader.inline_marks import read_inline_marks
from diptych.reader.mark_lines import read_mark_lines

PROGRAM = ".mdx"
"""The suffix of a page whose text is part of a program: no code by indentation, no raw HTML."""


@cache
def parser(*, program: bool = False) -> MarkdownIt:
    """The parser of a page; `program` for one whose tags and braces are a program's."""
    # Note marks are matched also without a definition: a missing one is a finding.
    made = (
        MarkdownIt("commonmark")
        .enable("table")
        .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    )
    # markdown-it reads `javascript:` links as text; the renderer does not, so a rule must see them.
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    read_mark_lines(made)
    read_inline_marks(made)
    if program:
        made.disable(["code", "html_block"])
    return made


def parsed(body: str, *, program: bool = False, first: int = 0) -> list[Token]:
    """The tokens of `body`, whose first line is the line `first` of its file (from 0)."""
    tokens = parser(program=program).parse(body, {"program": program})
    if first:
        for token in tokens:
            if token.map:
                token.map = [line + first for line in token.map]
    return tokens


def parsed_inline(text: str, lines: tuple[int, int], after: str) -> Token:
    """The token of a text within a block; it stands on `lines` (from 0), `after` what is written
    before it on the first.
    """
    token = parser().parseInline(text, {})[0]
    token.map = list(lines)
    token.meta = {"after": after}
    return token
