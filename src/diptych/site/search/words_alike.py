"""Words that stand for one another in a search, as far as the text has one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from diptych.glossary import Glossary, Term
from diptych.language.diacritics import folded
from diptych.model import Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.site.search.index_words import words
from diptych.site.search.records import search_records

_ACRONYM = pattern_of(r"(?=.*[^\W\d_]{2})[^\W_a-z]{2,8}")

Alike = tuple[Sequence[str], Sequence[str]]
"""Words of the text, and others that mean them."""


def words_alike(bitext: Bitext, side: Side) -> tuple[Alike, ...]:
    """The words alike of the language of `side`: what editors list, and the acronyms that the
    lists of terms and of names know, each with its full name.

    Only the query is put in other words, so that the index does not grow;
    overrides/assets/javascripts/alike.js does it.
    """
    documents = (each.documents[side] for each in bitext.works)
    texts = (_spoken(record.text) for one in documents for record in search_records(one))
    text = "".join(f" {spoken} \n" for spoken in texts)
    listed = bitext.search_words.alike[side] if bitext.search_words else ()
    known = dict.fromkeys((*listed, *_acronyms((bitext.names, bitext.glossary), side)))
    alike = []
    for forms in known:
        had = [form for form in forms if f" {_spoken(form)} " in text]
        others = [form for form in forms if form not in had]
        if had and len(forms) > 1:
            alike.append((had, others))
    return tuple(alike)


def _spoken(text: str) -> str:
    return " ".join(words(folded(text)))


def _acronyms(lists: Iterable[Glossary | None], side: Side) -> Iterator[tuple[str, ...]]:
    """Each acronym with the other forms of its entry and with those of the entry above it."""
    for entries in lists:
        by_id = {term.id: term for term in entries.terms} if entries else {}
        for term in by_id.values():
            own = _forms(term, side)
            above = _forms(by_id[term.under], side) if term.under else ()
            full = tuple(form for form in (*own, *above) if not _ACRONYM.fullmatch(form))
            short = tuple(form for form in own if _ACRONYM.fullmatch(form))
            if short and full:
                yield (*short, *full)


def _forms(term: Term, side: Side) -> tuple[str, ...]:
    return term.renderings if side else term.original
