"""Search in a real browser: typed with and without diacritics, run from the keyboard."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import SCRIPTED, after_timers, arrived, held_up, settled, until


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
    arrived(page, re.compile(re.escape(address + first)))
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_results_are_in_the_readers_language_and_counted_aloud(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    search(page, "Ulsan")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ results?"))
    for link in page.locator("#results a").all():
        assert "/en/" in str(link.get_attribute("href"))


def test_the_arrows_walk_through_all_that_is_shown(page: Page, address: str) -> None:
    page.goto(f"{address}part-1/")
    search(page, "tinh uy")
    suggestions, results = page.locator("#suggestions button"), page.locator("#results a")
    expect(results.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(suggestions.first).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(suggestions.nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(suggestions.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_all_results_can_be_reached(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    search(page, "province")
    expect(page.locator("#more-results")).to_be_visible()
    first = page.locator("#results a").count()
    for _ in range(first + 2):  # past the suggestions and the results
        page.keyboard.press("ArrowDown")
    while page.locator("#more-results").is_visible():
        page.locator("#more-results").press("Enter")
        expect(page.locator("#results a").nth(first)).to_be_focused()
        first = page.locator("#results a").count()
    expect(page.get_by_role("status")).to_contain_text(f"{first} results")


def test_more_of_what_was_asked_for_before_is_not_added(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    search(page, "province")
    expect(page.locator("#more-results")).to_be_visible()
    late = held_up(page, "**/*.pf_fragment")
    page.locator("#more-results").click()
    until(page, lambda: late)
    page.get_by_role("searchbox").fill("zzzz")
    expect(page.locator("#results[data-query='zzzz']")).to_have_count(1)
    with page.expect_response(late[-1].request.url):
        for route in late:
            route.continue_()
    after_timers(page, 0)
    expect(page.locator("#results li")).to_have_count(0)
    expect(page.locator("#more-results")).to_be_hidden()


def test_a_window_that_was_closed_leads_nowhere(page: Page, address: str) -> None:
    late = held_up(page, "**/search.js")
    page.goto(address)
    search(page, "yến sào")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    until(page, lambda: late)
    late.pop().continue_()
    expect(page.locator("#results[data-query='yến sào'] a").first).to_be_attached()
    after_timers(page, 0)
    arrived(page, address)


def test_with_diacritics_exact_matches_come_first(page: Page, address: str) -> None:
    """Most provisions have "tỉnh", three have "tính"."""
    page.goto(address)
    search(page, "tính")
    expect(page.locator("#results li").first.locator("mark").first).to_have_text("tính")
    search_again = page.get_by_role("searchbox")
    search_again.fill("tỉnh")
    expect(page.locator("#results[data-query='tỉnh'] li").first.locator("mark").first).to_have_text(
        re.compile("tỉnh", re.IGNORECASE)
    )


def test_a_symbol_finds_only_what_has_it(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    for query in ("15-CT/TW", "15 CT TW", "15ct/tw"):
        page.keyboard.press("Control+k")
        page.get_by_role("searchbox").fill(query)
        expect(page.locator(f"#results[data-query='{query}'][aria-busy=false]")).to_have_count(1)
        marked = page.locator("#results li:has(mark:text-is('15-CT/TW'))")
        expect(marked).to_have_count(page.locator("#results li").count())
        page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("start", "query"),
    [("", "China"), ("", "Canada"), ("", "Bangkok"), ("", "consulate"), ("en/", "Bangkok")],
)
def test_a_word_that_begins_like_another_is_no_answer(
    page: Page, address: str, start: str, query: str
) -> None:
    page.goto(address + start)
    search(page, query)
    expect(page.get_by_role("status")).to_contain_text(re.compile("Không tìm thấy|Nothing found"))
    expect(page.locator("#results a")).to_have_count(0)


def test_a_name_is_found_as_others_write_it(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    search(page, "Vietnam")
    marked = page.locator("#results[data-query=Vietnam] mark", has_text="Viet Nam")
    expect(marked.first).to_be_visible()
    assert page.locator("#results li").count() > 5


@pytest.mark.parametrize(
    ("start", "query", "first", "other"),
    [
        ("part-1/", "economic diplomacy", "Phần", "en"),
        ("en/part-1/", "ngoai giao kinh te", "Part", "vi"),
        ("en/", "đường bay thẳng", "Part III, Section 2", "vi"),
    ],
)
def test_what_only_the_other_language_has_leads_to_the_readers_own(
    page: Page, address: str, start: str, query: str, first: str, other: str
) -> None:
    page.goto(address + start)
    search(page, query)
    result = page.locator("#results li").first
    expect(result.locator(f".search__beside[lang={other}] mark").first).to_be_visible()
    expect(result.locator(".search__citation")).to_contain_text(first)
    expect(page.get_by_role("status")).to_contain_text(re.compile("other language|ngôn ngữ kia"))
    for link in page.locator("#results a").all():
        assert ("/en/" in str(link.get_attribute("href"))) == start.startswith("en/")
    page.get_by_role("searchbox").fill("UNESCO")  # both indexes go on working
    expect(page.locator("#results[data-query=UNESCO] mark").first).to_be_visible()
    expect(page.locator(".search__beside")).to_have_count(0)


@pytest.mark.parametrize(
    ("start", "query", "provision", "own", "other"),
    [
        # a term, typed in either language, on the page of either
        ("en/both/part-1/", "direct air route", "iii-2-1", "direct", "đường bay"),
        ("both/part-1/", "cộng đồng người Khánh Hòa", "iii-3-3", "Khánh Hòa", "Khanh Hoa"),
        ("en/both/part-2/", "economic diplomacy", "", "economic diplomacy", "ngoại giao kinh tế"),
        ("en/both/part-2/", "ngoai giao kinh te", "", "economic diplomacy", "ngoại giao kinh tế"),
        ("both/", "economic diplomacy", "", "ngoại giao kinh tế", "economic diplomacy"),
        # what both texts print alike, and a date that each prints in its own way
        ("both/part-4/", "Ulsan", "iii-2-1", "Ulsan", "Ulsan"),
        ("en/both/part-4/", "169/NQ-CP", "iii-3-3", "169/NQ-CP", "169/NQ-CP"),
        ("en/both/part-4/", "26/3/2004", "iii-3-3", "26 March 2004", "26/3/2004"),
    ],
)
def test_who_reads_both_languages_sees_both_texts_of_each_result(
    page: Page, address: str, start: str, query: str, provision: str, own: str, other: str
) -> None:
    page.goto(address + start)
    search(page, query)
    expect(page.locator(f"#results[data-query='{query}'] li").first).to_be_visible()
    for result in page.locator("#results li").all():
        expect(result.locator(".search__text")).not_to_be_empty()
        expect(result.locator(".search__beside[lang]")).not_to_be_empty()
        assert "both/" in str(result.locator("a").get_attribute("href"))
    first = page.locator("#results li").first
    expect(first.locator(".search__text mark").first).to_contain_text(own)
    expect(first.locator(".search__beside mark", has_text=other).first).to_be_visible()
    expect(first.locator("a")).to_have_attribute("href", re.compile(f"#{provision}"))


def test_both_texts_are_shown_where_the_reader_chose_to_see_them(page: Page, address: str) -> None:
    page.goto(f"{address}en/guide/glossary/")
    page.evaluate("(site) => localStorage.setItem(`${site}view`, 'both')", urlsplit(address).path)
    page.reload()
    settled(page)
    search(page, "Ulsan")
    expect(page.locator("#results .search__beside mark").first).to_have_text("Ulsan")


def test_more_results_have_both_texts_too(page: Page, address: str) -> None:
    page.goto(f"{address}en/both/part-1/")
    search(page, "province")
    expect(page.locator("#more-results")).to_be_visible()
    first = page.locator("#results a").count()
    page.locator("#more-results").click()
    expect(page.locator("#results .search__beside").nth(first)).to_be_attached()
    assert page.locator("#results .search__beside").count() == page.locator("#results a").count()


def test_results_without_their_other_text_are_shown_alone(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()  # whose complaints are expected
    page.route("**/*beside.json", lambda route: route.fulfill(status=500, body=""))
    page.goto(f"{address}en/both/part-1/")
    until(page, SCRIPTED)
    search(page, "Ulsan")
    expect(page.locator("#results mark").first).to_have_text("Ulsan")
    expect(page.locator(".search__beside")).to_have_count(0)


def test_the_other_language_is_not_loaded_for_what_the_readers_own_has(
    page: Page, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(f"{address}en/")
    search(page, "Ulsan")
    expect(page.locator("#results mark").first).to_be_visible()
    others = re.compile(r"wasm\.unknown|search/vi|beside|terms|concordance")
    assert not [url for url in asked if others.search(url)]


def test_only_the_words_that_were_asked_for_are_marked(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    search(page, "party committees")
    expect(page.locator("#results[data-query='party committees'] mark").first).to_be_visible()
    for marked in page.locator("#results mark").all_text_contents():
        assert "shall" not in marked


def test_a_search_that_cannot_be_loaded_says_so(context: BrowserContext, address: str) -> None:
    page = context.new_page()  # whose complaints are expected
    page.route("**/pagefind-entry.json*", lambda route: route.fulfill(status=500, body=""))
    page.goto(f"{address}en/")
    until(page, SCRIPTED)
    search(page, "Ulsan")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")


def test_a_search_whose_program_did_not_come_is_tried_again_with_the_next_letter(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()  # whose complaints are expected
    page.route("**/pagefind-worker.js", lambda route: route.abort())
    page.goto(f"{address}en/")
    until(page, SCRIPTED)
    search(page, "Ulsa")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    page.unroute("**/pagefind-worker.js")
    page.keyboard.type("n")
    expect(page.locator("#results a").first).to_contain_text("Ulsan")


def test_enter_before_the_script_opens_the_first_result(page: Page, address: str) -> None:
    late = held_up(page, "**/search.js")
    page.goto(address)
    search(page, "yến sào")
    page.keyboard.press("Enter")
    until(page, lambda: late)
    late.pop().continue_()
    arrived(page, re.compile(r"part-3/section-3/#iii-3-2$"))


def test_escape_closes_whatever_is_typed_and_the_next_query_replaces_it(
    page: Page, address: str
) -> None:
    page.goto(address)
    search(page, "yến sào")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type("apec")
    expect(page.get_by_role("searchbox")).to_have_value("apec")


def test_no_result_says_so_and_suggests(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "zzzz")
    expect(page.get_by_role("status")).to_have_text(re.compile("Không tìm thấy.*Gợi ý"))
    expect(page.locator("#suggestions button")).to_have_count(3)


def test_what_was_meant_is_offered(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    search(page, "Saint Petresburg")
    expect(page.get_by_role("status")).to_contain_text("Did you mean: Saint Petersburg")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_have_value("Saint Petersburg")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.locator("#results a").first).to_have_attribute("href", re.compile("#iii-2-1$"))


def test_completions_are_suggested_without_diacritics(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "nghi quyet so 55")
    expect(page.locator("#suggestions button").first).to_have_text("Nghị quyết số 55/2022/QH15")
    expect(page.get_by_role("status")).to_contain_text("Gợi ý: Nghị quyết số 55/2022/QH15")


def test_enter_waits_for_what_was_typed(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "tỉnh")
    expect(page.locator("#results a").first).to_be_visible()
    page.get_by_role("searchbox").fill("yến sào")
    page.keyboard.press("Enter")
    arrived(page, re.compile(r"part-3/section-3/#iii-3-2$"))


def test_enter_never_closes_the_window(page: Page, address: str) -> None:
    """Not even while the script is on its way."""
    page.route("**/search.js", lambda route: None)  # never answered
    page.goto(address)
    search(page, "yến sào")
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_visible()
    page.get_by_role("button", name="Đóng").click()
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_result_on_the_same_page_is_brought_into_view(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-3/")
    search(page, "55/2022/QH15")
    page.locator("#results a").first.click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("#iii-3-fn-1")).to_be_in_viewport()


def test_closing_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#open-search").click()
    page.keyboard.press("Escape")
    expect(page.locator("#open-search")).to_be_focused()


def test_the_single_key_can_be_switched_off(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("localStorage.setItem(`${location.pathname}shortcut`, 'off')")
    page.keyboard.press("/")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.locator("dialog[open]")).to_have_count(1)


@pytest.mark.parametrize("keys", ["Control+Shift+k", "Control+/", "Alt+/", "Alt+Control+k"])
def test_the_keys_of_the_browser_stay_its_own(page: Page, address: str, keys: str) -> None:
    page.goto(address)
    expect(page.locator("#open-search")).to_be_visible()
    page.keyboard.press(keys)
    page.keyboard.press("Control+k")  # answered after the others
    expect(page.locator("dialog[open]")).to_have_count(1)
    page.keyboard.press("Escape")
    page.keyboard.press(keys)
    assert not page.evaluate("document.getElementById('search').open")


@pytest.mark.parametrize("profile", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
def test_the_window_fits_a_small_phone(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#open-search").click()
    page.get_by_role("searchbox").fill("khanh hoa")
    expect(page.locator("#results a").first).to_be_visible()
    assert page.evaluate("document.getElementById('search').scrollWidth") <= 320
    for target in page.locator("#search :is(a, button, input):visible").all():
        box = target.bounding_box()
        assert box
        assert box["height"] >= 44


def test_nothing_of_the_search_is_loaded_before_it_is_asked_for(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(f"{address}part-3/section-2/")
    after_timers(page, 500)
    assert not [url for url in asked if re.search("pagefind|search|finding", url)]
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_hidden()
