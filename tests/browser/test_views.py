"""The three views of a page: changing between them keeps the line, the choice is remembered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, SCRIPTED, arrived, held_up, until

BOTH_SIZES = pytest.mark.parametrize(
    "profile",
    [{"viewport": DESKTOP}, {"viewport": PHONE, "has_touch": True}],
    ids=["desktop", "phone"],
    indirect=True,
)
LINE = """([id, language]) => {
  const provision = document.getElementById(id);
  const text = [...provision.children].find((child) => child.lang === language)
    ?? provision.querySelector("p") ?? provision;
  const box = text.getBoundingClientRect();
  const top = document.querySelector(".header").offsetHeight + 8;
  return [box.top - top, box.height];
}"""
"""How far a text's top is below the header, and its height, in pixels."""


def choose(page: Page, view: str) -> None:
    """Follow the link to a view, wherever the page has been scrolled to."""
    link = page.locator(".views").get_by_role("link", name=view)
    link.evaluate("link => link.click()")


def read_on(page: Page, identity: str, language: str, part: float) -> None:
    """Scroll until `part` of the text's height has gone by."""
    top, height = page.evaluate(LINE, [identity, language])
    page.evaluate("by => scrollBy({ top: by, behavior: 'instant' })", top + part * height)


def assert_same_line(page: Page, identity: str, language: str, part: float) -> None:
    """`part` of the text's height has gone by, give or take a line, once the page is there: the
    script that goes there is asked for by itself.
    """

    def there() -> bool:
        top, height = page.evaluate(LINE, [identity, language])
        return bool(-top / height == pytest.approx(part, abs=32 / height))

    until(page, there)


@BOTH_SIZES
def test_changing_the_view_keeps_the_line(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-2/")
    read_on(page, "iii-2-1", "vi", 0.4)
    for view, path, language in (
        ("Song ngữ", "both/part-3/section-2/", "vi"),
        ("English", "en/part-3/section-2/", "en"),
        ("Both", "en/both/part-3/section-2/", "en"),
        ("Tiếng Việt", "part-3/section-2/", "vi"),
    ):
        choose(page, view)
        arrived(page, f"{address}{path}#iii-2-1")
        assert_same_line(page, "iii-2-1", language, 0.4)


def test_who_is_faster_than_the_script_is_led_to_the_line_all_the_same(
    page: Page, address: str
) -> None:
    late = held_up(page, "**/reading.js")
    page.goto(f"{address}part-3/section-2/")
    until(page, SCRIPTED)
    read_on(page, "iii-2-1", "vi", 0.4)
    choose(page, "English")
    until(page, lambda: late)
    for request in late:
        request.continue_()
    page.unroute("**/reading.js")
    arrived(page, f"{address}en/part-3/section-2/#iii-2-1")
    assert_same_line(page, "iii-2-1", "en", 0.4)


@BOTH_SIZES
def test_the_header_changes_the_view_from_the_middle_of_the_text(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-2/")
    read_on(page, "iii-2-3", "vi", 0.4)
    for path, language in (("both/part-3/section-2/", "vi"), ("part-3/section-2/", "vi")):
        page.locator("#other-view").evaluate("link => link.click()")
        arrived(page, f"{address}{path}#iii-2-3")
        assert_same_line(page, "iii-2-3", language, 0.4)
    expect(page.locator("#other-view")).to_be_in_viewport()


def test_a_page_of_the_editors_keeps_the_view_of_the_text(page: Page, address: str) -> None:
    page.goto(f"{address}part-1/")
    choose(page, "Song ngữ")
    arrived(page, f"{address}both/part-1/")
    page.goto(f"{address}guide/documents/")
    page.locator(".header__language").click()
    arrived(page, f"{address}en/guide/documents/")
    page.locator(".contents").get_by_role("link", name="Situation").click()
    arrived(page, f"{address}en/both/part-1/")
    page.locator(".header__name").click()
    arrived(page, f"{address}en/both/")
    page.goto(f"{address}guide/downloads/")
    with page.expect_download() as download:
        page.locator(".downloads a[href$='programme.vi.pdf']").first.click()
    assert download.value.url == f"{address}downloads/programme.vi.pdf"


def test_the_language_of_a_register_changes_at_the_entry_in_sight(page: Page, address: str) -> None:
    page.goto(f"{address}guide/documents/")
    page.locator("[id='34-nq-tw']").evaluate("e => e.scrollIntoView()")
    page.locator(".header__language").evaluate("link => link.click()")
    arrived(page, f"{address}en/guide/documents/#34-nq-tw")


def test_a_provision_in_the_middle_of_the_window_stays_there(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-3/section-3/#iii-3-2")
    page.evaluate("scrollBy({ top: -120, behavior: 'instant' })")
    before, _ = page.evaluate(LINE, ["iii-3-2", "en"])
    choose(page, "Both")
    arrived(page, f"{address}en/both/part-3/section-3/#iii-3-2")
    after, _ = page.evaluate(LINE, ["iii-3-2", "en"])
    assert after == pytest.approx(before, abs=2)


def test_the_choice_is_remembered_at_the_sites_beginning(page: Page, address: str) -> None:
    page.goto(f"{address}part-1/")
    choose(page, "English")
    arrived(page, f"{address}en/part-1/")
    choose(page, "Both")
    arrived(page, f"{address}en/both/part-1/")
    page.goto("about:blank")
    page.goto(address, wait_until="commit")  # it leads on by itself
    arrived(page, f"{address}en/both/")
    # but an address that says what it shows is obeyed, and so is a link inside the site
    page.goto(f"{address}part-2/")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.locator(".header__name").click()
    arrived(page, address)


def test_from_a_page_of_the_editors_links_lead_to_the_view_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}part-1/")
    choose(page, "Song ngữ")
    arrived(page, f"{address}both/part-1/")
    page.goto(f"{address}site/corrections/")
    page.locator(".corrections__place a").first.click()
    arrived(page, f"{address}both/part-1/#i-p1")
    choose(page, "Tiếng Việt")
    arrived(page, f"{address}part-1/#i-p1")
    page.goto(f"{address}site/corrections/")
    page.locator(".corrections__place a").first.click()
    arrived(page, f"{address}part-1/#i-p1")


@pytest.mark.parametrize("profile", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_every_view_is_a_page(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-3/section-2/")
    page.locator(".views").get_by_role("link", name="Both").click()
    arrived(page, f"{address}en/both/part-3/section-2/")
    expect(page.locator("#iii-2-2 > [lang=vi]")).to_contain_text("Ngân hàng Thế giới")
    expect(page.locator("#iii-2-2 > [lang=en]")).to_contain_text("World Bank")


@pytest.mark.parametrize("profile", [{"viewport": PHONE, "has_touch": True}], indirect=True)
def test_the_header_says_where_one_is_on_a_phone(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-3/section-2/")
    where = page.locator(".header__where")
    expect(where).to_be_hidden()
    page.locator("#iii-2-3").evaluate("e => e.scrollIntoView()")
    expect(where).to_be_visible()
    expect(where).to_have_text("Part III, Section 2, third indent")
