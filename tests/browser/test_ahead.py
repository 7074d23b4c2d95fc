"""Going on: the page that a reader is about to open is there before the click."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, Handler, after_timers, arrived, until
from tests.conftest import SITE_URL
from tests.serving import served

COLD = {"viewport": DESKTOP, "cold": True}
HINTS = "[...document.querySelectorAll('link[rel=prefetch]')].map((link) => link.href)"
DELIVERED = "performance.getEntriesByType('navigation')[0].deliveryType"


ASKED: list[str] = []
"""The pages that the server was asked for."""


class _Lasting(Handler):
    """Lets everything be kept for ten minutes, as GitHub Pages does."""

    def do_GET(self) -> None:  # noqa: N802 - inherited name
        if self.path.endswith("/"):
            ASKED.append(self.path)
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(partial(_Lasting, directory=str(site))) as port:
        yield f"http://127.0.0.1:{port}{urlsplit(SITE_URL).path}"


@pytest.mark.parametrize("profile", [COLD], indirect=True)
@pytest.mark.parametrize("how", ["pointer", "keyboard"])
def test_the_page_that_is_about_to_be_opened_is_asked_for_before_the_click(
    page: Page, address: str, how: str
) -> None:
    page.goto(f"{address}part-1/")
    link = page.locator(".pager__next")
    ASKED.clear()
    if how == "pointer":
        link.hover()
    else:
        link.focus()
    until(page, f"{HINTS}.includes('{address}part-2/')")
    until(page, f"performance.getEntriesByName('{address}part-2/')[0]")
    if how == "pointer":
        link.click()
    else:
        page.keyboard.press("Enter")
    arrived(page, f"{address}part-2/")
    assert page.evaluate(DELIVERED) == "cache"
    assert [f"{urlsplit(address).path}part-2/"] == ASKED, "once, and not at the click"


@pytest.mark.parametrize("profile", [COLD], indirect=True)
def test_only_pages_of_the_site_are_fetched_ahead(page: Page, address: str) -> None:
    page.goto(f"{address}guide/downloads/")
    page.locator(".header__name").hover()
    until(page, f"{HINTS}.length")
    page.locator("a[download]").first.hover()
    page.locator(".contents a", has_text="Tóm lược").hover()
    until(page, f"{HINTS}.length > 1")
    assert page.evaluate(HINTS) == [address, f"{address}guide/at-a-glance/"]


@pytest.mark.parametrize("profile", [COLD], indirect=True)
def test_from_the_guide_the_readers_own_view_is_fetched(page: Page, address: str) -> None:
    page.goto(f"{address}part-1/")
    page.get_by_role("link", name="Song ngữ", exact=True).click()
    arrived(page, re.compile("both/part-1/"))
    page.goto(f"{address}guide/at-a-glance/")
    page.locator(".contents a", has_text="Mục đích, yêu cầu").hover()
    until(page, f"{HINTS}.includes('{address}both/part-2/')")


@pytest.mark.parametrize("profile", [COLD], indirect=True)
@pytest.mark.parametrize("line", ["saveData: true", "effectiveType: 'slow-2g'"])
def test_nothing_is_fetched_ahead_over_a_metered_or_slow_line(
    page: Page, address: str, line: str
) -> None:
    page.add_init_script(
        f"Object.defineProperty(navigator, 'connection', {{ value: {{ {line} }} }})"
    )
    page.goto(f"{address}part-1/")
    page.locator(".pager__next").hover()
    page.locator(".pager__next").focus()
    page.evaluate("import('/khanh-hoa/assets/javascripts/ahead.js').then(() => null)")
    page.locator(".pager__next").blur()
    page.locator(".pager__next").focus()
    after_timers(page, 200)
    assert page.evaluate(HINTS) == []
    page.locator(".pager__next").click()
    arrived(page, f"{address}part-2/")
