"""axe-core on every page of the site, in every mode."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table
from scripts.find_browser import installed_browser

from bench.server import running
from bench.timing import ROOT
from tests.browser.axe import MODES, violations
from tests.conftest import SWITCHES, run

LOST = ("no/such/page/", "en/no/such/page/")


def report(console: Console) -> None:
    """Print the table, and each violation."""
    executable = installed_browser()
    if executable is None:
        console.print("Accessibility: not measured, no Chromium installed")
        return
    table = Table("mode", "pages", "violations", title="axe-core on every page")
    everything: list[str] = []
    with tempfile.TemporaryDirectory() as name, running() as server, sync_playwright() as started:
        site = Path(name)
        address = server.address("ours")
        run(
            "mkdocs", "build", "--quiet", "--site-dir", str(site),
            cwd=ROOT, environment={"SITE_URL": address},
        ).check_returncode()  # fmt: skip
        server.mount("ours", site)
        folders = (file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
        pages = [*sorted(f"{folder}/".removeprefix("./") for folder in folders), *LOST]
        browser = started.chromium.launch(executable_path=executable, args=SWITCHES)
        for mode in MODES:
            found = _violations(browser, mode, [address + page for page in pages])
            count = f"[red]{len(found)}[/]" if found else "0"
            table.add_row(mode, str(len(pages)), count)
            everything += (f"{mode}: {said}" for said in found)
        browser.close()
    console.print(table)
    for said in everything:
        console.print(said, markup=False)


def _violations(browser: Browser, mode: str, addresses: list[str]) -> list[str]:
    context = browser.new_context(**MODES[mode])
    page = context.new_page()
    found = []
    for address in addresses:
        page.goto(address)
        found += violations(page)
    context.close()
    return found
