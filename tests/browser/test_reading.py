"""Reading: every page at every width, the switch of language, anchors, light and dark."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from scripts.find_browser import installed_browser

from tests.browser.conftest import DESKTOP, PHONE, arrived, at_rest, settled, until
from tests.built_site.test_pages import PAGES
from tests.built_site.test_pages import address as path_of
from tests.conftest import SWITCHES

WIDTHS = pytest.mark.parametrize(
    "profile",
    [
        {"viewport": PHONE, "has_touch": True},
        {"viewport": DESKTOP},
        {"viewport": {"width": 320, "height": 640}},
    ],
    ids=["phone", "desktop", "narrow"],
    indirect=True,
)  # fmt: skip


@WIDTHS
def test_no_page_is_wider_than_its_window(page: Page, address: str) -> None:
    for where in [*PAGES, None]:
        page.goto(address + (path_of(*where) if where else "no/such/page/"))
        until(page, "document.fonts.ready")
        width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert width <= 0, f"{where} overflows by {width}px"
        expect(page.locator("h1").first).to_be_visible()


SHIFT = """() => new Promise((resolve) => {
  let sum = 0;
  const ours = performance.now();
  new PerformanceObserver((list) => {
    for (const { startTime, value } of list.getEntries()) {
      if (startTime >= ours) resolve(sum);
      sum += value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  const pushing = document.createElement("div");
  pushing.style.height = "50vh";
  document.body.prepend(pushing);
})"""
"""By how much the page has shifted before we push it: a shift that is told after all others."""


def test_the_layout_does_not_shift(page: Page, address: str) -> None:
    for path in ("", "part-3/section-2/", "part-3/section-3/", "en/part-4/"):
        page.goto(address + path)
        shift = page.evaluate(SHIFT)
        assert shift < 0.02, f"{path} shifts by {shift}"


def test_the_language_switch_goes_to_the_same_provision(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-2/#iii-2-3")
    switch_to(page, "English")
    arrived(page, f"{address}en/part-3/section-2/#iii-2-3")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#iii-2-3")).to_be_in_viewport()
    switch_to(page, "Tiếng Việt")
    arrived(page, f"{address}part-3/section-2/#iii-2-3")


def switch_to(page: Page, language: str) -> None:
    # Playwright's click scrolls to where a sticky header would be without its stickiness.
    page.locator("header").get_by_role("link", name=language).evaluate(
        "e => e.focus({ preventScroll: true })"
    )
    page.keyboard.press("Enter")


def test_the_language_switch_keeps_the_provision_in_sight(page: Page, address: str) -> None:
    page.goto(f"{address}part-4/")
    page.locator("#iv-4").evaluate("e => e.scrollIntoView()")
    switch_to(page, "English")
    arrived(page, re.compile(r"/en/part-4/#iv-[34]$"))


def test_the_original_is_one_link_away(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-1/#i-p2")
    page.get_by_role("link", name="Read the original").evaluate("link => link.click()")
    arrived(page, f"{address}part-1/#i-p2")


def test_a_permalink_appears_on_hover_and_leads_to_its_provision(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-1/")
    link = page.locator("#iii-1-2 .permalink")
    expect(link).to_have_css("opacity", "0")
    page.locator("#iii-1-2").hover()
    expect(link).not_to_have_css("opacity", "0")
    link.click()
    arrived(page, f"{address}part-3/section-1/#iii-1-2")
    assert page.locator("#iii-1-2").evaluate("e => e.matches(':target')")


@pytest.mark.parametrize("profile", [{"viewport": PHONE, "has_touch": True}], indirect=True)
def test_a_footnote_and_the_way_back(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-3/")
    mark = at_rest(page.locator("a.footnote-ref").first)
    mark.tap()
    expect(page.get_by_role("tooltip")).to_contain_text("Nghị quyết số 34-NQ/TW")
    arrived(page, f"{address}part-3/section-3/")
    mark.tap()
    arrived(page, f"{address}part-3/section-3/#iii-3-fn-1")
    expect(page.locator("#iii-3-fn-1")).to_be_in_viewport()
    page.locator("#iii-3-fn-1 .footnote-backref").tap()
    expect(page.locator("#iii-3-fn-1-ref")).to_be_in_viewport()


@pytest.mark.parametrize("profile", [{"viewport": PHONE, "has_touch": True}], indirect=True)
def test_the_contents_open_on_a_phone(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-1/")
    contents = page.get_by_role("navigation", name="Contents")
    expect(contents).to_be_hidden()
    page.get_by_role("button", name="Contents").tap()
    expect(contents).to_be_visible()
    contents.get_by_role("link", name="III. Tasks and solutions").tap()
    arrived(page, f"{address}en/part-3/")
    expect(page.get_by_role("navigation", name="Contents")).to_be_hidden()


@pytest.mark.parametrize("profile", [{"color_scheme": "dark"}], indirect=True)
def test_light_and_dark_follow_the_system_until_the_reader_chooses(
    page: Page, address: str
) -> None:
    def background() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    page.goto(address)
    dark = background()
    button = page.locator("#theme")
    expect(button).to_have_attribute("aria-label", "Giao diện: theo hệ thống")
    button.click()
    expect(button).to_have_attribute("aria-label", "Giao diện: sáng")
    light = background()
    assert light != dark
    page.goto(f"{address}en/part-4/")
    assert background() == light
    page.locator("#theme").click()
    assert background() == dark


@pytest.mark.parametrize("profile", [{"viewport": PHONE, "has_touch": True}], indirect=True)
def test_on_a_phone_light_and_dark_are_chosen_below_the_contents(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-1/")
    expect(page.locator("#theme")).to_be_hidden()
    page.get_by_role("button", name="Contents").tap()
    page.get_by_role("button", name="Appearance: same as the system").tap()
    expect(page.get_by_role("button", name="Appearance: light")).to_be_visible()
    page.get_by_role("button", name="Appearance: light").tap()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_not_found_speaks_the_language_of_the_address_first(page: Page, address: str) -> None:
    page.goto(f"{address}không/có/trang/này/")
    expect(page.locator("h1")).to_have_text(["Không tìm thấy trang", "Page not found"])
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.goto(f"{address}en/no/such/page/at/all/")
    expect(page.locator("h1")).to_have_text(["Page not found", "Không tìm thấy trang"])
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="To the beginning").click()
    arrived(page, f"{address}en/")


@pytest.mark.parametrize("profile", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_the_page_says_what_it_says(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-3/")
    expect(page.locator("#iii-3-3")).to_contain_text("người Việt Nam ở nước ngoài")
    expect(page.locator("#open-search")).to_be_hidden()
    expect(page.locator("#theme")).to_be_hidden()
    page.locator("header").get_by_role("link", name="English").click()
    arrived(page, f"{address}en/part-3/section-3/")
    page.goto(f"{address}no/such/page/")
    assert page.locator("h1:visible").count() == 2


@pytest.mark.parametrize("profile", [{"viewport": {"width": 190, "height": 420}}], indirect=True)
def test_large_text_leaves_a_phone_room_to_read(page: Page, address: str) -> None:
    """To a page, a phone with letters of twice the size is one of half the width."""
    for path in ("", "en/part-1/", "en/both/part-1/"):
        page.goto(address + path)
        height = "document.querySelector('.header').offsetHeight"
        assert page.evaluate(height) <= 120, path
        page.mouse.wheel(0, 400)
        until(page, f"{height} <= 60")
        expect(page.locator("#open-search")).to_be_in_viewport(ratio=1)
        expect(page.locator(".header__language")).to_be_in_viewport(ratio=1)


def test_the_text_is_reached_first_from_the_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}part-1/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Đến nội dung chính")
    page.keyboard.press("Enter")
    arrived(page, f"{address}part-1/#text")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize(
    ("profile", "beside"),
    [
        ({"viewport": {"width": 1280, "height": 800}}, True),
        ({"viewport": {"width": 390, "height": 844}}, False),
    ],
    indirect=["profile"],
    ids=["wide", "phone"],
)
def test_in_both_languages_provision_stands_beside_or_under_provision(
    page: Page, address: str, beside: bool
) -> None:
    page.goto(f"{address}both/part-3/section-3/")
    vietnamese = page.locator("#iii-3-2 > [lang=vi]").bounding_box()
    english = page.locator("#iii-3-2 > [lang=en]").bounding_box()
    assert vietnamese is not None
    assert english is not None
    if beside:
        assert english["x"] > vietnamese["x"] + vietnamese["width"]
        assert english["y"] == vietnamese["y"]
    else:
        assert english["y"] >= vietnamese["y"] + vietnamese["height"]


@pytest.mark.parametrize(
    ("area", "name", "value"),
    [
        ("localStorage", "home", "fr/"),
        ("localStorage", "home", "//example.org/"),
        ("localStorage", "theme", "system"),
        ("sessionStorage", "place", "x"),
        ("sessionStorage", "place", '{"id": 1}'),
        ("sessionStorage", "place", "[]"),
    ],
)
@pytest.mark.parametrize("scope", ["", "${location.pathname}"], ids=["other site", "this site"])
def test_what_is_stored_by_others_does_no_harm(
    page: Page, address: str, area: str, name: str, value: str, scope: str
) -> None:
    page.goto(address)
    page.evaluate(f"value => {area}.setItem(`{scope}{name}`, value)", value)
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#theme")).to_have_accessible_name("Giao diện: theo hệ thống")
    expect(page.locator("#open-search")).to_be_visible()
    assert page.url == address


def test_no_sign_is_copied_with_the_text(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-3/section-3/")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.provisions'))")
    copied = page.evaluate("getSelection().toString()")
    assert "#" not in copied
    assert copied.startswith("3. Raising the quality")


@pytest.mark.parametrize("width", [320, 360])
def test_at_twice_the_size_a_link_leads_below_the_header(
    browser: Browser, address: str, tmp_path: Path, width: int
) -> None:
    (tmp_path / "Default").mkdir()
    settings = {"webkit": {"webprefs": {"default_font_size": 32}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(settings), encoding="utf-8")
    profile = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=installed_browser(), args=SWITCHES,
        viewport={"width": width, "height": 740},
    )  # fmt: skip
    with profile:
        page = profile.pages[0]
        for place in ("part-3/section-2/#iii-2-2", "part-3/section-3/#iii-3-fn-1"):
            page.goto("about:blank")
            page.goto(address + place)
            until(page, "!document.documentElement.classList.contains('italics-later')")
            settled(page)
            covered = page.evaluate(
                "document.querySelector('.header').getBoundingClientRect().bottom"
            )
            named = page.locator(f"[id='{place.split('#')[1]}']")
            start = named.evaluate("place => place.getBoundingClientRect().top")
            assert covered <= start < 370, place
