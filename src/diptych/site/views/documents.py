"""The documents that the text cites."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from diptych.language.citations import KINDS
from diptych.model import COVER, Document
from diptych.project.bitext import Bitext
from diptych.registers.documents import CitedDocument, cited_documents
from diptych.site.register_rows import UseRow, printed, use_of
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


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """The documents of one kind."""

    kind: str
    """The key of the kind in the words of the interface: `documents.KIND`."""
    documents: tuple[DocumentRow, ...]


def document_groups(bitext: Bitext, document: Document, _path: str) -> tuple[DocumentGroup, ...]:
    """The documents cited, by kind and then by date, those without a date last."""
    own = bitext.side_of(document)
    other = own.other
    found = cited_documents(document, own, bitext.entries)
    counterparts = {
        cited.id: cited for cited in cited_documents(bitext.documents[other], other, bitext.entries)
    }
    groups: dict[str | None, list[CitedDocument]] = {}
    for cited in found:
        groups.setdefault(cited.kind, []).append(cited)
    language = bitext.documents[other].locale
    covers = {page.path for page in document.pages if page.layout == COVER}
    return tuple(
        DocumentGroup(
            kind or "other",
            tuple(
                _row(cited, counterparts.get(cited.id), language, covers)
                for cited in sorted(groups[kind], key=_by_date)
            ),
        )
        for kind in sorted(groups, key=_kind_rank)
    )


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
