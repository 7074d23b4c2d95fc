"""A block rule for markdown-it: lines with marks of site generators, as tokens of the type `mark`.

A token holds a `FoundMark`, or several, of the lines in its `map`. Text that a generator wants
indented (`!!! note`) is read as what stands there, one level up.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from diptych.model.marks import NOTES, MarkKind, attributes, command, tag_name
from diptych.patterns import pattern_of

LINES = 40
"""The most lines that one tag, shortcode or import may take."""
LENGTH = 4000
"""The most characters of one."""
COMMENT_LINES = 400
"""The most lines of a comment in braces."""

TAG = (
    r"</?+(?:[a-zA-Z][\w.:-]*+(?:[^<>\"'{}]|\"[^\"]*+\"|'[^']*+'"
    r"|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\})*+)?+>"
)
"""An expression for a tag of HTML or of a component, whose values may stand in braces."""
_ONE_TAG = pattern_of(TAG)
FILE_NAME = (
    r"<(?:[\w-]++\.)++(?:mdx?|markdown|html?|txt|json|ya?ml|toml|csv|py|js|ts|sh|png|svg|pdf)>"
)
"""An expression for the name of a file between the signs of a tag, which is none."""
_FILE_NAME = pattern_of(FILE_NAME)
_TARGET = pattern_of(r"\([^()\s]{1,200}+\)=[ \t]*+")
"""What the sources of MyST call a place by, on the line before it."""
_SLASHED = pattern_of(r"([a-zA-Z][\w-]*+)[ \t]*+(?:\|[ \t]*+(.*+))?+")
_COLONED = pattern_of(r"\{?+\.?+([a-zA-Z][\w:-]*+)\}?+[ \t]*+(.*+)")
_CLASS = pattern_of(r"\{[^.{}]*+\.([\w-]++)")
_BRACKETED = pattern_of(r"\[([^\[\]]*+)\]")
_GIVEN = pattern_of(r"\A\((?=[^()=]*+=)[^()]*+\)")
"""What a block is given behind its name, `(width=160)`, which is no title."""
_BRACED = pattern_of(r"\{[^{}]*+\}")
_INDENTED = pattern_of(r"(!!!|\?\?\?\+?+|===[+!]?+)[ \t]++([^\"\n]*+)(?:\"([^\"]*+)\")?+[ \t]*+")
_ALERT = pattern_of(r"\[!([a-zA-Z][\w-]*+)(?:\|[^\[\]]*+)?+\][+-]?+[ \t]*+(.*+)")
_OPTION = pattern_of(r":[\w-]++:(?:[ \t].*+)?+|[a-z_]++:(?:[ \t].*+)?+")
_SHORTCODES = {
    "{{<": ">}}",
    "{{%": "%}}",
    "{%": "%}",
    "{{#": "}}",
    "{*": "*}",
    "{!": "!}",
    "{{": "}}",
}
"""What opens a shortcode, longest first among those that begin alike, and what closes it."""
_COMMENT = pattern_of(r"\{%-?\s*+comment\b[^%{}\n]{0,200}%\}|\{::comment\}")
_COMMENT_END = pattern_of(r"\{%-?\s*+endcomment\s*+-?%\}|\{:/(?:comment)?\}")
_SVELTE = pattern_of(r"\{([#/:@])([a-z][\w-]*+)[^{}]*+\}")
_ATTRIBUTES = pattern_of(r"\{:?+[ \t]*+[#.:\w][^{}%]*+\}")
_IMPORT = pattern_of(r"import[ \t]++(?:[\w*{][^'\"]*?\bfrom[ \t]*+)?['\"][^'\"\n]++['\"];?+[ \t]*+")
_EXPORT = pattern_of(
    r"export[ \t]++(?:const|let|var)[ \t]++[\w{\[][^=\n]*+=.*+"
    r"|export[ \t]++default[ \t]++(?:function|class|async|\(|\w++;).*+"
    r"|export[ \t]++(?:async[ \t]++)?function[ \t]++\w++[ \t]*+\(.*+"
)
_PUT_IN = pattern_of(
    r"(<<<)[ \t]++\S.*+|(--8<--).*+|@\[(code)[^\[\]]*+\]\([^()]*+\)"
    r"|\[(TOC)\]|\[\[(_?+TOC_?+)\]\]|\[(\[toc)\]\]",
    re.IGNORECASE,
)
_CODE_COMMANDS = frozenset({"highlight", "mermaid", "plantuml", "code"})
"""Shortcodes whose text is code, up to the one that ends them."""
_FIRST = frozenset(":/!?={<[i e-$@(".replace(" ", ""))
"""What a line with a mark may begin with."""


class FoundMark(NamedTuple):
    """A mark as the parser finds it."""

    kind: MarkKind
    name: str
    written: str
    closing: bool = False
    title: str = ""
    alone: bool = False


def read_mark_lines(parser: MarkdownIt) -> None:
    """Make `parser` read lines with marks."""
    parser.block.ruler.before(
        "fence", "mark", _mark, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def tag_mark(written: str) -> FoundMark:
    """A tag of HTML or of a component as a mark."""
    return FoundMark(
        MarkKind.TAG,
        tag_name(written),
        " ".join(written.split()),
        written.startswith("</"),
        alone=written.endswith("/>"),
    )


def command_mark(written: str) -> FoundMark:
    """A shortcode as a mark."""
    name, closing = command(written)
    return FoundMark(
        MarkKind.SHORTCODE,
        name,
        " ".join(written.split()),
        closing,
        alone=written.endswith("/>}}"),
    )


def shortcode_end(text: str, at: int) -> int:
    """The offset after the shortcode that opens at `at` of `text`; 0 where none does."""
    opening = next((one for one in _SHORTCODES if text.startswith(one, at)), "")
    if not opening:
        return 0
    closing = _SHORTCODES[opening]
    end = text.find(closing, at + len(opening), at + LENGTH)
    return end + len(closing) if end >= 0 else 0


def comment_end(text: str, at: int) -> int:
    """The offset after the comment of Liquid or kramdown that opens at `at` of `text`; 0 where none
    does.
    """
    opening = _COMMENT.match(text, at)
    end = _COMMENT_END.search(text, opening.end(), at + LENGTH) if opening else None
    return end.end() if end else 0


class _Lines:
    """The lines of a block from `start` on, as the parser has them."""

    def __init__(self, state: StateBlock, start: int, end: int) -> None:
        self.state = state
        self.start = start
        self.end = end

    def line(self, number: int) -> str:
        state = self.state
        return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]

    def ends_at(self, ending: str, most: int) -> int:
        """The first of `most` lines that ends in `ending`; -1 if there is none."""
        for number in range(self.start, min(self.end, self.start + most)):
            if self.state.sCount[number] < 0:
                return -1
            if self.line(number).rstrip().endswith(ending):
                return number
        return -1

    def together(self, last: int) -> str:
        return "\n".join(self.line(number) for number in range(self.start, last + 1)).strip()


def _mark(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = state.bMarks[start] + state.tShift[start]
    if first >= state.eMarks[start] or state.src[first] not in _FIRST:
        return False
    if state.is_code_block(start):
        return False
    lines = _Lines(state, start, end)
    line = lines.line(start).rstrip()
    match line[0]:
        case ":" | "/":
            return _fenced(lines, line, silent=silent)
        case "!" | "?" | "=":
            return _indented(lines, line, silent=silent)
        case "{":
            return _braced(lines, line, silent=silent)
        case "<" if not line.startswith("<<") and not _FILE_NAME.match(line):
            return _tags(lines, line, silent=silent)
        case "[" if line.startswith("[!"):
            return _alert(lines, line, silent=silent)
        case "i" | "e":
            return not silent and _program(lines, line)
        case "(":
            named = _TARGET.fullmatch(line)
            mark = FoundMark(MarkKind.SHORTCODE, "()=", line, alone=True)
            return bool(named) and (silent or _put(state, start, start, [mark]))
        case "$":
            return _formula(lines, line, silent=silent)
    found = _PUT_IN.fullmatch(line)
    if not found:
        return False
    name = next(group for group in found.groups() if group).strip("_[").lower()
    return silent or _put(state, start, start, [FoundMark(MarkKind.SHORTCODE, name, line)])


def _put(state: StateBlock, start: int, last: int, marks: list[FoundMark]) -> bool:
    """Put the token of `marks`, which stand on the lines from `start` to `last`."""
    token = state.push("mark", "", 0)
    token.map = [start, last + 1]
    token.meta = {"marks": marks}
    token.content = state.getLines(start, last + 1, state.blkIndent, False)
    state.line = last + 1
    return True


def _fenced(lines: _Lines, line: str, *, silent: bool) -> bool:
    """`:::note[Title]` and `/// tip | Title`, and their ends."""
    said, state, start = line.lstrip(line[0]).strip(), lines.state, lines.start
    if not line.startswith(line[0] * 3):
        return False
    if not said:
        return silent or _put(
            state, start, start, [FoundMark(MarkKind.BLOCK, "", line, closing=True)]
        )
    name, title = _coloned(said) if line[0] == ":" else _slashed(said)
    if not name:
        return False
    if silent:
        return True
    _put(state, start, start, [FoundMark(MarkKind.BLOCK, name.lower(), line, title=title.strip())])
    while state.line < lines.end and _is_option(lines, line, state.line):
        state.line += 1
    return True


def _is_option(lines: _Lines, opening: str, number: int) -> bool:
    said = lines.line(number)
    if opening[0] == "/" and lines.state.sCount[number] < lines.state.blkIndent + 4:
        return False
    if opening[0] == ":" and not (said.startswith(":") and "{" in opening):
        return False
    return bool(_OPTION.fullmatch(said))


def _slashed(said: str) -> tuple[str, str]:
    found = _SLASHED.fullmatch(said)
    return (found[1], found[2] or "") if found else ("", "")


def _coloned(said: str) -> tuple[str, str]:
    """The name and the title of a block that colons open."""
    if classed := _CLASS.match(said):
        return classed[1], attributes(said).get("title", "")
    found = _COLONED.fullmatch(said)
    if found is None:
        return "", ""
    rest = _GIVEN.sub("", found[2]).strip()
    if bracketed := _BRACKETED.match(rest):
        return found[1], bracketed[1]
    return found[1], _BRACED.sub("", rest).strip().rstrip(":").strip()


def _indented(lines: _Lines, line: str, *, silent: bool) -> bool:
    """`!!! note "Title"`, `??? tip`, `=== "Tab"` and the indented text below."""
    found = _INDENTED.fullmatch(line)
    if found is None or not (found[2].strip() or found[3]):
        return False
    if found[1][0] == "=" and (found[2].strip() or not found[3]):
        return False
    kind = found[2].split()
    if kind and not all(word.replace("-", "").isalnum() for word in kind):
        return False
    state, start = lines.state, lines.start
    last = start
    for number in range(start + 1, lines.end):
        if not state.isEmpty(number):
            if state.sCount[number] < state.blkIndent + 4:
                break
            last = number
    if last == start and found[1][0] in "?=!" and not found[3] and len(kind) > 1:
        return False  # an exclamation
    if silent:
        return True
    name = kind[0].lower() if kind else "tab"
    title = (found[3] or "").strip()
    _put(state, start, start, [FoundMark(MarkKind.BLOCK, name, line, title=title, alone=True)])
    if last > start:
        was = state.parentType, state.lineMax, state.blkIndent
        state.parentType, state.lineMax, state.blkIndent = "mark", last + 1, state.blkIndent + 4
        state.md.block.tokenize(state, start + 1, last + 1)
        state.parentType, state.lineMax, state.blkIndent = was
    state.push("mark_end", "", 0).map = [last, last + 1]
    state.line = last + 1
    return True


def _alert(lines: _Lines, line: str, *, silent: bool) -> bool:
    """`> [!NOTE]` at the beginning of a quotation."""
    state, start = lines.state, lines.start
    found = _ALERT.fullmatch(line)
    opens = state.tokens and state.tokens[-1].type == "blockquote_open"
    if found is None or not opens or state.parentType != "blockquote":
        return False
    if silent:
        return True
    mark = FoundMark(MarkKind.BLOCK, found[1].lower(), line, title=found[2].strip(), alone=True)
    return _put(state, start, start, [mark])


def _braced(lines: _Lines, line: str, *, silent: bool) -> bool:
    """Shortcodes, comments, attributes and commands in braces that fill their lines."""
    state, start = lines.state, lines.start
    if line.startswith("{/*"):
        last = lines.ends_at("*/}", COMMENT_LINES)
        if last < 0 or lines.together(last).find("*/}") != len(lines.together(last)) - 3:
            return False
        if not silent:
            _put(state, start, last, [])
        return True
    if _COMMENT.match(line) and _comment(lines, silent=silent):
        return True
    if found := _SVELTE.fullmatch(line):
        mark = FoundMark(
            MarkKind.SHORTCODE, found[2], line, found[1] == "/", alone=found[1] in ":@"
        )
        return silent or _put(state, start, start, [mark])
    if opening := next((one for one in _SHORTCODES if line.startswith(one)), ""):
        return _shortcodes(lines, _SHORTCODES[opening], silent=silent)
    if _ATTRIBUTES.fullmatch(line):
        classed = _CLASS.match(line)
        name = classed[1].lower() if classed and classed[1].lower() in NOTES else ""
        kind = MarkKind.SHORTCODE if name else MarkKind.ATTRIBUTES
        return silent or _put(state, start, start, [FoundMark(kind, name, line, alone=True)])
    return False


def _comment(lines: _Lines, *, silent: bool) -> bool:
    """A comment of Liquid or kramdown, if nothing stands behind it."""
    state = lines.state
    size = 0
    for last in range(lines.start, min(lines.end, lines.start + COMMENT_LINES)):
        line = lines.line(last).rstrip()
        size += len(line)
        if state.sCount[last] < 0 and not state.isEmpty(last):
            return False
        if size > LENGTH:
            return False
        if end := _COMMENT_END.search(line):
            if end.end() < len(line):
                return False
            if not silent:
                _put(state, lines.start, last, [])
            return True
    return False


def _shortcodes(lines: _Lines, closing: str, *, silent: bool) -> bool:
    """One shortcode or more on lines of their own."""
    state, start = lines.state, lines.start
    last = lines.ends_at(closing, LINES)
    if last < 0:
        last = start
    text = lines.together(last)
    if len(text) > LENGTH:
        return False
    marks: list[FoundMark] = []
    at = 0
    while at < len(text):
        end = shortcode_end(text, at)
        if not end:
            return False
        marks.append(command_mark(text[at:end]))
        at = end + len(text[end:]) - len(text[end:].lstrip())
    if silent:
        return True
    if marks[-1].name in _CODE_COMMANDS and not marks[-1].closing:
        return _code_command(lines, marks[-1], last)
    return _put(state, start, last, marks)


def _code_command(lines: _Lines, mark: FoundMark, last: int) -> bool:
    """A shortcode whose text is code: read as a fence is."""
    state, start = lines.state, lines.start
    for number in range(last + 1, lines.end):
        line = lines.line(number).strip()
        if not line.startswith("{"):
            continue
        end = command_mark(line)
        if end.closing and end.name == mark.name:
            token = state.push("fence", "code", 0)
            words = mark.written.strip("{}%<> ").split()
            token.info = words[1] if len(words) > 1 else ""
            token.content = state.getLines(last + 1, number, state.blkIndent, True)
            token.map = [start, number + 1]
            token.markup = mark.written
            state.line = number + 1
            return True
    return _put(state, start, last, [mark])


def _tags(lines: _Lines, line: str, *, silent: bool) -> bool:
    """Tags of components that fill their lines; all tags where braces may hold programs."""
    state, start = lines.state, lines.start
    program = not state._code_enabled  # noqa: SLF001 - what the parser itself asks
    at_name = 2 if line.startswith("</") else 1
    if not (program or line[at_name : at_name + 1].isupper() or line[at_name:] == ">"):
        return False
    last = lines.ends_at(">", LINES) if not line.endswith(">") else start
    while 0 <= last < min(lines.end, start + LINES):
        text = lines.together(last)
        if len(text) > LENGTH:
            return False
        if marks := _only_tags(text):
            return silent or _put(state, start, last, marks)
        if last > start + 12 or _ONE_TAG.match(text):
            return False
        # what ended the line was a value's: `onClick={() =>`
        rest = _Lines(state, last + 1, lines.end)
        last = rest.ends_at(">", LINES)
    return False


def _only_tags(text: str) -> list[FoundMark]:
    """The tags of `text`; none if there is anything else."""
    marks: list[FoundMark] = []
    at = 0
    while at < len(text):
        found = _ONE_TAG.match(text, at)
        if found is None:
            return []
        marks.append(tag_mark(found[0]))
        at = found.end()
        while at < len(text) and text[at].isspace():
            at += 1
    return marks


def _program(lines: _Lines, line: str) -> bool:
    """A line that imports or exports."""
    state, start = lines.state, lines.start
    if line.startswith("import "):
        text, last = line, start
        if line.endswith(("{", ",")):
            quoted = (lines.ends_at(ending, LINES) for ending in ("';", '";', "'", '"'))
            last = min((number for number in quoted if number >= 0), default=start)
            text = lines.together(last)
        if len(text) <= LENGTH and _IMPORT.fullmatch(text):
            names = text[len("import ") :].rpartition(" from ")[0]
            name = " ".join(names.replace(",", " ").split())
            return _put(state, start, last, [FoundMark(MarkKind.IMPORT, name, text, alone=True)])
        return False
    if not line.startswith("export ") or not _EXPORT.fullmatch(line):
        return False
    last = start
    while last + 1 < lines.end and not state.isEmpty(last + 1):
        last += 1
    return _put(
        state, start, last, [FoundMark(MarkKind.IMPORT, "export", lines.together(last), alone=True)]
    )


def _formula(lines: _Lines, line: str, *, silent: bool) -> bool:
    """A formula between two lines of `$$`: read as a fence is."""
    state, start = lines.state, lines.start
    if not line.startswith("$$"):
        return False
    if line == "$$":
        last = next(
            (
                number
                for number in range(start + 1, min(lines.end, start + COMMENT_LINES))
                if lines.line(number).rstrip().endswith("$$")
            ),
            -1,
        )
        body = (start + 1, last) if last >= 0 else (0, 0)
    else:
        last = start if len(line) > 4 and line.endswith("$$") and line.count("$$") == 2 else -1
        body = (start, start + 1)
    if last < 0:
        return False
    if silent:
        return True
    token = state.push("fence", "code", 0)
    token.info, token.markup, token.map = "math", "$$", [start, last + 1]
    token.content = state.getLines(*body, state.blkIndent, True)
    state.line = last + 1
    return True
