"""What an edit costs under `make serve`: until its page shows it, and until it is checked."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from rich.console import Console
from rich.table import Table

from bench.builds import generated_project
from bench.scaling import real_provisions
from bench.timing import ROOT, environment
from bench.worst import slowness

EDITS = 5
PAGES = 500
"""A language, of the generated text."""
_PAUSE = 0.1
_PATIENCE = 300
_BEING_CHECKED = "being-checked"
"""What stands on a page while its texts are checked."""
_TICKS = os.sysconf("SC_CLK_TCK")


def report(console: Console) -> None:
    """Print the table; each figure is the median of several edits."""
    table = Table(
        *("text", "shown after", "slowness", "scaled", "checked after"),
        title="An edit under `make serve`, in seconds of processor time",
    )
    with tempfile.TemporaryDirectory() as name:
        ours, long = Path(name, "ours"), Path(name, "long")
        shutil.copytree(ROOT, ours, symlinks=True, ignore=shutil.ignore_patterns(".venv", "build"))
        generated_project(long, real_provisions(), PAGES)
        for title, folder, page, address in (
            ("our programme", ours, "docs/en/part-1.md", "en/part-1/"),
            (f"{PAGES} pages", long, "docs/en/part-2/section-1.md", "en/part-2/section-1/"),
        ):
            before = slowness()
            shown, checked = _edited(folder, folder / page, address)
            slow = (before + slowness()) / 2
            table.add_row(
                title, f"{shown:.2f}", f"{slow:.1f}", f"{shown / slow:.2f}", f"{checked:.2f}"
            )
    console.print(table)


def _edited(folder: Path, page: Path, address: str) -> tuple[float, float]:
    """The seconds of processor time until an edit of `page` is shown, and until it is checked."""
    good = page.read_text(encoding="utf-8")
    costs = []
    with _served(folder) as (server, root):
        shows = partial(_shows, server, f"{root}{address}")
        shows("</html>", _BEING_CHECKED)
        for number in range(EDITS):
            before = _processor_time(server)
            page.write_text(f"{good}\nAn edit, number {number}.\n", encoding="utf-8")
            shows(f"An edit, number {number}.")
            shown = _processor_time(server)
            shows("</html>", _BEING_CHECKED)
            costs.append((shown - before, _processor_time(server) - before))
    shown_after, checked_after = zip(*costs, strict=True)
    return sorted(shown_after)[EDITS // 2], sorted(checked_after)[EDITS // 2]


@contextmanager
def _served(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """`mkdocs serve` in `folder`: its process, and the address of the site."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=folder,
        env={**environment(), "SITE_URL": f"http://127.0.0.1:{port}/"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process, f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _shows(
    server: subprocess.Popen[bytes], address: str, wanted: str, unwanted: str = "\0"
) -> None:
    """Wait until the page at `address` has `wanted` and not `unwanted`, while the `server` runs."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with suppress(URLError, ConnectionError):
            page = urlopen(address, timeout=_PATIENCE).read().decode()  # noqa: S310 - our own
            if wanted in page and unwanted not in page:
                return
        time.sleep(_PAUSE)
    ended = server.poll()
    raise TimeoutError(address if ended is None else f"the server ended with the status {ended}")


def _processor_time(process: subprocess.Popen[bytes]) -> float:
    """Seconds of a process and of those that it has waited for, as Linux counts them."""
    fields = (
        Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    )
    return sum(map(int, fields[11:15])) / _TICKS
