"""What is put into the search index, and what a search suggests."""

from __future__ import annotations

import pytest

from programme.bitext import Bitext
from programme.check import load
from programme.configuration import settings
from programme.exports.search import search_records
from programme.exports.suggestions import MOST, suggestions
from programme.folding import folded
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def real() -> Bitext:
    return load(settings(ROOT))


@pytest.mark.parametrize("side", [0, 1])
def test_every_provision_of_the_programme_is_a_record(real: Bitext, side: int) -> None:
    document = real.documents[side]
    records = {record.anchor: record for record in search_records(document)}
    for page in document.pages:
        for provision in page.provisions():
            if page.editorial:
                assert provision.id not in records
            elif provision.segment.text:
                assert records[provision.id].text == provision.segment.text
                assert records[provision.id].citation == provision.citation
    assert {"iii-3-fn-1", "iii-3-fn-2", "ii-1"} <= records.keys()
    assert {record.locale for record in records.values()} == {document.locale}


@pytest.mark.parametrize(
    ("side", "wanted"),
    [
        (
            0,
            {"ngoại giao kinh tế", "yến sào", "Nhật Bản", "Nghị quyết số 55/2022/QH15", "Mục đích"},
        ),
        (1, {"economic diplomacy", "Japan", "Resolution No. 55/2022/QH15", "Tasks and solutions"}),
    ],
)
def test_terms_names_documents_and_headings_are_suggested(
    real: Bitext, side: int, wanted: set[str]
) -> None:
    found = suggestions(real, side)
    assert wanted <= set(found)
    assert len({folded(phrase) for phrase in found}) == len(found) <= MOST


def test_nothing_is_suggested_that_the_text_does_not_have(real: Bitext) -> None:
    for side in (0, 1):
        text = folded(" ".join(record.text for record in search_records(real.documents[side])))
        assert [phrase for phrase in suggestions(real, side) if folded(phrase) not in text] == []


def test_a_document_is_suggested_once(real: Bitext) -> None:
    """Also where it is printed with "No." here and without it there."""
    found = [phrase for phrase in suggestions(real, 1) if "15-CT/TW" in phrase]
    assert len(found) == 1
