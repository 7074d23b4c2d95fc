"""Earlier editions in the browser: read, printed, cited; and old addresses that lead on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pymupdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import MODES, violations
from tests.browser.conftest import Handler, arrived, settled
from tests.conftest import SITE_URL
from tests.editions.reeds import FIRST, SECOND
from tests.serving import served

SHOWN = ("vi/", "en/", "both/", "")


@pytest.fixture(scope="session")
def address(reeds: Path) -> Iterator[str]:
    """Where the programme with a past answers."""
    with served(partial(Handler, directory=str(reeds))) as port:
        yield f"http://127.0.0.1:{port}{urlsplit(SITE_URL).path}"


@pytest.mark.parametrize(
    "profile", [MODES["phone, light"], MODES["desktop, dark"]], ids=["phone", "dark"], indirect=True
)
def test_nobody_is_kept_out_of_an_edition(page: Page, address: str) -> None:
    found = []
    for day in (FIRST, SECOND):
        for shown in SHOWN:
            page.goto(f"{address}editions/{day}/{shown}")
            settled(page)
            found += violations(page)
            wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not wide, page.url
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("profile", [{"java_script_enabled": False}], ids=[""], indirect=True)
def test_an_edition_needs_no_scripts(page: Page, address: str) -> None:
    page.goto(f"{address}editions/{FIRST}/en/#ii-1-3")
    assert page.locator("#ii-1-3").bounding_box()["y"] < 900  # type: ignore[index]
    expect(page.locator(".past")).to_contain_text("The text as published on 15 January 2026.")
    page.locator("#ii-1-3 small a").click()
    expect(page.locator("#ii-1-2:target")).to_be_visible()
    assert page.url == f"{address}en/part-2/section-1/#ii-1-2"


def test_its_views_lead_to_one_another_and_to_the_present(page: Page, address: str) -> None:
    page.goto(f"{address}editions/{FIRST}/")
    page.get_by_role("link", name="English").first.click()
    arrived(page, f"{address}editions/{FIRST}/en/")
    page.locator(".views").get_by_role("link", name="Both").click()
    arrived(page, re.compile(rf"editions/{FIRST}/both/"))
    page.locator(".past [lang=en] a").click()
    arrived(page, f"{address}en/both/whole/")


def test_it_is_printed_as_what_it_is(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}editions/{FIRST}/en/")
    settled(page)
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    with pymupdf.Document(tmp_path / "page.pdf") as document:
        sheets = [" ".join(sheet.get_text().split()) for sheet in document]
    assert len(sheets) > 1
    for sheet in sheets:
        assert "Plan for the reed beds · The text as published on 15 January 2026" in sheet
        assert f"{SITE_URL}editions/{FIRST}/en/" in sheet
    assert f"The text has changed since. Read the present text: {SITE_URL}en/whole/" in sheets[0]
    assert "Fence the beds so that no buffalo gets in. no longer in the text" in sheets[0]


OLD = {
    "part-2/section-1/#ii-1-3": ("part-2/section-1/#ii-1-2", f"#ii-1-3|{FIRST}/vi/#ii-1-3"),
    "en/part-2/section-2/#ii-2-2": (
        "en/part-2/section-3/#ii-3-2", f"#ii-2-2|{SECOND}/en/#ii-2-2",
    ),
    "en/both/part-2/section-2/#ii-2-2": (
        "en/both/part-2/section-3/#ii-3-2", f"#ii-2-2|{SECOND}/both/#ii-2-2",
    ),
    "en/whole/#ii-2-2": ("en/whole/#ii-3-2", f"#ii-2-2|{SECOND}/en/#ii-2-2"),
}  # fmt: skip
"""An old address, where it leads, and what is said there: the address, with its link."""


@pytest.mark.parametrize("old", OLD)
def test_an_old_address_leads_to_its_passage(page: Page, address: str, old: str) -> None:
    now, said = OLD[old]
    page.goto(address + old)
    arrived(page, address + now)
    mark = page.locator(f"#{urlsplit(now).fragment} small.standing")
    expect(mark).to_have_count(1)
    shown, _, link = said.partition("|")
    expect(mark.locator("a")).to_have_text(shown)
    expect(mark.locator("a")).to_have_attribute("href", f"{address}editions/{link}")


OTHERS = {
    "en/part-2/section-2/#ii-2-1": (
        "in the edition of 1 June 2026, #ii-2-1 was another passage, which is now #ii-3-1",
        [f"editions/{SECOND}/en/#ii-2-1", "en/part-2/section-3/#ii-3-1"],
    ),
    "part-2/section-1/#ii-1-1": (
        "trong bản đăng ngày 15 tháng 01 năm 2026, #ii-1-1 là đoạn khác, "
        "nay không còn trong văn bản",
        [f"editions/{FIRST}/vi/#ii-1-1"],
    ),
    "en/both/part-2/section-2/#ii-2": (
        "in the edition of 1 June 2026, #ii-2 was another passage, which is now #ii-3",
        [f"editions/{SECOND}/both/#ii-2", "en/both/part-2/section-3/#ii-3"],
    ),
    "en/whole/#ii-1-2": (
        "in the edition of 15 January 2026, #ii-1-2 was another passage, which is now #ii-1-1",
        [f"editions/{FIRST}/en/#ii-1-2", "en/part-2/section-1/#ii-1-1"],
    ),
}
"""An address that was another passage's, what is said there, and where its links lead."""


@pytest.mark.parametrize("old", OTHERS)
def test_who_comes_by_what_was_another_passages_address_is_told(
    page: Page, address: str, old: str
) -> None:
    said, links = OTHERS[old]
    page.goto(address + old)
    mark = page.locator(f"#{urlsplit(old).fragment} small.standing")
    expect(mark).to_have_text(said)
    hrefs = mark.locator("a").evaluate_all("(all) => all.map((one) => one.href)")
    assert hrefs == [address + link for link in links]
    assert violations(page) == []


def test_the_sites_own_links_mean_the_passage_of_today(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(urlsplit(sent.url).path.rpartition("/")[2]))
    page.goto(f"{address}editions/{FIRST}/en/#ii-1-3")
    page.locator("#ii-1-3 small a").click()
    arrived(page, f"{address}en/part-2/section-1/#ii-1-2")
    settled(page)
    page.evaluate("location.hash = 'ii-1-1'")
    expect(page.locator("#ii-1-1:target")).to_be_visible()
    settled(page)
    assert not {"moved.js", "moved.json"} & set(asked)
    assert page.locator("small.standing").count() == 0


def test_the_address_of_a_page_that_is_gone_leads_on(page: Page, address: str) -> None:
    for old, now in {
        "part-3/": "part-3-money/#iii",
        "en/part-3/index.html": "en/part-3-money/#iii",
        "en/both/part-3/#iii-p1": "en/both/part-3-money/#iii-p1",
    }.items():
        page.goto(address + old)
        arrived(page, address + now)


def test_a_passage_that_is_gone_is_told_with_where_to_read_it(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-3-money/#iii-p2")
    line = page.locator("main > [role=status]")
    expect(line).to_have_text(
        "The passage at #iii-p2 in the edition of 1 June 2026 is no longer in the text. "
        "Read it in that edition"
    )
    line.locator("a").click()
    arrived(page, f"{address}editions/{SECOND}/en/#iii-p2")


def test_an_address_put_in_by_hand_leads_on_too(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-2/section-1/")
    settled(page)
    page.evaluate("location.hash = 'ii-1-3'")
    arrived(page, f"{address}en/part-2/section-1/#ii-1-2")


def test_what_nobody_knows_stays_and_costs_nothing_where_it_is_known(
    page: Page, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(urlsplit(sent.url).path.rpartition("/")[2]))
    page.goto(f"{address}en/part-1/#i-1")
    settled(page)
    assert not {"moved.js", "moved.json"} & set(asked)
    page.goto(f"{address}en/part-2/section-1/#constructor")
    arrived(page, f"{address}en/part-2/section-1/#constructor")


def cited(page: Page, id_: str) -> dict[str, Any]:
    """What is offered at a passage from the newest edition, and what is copied."""
    page.locator(f"#{id_} .permalink").first.click(force=True)
    dated = page.locator(".cite [data-copy=dated]")
    expect(page.locator(".cite")).to_be_visible()
    if not dated.is_visible():
        return {"said": page.locator(".cite [data-differs]").inner_text()}
    dated.click()
    expect(page.locator(".cite [role=status]")).to_have_text(re.compile(".+"))
    return {"name": dated.inner_text(), "copied": page.evaluate("navigator.clipboard.readText()")}


def test_a_citation_from_the_newest_edition_is_offered_where_it_has_the_passage(
    page: Page, address: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}en/part-2/section-1/")
    settled(page)
    assert cited(page, "ii-1-2") == {
        "name": "Copy citation as published on 1 June 2026",
        "copied": "Plan for the reed beds, Part II, Section 1, second indent (unofficial "
        f"translation), as published on 1 June 2026. {SITE_URL}editions/{SECOND}/en/#ii-1-2",
    }
    page.goto(f"{address}en/part-1/")
    settled(page)
    differs = {"said": "The edition of 1 June 2026 has it in other words or at another place"}
    assert cited(page, "i-2") == differs
    page.keyboard.press("Escape")
    assert "copied" in cited(page, "i-1")
    page.goto(f"{address}part-2/section-3/")
    settled(page)
    assert set(cited(page, "ii-3-1")) == {"said"}


def test_on_a_page_of_an_edition_the_citation_is_from_it(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}editions/{FIRST}/en/")
    settled(page)
    page.locator("#ii-1-1 .permalink").click(force=True)
    page.locator(".cite [data-copy=citation]").first.click()
    expect(page.locator(".cite [role=status]")).to_have_text(re.compile(".+"))
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Plan for the reed beds, Part II, Section 1, first indent (unofficial translation), "
        f"as published on 15 January 2026. {SITE_URL}editions/{FIRST}/en/#ii-1-1"
    )
    page.locator(".cite [data-copy=text]").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Fence the beds so that no buffalo gets in.”")
