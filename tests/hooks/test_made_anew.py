"""After an edit of texts alone, `mkdocs serve` makes pages when they are asked for."""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path

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


def _builds(log: Path) -> int:
    """How often the whole site was built."""
    return log.read_text(encoding="utf-8").count("Building documentation")


def _pages(server: str, addresses: list[str]) -> dict[str, str]:
    """Every page once it is checked."""
    found = {address: shows(f"{server}{address}", _is_checked) for address in addresses}
    return {address: _RELOADED.sub("", shown) for address, shown in found.items()}


def _is_checked(text: str) -> bool:
    return "parity-panel" in text and "being-checked" not in text
