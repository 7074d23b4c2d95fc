"""The registers as a reader is shown them: plain values in the language of the page.

What is printed is HTML without markup of its own, ready to be set. Every use is a link: `path`
and `id` of the provision, its full `citation` and a `short` one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from diptych.glossary import Term
from diptych.glossary.phrases import Match
from diptych.language.citations import KINDS
from diptych.language.dates import Date
from diptych.language.diacritics import alphabetical
from diptych.model import Document, Side
from diptych.project.bitext import Bitext
from diptych.registers.documents import CitedDocument, cited_documents
from diptych.registers.duties import Assignment, Clause, assignments
from diptych.registers.entries import Entry, listed
from diptych.registers.listing import LISTED_KINDS, duties_of
from diptych.registers.passages import Passage, passages
from diptych.site.rendering.inline import plain_html

Row = dict[str, Any]
_KIND_ORDER = list(dict.fromkeys(kind for kinds in KINDS.values() for kind in kinds.values()))


def document_rows(bitext: Bitext, document: Document) -> list[Row]:
    """The documents cited, by kind and then by date, those without a date last.

    `other` is what the other language calls the document.
    """
    own, other = _sides(bitext, document)
    found = cited_documents(document, own, bitext.entries)
    counterparts = {
        cited.id: cited for cited in cited_documents(bitext.documents[other], other, bitext.entries)
    }
    groups: dict[str | None, list[CitedDocument]] = {}
    for cited in found:
        groups.setdefault(cited.kind, []).append(cited)
    language = bitext.documents[other].locale
    return [
        {
            "kind": kind or "other",
            "documents": [
                _document(cited, counterparts.get(cited.id), language)
                for cited in sorted(groups[kind], key=_by_date)
            ],
        }
        for kind in sorted(groups, key=_kind_rank)
    ]


def _kind_rank(kind: str | None) -> int:
    return _KIND_ORDER.index(kind) if kind else len(_KIND_ORDER)


def _by_date(cited: CitedDocument) -> tuple[bool, tuple[int, ...]]:
    return cited.date is None, cited.date.value if cited.date else ()


def _document(cited: CitedDocument, counterpart: CitedDocument | None, language: str) -> Row:
    return {
        "id": cited.id,
        **_told(cited),
        "other": {"language": language, **_told(counterpart)} if counterpart else None,
        "uses": [_use(passage) for passage in cited.passages],
    }


def _told(cited: CitedDocument) -> Row:
    return {
        "called": plain_html(cited.called),
        "title": plain_html(cited.title),
        "issuer": _printed(cited.issuer),
        "date": _date(cited.date) if cited.date else None,
    }


def _date(date: Date) -> Row:
    return {"iso": date.iso, "printed": plain_html(date.printed)}


def name_rows(bitext: Bitext, document: Document, view: str) -> list[Row]:
    """The names and bodies that `view` lists, by kind, in the order in which the text has them."""
    entries = listed(bitext.original, bitext.entries, LISTED_KINDS[view])
    shown = _Entries(bitext, document)
    return [
        {"kind": kind, "entries": rows}
        for kind in LISTED_KINDS[view]
        if (rows := [shown.row(entry) for entry in entries if entry.term.kind == kind])
    ]


def term_rows(bitext: Bitext, document: Document) -> list[Row]:
    """The terms of the glossary in alphabetical order of the page's language."""
    if bitext.glossary is None:
        return []
    entries = [e for top in listed(bitext.original, bitext.glossary) for e in top.walk()]
    shown = _Entries(bitext, document)
    own, _ = _sides(bitext, document)
    entries.sort(key=lambda entry: alphabetical(_forms(entry.term, own)[0]))
    return [{**shown.row(entry), "below": []} for entry in entries]


class _Entries:
    """Sets out entries of a list for the readers of one document."""

    def __init__(self, bitext: Bitext, document: Document) -> None:
        self._own, self._other = _sides(bitext, document)
        self._locales = [doc.locale for doc in bitext.documents]
        self._passages = {passage.id: passage for passage in passages(document)}

    def row(self, entry: Entry) -> Row:
        """The entry with those below it; the page's own language first."""
        term = entry.term
        return {
            "id": term.id,
            "names": [
                {
                    "language": self._locales[side],
                    "forms": [plain_html(form) for form in _forms(term, side)],
                }
                for side in (self._own, self._other)
            ],
            "about": plain_html(term.about[self._own]) if term.about else Markup(),
            "uses": [
                _use(self._passages[use.id]) for use in entry.uses if use.id in self._passages
            ],
            "below": [self.row(below) for below in entry.below],
        }


def _forms(term: Term, side: Side) -> Sequence[str]:
    return (term.original, term.renderings)[side]


def duty_rows(bitext: Bitext, document: Document, path: str) -> list[Row]:
    """Who does what by the page that the one at `path` names, in the order of the text."""
    own, _ = _sides(bitext, document)
    page = document.page(path)
    found = assignments(document, duties_of(page), own, bitext.entries) if page else ()
    return [_assignment(assignment) for assignment in found]


def _assignment(assignment: Assignment) -> Row:
    first = assignment.duties[0].passage
    opening = assignment.opening
    return {
        "id": first.id,
        "bodies": plain_html(opening[:1].upper() + opening[1:]),
        "duties": [
            {"use": _use(duty.passage), "clauses": [_clause(clause) for clause in duty.clauses]}
            for duty in assignment.duties
        ],
    }


def _clause(clause: Clause) -> Row:
    return {
        "text": plain_html(clause.text),
        "times": [plain_html(phrase) for phrase in clause.times],
        "reports_to": _printed(clause.reports_to),
        "through": _printed(clause.through),
    }


def _printed(found: Match[Term] | None) -> Markup:
    return plain_html(found.printed) if found else Markup()


def _use(passage: Passage) -> Row:
    return {
        "path": passage.path,
        "id": passage.id,
        "citation": plain_html(passage.citation),
        "short": plain_html(passage.short),
    }


def _sides(bitext: Bitext, document: Document) -> tuple[Side, Side]:
    """The side of `document` and the other one."""
    own = bitext.side_of(document)
    return own, own.other
