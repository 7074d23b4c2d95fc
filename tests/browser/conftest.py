"""A real Chromium against the built site, served as GitHub Pages serves it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Locator,
    Page,
    Response,
    expect,
    sync_playwright,
)
from scripts.find_browser import ADVICE, installed_browser

from tests.conftest import SITE_URL

SWITCHES = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCRIPTED = """document.documentElement.matches(".no-js") || !document.querySelector("#theme")
  || !document.querySelector("#theme").hidden"""
"""Whether the script has come, which the page asks for after its first paint, if it has any."""
PATIENCE = 30
"""Seconds: machines are shared."""
expect.set_options(timeout=PATIENCE * 1000)
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site below its sub-path, and its 404 page for all that is not there."""

    def translate_path(self, path: str) -> str:
        below = urlsplit(SITE_URL).path.rstrip("/")
        plain = urlsplit(path).path
        return super().translate_path(
            plain.removeprefix(below) if plain.startswith(below) else "/-"
        )

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site's root answers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{urlsplit(SITE_URL).path}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = installed_browser()
    assert path, ADVICE
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A fresh profile; `@pytest.mark.parametrize("context", [{...}], indirect=True)` sets it up."""
    options = {"viewport": DESKTOP, **getattr(request, "param", {})}
    fresh = browser.new_context(**options)
    yield fresh
    fresh.close()


def until(page: Page, expression: str) -> None:
    """Wait until `expression` is true; Playwright's own way needs `eval`, which no page allows."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            if page.evaluate(f"Promise.resolve({expression}).then(Boolean)"):
                return
        except Error as error:  # the page is being left for another
            if "navigat" not in str(error):
                raise
        assert time.monotonic() < deadline, f"it did not come about: {expression}"
        page.wait_for_timeout(20)


def at_rest(locator: Locator) -> Locator:
    """It in sight, and the page told that it has been scrolled: what hides at that is hidden."""
    locator.scroll_into_view_if_needed()
    two_frames = "new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)))"
    locator.page.evaluate(two_frames)
    return locator


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page whose every request, error and console message is watched."""
    opened = context.new_page()
    strangers: list[str] = []
    complaints: list[str] = []
    opened.on(
        "request",
        lambda sent: None if sent.url.startswith(address) else strangers.append(sent.url),
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None,
    )
    opened.on("requestfailed", lambda sent: complaints.append(f"{sent.failure}: {sent.url}"))
    plain_goto = opened.goto

    def goto(url: str, **options: Any) -> Response | None:
        answer = plain_goto(url, **options)
        until(opened, SCRIPTED)
        return answer

    opened.goto = goto  # type: ignore[method-assign]
    yield opened
    assert strangers == [], "the page asked another host"
    expected = ("404 (Not Found)", "net::ERR_ABORTED")  # a page left before all had arrived
    assert [said for said in complaints if not any(word in said for word in expected)] == []
