"""The words of a text and of a query: Python makes the index, JavaScript asks it."""

from __future__ import annotations

import json
import subprocess
import sysconfig
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from diptych.language.diacritics import folded
from diptych.language.locales import locale
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.site.search.citation_words import CITED, citation_words
from diptych.site.search.index_words import DATED, date_words, exact_form, index_words, words
from diptych.site.search.records import search_records
from tests.conftest import this_text

TABLE = Path(__file__).with_name("word_forms.toml")
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
each_case = pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])


DATES = tomllib.loads(TABLE.with_name("dates.toml").read_text(encoding="utf-8"))["case"]
OTHER_LETTERS = {
    "Ðối ngoại": "Đối ngoại",
    "Ɖối ngoại": "Đối ngoại",
    "ðô thị": "đô thị",
    "“đô thị”": '"đô thị"',
}
"""What other keyboards type for Đ and for quotation marks, and what is meant."""

MONTHS = {
    "tháng 8": ["08"],
    "thang 08, tháng 12": ["08", "12"],
    "August": ["08"],
    "conference in December": ["12"],
    "enterprises may march": [],
    "3 tháng, 8": [],
}
"""The months that a query asks for, whatever their year."""


def in_javascript(texts: list[str]) -> list[dict[str, Any]]:
    """The forms of the words of each text as matching.js makes them, its dates as dates.js does."""
    deno = Path(sysconfig.get_path("scripts")) / "deno"
    script = Path(__file__).with_name("word_forms.js")
    done = subprocess.run(
        [deno, "run", "--quiet", "--no-config", "--cached-only", script],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    forms: list[dict[str, Any]] = json.loads(done.stdout)
    return forms


def words_of(forms: list[dict[str, Any]]) -> list[dict[str, list[str]]]:
    return [{"plain": form["plain"], "exact": form["exact"]} for form in forms]


def in_python(text: str) -> dict[str, list[str]]:
    found = words(text)
    return {"plain": [folded(word) for word in found], "exact": [exact_form(w) for w in found]}


@cache
def answered() -> dict[str, Any]:
    titles = [case["title"] for case in CASES]
    forms = words_of(in_javascript([case["text"] for case in CASES]))
    return dict(zip(titles, forms, strict=True))


@each_case
def test_python_has_the_forms_of_the_table(case: dict[str, Any]) -> None:
    assert in_python(case["text"]) == {"plain": case["plain"], "exact": case["exact"]}


@each_case
def test_javascript_has_the_forms_of_the_table(case: dict[str, Any]) -> None:
    assert answered()[case["title"]] == {"plain": case["plain"], "exact": case["exact"]}


@each_case
def test_a_citation_is_the_plain_words_in_one(case: dict[str, Any]) -> None:
    [*cited] = citation_words(case["text"], "", locale("fr"))
    joined = "".join(case["plain"])
    assert (f"{CITED}{joined}{CITED}" in cited) == (len(joined) > 1)


@each_case
def test_the_index_has_each_word_that_a_query_asks_for(case: dict[str, Any]) -> None:
    indexed = index_words(case["text"], "vi").split()
    assert {word for word in case["exact"] if word.startswith("θ")} <= set(indexed)


@pytest.mark.parametrize("side", [0, 1])
def test_both_make_the_same_words_of_the_programme(side: int) -> None:
    document = load(settings(this_text())).documents[side]
    texts = [f"{record.citation} {record.text}" for record in search_records(document)]
    assert len(texts) > 1
    assert words_of(in_javascript(texts)) == [in_python(text) for text in texts]


def test_what_other_keyboards_type_is_what_is_meant() -> None:
    printed = [forms["printed"] for forms in in_javascript([*OTHER_LETTERS])]
    assert printed == [*OTHER_LETTERS.values()]


def test_both_read_the_same_dates_by_value() -> None:
    in_queries = [forms["dates"] for forms in in_javascript([case["text"] for case in DATES])]
    assert in_queries == [[f"{DATED}{one}{DATED}" for one in case["dates"]] for case in DATES]
    for case in DATES:
        if not case.get("typed"):
            values = {part for day in case["dates"] for part in (day, day[:6], day[4:6])}
            expected = [f"{DATED}{one}{DATED}" for one in sorted(values)]
            assert date_words(case["text"], case["language"]) == expected
            assert set(expected) <= set(index_words(case["text"], case["language"]).split())


def test_months_without_a_year_are_read_where_they_are_asked_for() -> None:
    in_queries = in_javascript([*MONTHS])
    assert [forms["dates"] for forms in in_queries] == [[] for _ in MONTHS]
    assert [forms["months"] for forms in in_queries] == [
        [f"{DATED}{month}{DATED}" for month in months] for months in MONTHS.values()
    ]


@pytest.mark.parametrize("side", [0, 1])
def test_each_date_of_the_programme_is_looked_for_as_it_is_indexed(side: int) -> None:
    document = load(settings(this_text())).documents[side]
    texts = [record.text for record in search_records(document)]
    indexed = [set(date_words(text, document.locale)) for text in texts]
    assert any(indexed)
    for forms, known in zip(in_javascript(texts), indexed, strict=True):
        assert set(forms["dates"]) <= known
        assert {word for word in known if len(word) > len("τ202208τ")} <= set(forms["dates"])
