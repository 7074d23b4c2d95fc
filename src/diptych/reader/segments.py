"""An inline token -> a segment whose every character knows its line and column.

markdown-it-py gives inline tokens the lines of their block but no columns. The pieces of text
occur in the source in their own order, so each is looked up once, from where the last ended.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from diptych.model import Emphasis, Link, NoteMark, Place, Run, Segment, Stretch, Tag
from diptych.model.elements import parts_words
from diptych.model.marks import attributes, tag_name
from diptych.patterns import pattern_of

CODE = r"(?<!`)(?P<ticks>`++)(?:[^`]++|(?!(?P=ticks)(?!`))`++)*+(?P=ticks)"
"""An expression for code inside a text, as written.

Runs of backquotes are passed over whole: an opening that nothing closes costs one look at the
rest, and a text can have no more of these than it has lengths of runs.
"""
_CHUNK = pattern_of(r"\S+")
_EMPHASIS = {"em_open": Emphasis.EM, "strong_open": Emphasis.STRONG}
_EMPHASIS_END = {"em_close": Emphasis.EM, "strong_close": Emphasis.STRONG}
_SET_BY_TAG = {
    "b": Emphasis.STRONG,
    "strong": Emphasis.STRONG,
    "i": Emphasis.EM,
    "em": Emphasis.EM,
    "code": Emphasis.NONE,
}
"""What tags of HTML say that marks of Markdown say as well: how words are set, or that they are
code.
"""
_MOST_TAGS = 32
"""How many tags that set words are open at once; what opens beyond is left aside."""


class _Source:
    """The raw lines of one block, and how far they have been read."""

    def __init__(self, lines: Sequence[str], first: int) -> None:
        self.text = "\n".join(lines)
        self.first = first
        self.at = 0
        self.starts = [0]
        for line in lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def find(self, piece: str) -> int:
        """The offset of `piece` at or after the reading point; moves the point behind it.

        A piece that is not there letter for letter (an entity, an escape) is taken to stand at the
        reading point.
        """
        found = self.text.find(piece, self.at)
        end_of_line = self.text.find("\n", self.at)
        if found < 0 or (0 <= end_of_line < found):
            return self.at
        self.at = found + len(piece)
        return found

    def has(self, piece: str) -> bool:
        """Whether `piece`, not empty, stands letter for letter on the line being read."""
        end_of_line = self.text.find("\n", self.at)
        return (
            bool(piece) and piece in self.text[self.at : None if end_of_line < 0 else end_of_line]
        )

    def skip(self, piece: str) -> None:
        """Move behind the next `piece`, if there is one."""
        found = self.text.find(piece, self.at)
        if found >= 0:
            self.at = found + len(piece)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column (both from 1) of an offset."""
        line = min(bisect_right(self.starts, offset), len(self.starts) - 1) - 1
        return self.first + line, offset - self.starts[line] + 1


class _Builder:
    def __init__(self, file: str, source: _Source) -> None:
        self.file = file
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.gap = False  # white space was read since the last chunk
        self.runs: list[Run] = []
        self.stretches: list[Stretch] = []
        self.opened: list[int] = []
        """The offsets at which stretches begin that are not closed yet."""
        self.begun = 0
        """How many open stretches have had a character; the others begin at the next one."""
        self.code: list[tuple[int, int]] = []
        self.marks: list[NoteMark] = []
        self.links: list[Link] = []
        self.linked: list[int] = []
        """The indices of the links that are not closed yet."""
        self.tags: list[Tag] = []
        self.breaks: list[int] = []
        self.set_by_tags: list[tuple[str, int]] = []
        """The tags that set words and are not closed yet, each with where its words begin."""
        self.emphasis = Emphasis.NONE
        self.setting: Counter[Emphasis] = Counter()
        """How many open marks and tags set words in each way."""

    def add(self, text: str) -> None:
        line = text.strip()
        if self.source.has(line) and " ".join(line.split()) == line:  # the usual case
            self.gap = self.gap or text[0] != line[0]
            self._append(line)
            self.gap = text[-1] != line[-1]
            return
        end = 0
        for chunk in _CHUNK.finditer(text):
            self.gap = self.gap or chunk.start() > end
            self._append(chunk[0])
            end = chunk.end()
            self.gap = False
        self.gap = self.gap or len(text) > end

    def add_code(self, text: str) -> None:
        start = self.length + (self.gap and self.length > 0)
        self.add(text)
        self.code.append((start, self.length))

    def _append(self, chunk: str) -> None:
        if self.gap and self.length:
            self.parts.append(" ")
            self.length += 1
        while self.begun < len(self.opened):
            self.opened[self.begun] = self.length
            self.begun += 1
        line, column = self.source.position(self.source.find(chunk))
        last = self.runs[-1] if self.runs else None
        joins = (
            last is not None
            and last.line == line
            and last.emphasis == self.emphasis
            and column - last.column == self.length - last.offset
        )
        if not joins:
            self.runs.append(Run(self.length, line, column, self.emphasis))
        self.parts.append(chunk)
        self.length += len(chunk)

    def open(self, emphasis: Emphasis) -> None:
        self._begin(emphasis)
        self.opened.append(self.length)

    def close(self, emphasis: Emphasis) -> None:
        self._end(emphasis)
        self.stretches.append(Stretch(emphasis, self.opened.pop(), self.length))
        self.begun = min(self.begun, len(self.opened))

    def _begin(self, emphasis: Emphasis) -> None:
        self.setting[emphasis] += 1
        self.emphasis |= emphasis

    def _end(self, emphasis: Emphasis) -> None:
        """One mark or tag ends here that set words so; another one may still do."""
        self.setting[emphasis] -= 1
        if not self.setting[emphasis]:
            self.emphasis &= ~emphasis

    def mark(self, label: str) -> None:
        place = self.source.position(self.source.find(f"[^{label}]"))
        self.marks.append(NoteMark(label, self.length, Place(self.file, *place)))

    def link(self, target: object, *, picture: bool = False) -> None:
        place = self.source.position(self.source.at)
        at = self.length + (self.gap and self.length > 0)
        self.links.append(Link(str(target or ""), Place(self.file, *place), picture, at, at))

        self.linked.append(len(self.links) - 1)

    def link_end(self) -> None:
        """The innermost link or picture that is being read ends here."""
        index = self.linked.pop()
        link = self.links[index]
        self.links[index] = link._replace(end=max(link.start, self.length))

    def link_of_tag(self, written: str) -> None:
        """The link or the picture that a tag of HTML is."""
        name = written[1:4].lower()
        if name[:2] in ("a ", "a\n", "a\t"):
            target = attributes(written).get("href")
        elif name == "img":
            target = attributes(written).get("src")
        else:
            return
        if target:
            self.links.append(Link(target, self.tags[-1].place, name == "img"))

    def tag(self, written: str) -> None:
        place = self.source.position(self.source.find(written))
        self.tags.append(Tag(written, Place(self.file, *place)))
        name = tag_name(written)
        self.gap = self.gap or parts_words(name)
        if name.lower() == "br":
            self.line_break()
        elif name.lower() in _SET_BY_TAG:
            self._set_by_tag(name.lower(), closing=written.startswith("</"))

    def _set_by_tag(self, name: str, *, closing: bool) -> None:
        """A tag opens or closes here that says of words what marks of Markdown say."""
        emphasis = _SET_BY_TAG[name]
        if not closing:
            if len(self.set_by_tags) < _MOST_TAGS:
                self.set_by_tags.append((name, self.length + (self.gap and self.length > 0)))
                self._begin(emphasis)
            return
        opened = [n for n, (other, _) in enumerate(self.set_by_tags) if other == name]
        if not opened:
            return
        start = self.set_by_tags[opened[-1]][1]
        for other, _ in self.set_by_tags[opened[-1] :]:
            self._end(_SET_BY_TAG[other])
        del self.set_by_tags[opened[-1] :]
        if start < self.length:
            if emphasis:
                self.stretches.append(Stretch(emphasis, start, self.length))
            else:
                self.code.append((start, self.length))

    def end_line(self, *, kept: bool) -> None:
        """A line of the file ends here; with `kept` it is a line of the text, too."""
        if kept:
            self.line_break()
        self.gap = True
        self.source.skip("\n")

    def line_break(self) -> None:
        """A line of the text ends here, if it has begun."""
        if self.length:
            self.breaks.append(self.length + 1)  # behind the blank that stands for it


def segment(token: Token, lines: Sequence[str], file: str) -> Segment:
    """The segment of an `inline` token; `lines` are the file's, from line 1."""
    first, end = token.map or (0, 1)
    source = _Source(lines[first:end], first + 1)
    if before := token.meta.get("after"):
        source.skip(before)
    builder = _Builder(file, source)
    for child in token.children or []:
        _read(child, builder)
    text = "".join(builder.parts)
    start = builder.runs[0] if builder.runs else Run(0, first + 1, 1, Emphasis.NONE)
    return Segment(
        text=text,
        markdown=token.content,
        place=Place(file, start.line, start.column),
        end_line=end,
        runs=tuple(builder.runs),
        stretches=tuple(builder.stretches),
        code=tuple(sorted(builder.code)),
        marks=tuple(builder.marks),
        links=tuple(builder.links),
        breaks=tuple(offset for offset in builder.breaks if offset < len(text)),
        tags=tuple(builder.tags),
    )


def _read(child: Token, builder: _Builder) -> None:
    """Read one token of a text."""
    match child.type:
        case "text":
            builder.add(child.content)
        case "code_inline":
            builder.add_code(child.content)
        case "softbreak" | "hardbreak":
            builder.end_line(kept=child.type == "hardbreak")
        case kind if kind in _EMPHASIS:
            builder.open(_EMPHASIS[kind])
        case kind if kind in _EMPHASIS_END:
            builder.close(_EMPHASIS_END[kind])
        case "footnote_ref":
            builder.mark(str(child.meta["label"]))
        case "link_open":
            builder.link(child.attrs.get("href"))
        case "image":
            builder.link(child.attrs.get("src"), picture=True)
            builder.add(child.content)
            builder.link_end()
            _skip_target(builder.source)
        case "link_close":
            builder.link_end()
            if child.info != "auto":
                _skip_target(builder.source)
        case "html_inline" | "mark":
            builder.tag(child.content)
            builder.link_of_tag(child.content)


def _skip_target(source: _Source) -> None:
    # "](target)" or "][name]": what stands in it is not text
    close = source.text.find("]", source.at)
    if close < 0:
        return
    source.at = close + 1
    if source.text[close + 1 : close + 2] == "(":
        source.skip(")")
    elif source.text[close + 1 : close + 2] == "[":
        source.skip("]")


def verbatim(token: Token, lines: Sequence[str], file: str) -> Segment:
    """The segment of a block that is taken as it stands (code, raw HTML)."""
    first, end = token.map or (0, 1)
    place = Place(file, first + 1, len(lines[first]) - len(lines[first].lstrip()) + 1)
    opening = 1 if token.type == "fence" else 0
    runs = tuple(_verbatim_runs(token.content, lines, first + opening))
    return Segment(
        text=" ".join(token.content.split()),
        markdown=token.content,
        place=place,
        end_line=end,
        runs=runs or (Run(0, place.line, place.column, Emphasis.NONE),),
    )


def _verbatim_runs(content: str, lines: Sequence[str], first: int) -> Iterator[Run]:
    """The runs of a block, one per word, blanks being folded; `first` indexes its first line."""
    offset = 0
    for number, written in enumerate(content.split("\n"), first):
        line = lines[number] if number < len(lines) else ""
        at = max(0, len(line) - len(written)) if line.endswith(written) else 0
        for word in written.split():
            at = max(at, line.find(word, at))
            yield Run(offset, number + 1, at + 1, Emphasis.NONE)
            offset += len(word) + 1
            at += len(word)
