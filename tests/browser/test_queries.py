"""What people may look for finds its provision first, with and without diacritics."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import until

QUERIES: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "queries.toml").read_text(encoding="utf-8")
)
START = {"vi": "", "en": "en/"}


def undiacritical(text: str) -> str:
    """As typed by someone without a Vietnamese keyboard."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def first_result(page: Page, query: str) -> str:
    """The id of the provision that comes first, "" when nothing is found."""
    page.locator("#query").fill(query)
    shown = "list.dataset.query === query && list.ariaBusy === 'false'"
    results = "document.getElementById('results')"
    until(page, f"((list, query) => {shown})({results}, {json.dumps(query)})")
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


def test_every_expected_provision_is_on_a_page(site: Path) -> None:
    html = "".join(path.read_text(encoding="utf-8") for path in site.rglob("index.html"))
    for queries in QUERIES.values():
        for provision in queries.values():
            assert f'id="{provision}"' in html
