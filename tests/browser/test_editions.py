"""A site with editions: a passage's box leads to its history, and the page reads well."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE, Handler, arrived
from tests.conftest import SITE_URL
from tests.editions.published import built, with_editions
from tests.serving import served


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the root of an invented programme with editions answers."""
    site: Path = built(with_editions(tmp_path_factory.mktemp("editions") / "project"))
    with served(partial(Handler, directory=str(site))) as port:
        yield f"http://127.0.0.1:{port}{urlsplit(SITE_URL).path}"


@pytest.mark.parametrize("path", ["en/part-2/", "en/both/part-2/", "en/whole/"])
def test_the_box_of_a_passage_leads_to_its_history(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.locator("#ii-2-1 .permalink").first.dispatch_event("click")
    box = page.locator(".cite:popover-open")
    expect(box.locator("[data-unchanged]")).to_be_hidden()
    box.get_by_role("link", name="History of this passage").click()
    arrived(page, f"{address}en/guide/changes/#history-ii-2-1")
    history = page.locator("#history-ii-2-1")
    expect(history).to_be_in_viewport()
    history.get_by_role("link", name="10 May 2026").click()
    expect(page.locator("#edition-2026-05-10-ii-2-1")).to_be_in_viewport()


def test_the_box_of_a_passage_that_no_edition_touched_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}part-1/")
    page.locator("#i-p1 .permalink").first.dispatch_event("click")
    box = page.locator(".cite:popover-open")
    expect(box).to_contain_text("Không thay đổi từ bản đăng ngày 01 tháng 3 năm 2026")
    expect(box.get_by_role("link", name="Các thay đổi của đoạn này")).to_be_hidden()


def test_a_link_to_a_folded_passage_unfolds_it(page: Page, address: str) -> None:
    page.goto(f"{address}en/guide/changes/#history-ii-3-2")
    words = page.locator("#edition-2026-06-20-ii-3-2 ~ .change__words")
    expect(words).to_be_hidden()
    page.locator("#history-ii-3-2").get_by_role("link", name="20 June 2026").click()
    expect(words).to_be_visible()


def test_what_is_folded_is_printed(page: Page, address: str) -> None:
    page.goto(f"{address}guide/changes/")
    page.emulate_media(media="print")
    height = "e => e.getBoundingClientRect().height"
    assert page.locator("details .change__words").first.evaluate(height) > 50


@pytest.mark.parametrize(
    "profile",
    [
        {"viewport": PHONE, "has_touch": True},
        {"viewport": DESKTOP, "color_scheme": "dark"},
        {"viewport": {"width": 320, "height": 640}, "java_script_enabled": False},
    ],
    ids=["phone", "desktop, dark", "narrow, without scripts"],
    indirect=True,
)
def test_the_page_of_changes_fits_and_is_accessible(page: Page, address: str) -> None:
    for path in ("guide/changes/", "en/guide/changes/"):
        page.goto(address + path)
        expect(page.locator("#edition-2026-05-10 ins").first).to_be_visible()
        expect(page.locator("#history-ii-2-1")).to_be_attached()
        assert page.locator("html").evaluate("e => e.scrollWidth - innerWidth") <= 0
        if "no-js" not in (page.locator("html").get_attribute("class") or ""):
            assert violations(page) == []
