"""The text in Akoma Ntoso: what opens and closes the document, and its hierarchy between.

Every unit keeps an element of its own, whose `wId` is the unit's id. In the hierarchy a provision
is an element of the hierarchy too, named as it is cited: `article`, `section`, `point`,
`paragraph` (a clause, too), `indent` (a dash), `alinea` (a further paragraph); what is printed
decides what holds what. Before it, behind it and in footnotes the schema has no hierarchy: there
provisions are blocks, `p` and `item`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from lxml import etree

from diptych import model
from diptych.exports.akoma_ntoso.elements import element
from diptych.exports.akoma_ntoso.formal_lines import FormalLines
from diptych.exports.akoma_ntoso.runs import RunWriter
from diptych.language.division_words import DivisionKind
from diptych.language.locales import LEVEL, SEVERAL
from diptych.language.numerals import Numeral
from diptych.model import Division, Document, Footnote, Kind, Provision, Segment
from diptych.model.hierarchy import Branch, branches
from diptych.publication.components import FOOT

_LEVELS = ("part", "section", "subsection")
"""Elements of numbered divisions, by level; see `locales` for how these are cited."""
_NAMED: Mapping[str, str] = {
    DivisionKind.PART: "part",
    DivisionKind.CHAPTER: "chapter",
    DivisionKind.SECTION: "section",
    DivisionKind.SUBSECTION: "subsection",
    DivisionKind.ARTICLE: "article",
    DivisionKind.CLAUSE: "paragraph",
    DivisionKind.POINT: "point",
}
"""Elements of what is cited by the word of a kind."""
_HOLDERS = (DivisionKind.ATTACHMENT, DivisionKind.ANNEX)
"""The kinds within which levels are counted anew."""
_OTHER = "division"
"""The name of a container for a division that is deeper, or has no number."""
_PROVISIONS = {
    Kind.PARAGRAPH: "paragraph",
    Kind.DASH: "indent",
    Kind.ITEM: "point",
    Kind.CONTINUATION: "alinea",
}
"""Elements of provisions in the hierarchy; any other kind is a container with its name."""
_LISTED = frozenset({Kind.DASH, Kind.ITEM})
"""The kinds of provisions that stand in a list where there is no hierarchy."""


class Text:
    """The text of one language as elements, all made at once."""

    def __init__(
        self, document: Document, source: Callable[[str, str], str] = lambda _page, _target: ""
    ) -> None:
        """`source` says where the picture is published to which a target leads from a page."""
        self._document = document
        self._source = source
        self._writers: dict[str, RunWriter] = {}
        self._formal = FormalLines(document, self._blocks)
        self._foot: list[tuple[list[Provision], RunWriter]] = []
        """The recipients and signatures that stand in the text, not on a page of their own."""
        self.attached: list[Division] = []
        """The annexes and attached documents that stand beside the text."""
        self.parts = tuple(
            # the schema gives the root no xml:lang
            element(name, *held, lang=self._document.locale)
            for name, held in self._parts().items()
            if held
        )
        """The elements `preface`, `preamble`, `mainBody` and `conclusions`, but for empty ones."""
        texts = [page for page in self._document.pages if not page.editorial]
        unplaced = [note for page in texts for note in self._writer(page.path).unplaced()]
        self.unplaced = element("notes", *unplaced) if unplaced else None
        """An element with the footnotes that no mark refers to; None where there are none."""

    def _parts(self) -> dict[str, list[etree._Element]]:
        """What each of the parts holds, in the order of the schema."""
        parts: dict[str, list[etree._Element]] = {
            "preface": [],
            "preamble": [],
            "mainBody": [],
            "conclusions": [],
        }
        for division in self._of_the_text(self._document.divisions):
            page = self._document.page(division.page)
            match page.layout if page else "":
                case _ if _form(division) in _HOLDERS:
                    self.attached.append(division)
                case model.COVER if division.is_head:
                    parts["preface"] += self._formal.head(
                        division.provisions, self._writer(division.page)
                    )
                case model.COVER:
                    title, rest, body = self._cover(division)
                    parts["preface"] += title
                    parts["preamble"] += rest
                    parts["mainBody"] += body
                case model.CLOSING:
                    parts["conclusions"].append(self._container(division))
                case _:
                    parts["mainBody"].append(self._division(division))
        ending = [block for foot in self._foot for block in self._formal.foot(*foot)]
        parts["conclusions"] = ending + parts["conclusions"]
        # the schema requires it, and not without content
        parts["mainBody"] = parts["mainBody"] or [element("p")]
        return parts

    def attachment(self, division: Division, meta: etree._Element) -> etree._Element:
        """The element of an annex or a document that is attached, with what describes it."""
        writer = self._writer(division.page)
        provisions = branches(division.provisions)
        body = [
            *self._provisions(provisions, writer, 0),
            *(
                self._division(below, division.level)
                for below in self._of_the_text(division.divisions)
            ),
        ]
        held = element("mainBody", *(body or [element("p")]))
        return element(
            "attachment",
            *_headed(division, writer),
            element("doc", meta, held, name=str(_form(division))),
            wId=division.id,
        )

    def _cover(
        self, division: Division
    ) -> tuple[list[etree._Element], list[etree._Element], list[etree._Element]]:
        """The elements of the title, those of what follows it, and those of the text's own articles
        if it begins there.

        On a cover the first paragraph is the subtitle.
        """
        writer = self._writer(division.page)
        titles = []
        provisions = self._without_foot(division)
        below = provisions[0] if provisions and provisions[0].kind is Kind.PARAGRAPH else None
        if division.heading:
            name = "docType" if below else "docTitle"
            filled = writer.filled(name, division.heading)
            titles.append(element("p", filled, wId=division.id))
            if below:
                filled = writer.filled("docTitle", below.segment)
                titles.append(element("p", filled, wId=below.id))
                del provisions[0]
        begins = next(
            (n for n, p in enumerate(provisions) if _form(p) in _NAMED and p.number),
            len(provisions),
        )
        rest = [*self._formal.preamble(provisions[:begins], writer)]
        body = [*self._provisions(branches(provisions[begins:]), writer, division.level)]
        for inner in self._of_the_text(division.divisions):
            if _form(inner) in _NAMED:
                body.append(self._division(inner))
            else:
                rest.append(self._container(inner))
        return titles, rest, body

    def _division(self, division: Division, top: int = 0) -> etree._Element:
        """The element of a division; `top` is the level of the annex that it stands in."""
        kind = _form(division)
        if kind in _HOLDERS:
            made = _hierarchical("", str(kind), division.id)
            top = division.level
        else:
            deep = division.level - top
            straight = bool(top) and deep == 1
            level = _level(0 if straight else deep, division.number) if division.number else ""
            made = _hierarchical(_NAMED.get(kind, level), _OTHER, division.id)
        writer = self._writer(division.page)
        made.extend(_headed(division, writer))
        provisions = list(division.provisions) if top else self._without_foot(division)
        below = list(division.divisions)
        if title := division.title_below:
            if below and below[0].heading is title:
                held = below.pop(0)
                made.append(writer.filled("heading", title, wId=held.id))
                provisions += held.provisions
                below = [*held.divisions, *below]
            else:
                made.append(writer.filled("heading", title, wId=provisions.pop(0).id))
        made.extend(self._provisions(branches(provisions), writer, division.level - top))
        made.extend([self._division(inner, top) for inner in self._of_the_text(below)])
        return made

    def _without_foot(self, division: Division) -> list[Provision]:
        """The provisions straight below `division` but for the foot, which is kept for the end."""
        foot = [p for p in division.provisions if self._formal.component(p) in FOOT]
        if foot:
            self._foot.append((foot, self._writer(division.page)))
        return [p for p in division.provisions if self._formal.component(p) not in FOOT]

    def _provisions(
        self, tree: Iterable[Branch[Provision]], writer: RunWriter, level: int | None = None
    ) -> Iterator[etree._Element]:
        """The elements of provisions in the hierarchy.

        `level` is that of the division they stand straight below; None where they are nested.
        """
        for columns, group in groupby(tree, lambda branch: branch.own.columns):
            if columns:
                table = _table((branch.own for branch in group), writer)
                yield element("hcontainer", element("content", table), name="table")
            else:
                for branch in group:
                    yield self._provision(branch, writer, level)

    def _provision(
        self, branch: Branch[Provision], writer: RunWriter, level: int | None
    ) -> etree._Element:
        provision = branch.own
        kind, form = provision.kind, _form(provision)
        tag = _NAMED.get(form, "")
        if form in (LEVEL, SEVERAL) and level is not None:
            tag = _level(
                level + 1 if level else 0, provision.number
            )  # as it is cited: see `reader.identity`
        elif form == SEVERAL:
            tag = "subsection"
        elif not tag:
            tag = "point" if provision.number else _PROVISIONS.get(kind, "")
        made = _hierarchical(tag, kind.value, provision.id)
        start = 0
        if number := provision.number:
            made.append(element("num", text=number.printed))
            start = 0 if kind is Kind.ITEM else _after(number.printed, provision.segment)
        below = [*branches(provision.children), *branch.below]
        text = writer.filled("p", provision.segment, start)
        made.append(element("intro" if below else "content", text))
        made.extend(self._provisions(below, writer))
        return made

    def _container(self, division: Division) -> etree._Element:
        """The element of a division where there is no hierarchy."""
        writer = self._writer(division.page)
        held = [
            *self._formal.foot(division.provisions, writer),
            *(self._container(inner) for inner in self._of_the_text(division.divisions)),
        ]
        headed = _headed(division, writer)
        # the schema wants a block, if an empty one
        return element("blockContainer", *headed, *(held or [element("p")]), wId=division.id)

    def _blocks(
        self, provisions: Iterable[Provision], writer: RunWriter
    ) -> Iterator[etree._Element]:
        for (form, _), group in groupby(provisions, lambda p: (_block_form(p), p.columns)):
            match form:
                case Kind.ROW:
                    yield _table(group, writer)
                case Kind.ITEM:
                    yield element("blockList", *(self._item(listed, writer) for listed in group))
                case _:
                    for provision in group:
                        yield _block(provision, writer)
                        yield from self._blocks(provision.children, writer)

    def _item(self, provision: Provision, writer: RunWriter) -> etree._Element:
        marker = provision.marker
        return element(
            "item",
            element("num", text=marker) if marker else None,
            writer.filled("p", provision.segment),
            *self._blocks(provision.children, writer),
            wId=provision.id,
        )

    def _of_the_text(self, divisions: Iterable[Division]) -> Iterator[Division]:
        """The divisions that stand on no editorial page."""
        for division in divisions:
            page = self._document.page(division.page)
            if page and not page.editorial:
                yield division

    def _writer(self, path: str) -> RunWriter:
        """The writer of the page at `path`: labels of footnotes hold for one page."""
        if path not in self._writers:
            page = self._document.page(path)

            def blocks(note: Footnote) -> Iterator[etree._Element]:
                return self._blocks(note.provisions, self._writers[path])

            self._writers[path] = RunWriter(
                page.footnotes if page else (),
                blocks,
                lines=page is not None and page.layout == model.COVER,
                source=lambda target: self._source(path, target),
            )
        return self._writers[path]


def _level(level: int, number: Numeral | None) -> str:
    """The element of a level. Level 0 is the highest in an annex, which may have sections without
    parts above them.
    """
    if level == 0:
        level = 2 if number and number.style == "arabic" else 1
    return _LEVELS[level - 1] if level <= len(_LEVELS) else ""


def _hierarchical(tag: str, name: str, identity: str) -> etree._Element:
    """The element `tag` of the hierarchy; a container called `name` where `tag` is empty."""
    return element(tag, wId=identity) if tag else element("hcontainer", name=name, wId=identity)


def _headed(division: Division, writer: RunWriter) -> Iterator[etree._Element]:
    """The elements of a division's number and heading, which a blank joins to its whole text."""
    if division.heading is None:
        return
    length = len(division.heading.text)
    start = 0
    if division.number:
        yield writer.filled("num", division.heading, 0, len(division.number.printed))
        start = _after(division.number.printed, division.heading)
    if start < length:
        yield writer.filled("heading", division.heading, start)


def _form(node: Division | Provision) -> str:
    """The form of the last step by which a node is cited: a kind of division, `LEVEL`."""
    return node.steps[-1].form if node.steps else ""


def _after(printed: str, segment: Segment) -> int:
    """The offset at which a paragraph goes on behind the number that it opens with."""
    rest = segment.text[len(printed) :]
    return len(segment.text) - len(rest.lstrip())


def _block_form(provision: Provision) -> Kind | None:
    """`Kind.ROW` for what stands in a table, `Kind.ITEM` for what stands in a list, else None."""
    kind = provision.kind
    return kind if kind is Kind.ROW else Kind.ITEM if kind in _LISTED else None


def _block(provision: Provision, writer: RunWriter) -> etree._Element:
    if provision.kind in _PROVISIONS:
        return writer.filled("p", provision.segment, wId=provision.id)
    return writer.filled("block", provision.segment, name=provision.kind.value, wId=provision.id)


def _table(rows: Iterable[Provision], writer: RunWriter) -> etree._Element:
    """A table whose first row has the headings of its columns, as in Markdown."""
    return element("table", *(_row(row, "th" if row.heads else "td", writer) for row in rows))


def _row(row: Provision, name: str, writer: RunWriter) -> etree._Element:
    made = element("tr", wId=row.id)
    for start, end in row.segment.cells:
        made.append(element(name, writer.filled("p", row.segment, start, end)))
    return made
