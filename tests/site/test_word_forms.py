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
from diptych.site.search.index_words import exact_form, index_words, words
from diptych.site.search.records import search_records
from tests.conftest import ROOT

TABLE = Path(__file__).with_name("word_forms.toml")
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
each_case = pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])


def in_javascript(texts: list[str]) -> list[dict[str, list[str]]]:
    """The forms of the words of each text as matching.js makes them."""
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
    forms: list[dict[str, list[str]]] = json.loads(done.stdout)
    return forms


def in_python(text: str) -> dict[str, list[str]]:
    found = words(text)
    return {"plain": [folded(word) for word in found], "exact": [exact_form(w) for w in found]}


@cache
def answered() -> dict[str, Any]:
    titles = [case["title"] for case in CASES]
    return dict(zip(titles, in_javascript([case["text"] for case in CASES]), strict=True))


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
    document = load(settings(ROOT)).documents[side]
    texts = [f"{record.citation} {record.text}" for record in search_records(document)]
    assert len(texts) > 1
    assert in_javascript(texts) == [in_python(text) for text in texts]
