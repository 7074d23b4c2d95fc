"""After an edit of texts alone, `mkdocs serve` makes pages when they are asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.hooks.test_build import edit
from tests.hooks.test_serve import has, page, served, shows
from tests.patience import eventually

_ADDRESS = re.compile(r"<loc>http://[^/]*/(.*?)</loc>")
_RELOADED = re.compile(r"livereload\(\d+, \d+\)")
"""The number of the build, which MkDocs puts into each page that it sends."""


def test_pages_are_those_that_a_build_of_the_whole_site_makes(small: Path) -> None:
    text, log = small / "docs/en/part-1.md", small.with_name(f"{small.name}.log")
    with served(small) as server:
        shows(server, partial(has, "</html>"))
        addresses = _ADDRESS.findall(page(f"{server}sitemap.xml"))
        addresses += ["both/part-1/", "en/both/part-1/", "both/whole/", "en/both/whole/"]
        text.write_text(f"{text.read_text(encoding='utf-8')}\nOnce more.\n", encoding="utf-8")
        shows(f"{server}en/part-1/", partial(has, "Once more."))
        after = _pages(server, addresses)
        assert _builds(log) == 1

        os.utime(small / "pyproject.toml")  # now more has changed than texts
        eventually(partial(_builds, log), lambda builds: builds == 2)
        assert _pages(server, addresses) == after


FAULTS = """
from pathlib import Path

def on_post_page(output, page, config):
    if Path("fails").exists():
        raise ValueError("fails")
    strange = "<h2>Repealed</h2><main" if "Strange." in output else "<main"
    return output.replace("<main", strange)
"""


def test_a_page_that_could_not_be_made_waits_on(small: Path) -> None:
    text, fails = small / "docs/en/part-1.md", small / "fails"
    with _faulty(small) as server:
        fails.touch()
        text.write_text(f"{text.read_text(encoding='utf-8')}\nOnce more.\n", encoding="utf-8")
        shows(f"{server}en/part-1/", lambda text: not text)
        fails.unlink()
        shows(f"{server}/en//part-1/", partial(has, "Once more."))


def test_what_the_last_look_found_goes_when_the_text_is_mended(small: Path) -> None:
    text, log = small / "docs/en/part-1.md", small.with_name(f"{small.name}.log")
    good = text.read_text(encoding="utf-8")
    with _faulty(small) as server:
        text.write_text(f"{good}\nStrange.\n", encoding="utf-8")
        for address in ("en/part-1/", "en/both/part-1/", "en/whole/"):
            shows(f"{server}{address}", partial(has, "<h2>Repealed"))
        found = shows(f"{server}en/part-2/", _is_checked)
        assert found.count("Repealed") == 2  # in the text, and in what is derived of it
        text.write_text(f"{good}\nOnce more.\n", encoding="utf-8")
        shows(f"{server}en/part-1/", partial(has, "Once more."))
        assert "Repealed" not in shows(f"{server}en/part-2/", _is_checked)
        assert _builds(log) == 1


@contextmanager
def _faulty(project: Path) -> Iterator[str]:
    """The served site, whose pages may fail or get an element that nothing of the text has."""
    (project / "faults.py").write_text(FAULTS, encoding="utf-8")
    edit("hooks:\n", "hooks:\n  - faults.py\n", "project.yml")(project)
    with served(project) as server:
        shows(server, partial(has, "</html>"))
        yield server


def _builds(log: Path) -> int:
    """How often the whole site was built."""
    return log.read_text(encoding="utf-8").count("Building documentation")


def _pages(server: str, addresses: list[str]) -> dict[str, str]:
    """Every page once it is checked."""
    found = {address: shows(f"{server}{address}", _is_checked) for address in addresses}
    return {address: _RELOADED.sub("", shown) for address, shown in found.items()}


def _is_checked(text: str) -> bool:
    return "parity-panel" in text and "being-checked" not in text
