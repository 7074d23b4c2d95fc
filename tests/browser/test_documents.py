"""Several documents on one site in the browser: the home page, one search, the way back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import MODES, violations
from tests.browser.conftest import Handler, arrived, settled
from tests.serving import served
from tests.test_several_documents import built


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the three documents answer."""
    folder: Path = built(tmp_path_factory.mktemp("mangroves")) / "site"
    with served(partial(Handler, directory=str(folder))) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize(
    "profile", [MODES["phone, light"], MODES["desktop, dark"]], ids=["phone", "dark"], indirect=True
)
def test_nobody_is_kept_out(page: Page, address: str) -> None:
    found = []
    for shown in ("", "en/", "en/site/downloads/", "guide/glossary/", "both/plan/part-1/"):
        page.goto(f"{address}{shown}")
        settled(page)
        found += violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, page.url
    assert found == [], "\n".join(found)


def test_one_search_finds_in_all_documents_or_in_one(page: Page, address: str) -> None:
    page.goto(f"{address}en/plan/part-1/")
    page.locator("#open-search").click()
    page.locator("#query").fill("contracted communities")
    results = page.locator("#results li")
    expect(results).to_have_count(6)
    expect(results.filter(has_text="Plan No. 41/KH-UBND, Part II")).to_have_count(1)
    page.get_by_label("Search in").select_option("Decision No. 19/2032/QĐ-UBND")
    expect(results).to_have_count(2)
    expect(results.first).not_to_contain_text("Decision No. 19")
    results.first.locator("a").click()
    arrived(page, f"{address}en/decision/regulation/chapter-1/#quy-che-dieu-1-p2")


def test_what_only_the_original_says_is_shown_of_its_own_document(page: Page, address: str) -> None:
    """An id stands in several documents: it is not that of another one that is shown."""
    page.goto(f"{address}en/")
    page.locator("#open-search").click()
    page.locator("#query").fill("đơn giá giao khoán")
    first = page.locator("#results li a").first
    expect(first).to_contain_text("Plan No. 41/KH-UBND, Part II")
    expect(first).to_contain_text("unit rates of contracting")


def test_who_reads_both_languages_comes_home_and_to_the_editors_pages(
    page: Page, address: str
) -> None:
    page.goto(f"{address}plan/part-1/")
    page.get_by_role("link", name="Song ngữ", exact=True).click()
    arrived(page, f"{address}both/plan/part-1/")
    page.locator(".contents").get_by_role("link", name="Ai làm gì").click()
    arrived(page, f"{address}plan/guide/duties/")
    page.locator(".contents").get_by_role("link", name="Thuật ngữ").click()
    arrived(page, f"{address}guide/glossary/")
    page.locator(".header__name").click()
    arrived(page, address)
    page.get_by_role("link", name="Kế hoạch số 41/KH-UBND").first.click()
    arrived(page, f"{address}both/plan/")
