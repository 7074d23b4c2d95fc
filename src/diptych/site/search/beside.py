"""What a search shows beside each result to a reader of both languages: the other text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from diptych.glossary import Term
from diptych.model import Document
from diptych.project.bitext import Bitext
from diptych.site.search.records import search_records
from diptych.site.search.suggestions import MOST


def texts_by_page(document: Document) -> dict[str, dict[str, str]]:
    """By path of a page of the text in `document`, the texts that a search finds on it by id."""
    pages: dict[str, dict[str, str]] = {}
    for record in search_records(document):
        pages.setdefault(record.path, {})[record.anchor] = record.text
    return pages


def terms_beside(bitext: Bitext) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """What the original says in each of some ways, and how the translation does: the words that
    people look for, then terms and names, the most frequent first.

    overrides/assets/javascripts/concordance.js marks with them in one text what was found in the
    other.
    """
    counted = Counter[Term]()
    for each in bitext.works:
        for record in search_records(each.original):
            counted.update(_named(each, record.text))
    terms = [(term.original, term.renderings) for term, _ in counted.most_common()]
    words = bitext.search_words.both if bitext.search_words else ()
    return tuple(islice(chain(words, terms), MOST))


def _named(bitext: Bitext, text: str) -> Iterator[Term]:
    for entries in (bitext.glossary, bitext.names):
        for found in entries.in_original(text) if entries else ():
            if found.meaning.renderings:
                yield found.meaning
