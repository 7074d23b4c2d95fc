"""A real Chromium against the built site, served as GitHub Pages serves it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler
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
    Route,
    expect,
)

from tests.conftest import SITE_URL
from tests.patience import CEILING, PAUSE, eventually
from tests.serving import served

LEFT = re.compile("navigat|context with")
"""What Playwright says when a page is left for another while it is asked."""
SCRIPTED = """document.documentElement.matches(".no-js") || !document.querySelector("#theme")
  || !document.querySelector("#theme").hidden"""
"""Whether the script has come, which the page asks for after its first paint, if it has any."""
DRAWN = """(async () => {
  if (document.documentElement.matches(".no-js")) return true;
  const frame = () => new Promise(requestAnimationFrame);
  if (document.querySelector(".italics-later em")) {
    await new Promise((painted) =>
      new PerformanceObserver(painted).observe({ type: "paint", buffered: true }));
    await document.fonts.load('italic 1em "Source Serif 4"').catch(() => null);
  }
  await document.fonts.ready;
  await frame();
  await frame();
  return true;
})()"""
"""Whether the faces are in use or given up, and the lines that they moved are where they stay."""
MILLISECONDS = CEILING * 1000
expect.set_options(timeout=MILLISECONDS)
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
PROFILES = 8
"""How many profiles wait for the next test, each with options of its own."""


class Handler(SimpleHTTPRequestHandler):
    """Serves the site below its sub-path, and its 404 page for all that is not there."""

    below = urlsplit(SITE_URL).path.rstrip("/")

    def translate_path(self, path: str) -> str:
        plain = urlsplit(path).path
        return super().translate_path(
            plain.removeprefix(self.below) if plain.startswith(self.below) else "/-"
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
    with served(partial(Handler, directory=str(site))) as port:
        yield f"http://127.0.0.1:{port}{urlsplit(SITE_URL).path}"


class HandlerAtRoot(Handler):
    """Serves a site that has a host of its own."""

    below = ""


class Profile:
    """A browser's profile with one page, used for test after test, and left as new by each."""

    def __init__(self, browser: Browser, options: Mapping[str, Any]) -> None:
        # what a service worker keeps would outlast the test (see test_offline.py)
        self.context = browser.new_context(service_workers="block", **options)
        self.context.set_default_timeout(MILLISECONDS)
        self.page = self.context.new_page()
        self.spent = False
        """Whether a test did to the page what cannot be undone."""
        self._listeners: list[tuple[Any, Any]] = []
        for name in ("add_init_script", "emulate_media", "set_viewport_size"):
            setattr(self.page, name, self._spending(getattr(self.page, name)))
        listen = self.page.on

        def on(event: Any, listener: Any) -> None:
            self._listeners.append((event, listener))
            listen(event, listener)

        self.page.on = on  # type: ignore[assignment, method-assign]

    def _spending(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def spending(*given: Any, **named: Any) -> Any:
            self.spent = True
            return method(*given, **named)

        return spending

    def renew(self) -> None:
        """Forget what was done in it: a new profile costs four times as much."""
        for event, listener in self._listeners:
            self.page.remove_listener(event, listener)
        self._listeners.clear()
        for other in self.context.pages:
            if other is not self.page:
                other.close()
        self.page.unroute_all()
        self.page.mouse.move(-1, -1)
        if self.page.url.startswith("http"):
            self.page.evaluate("() => { sessionStorage.clear(); localStorage.clear() }")
        self.page.goto("about:blank")
        self.context.clear_cookies()
        self.context.clear_permissions()


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Iterator[dict[str, Profile]]:
    """The profiles that wait for a test, by their options."""
    waiting: dict[str, Profile] = {}
    yield waiting
    for profile in waiting.values():
        profile.context.close()


@pytest.fixture
def profile(
    browser: Browser, profiles: dict[str, Profile], request: pytest.FixtureRequest
) -> Iterator[Profile]:
    options = {"viewport": DESKTOP, **getattr(request, "param", {})}
    cold = options.pop("cold", False)
    key = repr(sorted(options.items()))
    used = (None if cold else profiles.pop(key, None)) or Profile(browser, options)
    failed = request.session.testsfailed
    yield used
    if used.spent or request.session.testsfailed > failed:
        used.context.close()
        return
    used.renew()
    profiles[key] = used
    while len(profiles) > PROFILES:
        profiles.pop(next(iter(profiles))).context.close()


@pytest.fixture
def context(profile: Profile) -> BrowserContext:
    """A fresh profile; `@pytest.mark.parametrize("profile", [{...}], indirect=True)` sets it up,
    with the options of a browser's context, or `cold`, where no file may have come before.
    """
    return profile.context


def until(page: Page, comes: str | Callable[[], object]) -> None:
    """Wait until `comes`, an expression of the page or a question to the test, is true.

    Playwright's own way needs `eval`, which no page allows. A document that has no element yet,
    as at the moment when one page takes another's place, is asked nothing.
    """

    def true() -> bool:
        if callable(comes):
            return bool(comes())
        asked = f"document.documentElement && Promise.resolve({comes}).then(Boolean)"
        try:
            return bool(page.evaluate(asked))
        except Error as error:
            if not LEFT.search(str(error)):
                raise
            return False

    said = f"{comes} at {page.url}"
    eventually(true, described=said, rest=lambda: page.wait_for_timeout(PAUSE * 1000))


def after_timers(page: Page, milliseconds: int) -> None:
    """Wait until what the page does in so long is done: of two timers, the later ends later."""
    page.evaluate("(time) => new Promise((on) => setTimeout(on, time))", milliseconds)


def settled(page: Page) -> None:
    """Wait until all that comes with the page has come: what follows meets nothing late."""
    page.wait_for_load_state("load")
    until(page, SCRIPTED)
    until(page, DRAWN)


def arrived(page: Page, url: str | re.Pattern[str]) -> None:
    """Wait until a step that leads to `url` has led there, and the page has settled."""
    expect(page).to_have_url(url)
    settled(page)


def held_up(page: Page, pattern: str) -> list[Route]:
    """The requests for `pattern`, which stay on their way until the test lets them go on."""
    held: list[Route] = []
    page.route(pattern, lambda route: held.append(route))  # noqa: PLW0108 - it marks what it is given
    return held


def at_rest(locator: Locator) -> Locator:
    """It in sight, and the page told that it has been scrolled: what hides at that is hidden."""
    locator.scroll_into_view_if_needed()
    two_frames = "new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)))"
    locator.page.evaluate(two_frames)
    return locator


@pytest.fixture
def page(profile: Profile, address: str) -> Iterator[Page]:
    """A page whose every request, error and console message is watched."""
    opened = profile.page
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
        settled(opened)
        return answer

    opened.goto = goto  # type: ignore[method-assign]
    yield opened
    opened.goto = plain_goto  # type: ignore[method-assign]
    assert strangers == [], "the page asked another host"
    expected = (
        "404 (Not Found)",
        "net::ERR_ABORTED",  # a page left before all had arrived
        "Service Worker registration blocked",
        "was preloaded using link preload but not used",  # on a slow machine the face is given up
    )
    assert [said for said in complaints if not any(word in said for word in expected)] == []
