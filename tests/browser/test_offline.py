"""Without a network: the text that was kept opens, as one build made it, and nothing else of it."""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser.conftest import MILLISECONDS, Handler, arrived, settled, until
from tests.conftest import REPO_URL, SITE_URL, copy_of_project, run

BASE = urlsplit(SITE_URL).path
ADDED = {"vi": "Một câu của lần dựng sau.", "en": "A sentence of the later build."}
GLANCE = "guide/at-a-glance/"
KEEP = f'import("{BASE}assets/javascripts/offline.js").then(({{ keepText }}) => keepText())'
"""What the page does by itself when it has been read for a while."""
SETS = f"""caches.match("{BASE}offline/version", {{ cacheName: "offline 1 {BASE} state" }})
  .then((answer) => answer?.json())"""
UNSURE = re.compile("Đây là bản đã lưu trong máy")
NEWER = re.compile("đã có bản mới hơn")


class Host:
    """A host that can be without a site, or have another one, at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.port = 0
        self.shortens = False
        """Whether it redirects to the addresses of files without their suffix, as some hosts do."""
        self.start()

    def start(self) -> None:
        host = self

        class Answering(Handler):
            def __init__(self, *given: Any) -> None:
                super().__init__(*given, directory=str(host.folder))

            def do_GET(self) -> None:  # noqa: N802 - inherited name
                host.asked.append(self.path.removeprefix(BASE))
                if host.shortens and self.path == f"{BASE}offline.html":
                    self.send_response(308)
                    self.send_header("Location", f"{BASE}offline")
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                if host.shortens and self.path == f"{BASE}offline":
                    self.path += ".html"
                super().do_GET()

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Answering)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{BASE}"


def built(folder: Path, change: Callable[[Path], None]) -> Path:
    """The site of a project that was changed."""
    copy_of_project(folder)
    change(folder)
    environment = {"SITE_URL": SITE_URL, "REPO_URL": REPO_URL}
    done = run("mkdocs", "build", cwd=folder, environment=environment)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def with_a_sentence_more(project: Path) -> None:
    for locale, sentence in ADDED.items():
        with (project / f"docs/{locale}/guide/at-a-glance.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{sentence}\n")


def keeping_nothing(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("extra:\n", "extra:\n  offline: false\n", 1), encoding="utf-8")


@pytest.fixture(scope="session")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a later build, with a sentence more on a page of the guide."""
    return built(tmp_path_factory.mktemp("later"), with_a_sentence_more)


@pytest.fixture(scope="session")
def retiring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that no longer keeps anything."""
    return built(tmp_path_factory.mktemp("retiring"), keeping_nothing)


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    host = Host(site)
    yield host
    host.stop()


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(MILLISECONDS)
    yield context
    context.close()


class Tab:
    """A page, with all that the browser complained of."""

    def __init__(self, reader: BrowserContext) -> None:
        self.page = reader.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self.complaints.append(f"{said.type}: {said.text}"))

    def open(self, address: str) -> Page:
        self.page.goto(address)
        settled(self.page)
        return self.page

    def keep(self) -> dict[str, Any]:
        """Keep the text in the page's language; what is kept then."""
        self.page.evaluate(KEEP)
        kept: dict[str, Any] = self.page.evaluate(SETS)
        return kept


@pytest.fixture
def tab(reader: BrowserContext) -> Tab:
    return Tab(reader)


def end_worker(page: Page) -> None:
    """End the worker, as browsers do where it is idle: the next one asks for the version anew."""
    running: dict[str, str] = {}

    def told(event: dict[str, Any]) -> None:
        running.update({one["versionId"]: one["runningStatus"] for one in event["versions"]})

    session = page.context.new_cdp_session(page)
    session.on("ServiceWorker.workerVersionUpdated", told)

    def stopped() -> bool:
        session.send("ServiceWorker.stopAllWorkers")  # the page may just have started it again
        return set(running.values()) == {"stopped"}

    session.send("ServiceWorker.enable")
    until(page, lambda: running)
    until(page, stopped)
    session.detach()


def version_of(site: Path) -> dict[str, Any]:
    version: dict[str, Any] = json.loads((site / "offline/version.json").read_text("utf-8"))
    return version


def pages_of(site: Path, name: str) -> list[str]:
    """The addresses of the pages of a set."""
    found = json.loads(
        (site / "offline" / version_of(site)["sets"][name]["file"]).read_text("utf-8")
    )
    return [path for path in found["files"] if path == "" or path.endswith("/")]


def words_of(page: str) -> str:
    main = LexborHTMLParser(page).css_first("main")
    assert main is not None
    return " ".join(main.text().split())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_whole_text_opens_without_a_network(
    host: Host, tab: Tab, site: Path, language: str
) -> None:
    page = tab.open(host.address + ("part-1/" if language == "vi" else "en/part-1/"))
    kept = tab.keep()
    assert set(kept["sets"]) == {"common", language}
    assert kept["id"] == version_of(site)["id"]
    host.stop()
    end_worker(page)
    wrong: list[str] = []
    paths = pages_of(site, language)
    for path in paths:
        page.goto(host.address + path)
        shown = page.evaluate("document.querySelector('main').cloneNode(true).textContent")
        there = words_of((site / path / "index.html").read_text(encoding="utf-8"))
        if " ".join(shown.split()) != there and there not in " ".join(shown.split()):
            wrong.append(path)
    assert wrong == []
    assert len(paths) == len({*paths}) > 30
    settled(page)
    assert tab.complaints == []
    host.start()


@pytest.mark.parametrize("how", ["the first page", "a later page"])
def test_a_search_finds_without_a_network_in_both_languages(
    host: Host, tab: Tab, reader: BrowserContext, how: str
) -> None:
    page = tab.open(f"{host.address}part-1/")
    tab.keep()
    host.stop()
    reader.set_offline(True)
    if how == "a later page":
        page.locator(".pager__next").click()
        arrived(page, f"{host.address}part-2/")
    page.keyboard.press("/")
    for query, found in (
        ("Champasak", "tỉnh Champasak"),
        ("direct flight", "direct international"),
    ):
        page.get_by_role("searchbox").fill(query)
        expect(page.locator("#results")).to_have_attribute("data-query", query)
        expect(page.locator("#results a").first).to_contain_text(found)
    assert tab.complaints == []
    host.start()


def test_a_redirected_answer_is_told_as_well_without_a_network(host: Host, tab: Tab) -> None:
    host.shortens = True
    page = tab.open(f"{host.address}part-1/")
    page.evaluate(f"""navigator.serviceWorker.register(
        "{BASE}service-worker.js", {{ scope: "{BASE}" }}
    ).then(() => navigator.serviceWorker.ready).then(() => "")""")
    host.stop()
    page.goto(f"{host.address}part-2/")
    expect(page.locator("h1").first).to_have_text("Không có mạng")
    host.start()


def test_a_page_that_was_not_kept_is_told_in_both_languages(
    host: Host, tab: Tab, reader: BrowserContext
) -> None:
    page = tab.open(f"{host.address}part-1/")
    tab.keep()
    host.stop()
    page.goto(f"{host.address}en/part-1/")
    until(page, "document.querySelector('h1')?.textContent === 'No network'")
    assert page.locator("h1").all_text_contents() == ["No network", "Không có mạng"]
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Tình hình").click()
    arrived(page, f"{host.address}part-1/")
    page.goto(f"{host.address}part-3/section-2?from=letter")  # as people type it
    arrived(page, re.compile("part-3/section-2/"))
    expect(page.locator("#iii-2-1")).to_be_visible()
    assert tab.complaints == []
    host.start()


def test_a_kept_page_says_that_it_may_be_old_until_there_is_a_network(host: Host, tab: Tab) -> None:
    page = tab.open(f"{host.address}part-1/")
    tab.keep()
    host.stop()
    end_worker(page)
    page.goto(f"{host.address}part-2/")
    expect(page.locator("#standing")).to_have_text(UNSURE)
    host.start()
    end_worker(page)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#standing")).to_have_count(0)
    assert tab.complaints == []


def test_online_the_text_of_today_is_shown_and_a_page_keeps_to_its_own_build(
    host: Host, tab: Tab, reader: BrowserContext, site: Path, later: Path
) -> None:
    first = tab.open(f"{host.address}part-1/")
    tab.keep()
    tab.open(host.address + GLANCE)
    assert ADDED["vi"] not in first.locator("main").inner_text()
    host.folder = later
    end_worker(first)
    host.asked.clear()
    other = Tab(reader)
    second = other.open(host.address + GLANCE)
    assert ADDED["vi"] in second.locator("main").inner_text()
    assert {GLANCE, "assets/javascripts/site.js"} <= set(host.asked), "of the new build, too"
    assert other.keep()["id"] == version_of(later)["id"]
    # the tab of the old build: what it asks for is of the old build, and it says that it is old
    host.asked.clear()
    first.keyboard.press("/")
    first.get_by_role("searchbox").fill("Champasak")
    expect(first.locator("#results a").first).to_be_visible()
    assert [path for path in host.asked if not path.startswith(("offline/", "service-w"))] == []
    first.evaluate("dispatchEvent(new Event('online'))")
    expect(first.locator("#standing")).to_have_text(NEWER)
    first.keyboard.press("Escape")
    first.locator("#standing button").click()
    expect(first.locator("main")).to_contain_text(ADDED["vi"])
    expect(first.locator("#standing")).to_have_count(0)
    host.stop()
    end_worker(second)
    for page in (first, second):
        page.goto(host.address + GLANCE)
        assert ADDED["vi"] in page.locator("main").inner_text()
    assert tab.complaints + other.complaints == []
    host.start()


def test_of_an_update_that_does_not_come_whole_nothing_is_shown(
    host: Host, tab: Tab, site: Path, later: Path, tmp_path: Path
) -> None:
    page = tab.open(f"{host.address}part-1/")
    old = tab.keep()
    broken = tmp_path / "broken"
    shutil.copytree(later, broken)
    text = broken / "offline" / version_of(later)["sets"]["vi"]["file"]
    whole = text.read_bytes()
    for state in (whole.replace("Tình hình".encode(), b"Tinh hinh"), None):
        if state is None:
            text.unlink()  # as after a further publication
        else:
            text.write_bytes(state)
        host.folder = broken
        end_worker(page)
        tab.open(f"{host.address}part-2/")
        assert tab.keep() == old
        host.stop()
        end_worker(page)
        page.goto(host.address + GLANCE)
        assert ADDED["vi"] not in page.locator("main").inner_text()
        host.start()
    text.write_bytes(whole)
    end_worker(page)
    tab.open(f"{host.address}part-2/")
    assert tab.keep()["id"] == version_of(later)["id"]


def test_without_room_the_pages_are_as_without_a_worker(host: Host, tab: Tab) -> None:
    page = tab.open(f"{host.address}part-1/")
    session = page.context.new_cdp_session(page)
    origin = host.address.removesuffix(BASE)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 200_000})
    assert tab.keep() is None
    asked = [path for path in host.asked if path.startswith("offline/common")]
    tab.open(f"{host.address}part-2/")
    tab.keep()
    assert [path for path in host.asked if path.startswith("offline/common")] == asked == asked[:1]
    assert page.locator("#standing").count() == 0
    assert tab.complaints == []


OTHERS = ["offline 1 / state", "offline 1 /khanh-hoa/other/ vi.json", "a cache of another site"]


def test_what_other_sites_of_the_origin_keep_is_left_alone(
    host: Host, tab: Tab, later: Path, retiring: Path
) -> None:
    page = tab.open(f"{host.address}part-1/")
    page.evaluate("(names) => Promise.all(names.map((name) => caches.open(name)))", OTHERS)
    page.evaluate(f"caches.open('offline 0 {BASE} vi.json')")
    tab.keep()
    names = page.evaluate("caches.keys()")
    assert set(OTHERS) < set(names), "and what this site keeps"
    assert f"offline 0 {BASE} vi.json" not in names, "which an earlier worker kept"
    host.folder = later
    end_worker(page)
    tab.open(f"{host.address}part-2/")
    tab.keep()
    host.folder = retiring
    end_worker(page)
    tab.open(f"{host.address}part-1/")
    assert page.locator("[data-offline]").count() == 0
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one?.update())")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => !one)")
    until(page, f"caches.keys().then((names) => names.length === {len(OTHERS)})")
    assert set(page.evaluate("caches.keys()")) == set(OTHERS)
    assert tab.complaints == []


def test_nothing_is_fetched_over_a_metered_line_unless_the_reader_asks(
    host: Host, tab: Tab
) -> None:
    tab.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    page = tab.open(f"{host.address}part-1/")
    assert tab.keep() is None
    assert page.evaluate("navigator.serviceWorker.getRegistration()") is None
    tab.open(f"{host.address}guide/downloads/")
    page.get_by_role("button", name="Lưu trong máy").click()
    expect(page.get_by_text("mở được khi không có mạng")).to_be_visible()
    assert set(page.evaluate(SETS)["sets"]) == {"common", "vi"}
    tab.open(f"{host.address}guide/downloads/")
    page.get_by_role("button", name="Xóa khỏi máy").click()
    expect(page.get_by_role("button", name="Lưu trong máy")).to_be_visible()
    assert page.evaluate("caches.keys()") == []
    tab.open(f"{host.address}part-1/")
    tab.keep()
    assert page.evaluate("navigator.serviceWorker.getRegistration()") is None
    assert tab.complaints == []


def test_over_a_metered_line_what_is_kept_is_not_fetched_anew(
    host: Host, tab: Tab, later: Path
) -> None:
    page = tab.open(f"{host.address}part-1/")
    old = tab.keep()
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    host.folder = later
    end_worker(page)
    tab.open(host.address + GLANCE)
    assert ADDED["vi"] in page.locator("main").inner_text(), "from the network"
    assert tab.keep() == old
    assert not [path for path in host.asked if path == _set_of(later)]
    assert tab.complaints == []


def _set_of(site: Path) -> str:
    return f"offline/{version_of(site)['sets']['vi']['file']}"


WITHOUT = {
    "no service workers": "Object.defineProperty(navigator, 'serviceWorker', { value: undefined })",
    "refused": "navigator.serviceWorker.register = () => Promise.reject(new DOMException('no'))",
    "no storage": "caches.open = () => Promise.reject(new DOMException('no'))",
}


@pytest.mark.parametrize("how", WITHOUT)
def test_where_a_browser_keeps_nothing_nothing_is_said(host: Host, tab: Tab, how: str) -> None:
    tab.page.add_init_script(WITHOUT[how])
    page = tab.page
    page.clock.install()
    page.goto(f"{host.address}part-1/")
    until(page, "!document.querySelector('#theme').hidden")
    page.clock.run_for(20_000)
    page.goto(f"{host.address}guide/downloads/")
    until(page, "!document.querySelector('#theme').hidden")
    page.clock.run_for(20_000)
    assert tab.complaints == []


def test_the_text_is_kept_once_a_first_page_was_read(host: Host, tab: Tab) -> None:
    page = tab.page
    page.clock.install()
    page.goto(f"{host.address}part-1/")
    until(page, "!document.querySelector('#theme').hidden")
    assert "service-worker.js" not in host.asked
    page.clock.run_for(20_000)
    until(page, f"{SETS}.then(Boolean)")
    assert [path for path in host.asked if path.startswith("offline/vi")], "in its language"
    assert not [path for path in host.asked if path.startswith("offline/en")]
    assert tab.complaints == []
