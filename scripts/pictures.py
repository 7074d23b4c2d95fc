"""Take the pictures of CONTRIBUTING anew: `uv run python -m scripts.pictures`.

They show this project's own pages as `mkdocs serve` shows them: a page's foot with its links, and a
finding after a slip was made in a copy of the text. GitHub's own pages are drawn by hand, in SVG.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from scripts.find_browser import ADVICE, installed_browser

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / ".github/images"
NEEDED = (
    "docs", "src", "hooks", "overrides", "source", "glossary.toml", "names.toml",
    "search-words.toml", "moved.toml", "confirmed.txt", "mkdocs.yml", "pyproject.toml",
)  # fmt: skip
SLIP = ("docs/en/part-1.md", "the past 3 years", "the past 2 years")
"""File, words and slip: the example that both papers explain."""
PAGES = {"vi": "part-1/", "en": "en/part-1/"}
EDIT = {"vi": "Sửa trang này", "en": "Edit this page"}
PATIENCE = 60_000
RING = "outline: 3px solid #c2410c; outline-offset: 4px; border-radius: 4px"


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{port}"],
        cwd=folder,
        env={**os.environ, "REPO_URL": "https://github.com/owner/programme"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline:
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _foot(page: Page, language: str) -> None:
    """The end of a page, its link to the editor ringed."""
    page.get_by_role("link", name=EDIT[language], exact=True).evaluate(
        "(link, ring) => link.setAttribute('style', ring)", RING
    )
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(500)
    height = page.viewport_size["height"] if page.viewport_size else 0
    clip = {"x": 0, "y": height - 330, "width": 760, "height": 330}
    page.screenshot(path=PICTURES / f"edit-link.{language}.png", clip=clip)  # type: ignore[arg-type]


def _finding(page: Page, language: str) -> None:
    """The panel with the finding, over the page."""
    page.wait_for_timeout(500)
    page.screenshot(path=PICTURES / f"finding.{language}.png")


def _kept(folder: Path) -> None:
    """By git, so that what changes afterwards can be told."""
    identity = ("-c", "user.name=-", "-c", "user.email=-", "-c", "commit.gpgsign=false")
    for arguments in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "--all"),
        ("commit", "--quiet", "--message", "-"),
    ):
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True)


def _change(page: Page, folder: Path) -> None:
    """Of the report: the passage that changed."""
    told = folder / "report.html"
    command = ("-m", "diptych", "report", "--format", "html", "--output", str(told))
    subprocess.run([sys.executable, *command], cwd=folder, check=True)
    page.goto(told.as_uri())
    page.locator(".change").first.screenshot(path=PICTURES / "change.png")


def main() -> int:
    """Exit status 0 when every picture is taken, 1 with advice when there is no browser."""
    browser_path = installed_browser()
    if not browser_path:
        print(ADVICE, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        for name in NEEDED:
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
        _kept(folder)
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 760, "height": 480}, color_scheme="light")
        with _served(folder) as address:
            for language, path in PAGES.items():
                page.goto(address + path, timeout=PATIENCE)
                _foot(page, language)
            file, words, slip = SLIP
            text = (folder / file).read_text(encoding="utf-8")
            (folder / file).write_text(text.replace(words, slip), encoding="utf-8")
            # the server reloads the page when it has built it anew
            page.wait_for_selector(".parity-panel", timeout=PATIENCE)
            for language, path in PAGES.items():
                page.goto(address + path, timeout=PATIENCE)
                _finding(page, language)
        _change(page, folder)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
