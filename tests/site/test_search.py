"""What is put into the search index, and what a search suggests."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from diptych.glossary.search_words import SearchWords
from diptych.language.diacritics import folded
from diptych.language.locales import locale
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.reader import read_document
from diptych.site.search.citation_words import CITED, citation_words
from diptych.site.search.index_words import words
from diptych.site.search.records import search_records
from diptych.site.search.suggestions import MOST, suggestions
from diptych.site.search.words_alike import words_alike
from tests.conftest import this_text


@pytest.fixture(scope="module")
def real() -> Bitext:
    return load(settings(this_text()))


@pytest.mark.parametrize("side", Side)
def test_every_provision_of_the_programme_is_a_record(real: Bitext, side: Side) -> None:
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


@pytest.mark.parametrize("side", Side)
def test_no_two_records_answer_to_one_citation(real: Bitext, side: Side) -> None:
    document = real.documents[side]
    spoken = locale(document.locale)
    found = Counter(
        word
        for record in search_records(document)
        for word in citation_words(record.citation, record.anchor, spoken, record.steps)
    )
    assert set(found.values()) == {1}


WRITINGS = {
    ("Phần III, mục 2, gạch đầu dòng thứ nhất", "vi"): (
        "phaniiimuc2gachdaudongthunhat phan3muc2gachdaudongthunhat "
        "gachdaudongthunhatmuc2phaniii gachdaudongthunhatmuc2phan3 "
        "iii2gachdaudongthunhat iii21"
    ),
    ("Part III, Section 2", "en"): (
        "partiiisection2 part3section2 section2partiii section2part3 iii2 iii21"
    ),
    ("I", "fr"): "iii21",  # a letter alone may be anything
}


@pytest.mark.parametrize(("citation", "language"), WRITINGS)
def test_a_citation_is_one_word_a_writing(citation: str, language: str) -> None:
    words = citation_words(citation, "iii-2-1", locale(language))
    writings = WRITINGS[citation, language].split()
    assert words == tuple(f"{CITED}{writing}{CITED}" for writing in writings)


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
    real: Bitext, side: Side, wanted: set[str]
) -> None:
    found = suggestions(real, side)
    assert wanted <= set(found)
    assert len({folded(phrase) for phrase in found}) == len(found) <= MOST


def test_nothing_is_suggested_that_the_text_does_not_have(real: Bitext) -> None:
    for side in Side:
        text = folded(" ".join(record.text for record in search_records(real.documents[side])))
        assert [phrase for phrase in suggestions(real, side) if folded(phrase) not in text] == []


@pytest.mark.parametrize(
    ("side", "wanted"),
    [
        (Side.ORIGINAL, (["đường bay"], ["chuyến bay"])),
        (Side.ORIGINAL, (["Ủy ban nhân dân", "UBND"], [])),
        (Side.ORIGINAL, (["FTA", "hiệp định thương mại tự do"], [])),
        (Side.TRANSLATION, (["labour"], ["labor"])),
        (Side.TRANSLATION, (["UN", "United Nations"], [])),
    ],
)
def test_words_that_people_use_stand_beside_those_of_the_text(
    real: Bitext, side: Side, wanted: tuple[list[str], list[str]]
) -> None:
    assert wanted in words_alike(real, side)


def test_words_for_nothing_in_the_text_are_left_out(real: Bitext) -> None:
    listed = SearchWords(((("tàu vũ trụ", "phi thuyền"),), ()))
    other = replace(real, search_words=listed)
    assert not any("tàu vũ trụ" in (*had, *more) for had, more in words_alike(other, Side.ORIGINAL))
    assert (
        words_alike(replace(real, search_words=None, names=None, glossary=None), Side.ORIGINAL)
        == ()
    )


def test_each_entry_of_the_programmes_list_has_a_word_of_the_text(real: Bitext) -> None:
    assert real.search_words
    for side in Side:
        known = [{*had, *others} for had, others in words_alike(real, side)]
        assert [forms for forms in real.search_words.alike[side] if set(forms) not in known] == []


def test_a_document_is_suggested_once(real: Bitext) -> None:
    """Also where it is printed with "No." here and without it there."""
    found = [phrase for phrase in suggestions(real, Side.TRANSLATION) if "15-CT/TW" in phrase]
    assert len(found) == 1


ARTICLES = {
    "vi": (
        "# III. BA\n\n1.1.1. Một.\n\n# Chương II. HAI\n\n## Điều 5. Việc\n\n1. Gồm:\n\n"
        "b) Bảng;\n\n- Số.\n"
    ),
    "en": (
        "# III. THREE\n\n1.1.1. One.\n\n# Chapter II. TWO\n\n## Article 5. Work\n\n1. It has:\n\n"
        "b) Tables;\n\n- Figures.\n"
    ),
}
TYPED = {
    "vi": {
        "điểm b khoản 1 điều 5": "dieu-5-1-b",
        "Dieu 5 khoan 1": "dieu-5-1",
        "Điều 5, khoản 1, điểm b": "dieu-5-1-b",
        "điểm b của khoản 1 thuộc Điều 5": "dieu-5-1-b",
        "Điều 5(1)(b)": "dieu-5-1-b",
        "5.1.b": "dieu-5-1-b",
        "chương 2": "chuong-2",
        "III.1.1.1": "iii-1-1-1",
        "1.1.1": "iii-1-1-1",
        "gạch đầu dòng thứ nhất điểm b khoản 1 Điều 5": "dieu-5-1-b-1",
    },
    "en": {
        "Article 5(1)(b)": "dieu-5-1-b",
        "point b of clause 1 of article 5": "dieu-5-1-b",
        "Article 5": "dieu-5",
        "Chapter II": "chuong-2",
        "Section 1.1.1": "",
        "Part III, Section 1.1.1": "iii-1-1-1",
        "first dash, point b, clause 1, article 5": "dieu-5-1-b-1",
    },
}


def test_a_row_of_a_table_shows_its_cells(tmp_path: Path) -> None:
    table = (
        "| No. | Task | Lead |\n| --- | --- | --- |\n| 1 | To dredge | Office |\n| I | All | |\n"
    )
    (tmp_path / "a.md").write_text(f"# ANNEX II. TASKS\n\n{table}", encoding="utf-8")
    document = read_document(tmp_path / "a.md", "en")
    assert [record.text for record in search_records(document)][1:] == [
        "No. · Task · Lead",
        "1 · To dredge · Office",
        "I · All",
    ]


@pytest.mark.parametrize(
    ("language", "typed"), [(tag, typed) for tag in TYPED for typed in TYPED[tag]]
)
def test_an_article_is_found_as_people_type_it(language: str, typed: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLES[language], encoding="utf-8")
    asked = [w for w in words(folded(typed)) if w not in ("of", "the", "cua", "thuoc")]
    found = [
        record.anchor
        for record in search_records(read_document(tmp_path / "a.md", language))
        if f"{CITED}{''.join(asked)}{CITED}"
        in citation_words(record.citation, record.anchor, locale(language), record.steps)
    ]
    assert found == ([TYPED[language][typed]] if TYPED[language][typed] else [])
