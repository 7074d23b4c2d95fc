"""What a search may suggest: the terms, names, documents and headings of a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from diptych.glossary.phrases import Phrases
from diptych.language.citations import citations
from diptych.language.diacritics import folded
from diptych.language.figures import values
from diptych.model import Document, Side
from diptych.project.bitext import Bitext
from diptych.site.search.records import search_records

MOST = 400
"""The most phrases, however long the text: the list is fetched whole when the search is opened."""

_HEADING = 60
"""The most characters of a heading that is suggested: a longer one would fill the window."""


def suggestions(bitext: Bitext, side: Side) -> tuple[str, ...]:
    """Phrases worth looking for in the documents of `side`, the most frequent first.

    They are the names and terms that the text has, the documents it cites ("Directive No.
    15-CT/TW") and its shorter headings; of phrases that differ in capitals or diacritics alone
    there is one.
    """
    counted = Counter[str]()
    cited: dict[str, str] = {}
    phrases = Phrases((phrase, phrase) for phrase in _listed(bitext, side))
    for document in (each.documents[side] for each in bitext.works):
        for record in search_records(document):
            rest = record.text
            for phrase, key, start in _cited(record.text, document.locale):
                counted[cited.setdefault(key, phrase)] += 1
                rest = rest[:start] + " " * len(phrase) + rest[start + len(phrase) :]
            counted.update(match.meaning for match in phrases.find(rest))
        counted.update(_headings(document))
    by_form: dict[str, str] = {}
    for phrase, _ in counted.most_common():
        by_form.setdefault(folded(phrase), phrase)
    return tuple(islice(by_form.values(), MOST))


def _listed(bitext: Bitext, side: Side) -> Iterator[str]:
    for entries in (bitext.glossary, bitext.names):
        for term in entries.terms if entries else ():
            yield from term.renderings if side else term.original


def _cited(text: str, language: str) -> Iterator[tuple[str, str, int]]:
    """The documents cited in `text`, as (how it is printed, a key of kind and symbol, offset)."""
    for citation in citations(text, language, values(text, language)):
        symbol = citation.symbol
        start = text.rindex(citation.called, 0, symbol.start) if citation.kind else symbol.start
        yield text[start : symbol.end], f"{citation.kind} {symbol.printed}", start


def _headings(document: Document) -> Iterator[str]:
    for page in document.pages:
        for title in (division.title for division in page.own_divisions()):
            if title and len(title) <= _HEADING and not page.editorial:
                yield title.capitalize() if title.isupper() else title
