"""`mkdocs serve` lives through findings: it shows them on every page until they are mended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 60
"""Seconds: a rebuild takes one or two, and machines are shared."""


@contextmanager
def served(project: Path) -> Iterator[str]:
    """`mkdocs serve` over a copy of the project; the address it answers at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=30)


def page(address: str) -> str:
    try:
        with urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return ""


def eventually(address: str, condition: Callable[[str], bool]) -> str:
    deadline = time.monotonic() + PATIENCE
    text = page(address)
    while not condition(text):
        assert time.monotonic() < deadline, f"it did not come about:\n{text[-3000:]}"
        time.sleep(0.2)
        text = page(address)
    return text


def test_findings_appear_on_every_page_and_go_when_they_are_mended(project: Path) -> None:
    with served(project) as server:
        eventually(server, lambda text: "</html>" in text and "parity-panel" not in text)

        part_4 = project / "docs/en/part-4.md"
        good = part_4.read_text(encoding="utf-8")
        part_4.write_text(good.replace("\n3. ", "\n4. "), encoding="utf-8")
        shown = eventually(server, lambda text: "parity-panel" in text)
        assert "số khác nhau: bản tiếng Việt ghi “3.”, bản tiếng Anh ghi “4.”" in shown
        assert "docs/vi/part-4.md:11" in shown
        assert "docs/en/part-4.md:11" in shown
        english = eventually(f"{server}en/part-1/", lambda text: "parity-panel" in text)
        assert "the numbers differ: Vietnamese has “3.”, English “4.”" in english

        part_4.write_bytes(b"\xff")
        eventually(server, lambda text: "docs/en/part-4.md:1: " in text)

        part_4.write_text(good, encoding="utf-8")
        eventually(server, lambda text: "</html>" in text and "parity-panel" not in text)


def test_it_starts_with_findings_and_with_unreadable_files(project: Path) -> None:
    (project / "docs/en/part-1.md").write_bytes(b"\xff")
    (project / "docs/en/part-2.md").unlink()
    with served(project) as server:
        eventually(f"{server}part-3/", lambda text: "parity-panel" in text)


def test_a_warning_ends_nothing_and_keeps_no_page_back(project: Path) -> None:
    about = project / "docs/en/site/about.md"
    good = about.read_text(encoding="utf-8")
    about.write_text(f"{good}\n[A](nowhere.md).\n", encoding="utf-8")
    with served(project) as server:
        eventually(f"{server}en/site/about/", lambda text: "nowhere.md" in text)
        about.write_text(f"{good}\n[A](elsewhere.md).\n", encoding="utf-8")
        eventually(f"{server}en/site/about/", lambda text: "elsewhere.md" in text)


def test_the_record_of_what_is_confirmed_is_watched(project: Path) -> None:
    record = project / "confirmed.txt"
    with served(project) as server:
        eventually(server, lambda text: "</html>" in text and "parity-panel" not in text)
        record.write_text("# nothing\n", encoding="utf-8")
        eventually(server, lambda text: "(W102" in text or "W102</a>" in text)


def test_files_to_take_away_come_when_they_are_ready(project: Path) -> None:
    with served(project) as server:
        eventually(f"{server}downloads/programme.en.md", lambda text: "ACTION PROGRAMME" in text)
        listed = eventually(f"{server}guide/downloads/", lambda text: "</html>" in text)
        assert "programme.en.md" in listed
