"""What the first search costs a reader, for this text and for one a hundred times as long."""

from __future__ import annotations

import gzip
import json
import random
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table
from scripts.find_browser import ADVICE, installed_browser

from bench.timing import ROOT, python
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.site.search.index import index_of
from diptych.site.search.records import SearchRecord, search_records
from diptych.site.search.suggestions import MOST

TIMES = 100
START = {"vi": "", "en": "en/"}
QUERIES = {
    "vi": (
        "yến sào",
        "15-CT/TW",
        "cong dong nguoi Khanh Hoa",
        "tháng 8/2022",
        "chuyến bay thẳng",
        "giai đoạn 2022 - 2026",
        "đường bay thẳng Canada",
        "economic diplomacy",
        "phát triển kinh tế - xã hội của tỉnh Khánh Hòa",
    ),
    "en": (
        "bird's nest",
        "15-CT/TW",
        "direct international air route",
        "August",
        "direct flight Incheon",
        "period 2022 - 2026",
        "net zero 2050",
        "ngoại giao kinh tế",
        "socio-economic development of Khanh Hoa Province",
    ),
}
"""Of every kind that a search knows: words, symbols, dates by value, words for others, dashes, the
nearest, and what only the other language has, which loads a second index. The last of each is of
the commonest words."""
_OTHER_WORD, _NEW_WORD = 0.1, 0.02
"""How many words of a repeated provision are another of the text's, and new to it."""
_PACKED = {".html", ".js", ".json", ".css", ".svg"}
"""What a host compresses; the index is compressed as it is."""


def report(console: Console) -> None:
    """Print the table."""
    table = Table(
        "language", "query", "kB", "requests", f"kB at {TIMES}x", "requests", "times",
        title="The first search",
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        once, often = Path(name, "once"), Path(name, "often")
        python("-m", "mkdocs", "build", "--quiet", "-d", str(once))
        shutil.copytree(once, often)
        lengthen(often)
        costs = measured(once), measured(often)
    for locale, query in costs[0]:
        (size, requests), (long_size, long_requests) = (cost[locale, query] for cost in costs)
        table.add_row(
            locale, query, f"{size / 1000:.1f}", str(requests),
            f"{long_size / 1000:.1f}", str(long_requests), f"{long_size / size:.2f}",
        )  # fmt: skip
    console.print(table)


def lengthen(site: Path) -> None:
    """Give `site` the index and the suggestions of a text `TIMES` as long."""
    rng = random.Random(1)  # noqa: S311 - the same text on every run
    records: list[SearchRecord] = []
    for document in load(settings(ROOT)).documents:
        real = list(search_records(document))
        words = [word for record in real for word in record.text.split()]
        records += real
        for copy in range(1, TIMES):
            records += (
                replace(record, path=f"{copy}/{record.path}", text=varied(record.text, words, rng))
                for record in real
            )
        listed = [" ".join(rng.choices(words, k=4)) for _ in range(MOST)]
        (site / f"search/{document.locale}.json").write_text(
            json.dumps({"phrases": listed, "alike": []}, ensure_ascii=False)
        )
    shutil.rmtree(site / "pagefind")
    for path, content in index_of(records, settings(ROOT).locales[0]).items():
        (site / "pagefind" / path).parent.mkdir(parents=True, exist_ok=True)
        (site / "pagefind" / path).write_bytes(content)


def varied(text: str, words: list[str], rng: random.Random) -> str:
    """`text` with some of its words replaced by others of `words` or by new ones."""

    def other(word: str) -> str:
        luck = rng.random()
        if luck < _NEW_WORD:
            return "".join(rng.choices("abcdeghiklmnopqrstuvxy", k=rng.randint(3, 8)))
        return rng.choice(words) if luck < _NEW_WORD + _OTHER_WORD else word

    return " ".join(other(word) for word in text.split())


def measured(site: Path) -> dict[tuple[str, str], tuple[int, int]]:
    """By language and query, the bytes and the requests from opening the window to the results."""
    path = installed_browser()
    if not path:
        raise SystemExit(ADVICE)
    costs = {}
    with sync_playwright() as playwright, served(site) as (address, sent):
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for locale, queries in QUERIES.items():
            for query in queries:
                first_search(browser, address + START[locale], query, sent)
                costs[locale, query] = sum(sent), len(sent)
        browser.close()
    return costs


def first_search(browser: Browser, address: str, query: str, sent: list[int]) -> None:
    """Search on a page newly opened in a browser without a cache; `sent` is of the search only."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    sent.clear()
    page.keyboard.press("/")
    page.locator("#query").fill(query)
    page.locator("#results[aria-busy=false] a").first.wait_for()
    page.wait_for_load_state("networkidle")
    context.close()


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve `site` as a host would: its address, and the length of each body sent."""
    sent: list[int] = []
    handler = partial(_Handler, sent, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", sent
    server.shutdown()
    server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, sent: list[int], *arguments: object, **named: object) -> None:
        self.sent = sent
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.exists():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in _PACKED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.sent.append(len(body))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        pass
