"""What a reader pays for a page: ours beside a stock site of the same text, on one server."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table
from scripts.find_browser import installed_browser

from bench.builds import stock_config
from bench.first_view import View, first_view
from bench.going_on import WAYS, going_on
from bench.lighthouse import NotMeasured, Result, audited, available
from bench.server import Server, running
from bench.timing import ROOT
from tests.conftest import SWITCHES, run

SECTION = "part-3/section-2/"
STOCK = "stock, Vietnamese"
PAGES = {
    "Vietnamese": ("ours", SECTION),
    "English": ("ours", f"en/{SECTION}"),
    "both": ("ours", f"both/{SECTION}"),
    STOCK: ("stock", SECTION),
}
"""Site and page of each row."""
STEPS = {"one language": "part-3/section-1/", "both": "both/part-3/section-1/"}
"""The page from which a step to the next is measured, by its view."""
RUNS = 3
BYTES, PAINT = 0.5, 0.65
"""The most of stock's bytes, and of stock's largest paint, that a page of ours may take."""


def report(console: Console) -> None:
    """Print the tables, or what is not installed."""
    browser = installed_browser()
    if browser is None:
        console.print("Reading: not measured, no Chromium installed")
        return
    with tempfile.TemporaryDirectory() as name, running() as server:
        _publish(server, Path(name))
        pages = {row: server.address(site) + path for row, (site, path) in PAGES.items()}
        _transfer(console, _first_views(server, pages, browser))
        _steps(console, server, browser)
        try:
            available()
            _scores(console, audited(pages, browser, RUNS))
        except NotMeasured as why:
            console.print(f"Lighthouse: not measured, {why}")


def _publish(server: Server, folder: Path) -> None:
    """Build both sites for the addresses at which they then answer."""
    for name, config in (("ours", ROOT / "mkdocs.yml"), ("stock", stock_config(folder))):
        built = folder / name
        done = run(
            "mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(built),
            cwd=ROOT, environment={"SITE_URL": server.address(name)},
        )  # fmt: skip
        done.check_returncode()
        server.mount(name, built)


def _first_views(server: Server, pages: Mapping[str, str], browser: str) -> dict[str, View]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=SWITCHES)
        try:
            return {row: first_view(launched, server, page) for row, page in pages.items()}
        finally:
            launched.close()


def _steps(console: Console, server: Server, browser: str) -> None:
    """Print what the step to the next page costs, in each view and by each way."""
    table = Table(
        "view", "way", "bytes", "at the click", "sent again", "paint, ms", "of not ahead",
        title=f"Going on to the next page, on a phone's line, median of {RUNS}",
    )  # fmt: skip
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=SWITCHES)
        for view, path in STEPS.items():
            plain = 0.0
            for way in WAYS:
                address = server.address("ours") + path
                steps = [going_on(launched, server, way, address) for _ in range(RUNS)]
                step, paint = steps[0], median(one.paint for one in steps)
                plain = plain or paint
                table.add_row(
                    view, way, f"{step.bytes:,}", f"{step.at_click:,}", str(step.again),
                    f"{paint:,.0f}", f"{paint / plain:.2f}",
                )  # fmt: skip
        launched.close()
    console.print(table)


def _transfer(console: Console, views: Mapping[str, View]) -> None:
    stock = views[STOCK]
    table = Table(
        "page", "requests", "bytes", "of stock's", "what the browser complained of",
        title="First view on a phone, nothing cached",
    )  # fmt: skip
    over = []
    for row, view in views.items():
        share = view.bytes / stock.bytes
        if row != STOCK and (share > BYTES or len(view.loaded) >= len(stock.loaded)):
            over.append(row)
        said = f"[red]{'; '.join(view.complaints)}[/]" if view.complaints else "nothing"
        table.add_row(
            row, str(len(view.loaded)), f"{view.bytes:,}", _marked(share, ".2f", BYTES, row), said
        )
    console.print(table)
    for row in (*over, STOCK) if over else ():
        files = Table("file", "bytes", title=f"Loaded: {row}")
        for path, size in views[row].loaded:
            files.add_row(path, f"{size:,}")
        console.print(files)


def _scores(console: Console, results: Mapping[str, Result]) -> None:
    table = Table(
        "page", "perf.", "access.", "best", "SEO", "largest paint, ms", "of stock's", "shift",
        "unused, bytes",
        title=f"Lighthouse for a phone, median of {RUNS}",
    )  # fmt: skip
    stock = results[STOCK].paint
    for row, result in results.items():
        table.add_row(
            row,
            *(f"{score:.0f}" if score == 100 else f"[red]{score:.0f}[/]"
              for score in result.scores.values()),
            f"{result.paint:,.0f} ({result.paints[0]:,.0f}–{result.paints[1]:,.0f})",
            _marked(result.paint / stock, ".2f", PAINT, row),
            _marked(result.shift, ".3f", 0, row),
            _marked(result.unused, ",.0f", 0, row),
        )  # fmt: skip
    console.print(table)
    for row, result in results.items():
        for said in result.failing:
            console.print(f"{row}: {said}", markup=False)


def _marked(value: float, form: str, most: float, row: str) -> str:
    """The number, in red where a page of ours is above `most`."""
    said = format(value, form)
    return f"[red]{said}[/]" if value > most and row != STOCK else said
