"""What going on to another page costs on a phone's line: bytes, those at the click, time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from bench.first_view import loaded_since
from bench.server import Server
from tests.browser.conftest import DESKTOP, until

_LINE = {
    "offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000,
}  # fmt: skip
"""A phone's line as Lighthouse simulates it, in bytes a second and milliseconds."""
_SPARE = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
_KEEP = """(() => {
  const home = new URL(`${document.documentElement.dataset.root}/`, location.href);
  const script = new URL("assets/javascripts/offline.js", home).href;
  return import(script).then(({ keepText }) => keepText());
})()"""
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@dataclass(frozen=True, slots=True)
class Step:
    """A step from one page to the next."""

    bytes: int
    """Of all that was sent for it, headers included."""
    at_click: int
    """Of what was sent once the reader had followed the link."""
    again: int
    """The number of files, typefaces among them, that were sent again."""
    paint: float
    """Milliseconds from the click to the first paint with text."""


def _plainly(page: Page) -> None:
    """Nothing: the reader has just come, and follows a link."""


def _kept(page: Page) -> None:
    page.evaluate(_KEEP)


WAYS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "not fetched ahead": (_SPARE, _plainly),
    "fetched ahead": ("", _plainly),
    "the text is kept": ("", _kept),
}
"""By name, what every page runs first, and what comes before the step."""


def going_on(browser: Browser, server: Server, way: str, address: str) -> Step:
    """The step from the page at `address` to the next by the way of that name, in a new profile."""
    first, before = WAYS[way]
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    page = context.new_page()
    if first:
        page.add_init_script(first)
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", _LINE)
    opened = len(server.sent)
    page.goto(address, wait_until="networkidle")
    before(page)
    link = page.locator(".pager__next")
    target = str(link.evaluate("(link) => link.href"))
    begun = len(server.sent)
    link.hover()
    if way == "fetched ahead":
        until(page, f"performance.getEntriesByName('{target}')[0]")
    clicked = len(server.sent)
    link.click()
    page.wait_for_url(re.compile(re.escape(target)))
    page.wait_for_load_state("networkidle")
    until(page, _PAINTED)
    paint = float(page.evaluate(_PAINTED))
    context.close()
    known = {path for path, _ in server.sent[opened:begun]}
    return Step(
        bytes=loaded_since(server, begun),
        at_click=loaded_since(server, clicked),
        again=sum(path in known for path, _ in server.sent[begun:]),
        paint=paint,
    )
