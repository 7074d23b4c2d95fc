"""The model as the objects of the JSON file: every provision with its texts and citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from diptych.alignment.units import Unit
from diptych.exports.json_objects import (
    VERSION,
    CellObject,
    CitationObject,
    DateObject,
    DocumentObject,
    DocumentTextObject,
    EditionObject,
    FootnoteObject,
    FootnoteTextObject,
    HeadObject,
    HeadTextObject,
    LanguagesObject,
    MarkObject,
    PageObject,
    PageTextObject,
    SetOff,
    StretchObject,
    TextObject,
    UnitObject,
    schema_file,
)
from diptych.language.figures import values
from diptych.model import (
    COVER,
    Division,
    Document,
    Emphasis,
    Footnote,
    Page,
    Provision,
    Segment,
    Side,
)
from diptych.model.spans import shown_lines
from diptych.project.edition import EPOCH, Edition
from diptych.publication.components import components_in
from diptych.publication.head import Head, head_of
from diptych.registers.documents import CitedDocument, cited_documents

_EMPHASIS: dict[Emphasis, SetOff] = {Emphasis.EM: "emphasis", Emphasis.STRONG: "strong"}
T = TypeVar("T")


def whole_text(edition: Edition) -> EditionObject:
    """The object that the JSON file holds: the whole text in both languages."""
    writer = _Writer(edition)
    units = [writer.unit(unit) for unit in edition.units]
    return EditionObject(
        schema_file=schema_file(edition.bitext.files),
        schema_version=VERSION,
        title=writer.by_language([edition.name(side) for side in Side]),
        languages=LanguagesObject(*edition.locales),
        status=writer.by_language(
            [edition.status([side], language) for side, language in Side.of(edition.locales)]
        ),
        site=edition.site or None,
        last_changed=_changed(edition),
        pages=list(writer.pages()),
        units=units,
        footnotes=list(writer.footnotes()),
        documents=list(writer.documents(units)),
        head=writer.head(),
    )


def _changed(edition: Edition) -> str | None:
    return None if edition.changed == EPOCH else f"{edition.changed:%Y-%m-%dT%H:%M:%SZ}"


class _Writer:
    """Makes the objects of one edition; a unit has the same id in all languages."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        documents = edition.documents
        self._notes = [_notes_by_paragraph(document) for document in documents]
        self._parents = [_parents(document) for document in documents]
        # where the languages disagree a node may have another id than its counterpart
        self._ids = [
            {node.id: unit.id for unit in edition.units if (node := unit.nodes[side])}
            for side in Side
        ]
        self._pairs = list(_pairs_of_notes(edition))
        for both in self._pairs:
            first = next(note for note in both if note)
            for side, note in Side.of(both):
                if note:
                    self._ids[side][note.id] = first.id
        self._cited = [
            {cited.id: cited for cited in cited_documents(document, side, edition.bitext.entries)}
            for side, document in Side.of(documents)
        ]
        self._components = [components_in(document) for document in documents]
        self._citing = [_by_passage(cited.values()) for cited in self._cited]

    def by_language(self, values: Sequence[T]) -> dict[str, T]:
        """The values of both languages, by language tag; None where one has nothing."""
        return dict(zip(self._edition.locales, values, strict=True))

    def head(self) -> HeadObject | msgspec.UnsetType:
        """What the document states of itself."""
        heads = [head_of(document) for document in self._edition.documents]
        if all(head == Head() for head in heads):
            return msgspec.UNSET
        first = heads[Side.ORIGINAL]
        return HeadObject(
            first.number or None,
            first.date.isoformat() if first.date else None,
            self.by_language(
                [HeadTextObject(head.issuer or None, head.place or None) for head in heads]
            ),
        )

    def pages(self) -> Iterator[PageObject]:
        """The pages of the text in reading order, those that only the translation has last."""
        seen: set[str] = set()
        for page in (page for document in self._edition.documents for page in document.pages):
            if page.editorial or page.path in seen:
                continue
            seen.add(page.path)
            both = [document.page(page.path) for document in self._edition.documents]
            yield PageObject(
                path=page.path,
                layout=page.layout or None,
                texts=self.by_language([self._page(side, there) for side, there in Side.of(both)]),
            )

    def _page(self, side: Side, page: Page | None) -> PageTextObject | None:
        if page is None:
            return None
        return PageTextObject(page.title, self._edition.address(side, page.path))

    def unit(self, unit: Unit) -> UnitObject:
        """The object of a heading, a provision or a paragraph of a footnote."""
        side = next(side for side in Side if unit.nodes[side])
        node = unit.nodes[side]
        heading = isinstance(node, Division)
        note = self._note(unit, side)
        parent = self._parents[side].get(node.id) if node else None
        return UnitObject(
            id=unit.id,
            kind=unit.kind,
            level=unit.depth if heading else None,
            depth=None if heading else unit.depth,
            parent=self._ids[side].get(parent, parent) if parent else None,
            number=node.number.printed if node and node.number else None,
            page=unit.path,
            footnote=self._ids[side].get(note.id, note.id) if note else None,
            texts=self.by_language([self._text(unit, side) for side in Side]),
            component=self._components[side].get(node.id, msgspec.UNSET) if node else msgspec.UNSET,
        )

    def _note(self, unit: Unit, side: Side) -> Footnote | None:
        node = unit.nodes[side]
        return self._notes[side].get(node.id) if node and unit.note else None

    def _text(self, unit: Unit, side: Side) -> TextObject | None:
        node, segment = unit.nodes[side], unit.segment(side)
        if node is None or segment is None:
            return None
        # a footnote is cited and found as a whole: its first paragraph stands for it
        note = self._note(unit, side)
        home = note if note and note.provisions[0].id == node.id else node
        language = self._edition.locales[side]
        return TextObject(
            plain=segment.text,
            markdown=segment.markdown,
            citation=self._citation(side, home.citation),
            address=self._edition.address(side, unit.path, home.id),
            stretches=_stretches(segment),
            line_starts=sorted(shown_lines(segment, as_typed=unit.layout == COVER)),
            footnotes=self._marks(segment, side, unit.path),
            documents=self._citing[side].get(home.id, []),
            dates=[
                DateObject(date.iso, date.start, date.start + len(date.printed))
                for date in values(segment.prose, language).dates
            ],
            cells=_cells(unit.row(side)),
        )

    def _citation(self, side: Side, place: str) -> CitationObject:
        return CitationObject(place, self._edition.cited(side, place))

    def _marks(self, segment: Segment, side: Side, path: str) -> list[MarkObject]:
        if not segment.marks:
            return []
        notes = self._edition.notes(side, path)
        return [
            MarkObject(self._ids[side].get(note.id, note.id), mark.offset)
            for mark in segment.marks
            if (note := notes.get(mark.label))  # a mark without a definition leads nowhere
        ]

    def footnotes(self) -> Iterator[FootnoteObject]:
        """Every footnote of the text, in the original's order."""
        pages = [_pages_of_notes(document) for document in self._edition.documents]
        for both in self._pairs:
            side, first = next((side, note) for side, note in Side.of(both) if note)
            paragraphs = [p.id for top in first.provisions for p in top.walk()]
            yield FootnoteObject(
                id=first.id,
                label=first.label,
                units=[self._ids[side].get(identity, identity) for identity in paragraphs],
                texts=self.by_language(
                    [
                        self._footnote(side, note, pages[side].get(note.id, "")) if note else None
                        for side, note in Side.of(both)
                    ]
                ),
            )

    def _footnote(self, side: Side, note: Footnote, path: str) -> FootnoteTextObject:
        return FootnoteTextObject(
            note.text,
            self._citation(side, note.citation),
            self._edition.address(side, path, note.id),
        )

    def documents(self, units: Sequence[UnitObject]) -> Iterator[DocumentObject]:
        """Every document cited, in the order in which the original first names them."""
        places: dict[str, list[str]] = {}
        for unit in units:
            named = [text.documents for text in unit.texts.values() if text]
            for identity in dict.fromkeys(name for names in named for name in names):
                places.setdefault(identity, []).append(unit.id)
        for identity in dict.fromkeys(name for cited in self._cited for name in cited):
            both = [cited.get(identity) for cited in self._cited]
            told = [cited for cited in both if cited]
            yield DocumentObject(
                id=identity,
                kind=next((cited.kind for cited in told if cited.kind), None),
                symbol=told[0].symbol or None,
                date=next((cited.date.iso for cited in told if cited.date), None),
                texts=self.by_language([_called(cited) for cited in both]),
                cited_in=places.get(identity, []),
            )


def _cells(row: Provision | None) -> list[CellObject] | msgspec.UnsetType:
    """The cells of a table's row; unset for what is none."""
    if row is None or row.columns is None:
        return msgspec.UNSET
    spans = enumerate(row.segment.cells)
    return [
        CellObject(row.columns.heading(index), row.segment.text[start:end], start, end)
        for index, (start, end) in spans
    ]


def _called(cited: CitedDocument | None) -> DocumentTextObject | None:
    if cited is None:
        return None
    issuer = cited.issuer.printed if cited.issuer else None
    return DocumentTextObject(cited.called, cited.title or None, issuer)


def _stretches(segment: Segment) -> list[StretchObject]:
    set_off = [(s.start, s.end, _EMPHASIS[s.emphasis]) for s in segment.stretches]
    set_off += [(start, end, "code") for start, end in segment.code]
    return [
        StretchObject(start, end, kind)
        for start, end, kind in sorted(set_off, key=lambda found: (found[0], -found[1]))
    ]


def _by_passage(documents: Iterable[CitedDocument]) -> dict[str, list[str]]:
    citing: dict[str, list[str]] = {}
    for cited in documents:
        for passage in cited.passages:
            citing.setdefault(passage.id, []).append(cited.id)
    return citing


def _notes_by_paragraph(document: Document) -> Mapping[str, Footnote]:
    return {
        paragraph.id: note
        for page in document.pages
        for note in page.footnotes
        for first in note.provisions
        for paragraph in first.walk()
    }


def _pairs_of_notes(edition: Edition) -> Iterator[tuple[Footnote | None, Footnote | None]]:
    """The pairs of the text's footnotes, those that only the translation has last."""
    paired: list[dict[str, Footnote | None]] = [{}, {}]
    for pair in edition.bitext.alignment.footnotes:
        for side in Side:
            if note := pair.side(side):
                paired[side][note.id] = pair.side(side.other)
    for side, document in Side.of(edition.documents):
        for page in document.pages:
            for note in page.footnotes if not page.editorial else ():
                other = paired[side].get(note.id)
                if side == 0:
                    yield note, other
                elif other is None:
                    yield None, note


def _pages_of_notes(document: Document) -> Mapping[str, str]:
    return {
        note.id: page.path
        for page in document.pages
        if not page.editorial
        for note in page.footnotes
    }


def _parents(document: Document) -> Mapping[str, str]:
    """The id of what holds a node, by the node's id; a division without a heading holds none."""
    found: dict[str, str] = {}

    def descend(division: Division, above: str) -> None:
        own = division.id if division.heading else above
        if division.heading and above:
            found[division.id] = above
        _hold(division.provisions, own, found)
        for below in division.divisions:
            descend(below, own)

    for division in document.divisions:
        descend(division, "")
    for page in document.pages:
        for note in page.footnotes:
            _hold(note.provisions, note.id, found)
    return found


def _hold(provisions: Sequence[Provision], above: str, found: dict[str, str]) -> None:
    for provision in provisions:
        if above:
            found[provision.id] = above
        _hold(provision.children, provision.id, found)
