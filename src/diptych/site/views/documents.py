"""The documents that the text cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from diptych.language.citations import KINDS
from diptych.model import COVER, Document, Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import placed
from diptych.publication.head import number_key
from diptych.registers.documents import CitedDocument, cited_documents
from diptych.site.published import numbers_of
from diptych.site.register_rows import UseRow, among, printed, use_of
from diptych.site.rendering.inline import plain_html
from diptych.site.views import View

_KIND_ORDER = list(dict.fromkeys(kind for kinds in KINDS.values() for kind in kinds.values()))


@dataclass(frozen=True, slots=True)
class DateRow:
    """The date of a document."""

    iso: str
    """The date as machines read it: "2010-04-15"."""
    year: int
    printed: Markup


@dataclass(frozen=True, slots=True)
class OtherName:
    """The name of a document in the other language."""

    language: str
    called: Markup
    title: Markup


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document, as the page's language cites it."""

    id: str
    called: Markup
    """The document's kind and number."""
    title: Markup
    issuer: Markup
    date: DateRow | None
    other: OtherName | None
    heads: bool
    """Whether the text names it on its cover: in its title, or in what it begins with."""
    uses: tuple[UseRow, ...]
    here: str = ""
    """The path of its first page below the language's folder, if the site has the document."""


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """The documents of one kind."""

    kind: str
    """The key of the kind in the words of the interface: `documents.KIND`."""
    documents: tuple[DocumentRow, ...]


def document_groups(bitext: Bitext, document: Document, _path: str) -> tuple[DocumentGroup, ...]:
    """The documents cited, by kind and then by date, those without a date last."""
    own = bitext.side_of(document)
    groups: dict[str | None, list[tuple[CitedDocument, DocumentRow]]] = {}
    for cited, row in _rows(bitext, own):
        groups.setdefault(cited.kind, []).append((cited, row))
    return tuple(
        DocumentGroup(
            kind or "other",
            tuple(row for _, row in sorted(groups[kind], key=lambda each: _by_date(each[0]))),
        )
        for kind in sorted(groups, key=_kind_rank)
    )


def _rows(bitext: Bitext, own: Side) -> Iterable[tuple[CitedDocument, DocumentRow]]:
    """The documents that the texts cite, each once."""
    found: dict[str, tuple[CitedDocument, DocumentRow]] = {}
    published = numbers_of(bitext, own)
    for each in bitext.works:
        for cited, row in _rows_of(each, own):
            first = found.get(row.id)
            uses = row.uses
            if bitext.beside:
                uses = tuple(among(use, each, each.documents[own]) for use in uses)
            known = published.get(number_key(cited.symbol))
            whole = replace(
                first[1] if first else row,
                uses=(*(first[1].uses if first else ()), *uses),
                heads=row.heads or bool(first and first[1].heads),
                here=placed("index.md", known.folder) if known else "",
            )
            found[row.id] = first[0] if first else cited, whole
    return found.values()


def _rows_of(bitext: Bitext, own: Side) -> Iterator[tuple[CitedDocument, DocumentRow]]:
    document, other = bitext.documents[own], bitext.documents[own.other]
    counterparts = {cited.id: cited for cited in cited_documents(other, own.other, bitext.entries)}
    covers = {page.path for page in document.pages if page.layout == COVER}
    for cited in cited_documents(document, own, bitext.entries):
        yield cited, _row(cited, counterparts.get(cited.id), other.locale, covers)


def _kind_rank(kind: str | None) -> int:
    return _KIND_ORDER.index(kind) if kind else len(_KIND_ORDER)


def _by_date(cited: CitedDocument) -> tuple[bool, tuple[int, ...]]:
    return cited.date is None, cited.date.value if cited.date else ()


def _row(
    cited: CitedDocument, counterpart: CitedDocument | None, language: str, covers: set[str]
) -> DocumentRow:
    return DocumentRow(
        id=cited.id,
        called=plain_html(cited.called),
        title=plain_html(cited.title),
        issuer=printed(cited.issuer),
        date=(
            DateRow(cited.date.iso, cited.date.value[0], plain_html(cited.date.printed))
            if cited.date
            else None
        ),
        other=(
            OtherName(language, plain_html(counterpart.called), plain_html(counterpart.title))
            if counterpart
            else None
        ),
        heads=any(passage.path in covers for passage in cited.passages),
        uses=tuple(map(use_of, cited.passages)),
    )


VIEW = View(rows=document_groups, bold=True)
