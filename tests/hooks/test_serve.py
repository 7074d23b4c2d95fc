"""`mkdocs serve` lives through findings: it shows them on every page until they are mended."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.patience import CEILING, eventually

SERVING = """
from mkdocs.__main__ import cli
from mkdocs.livereload import LiveReloadServer

bind = LiveReloadServer.server_bind

def told(server):
    bind(server)
    print(server.server_port, flush=True)

LiveReloadServer.server_bind = told
cli(["serve", "--dev-addr", "127.0.0.1:0"])
"""
"""`mkdocs serve` at a port that nobody else can have taken: the system gives it, and it is told."""


@contextmanager
def served(project: Path) -> Iterator[str]:
    """`mkdocs serve` over a copy of the project; the address it answers at."""
    log = project.with_name(f"{project.name}.log")
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVING],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        )
    assert process.stdout
    try:
        port = process.stdout.readline().strip()  # once the site is built
        assert port, log.read_text(encoding="utf-8")
        yield f"http://127.0.0.1:{port}/"
        assert process.poll() is None, "it lives on"
    finally:
        process.terminate()
        process.communicate(timeout=CEILING)


def page(address: str) -> str:
    try:
        with urlopen(address, timeout=CEILING) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return ""


def shows(address: str, condition: Callable[[str], bool]) -> str:
    """The page once it is as wanted: it is built anew while it is asked for."""
    return eventually(lambda: page(address), condition)


def test_findings_appear_on_every_page_and_go_when_they_are_mended(project: Path) -> None:
    with served(project) as server:
        shows(server, lambda text: "</html>" in text and "parity-panel" not in text)

        part_4 = project / "docs/en/part-4.md"
        good = part_4.read_text(encoding="utf-8")
        part_4.write_text(good.replace("\n3. ", "\n4. "), encoding="utf-8")
        shown = shows(server, lambda text: "parity-panel" in text)
        assert "số khác nhau: bản tiếng Việt ghi “3.”, bản tiếng Anh ghi “4.”" in shown
        assert "docs/vi/part-4.md:11" in shown
        assert "docs/en/part-4.md:11" in shown
        english = shows(f"{server}en/part-1/", lambda text: "parity-panel" in text)
        assert "the numbers differ: Vietnamese has “3.”, English “4.”" in english

        part_4.write_bytes(b"\xff")
        shows(server, lambda text: "docs/en/part-4.md:1: " in text)

        part_4.write_text(good, encoding="utf-8")
        shows(server, lambda text: "</html>" in text and "parity-panel" not in text)


def test_it_starts_with_findings_and_with_unreadable_files(project: Path) -> None:
    (project / "docs/en/part-1.md").write_bytes(b"\xff")
    (project / "docs/en/part-2.md").unlink()
    with served(project) as server:
        shows(f"{server}part-3/", lambda text: "parity-panel" in text)


def test_a_warning_ends_nothing_and_keeps_no_page_back(project: Path) -> None:
    about = project / "docs/en/site/about.md"
    good = about.read_text(encoding="utf-8")
    about.write_text(f"{good}\n[A](nowhere.md).\n", encoding="utf-8")
    with served(project) as server:
        shows(f"{server}en/site/about/", lambda text: "nowhere.md" in text)
        about.write_text(f"{good}\n[A](elsewhere.md).\n", encoding="utf-8")
        shows(f"{server}en/site/about/", lambda text: "elsewhere.md" in text)


def test_the_record_of_what_is_confirmed_is_watched(project: Path) -> None:
    record = project / "confirmed.txt"
    with served(project) as server:
        shows(server, lambda text: "</html>" in text and "parity-panel" not in text)
        record.write_text("# nothing\n", encoding="utf-8")
        shows(server, lambda text: "(W102" in text or "W102</a>" in text)


def test_files_to_take_away_come_when_they_are_ready(project: Path) -> None:
    with served(project) as server:
        shows(f"{server}downloads/programme.en.md", lambda text: "ACTION PROGRAMME" in text)
        listed = shows(f"{server}guide/downloads/", lambda text: "</html>" in text)
        assert "programme.en.md" in listed
