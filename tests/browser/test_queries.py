"""What people may look for finds its provision first, with and without diacritics."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import until

TABLES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "queries.toml").read_text(encoding="utf-8")
)
NEAREST: dict[str, dict[str, list[str]]] = TABLES.pop("nearest")
QUERIES: dict[str, dict[str, str]] = TABLES
NONE_HAS_ALL = re.compile("No passage has all of this|Không có đoạn nào có đủ")
WITHOUT = ".search__without"
START = {"vi": "", "en": "en/"}


def undiacritical(text: str) -> str:
    """As typed by someone without a Vietnamese keyboard."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def searched(page: Page, query: str) -> None:
    """Type `query` and wait for what is found."""
    page.locator("#query").fill(query)
    shown = "list?.dataset.query === query && list.ariaBusy === 'false'"
    results = "document.getElementById('results')"
    until(page, f"((list, query) => {shown})({results}, {json.dumps(query)})")


def first_result(page: Page, query: str) -> str:
    """The id of the provision that comes first, "" when nothing is found."""
    searched(page, query)
    link = page.locator("#results a").first
    return str(link.get_attribute("href")).partition("#")[2] if link.count() else ""


def test_there_are_queries_in_both_languages() -> None:
    assert all(QUERIES[locale] for locale in START)
    assert set(QUERIES) == set(START)


@pytest.mark.parametrize("locale", QUERIES)
def test_every_query_finds_its_provision_first(page: Page, address: str, locale: str) -> None:
    page.goto(address + START[locale])
    page.keyboard.press("/")
    asked = {
        form: wanted
        for query, wanted in QUERIES[locale].items()
        for form in (query, undiacritical(query))
    }
    found = {query: first_result(page, query) for query in asked}
    assert found == asked


@pytest.mark.parametrize("locale", NEAREST)
def test_of_what_lacks_words_the_nearest_comes_first_and_says_so(
    page: Page, address: str, locale: str
) -> None:
    page.goto(address + START[locale])
    page.keyboard.press("/")
    found = {}
    for query in NEAREST[locale]:
        found[query] = [first_result(page, query)]
        found[query] += page.locator("#results li").first.locator(WITHOUT).all_text_contents()
        expect(page.get_by_role("status")).to_contain_text(NONE_HAS_ALL)
    said = {"en": "without: {}", "vi": "không có: {}"}[locale]
    assert found == {
        query: [first, *([said.format(lacking)] if lacking else [])]
        for query, (first, lacking) in NEAREST[locale].items()
    }


def test_every_expected_provision_is_on_a_page(site: Path) -> None:
    html = "".join(path.read_text(encoding="utf-8") for path in site.rglob("index.html"))
    wanted = [provision for queries in QUERIES.values() for provision in queries.values()]
    wanted += [first for queries in NEAREST.values() for first, _ in queries.values()]
    for provision in wanted:
        assert f'id="{provision}"' in html
