"""What the pages may run: all that they need, and nothing that came in with a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import at_rest, until

LOST = "en/no/such/page/"
KINDS = {
    "cover": "en/",
    "text": "en/part-3/section-3/",
    "both": "both/part-3/section-3/",
    "whole": "whole/",
    "guide": "en/guide/glossary/",
    "editors": "site/accessibility/",
    "404": LOST,
    "without a network": "offline.html",
}
WATCH = """document.addEventListener("securitypolicyviolation", (event) =>
  (window.refused ??= []).push(`${event.effectiveDirective} ${event.blockedURI}`))"""


def refused(page: Page) -> list[str]:
    """The directives by which the browser refused something of the page."""
    said: list[str] = page.evaluate("window.refused ?? []")
    return said


@pytest.fixture
def watched(page: Page) -> Page:
    """A page that keeps what its policy refuses; the fixture `page` fails on what it logs."""
    page.add_init_script(WATCH)
    return page


def test_a_page_says_what_it_may_run_before_anything_runs(watched: Page, address: str) -> None:
    wrong: list[str] = []
    for kind, path in KINDS.items():
        watched.goto(address + path)
        watched.evaluate("document.fonts.ready")
        first = watched.locator("head > :nth-child(2)")
        policy = str(first.get_attribute("content"))
        if first.get_attribute("http-equiv") != "Content-Security-Policy":
            wrong.append(f"{kind}: something stands before the policy")
        wrong += [f"{kind}: {word}" for word in ("unsafe-inline", "http:", "https:")
                  if word in policy]  # fmt: skip
        if watched.locator("meta[name=referrer]").get_attribute("content") != "same-origin":
            wrong.append(f"{kind}: tells other hosts where the reader comes from")
        if watched.locator("[style]").count():
            wrong.append(f"{kind}: has a style in an attribute")
        wrong += [f"{kind}: refused {said}" for said in refused(watched)]
    assert wrong == []


def test_everything_a_reader_does_is_allowed(watched: Page, address: str, tmp_path: Path) -> None:
    watched.goto(f"{address}en/part-3/section-3/")
    for _ in range(3):
        watched.locator("#theme").click()
    at_rest(watched.locator("a.footnote-ref").first).hover()
    expect(watched.get_by_role("tooltip")).to_be_visible()
    watched.keyboard.press("Escape")
    at_rest(watched.locator("a.term").first).hover()
    expect(watched.get_by_role("tooltip")).to_be_visible()
    watched.keyboard.press("Escape")
    watched.locator("#iii-3-2").hover()
    watched.locator("#iii-3-2 .permalink").click()
    expect(watched.get_by_role("dialog")).to_be_visible()
    watched.get_by_role("button", name="Copy text").first.click()
    watched.keyboard.press("Escape")
    watched.keyboard.press("/")
    watched.get_by_role("searchbox").fill("Saint Petersburg")
    expect(watched.locator("#results a").first).to_be_visible()
    watched.get_by_role("button", name="Close").click()  # a form whose method is a dialog's
    expect(watched.locator("dialog[open]")).to_have_count(0)
    watched.emulate_media(media="print")
    watched.pdf(path=tmp_path / "page.pdf")
    assert refused(watched) == []


INJECTED = {
    "an inline script": ("<script>window.ran = true</script>", "script-src-elem"),
    "a script of another host": (
        '<script src="https://example.com/x.js"></script>',
        "script-src-elem",
    ),
    "a script in an address": (
        '<script src="data:text/javascript,window.ran=true"></script>',
        "script-src-elem",
    ),
    "an event handler": ('<img src="x.png" onerror="window.ran = true">', "script-src-attr"),
    "a frame": ('<iframe srcdoc="<script>parent.ran = true</script>"></iframe>', ""),
    "a frame of another host": ('<iframe src="https://example.com/"></iframe>', "frame-src"),
    "an object": ('<object data="https://example.com/x.swf"></object>', "object-src"),
    "a picture of another host": ('<img src="https://example.com/x.png">', "img-src"),
    "a style": ("<style>body { display: none }</style>", "style-src-elem"),
    "a style attribute": ('<p style="position: fixed">x</p>', "style-src-attr"),
    "a stylesheet of another host": (
        '<link rel="stylesheet" href="https://example.com/x.css">',
        "style-src-elem",
    ),
    "a base": ('<base href="https://example.com/">', "base-uri"),
}


@pytest.fixture
def invaded(context: BrowserContext) -> Iterator[tuple[Page, dict[str, str], list[str]]]:
    """A page into whose text something is put on its way; what is asked of other hosts."""
    page = context.new_page()
    page.add_init_script(WATCH)
    put: dict[str, str] = {}
    strangers: list[str] = []

    def answer(route: Route) -> None:
        if "example.com" in route.request.url:
            strangers.append(route.request.url)
            route.fulfill(body="window.ran = true", content_type="text/javascript")
        elif route.request.resource_type == "document":
            plain = route.fetch()
            body = plain.text().replace("</main>", f"{put['html']}</main>")
            route.fulfill(response=plain, body=body)
        else:
            route.continue_()

    page.route("**/*", answer)
    yield page, put, strangers
    page.close()


def _refused_for(page: Page, directive: str) -> bool:
    return any(said.startswith(directive) for said in refused(page))


def test_what_comes_in_with_a_text_does_not_run(
    invaded: tuple[Page, dict[str, str], list[str]], address: str
) -> None:
    page, put, strangers = invaded
    became = {}
    for name, (put["html"], directive) in INJECTED.items():
        page.goto(f"{address}part-1/")  # until all is loaded, frames too
        if directive:  # a frame's own document tells itself alone
            until(page, partial(_refused_for, page, directive))
        became[name] = (page.evaluate("window.ran"), strangers[:])
        strangers.clear()
    assert became == dict.fromkeys(INJECTED, (None, []))


def test_a_link_that_runs_does_not_run(
    invaded: tuple[Page, dict[str, str], list[str]], address: str
) -> None:
    page, put, _ = invaded
    put["html"] = '<p><a id="bad" href="javascript:window.ran=true">x</a></p>'
    page.goto(f"{address}part-1/")
    page.locator("#bad").click()
    until(page, lambda: refused(page))
    assert page.evaluate("window.ran") is None


def test_a_form_sends_nothing(
    invaded: tuple[Page, dict[str, str], list[str]], address: str
) -> None:
    page, put, strangers = invaded
    put["html"] = '<form action="https://example.com/"><button id="send">x</button></form>'
    page.goto(f"{address}part-1/")
    page.evaluate("document.getElementById('send').click()")
    until(page, lambda: [said for said in refused(page) if said.startswith("form-action")])
    assert strangers == []
