"""An inline rule for markdown-it: what a site generator takes out of a text, as tokens `mark`.

Shortcodes (`{{< ref >}}`), variables (`{{ site.name }}`), attributes (`{#id}`, `{:target=…}`),
comments in braces and tags of components are no words of the text they stand in.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from diptych.patterns import pattern_of
from diptych.reader.mark_lines import FILE_NAME, LENGTH, TAG, comment_end, shortcode_end

_COMPONENT = pattern_of(rf"(?!{FILE_NAME})(?=</?+[A-Z][\w.]*+[\s/>]|</?+>){TAG}")
_ID = pattern_of(r"\{:?+[ \t]*+(?:#\w|\.[^\W\d])[^{}\n]*+\}")
_ATTRIBUTES = pattern_of(r"\{:?+[ \t]*+[\w:-]++=[^{}\n]*+\}")
_EXPRESSION = pattern_of(r"\{(?:[^{}\n]|\{[^{}\n]*+\})*+\}")


def read_inline_marks(parser: MarkdownIt) -> None:
    """Make `parser` read marks inside texts."""
    parser.inline.ruler.before("autolink", "mark", _mark)


def _mark(state: StateInline, silent: bool) -> bool:
    at = state.pos
    char = state.src[at]
    if char == "{":
        end = _braced_end(state, at)
    elif char == "<":
        found = _COMPONENT.match(state.src, at, at + LENGTH)
        end = found.end() if found else 0
    else:
        return False
    if not end:
        return False
    if not silent:
        state.push("mark", "", 0).content = state.src[at:end]
    state.pos = end
    return True


def _braced_end(state: StateInline, at: int) -> int:
    text = state.src
    if text.startswith("{/*", at):
        end = text.find("*/}", at + 3, at + LENGTH)
        return end + 3 if end >= 0 else 0
    if end := comment_end(text, at) or shortcode_end(text, at):
        return end
    after_block = at > 0 and text[at - 1] in ")]`*_>"
    found = _ID.match(text, at, at + LENGTH)
    if found and (after_block or found.end() == len(text.rstrip())):
        return found.end()
    if after_block and (found := _ATTRIBUTES.match(text, at, at + LENGTH)):
        return found.end()
    if state.env.get("program") and (found := _EXPRESSION.match(text, at, at + LENGTH)):
        return found.end()
    return 0
