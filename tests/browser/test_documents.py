"""Several documents on one site in the browser: one search, the way home, and their editions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.axe import MODES, violations
from tests.browser.conftest import MILLISECONDS, HandlerAtRoot, arrived, settled, until
from tests.browser.test_offline import end_worker
from tests.building import site_of
from tests.editions.several import FIRST, with_past
from tests.serving import served

PLAN, DECISION = "Plan No. 41/KH-UBND", "Decision No. 19/2032/QĐ-UBND"


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the three documents, with their editions."""
    folder = tmp_path_factory.mktemp("mangroves") / "project"
    folder.mkdir()
    return site_of(with_past(folder))


@pytest.fixture(scope="module")
def address(documents: Path) -> Iterator[str]:
    """Where the three documents answer."""
    with served(partial(HandlerAtRoot, directory=str(documents))) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize(
    "profile", [MODES["phone, light"], MODES["desktop, dark"]], ids=["phone", "dark"], indirect=True
)
def test_nobody_is_kept_out(page: Page, address: str) -> None:
    found = []
    for shown, heading in {
        "": "Các văn bản về rừng ngập mặn",
        "en/": "Documents on mangrove forests",
        "en/site/downloads/": "Downloads",
        "guide/glossary/": "Thuật ngữ",
        "both/plan/part-1/": "I. MỤC ĐÍCH, YÊU CẦU",
        "en/guide/changes/": "What has changed",
        f"editions/{FIRST}/": "Bản đăng ngày 01 tháng 3 năm 2026",
        f"editions/{FIRST}/plan/both/": "KẾ HOẠCH",
        f"editions/{FIRST}/notice/en/": "NOTICE",
    }.items():
        page.goto(f"{address}{shown}")
        expect(page.locator("h1").first).to_contain_text(heading)
        found += violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, page.url
    assert found == [], "\n".join(found)


def results(page: Page, query: str) -> Locator:
    """What the search finds, once it has been looked for."""
    if not page.locator("dialog[open]").count():
        settled(page)
        page.keyboard.press("/")
    page.get_by_role("searchbox").fill(query)
    looked_for(page, query)
    return page.locator("#results li")


def looked_for(page: Page, query: str) -> None:
    """Wait until what stands in the window was found for `query`."""
    shown = f"document.querySelector('#results')?.dataset.query === {query!r}"
    until(page, f"{shown} && document.querySelector('#results').ariaBusy === 'false'")


def of_documents(found: Locator) -> set[str]:
    """The documents that the results stand in, by the first part of their addresses."""
    # all at once: they may be about to give way to others
    links = found.locator("a").evaluate_all("(links) => links.map(({ href }) => href)")
    return {re.sub(r"^.*?/(?:en/)?(?:both/)?([a-z]+)/.*$", r"\1", link) for link in links}


def test_one_search_finds_in_all_documents_or_in_one(page: Page, address: str) -> None:
    page.goto(f"{address}en/plan/part-1/")
    found = results(page, "contracted communities")
    assert of_documents(found) >= {"plan", "decision", "programme"}
    expect(found.filter(has_text=f"{PLAN}, Part II")).to_have_count(1)
    page.get_by_label("Search in").select_option(DECISION)
    until(page, lambda: of_documents(found) == {"decision"})
    expect(found.first).not_to_contain_text("Decision No. 19")
    found.first.locator("a").click()
    arrived(page, re.compile(f"{re.escape(address)}en/decision/regulation/"))
    page.goto(f"{address}en/decision/")
    settled(page)
    page.keyboard.press("/")
    page.get_by_label("Search in").select_option(PLAN)
    assert of_documents(results(page, "contracted communities")) == {"plan"}


def test_what_only_the_original_says_is_shown_of_its_own_document(page: Page, address: str) -> None:
    """An id stands in several documents: it is not that of another one that is shown."""
    page.goto(f"{address}en/")
    first = results(page, "đơn giá giao khoán").first.locator("a")
    expect(first).to_contain_text(f"{PLAN}, Part II")
    expect(first).to_contain_text("unit rates of contracting")


def test_who_reads_both_languages_comes_home_and_to_the_editors_pages(
    page: Page, address: str
) -> None:
    page.goto(f"{address}plan/part-1/")
    page.get_by_role("link", name="Song ngữ", exact=True).click()
    arrived(page, re.compile(f"{re.escape(address)}both/plan/part-1/"))
    page.locator(".contents").get_by_role("link", name="Ai làm gì").click()
    arrived(page, f"{address}plan/guide/duties/")
    page.locator(".contents").get_by_role("link", name="Thuật ngữ").click()
    arrived(page, f"{address}guide/glossary/")
    page.locator(".header__name").click()
    arrived(page, address)
    page.get_by_role("link", name="Kế hoạch số 41/KH-UBND").first.click()
    arrived(page, f"{address}both/plan/")


def test_an_old_address_leads_to_where_its_passage_is_in_its_document(
    page: Page, address: str
) -> None:
    """Another document has a passage of the same id, which is not meant."""
    page.goto(f"{address}en/plan/tasks/#ii-4")
    arrived(page, f"{address}en/plan/part-2/#ii-3")
    told = page.locator("#ii-3 .standing")
    expect(told).to_contain_text("in the edition of 1 March 2026: #ii-4")
    told.locator("a").click()
    arrived(page, f"{address}editions/{FIRST}/plan/en/#ii-4")
    page.goto(f"{address}both/plan/tasks/")
    arrived(page, f"{address}both/plan/part-2/#ii")
    page.goto(f"{address}notice/#cover-p1")
    settled(page)
    gone = page.locator("section").first.get_by_role("status")
    expect(gone).to_contain_text("nay không còn trong văn bản")
    gone.locator("a").click()
    arrived(page, f"{address}editions/{FIRST}/notice/vi/#cover-p1")


def test_an_id_that_another_passage_has_now_is_told_in_its_document(
    page: Page, address: str
) -> None:
    page.goto(f"{address}en/plan/part-2/#ii-2")
    expect(page.locator("#ii-2 .standing")).to_contain_text("was another passage, which is now")
    page.locator("#ii-2 .standing a").last.click()
    expect(page.locator("#ii-1:target")).to_be_visible()
    page.goto(f"{address}en/decision/#dieu-1")
    settled(page)
    expect(page.locator("main .standing")).to_have_count(0)


def test_a_passage_leads_to_its_own_history(page: Page, address: str) -> None:
    page.goto(f"{address}en/plan/part-2/")
    for identity in ("ii-2", "ii-3"):
        page.locator(f"#{identity} .permalink").click()
        link = page.locator(f"[data-history][href$='#history-plan.{identity}']")
        expect(link).to_be_visible()
        page.keyboard.press("Escape")
    page.locator("#ii-3 .permalink").click()
    page.locator("[data-history]").click()
    arrived(page, f"{address}en/guide/changes/#history-plan.ii-3")
    expect(page.locator(":target")).to_contain_text("Part II, Section 3")


KEEP = 'import("/assets/javascripts/offline.js").then(({ keepText }) => keepText())'
"""What a page does by itself when it has been read for a while."""
SETS = """caches.match("/offline/version", { cacheName: "offline 1 / state" })
  .then((answer) => answer?.json())"""


def test_the_document_that_was_opened_is_kept_with_its_search(
    browser: Browser, documents: Path
) -> None:
    context = browser.new_context()
    context.set_default_timeout(MILLISECONDS)
    page = context.new_page()
    with served(partial(HandlerAtRoot, directory=str(documents))) as port:
        address = f"http://127.0.0.1:{port}/"
        page.goto(f"{address}en/plan/part-1/")
        settled(page)
        page.evaluate(KEEP)
        assert set(page.evaluate(SETS)["sets"]) == {"common", "search", "en", "en.plan"}
        page.goto(f"{address}decision/")
        settled(page)
        page.evaluate(KEEP)
        kept = set(page.evaluate(SETS)["sets"])
        assert kept == {"common", "search", "en", "en.plan", "vi", "vi.decision"}
    end_worker(page)
    for shown, heading in {
        "en/plan/part-2/": "II. TASKS",
        "en/both/plan/part-2/": "II.",
        "en/guide/glossary/": "Glossary",
        "decision/regulation/chapter-1/": "Chương I",
    }.items():
        page.goto(f"{address}{shown}")
        settled(page)
        expect(page.locator("h1").first).to_contain_text(heading)
    page.goto(f"{address}en/plan/")
    settled(page)
    assert "plan" in of_documents(results(page, "unit rates"))
    page.goto(f"{address}en/programme/")
    expect(page.locator("section[lang=en] h1")).to_have_count(1)
    context.close()


def test_who_asks_to_keep_the_text_keeps_every_document(browser: Browser, documents: Path) -> None:
    context = browser.new_context()
    context.set_default_timeout(MILLISECONDS)
    page = context.new_page()
    with served(partial(HandlerAtRoot, directory=str(documents))) as port:
        page.goto(f"http://127.0.0.1:{port}/en/site/downloads/")
        settled(page)
        page.locator("#offline").get_by_role("button").locator("visible=true").click()
        until(page, SETS)
        assert set(page.evaluate(SETS)["sets"]) == {
            "common", "search", "en", "en.plan", "en.decision", "en.programme"
        }  # fmt: skip
    context.close()
