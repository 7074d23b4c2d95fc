"""Find a Chromium for the browser tests, install one, or say how to.

Prints nothing when one is there. An installed browser is preferred to a download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge")
"""Commands by which an installed Chromium goes."""

ADVICE = """\
The browser tests need Chromium, and none was found or could be installed.
Install it and run make again; on Debian or Ubuntu:

    sudo apt-get install chromium

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
    """Try Playwright's own download, then Debian's package where we are allowed to."""
    tries = [[sys.executable, "-m", "playwright", "install", "chromium-headless-shell"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        tries[:0] = [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]]
    for command in tries:
        subprocess.run(
            command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600
        )
        if installed_browser():
            return


def main() -> int:
    """Exit status 0 when there is a browser in the end, 1 with advice when there is none."""
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
