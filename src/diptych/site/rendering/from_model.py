"""A page of the text as HTML, from the model alone: what a generator makes of its Markdown.

Texts that no generator is given, those of an earlier edition, become pages by the same road as the
others: compared with the model, anchored, typeset, laid out. Whatever stands here was read as text;
tags of HTML that stand in a text are left out, and a picture is its description.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lxml import html
from lxml.html import HtmlElement

from diptych.model import Division, Emphasis, Footnote, Kind, Page, Provision, Segment
from diptych.model.spans import line_starts, spans
from diptych.safety.allowed import remote, runs
from diptych.safety.encoding import xml_text

LinkTo = Callable[[str], str]
"""Where the target of a link leads, as it is written, on the page that is made; empty where to
nothing."""

_DEEPEST = 6
_LISTS = {Kind.DASH: "ul", Kind.ITEM: "ol"}


def rendered(page: Page, link_to: LinkTo = lambda _: "") -> HtmlElement:
    """The text of `page` below one `div`, as `page_blocks.parsed` has that of a generator."""
    return _Writer(page, link_to).root()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a text that is set in one way, or the mark of a footnote."""

    text: str
    link: str = ""
    strong: bool = False
    em: bool = False
    code: bool = False
    note: str = ""
    line_break: bool = False


class _Writer:
    def __init__(self, page: Page, link_to: LinkTo) -> None:
        self.page = page
        self.link_to = link_to
        self.numbers = {note.label: str(n) for n, note in enumerate(page.footnotes, 1)}
        self.marked: dict[str, int] = {}
        """How often each footnote was marked so far."""

    def root(self) -> HtmlElement:
        root = html.Element("div")
        for division in self.page.own_divisions():
            if division.heading:
                self._heading(root, division)
            self._provisions(root, division.provisions)
        if self.page.footnotes:
            section = _below(root, "div", {"class": "footnote"})
            _below(section, "hr")
            listed = _below(section, "ol")
            for note in self.page.footnotes:
                self._note(_below(listed, "li", {"id": f"fn:{note.label}"}), note)
        return root

    def _heading(self, root: HtmlElement, division: Division) -> None:
        assert division.heading  # noqa: S101 - whoever calls has asked
        self._text(_below(root, f"h{min(division.level, _DEEPEST)}"), division.heading)

    def _note(self, item: HtmlElement, note: Footnote) -> None:
        self._provisions(item, note.provisions)
        last = next((child for child in reversed(item) if child.tag == "p"), None)
        ends = _below(item, "p") if last is None else last
        for count in range(1, self.marked.get(note.label, 0) + 1):
            _say(ends, "\u00a0")
            named = f"#fnref{count if count > 1 else ''}:{note.label}"
            back = {"class": "footnote-backref", "href": named, "title": ""}
            _below(ends, "a", back).text = "↩"

    def _provisions(self, holder: HtmlElement, provisions: Sequence[Provision]) -> None:
        """Provisions that stand side by side, in the lists, tables and quotations they make."""
        open_in: HtmlElement | None = None
        before: Provision | None = None
        apart = _apart(provisions)
        for provision in provisions:
            kind = provision.kind
            if before is None or not _joins(before, provision):
                open_in = None
            before = provision
            if kind in _LISTS:
                if open_in is None:
                    open_in = _below(holder, _LISTS[kind])
                self._item(_below(open_in, "li"), provision, loose=provision.id in apart)
            elif kind is Kind.ROW:
                first = open_in is None
                open_in = _below(holder, "table") if open_in is None else open_in
                self._row(open_in, provision.segment, first=first)
            elif kind is Kind.QUOTE:
                open_in = _below(holder, "blockquote") if open_in is None else open_in
                self._text(_below(open_in, "p"), provision.segment)
            elif kind is Kind.CODE:
                code = _below(_below(holder, "pre"), "code")
                code.text = xml_text(provision.segment.markdown)
            elif kind is Kind.HTML:  # as it is written
                _below(holder, "div").text = xml_text(provision.segment.markdown)
            elif provision.segment.text or provision.segment.marks:
                self._text(_below(holder, "p"), provision.segment)
            if kind not in _LISTS:
                self._provisions(holder, provision.children)

    def _item(self, item: HtmlElement, provision: Provision, *, loose: bool) -> None:
        self._text(_below(item, "p") if loose else item, provision.segment)
        self._provisions(item, provision.children)

    def _row(self, table: HtmlElement, row: Segment, *, first: bool) -> None:
        if first:
            into = _below(_below(table, "thead"), "tr")
        else:
            body = table[-1] if len(table) > 1 else _below(table, "tbody")
            into = _below(body, "tr")
        for start, end in row.cells:
            self._text(_below(into, "th" if first else "td"), row, start, end)

    # --- within a text ---

    def _text(
        self, holder: HtmlElement, segment: Segment, start: int = 0, end: int | None = None
    ) -> None:
        pieces = list(self._pieces(segment, start, len(segment.text) if end is None else end))
        self._nested(holder, pieces, _WRAPPERS)

    def _nested(
        self, holder: HtmlElement, pieces: Sequence[_Piece], wrappers: Sequence[_Wrapper]
    ) -> None:
        """Put `pieces` into `holder`, those that are set alike side by side into one element."""
        if not wrappers:
            for piece in pieces:
                if piece.note:
                    self._mark(holder, piece.note)
                elif piece.line_break:
                    _below(holder, "br")
                else:
                    _say(holder, piece.text)
            return
        (tag, value_of), *inner = wrappers
        at = 0
        while at < len(pieces):
            value = value_of(pieces[at])
            end = at + 1
            while end < len(pieces) and value_of(pieces[end]) == value:
                end += 1
            attributes = {"href": value} if isinstance(value, str) else {}
            within = _below(holder, tag, attributes) if value else holder
            self._nested(within, pieces[at:end], inner)
            at = end

    def _pieces(self, segment: Segment, start: int, end: int) -> Iterator[_Piece]:
        """The pieces of the text from `start` to `end`, a new line where the file has one."""
        cuts = {start, end, *segment.breaks}
        links = [
            (link.start, link.end, leads)
            for link in segment.links
            if not link.picture and link.start < link.end and (leads := self._leads(link.target))
        ]
        for first, last, _ in links:
            cuts |= {first, last}
        lines = set(line_starts(segment))
        offset = 0
        set_as = _Piece("")
        for span in spans(segment):
            here, offset = offset, offset + len(span.text)
            if span.note:
                if start <= here <= end:
                    yield replace(set_as, text="", code=False, note=span.note)
                continue
            bounds = sorted({here, offset, *(cut for cut in cuts if here < cut < offset)})
            for one, other in pairwise(bounds):
                if one < start or other > end:
                    continue
                if one in segment.breaks and one > start:
                    yield replace(set_as, text="", line_break=True)
                text = segment.text[one:other]
                if other in lines and text.endswith(" "):
                    text = text[:-1] + "\n"
                set_as = _Piece(
                    text,
                    next((leads for a, b, leads in links if a <= one and other <= b), ""),
                    Emphasis.STRONG in span.emphasis,
                    Emphasis.EM in span.emphasis,
                    span.code,
                )
                yield set_as

    def _leads(self, target: str) -> str:
        """Where a link leads from the page: to another site, or where `link_to` says."""
        if remote(target):
            return "" if runs(target) else target
        return self.link_to(target)

    def _mark(self, holder: HtmlElement, label: str) -> None:
        known = label in self.numbers
        count = self.marked[label] = self.marked.get(label, 0) + 1
        shown = label if label.isdecimal() else self.numbers.get(label, label)
        if not known:
            _below(holder, "sup", {"class": "footnote-ref"}).text = xml_text(shown)
            return
        mark = _below(holder, "sup", {"id": f"fnref{count if count > 1 else ''}:{label}"})
        link = _below(mark, "a", {"class": "footnote-ref", "href": f"#fn:{label}"})
        link.text = shown


_Wrapper = tuple[str, Callable[[_Piece], str | bool]]
_WRAPPERS: tuple[_Wrapper, ...] = (
    ("a", lambda piece: piece.link),
    ("strong", lambda piece: piece.strong),
    ("em", lambda piece: piece.em),
    ("code", lambda piece: piece.code),
)
"""The elements around a piece from the outermost, each with what asks for it."""


def _joins(before: Provision, provision: Provision) -> bool:
    """Whether a provision stands in the list, table or quotation of the one before it."""
    if before.kind is not provision.kind or before.within != provision.within:
        return False
    return provision.columns == before.columns


def _apart(provisions: Sequence[Provision]) -> set[str]:
    """The ids of items whose own text is a paragraph: a blank line stands beside it or below it."""
    found = {
        item.id
        for item in provisions
        for below in item.children
        if below.kind not in _LISTS or below.place.line - item.segment.end_line > 1
    }
    for before, provision in pairwise(provisions):
        end = max(one.segment.end_line for one in before.walk())
        if _joins(before, provision) and provision.place.line - end > 1:
            found |= {before.id, provision.id}
    return found


def _below(holder: HtmlElement, tag: str, attributes: dict[str, str] | None = None) -> HtmlElement:
    """A new last child of `holder`."""
    child = html.Element(tag, attributes or {})
    holder.append(child)
    return child


def _say(holder: HtmlElement, text: str) -> None:
    """Put `text` at the end of `holder`."""
    said = xml_text(text)
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + said
    else:
        holder.text = (holder.text or "") + said
