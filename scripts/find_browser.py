"""Find a Chromium for the browser tests, install one, or say how to.

Prints nothing when one is there. An installed browser is preferred to a download, and one
without windows to a whole one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HEADLESS = ("chromium-headless-shell", "chrome-headless-shell")
"""Commands of a Chromium without windows, which takes a third less time for a page."""
NAMES = (
    *HEADLESS,
    "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge",
)  # fmt: skip
"""Commands by which an installed Chromium goes, in the order in which they are asked for."""

ADVICE = """\
The browser tests need Chromium, and none was found or could be installed.
Install it and run make again; on Debian or Ubuntu:

    sudo apt-get install chromium-headless-shell

or name one that is installed elsewhere:  CHROMIUM=/path/to/chromium make test"""


def installed_browser() -> str | None:
    """The path of a Chromium: $CHROMIUM, then the usual names, then Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named if Path(named).is_file() else None
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _install() -> None:
    """Try Debian's packages where we are allowed to, then Playwright's own download."""
    for package in (HEADLESS[0], "chromium"):
        if _may_install():
            _install_package(package)
        if installed_browser():
            return
    _tried([sys.executable, "-m", "playwright", "install", "chromium-headless-shell"])


def _may_install() -> bool:
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


def _install_package(name: str) -> None:
    _tried(["apt-get", "update", "-qq"])
    _tried(["apt-get", "install", "-y", "-qq", name])


def _tried(command: list[str]) -> None:
    subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600
    )


def main() -> int:
    """Exit status 0 when there is a browser in the end, 1 with advice when there is none.

    CI's machines are nobody's own: there the headless one is installed beside another.
    """
    in_ci = os.environ.get("CI") and not os.environ.get("CHROMIUM") and _may_install()
    if in_ci and not any(map(shutil.which, HEADLESS)):
        _install_package(HEADLESS[0])
    if installed_browser():
        return 0
    print("No Chromium found; installing one for the browser tests ...", flush=True)
    _install()
    if installed_browser():
        return 0
    print(ADVICE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
