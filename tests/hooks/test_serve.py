"""`mkdocs serve` lives through findings: it shows them on every page until they are mended."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from mkdocs.__main__ import cli
from mkdocs.livereload import LiveReloadServer

from tests.forked import quiet, serving
from tests.patience import CEILING, eventually


@contextmanager
def served(project: Path) -> Iterator[str]:
    """`mkdocs serve` over a copy of the project; the address it answers at."""
    log = project.with_name(f"{project.name}.log")
    with serving(_serve, str(project), str(log)) as (process, told):
        port = told()
        assert port, log.read_text(encoding="utf-8")
        yield f"http://127.0.0.1:{port}/"
        assert process.is_alive(), "it lives on"


def _serve(telling: Connection, project: str, log: str) -> None:
    """`mkdocs serve` at a port that nobody else can have taken: the system gives it, and it is
    told once the site is built.
    """
    os.chdir(project)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    quiet(Path(log))
    bind = LiveReloadServer.server_bind

    def bound(server: LiveReloadServer) -> None:
        bind(server)
        telling.send(server.server_port)

    LiveReloadServer.server_bind = bound  # type: ignore[assignment, method-assign]
    cli(["serve", "--dev-addr", "127.0.0.1:0"])


def page(address: str) -> str:
    try:
        with urlopen(address, timeout=CEILING) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return ""


def has(words: str, text: str) -> bool:
    return words in text


def shows(address: str, condition: Callable[[str], bool]) -> str:
    """The page once it is as wanted: it is built anew while it is asked for."""
    return eventually(lambda: page(address), condition)


def test_findings_appear_on_every_page_and_go_when_they_are_mended(small: Path) -> None:
    with served(small) as server:
        shows(server, lambda text: "</html>" in text and "parity-panel" not in text)

        part_3 = small / "docs/en/part-3.md"
        good = part_3.read_text(encoding="utf-8")
        part_3.write_text(good.replace("\n2. ", "\n3. "), encoding="utf-8")
        shown = shows(server, lambda text: "parity-panel" in text)
        assert "số khác nhau: bản tiếng Việt ghi “2.”, bản tiếng Anh ghi “3.”" in shown
        assert "docs/vi/part-3.md:9" in shown
        assert "docs/en/part-3.md:9" in shown
        assert "being-checked" not in shown
        english = shows(f"{server}en/part-1/", lambda text: "parity-panel" in text)
        assert "the numbers differ: Vietnamese has “2.”, English “3.”" in english

        part_3.write_bytes(b"\xff")
        shows(server, lambda text: "docs/en/part-3.md:1: " in text)

        part_3.write_text(good, encoding="utf-8")
        shows(server, lambda text: "</html>" in text and "parity-panel" not in text)


def test_an_edit_is_on_every_page_that_shows_the_text(small: Path) -> None:
    page = small / "docs/en/part-1.md"
    good = page.read_text(encoding="utf-8")
    with served(small) as server:
        shows(server, partial(has, "</html>"))
        for word in ("Once", "Twice"):
            page.write_text(f"{good}\n{word} more.\n", encoding="utf-8")
            for address in ("en/part-1/", "both/part-1/", "en/whole/", "en/both/whole/"):
                shows(f"{server}{address}", partial(has, f"{word} more."))


def test_it_starts_with_findings_and_with_unreadable_files(small: Path) -> None:
    (small / "docs/en/part-1.md").write_bytes(b"\xff")
    (small / "docs/en/part-2.md").unlink()
    with served(small) as server:
        shows(f"{server}part-3/", lambda text: "parity-panel" in text)


def test_a_warning_ends_nothing_and_keeps_no_page_back(small: Path) -> None:
    about = small / "docs/en/site/about.md"
    good = about.read_text(encoding="utf-8")
    about.write_text(f"{good}\n[A](nowhere.md).\n", encoding="utf-8")
    with served(small) as server:
        shows(f"{server}en/site/about/", lambda text: "nowhere.md" in text)
        about.write_text(f"{good}\n[A](elsewhere.md).\n", encoding="utf-8")
        shows(f"{server}en/site/about/", lambda text: "elsewhere.md" in text)


def test_the_record_of_what_is_confirmed_is_watched(small: Path) -> None:
    record = small / "confirmed.txt"
    with served(small) as server:
        shows(server, lambda text: "</html>" in text and "parity-panel" not in text)
        record.write_text("# nothing\n", encoding="utf-8")
        shows(server, lambda text: "parity-panel" in text and "W102" in text)


def test_files_to_take_away_come_when_they_are_asked_for(small: Path) -> None:
    with served(small) as server:
        shows(f"{server}downloads/document.en.md", lambda text: "\n# PLAN\n" in text)
        shows(f"{server}pagefind/pagefind-entry.json", lambda text: '"en"' in text)
        listed = shows(f"{server}guide/downloads/", lambda text: "</html>" in text)
        assert "document.en.md" in listed
