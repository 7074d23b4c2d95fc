"""Search in a real browser: typed with and without diacritics, run from the keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect


def search(page: Page, query: str) -> None:
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(query)


@pytest.mark.parametrize(
    ("start", "query", "first"),
    [
        ("part-1/", "đường bay thẳng", "part-3/section-2/#iii-2-1"),
        ("part-1/", "duong bay thang", "part-3/section-2/#iii-2-1"),
        ("part-1/", "yến sào", "part-3/section-3/#iii-3-2"),
        ("part-1/", "yen sao", "part-3/section-3/#iii-3-2"),
        ("", "UNESCO", "part-3/section-"),
        ("en/", "direct international air route", "en/part-3/section-2/#iii-2-1"),
        ("en/part-4/", "bird's nest", "en/part-3/section-3/#iii-3-2"),
    ],
)
def test_a_query_finds_its_provision(
    page: Page, address: str, start: str, query: str, first: str
) -> None:
    page.goto(address + start)
    search(page, query)
    option = page.locator("#results li").first
    expect(option).to_be_visible()
    expect(option.locator("mark").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(address + first)))
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_results_are_in_the_readers_language_and_counted_aloud(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    search(page, "Ulsan")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ results?"))
    for link in page.locator("#results a").all():
        assert "/en/" in str(link.get_attribute("href"))


def test_the_arrows_walk_through_the_results(page: Page, address: str) -> None:
    page.goto(f"{address}part-1/")
    search(page, "tinh uy")
    results = page.locator("#results a")
    expect(results.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(results.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_no_result_says_so(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "zzzz")
    expect(page.get_by_role("status")).to_have_text(re.compile("Không tìm thấy"))


def test_nothing_of_the_search_is_loaded_before_it_is_asked_for(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(f"{address}part-3/section-2/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "pagefind" in url or "search.js" in url]
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_hidden()
