"""What a search shows beside each result: the other language's text, and terms in both."""

from __future__ import annotations

from diptych.model import Side
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.site.search.beside import terms_beside, texts_by_page
from diptych.site.search.records import search_records
from diptych.site.search.suggestions import MOST
from tests.conftest import this_text


def test_every_record_has_its_text_on_its_page() -> None:
    for document in load(settings(this_text())).documents:
        pages = texts_by_page(document)
        records = list(search_records(document))
        assert records
        assert [pages[record.path][record.anchor] for record in records] == [
            record.text for record in records
        ]


def test_the_terms_are_those_that_the_original_has_in_both_languages() -> None:
    bitext = load(settings(this_text()))
    terms = terms_beside(bitext)
    assert 0 < len(terms) <= MOST
    text = "\n".join(record.text for record in search_records(bitext.documents[Side.ORIGINAL]))
    for originals, renderings in terms:
        assert any(form.lower() in text.lower() for form in originals), originals
        assert renderings, originals
    assert ("ngoại giao kinh tế", "economic diplomacy") in [(a[0], b[0]) for a, b in terms]
