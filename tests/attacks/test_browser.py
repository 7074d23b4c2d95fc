"""Pages that attackers wrote to, in a browser: nothing opens, leaves, asks elsewhere or runs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.attacks.builds import attacked, groups, refused_in_turn
from tests.attacks.corpus import all_attacks
from tests.attacks.roads import BUILT, SITE_URL, built
from tests.browser.conftest import MILLISECONDS, arrived
from tests.serving import served

BELOW = urlsplit(SITE_URL).path
MOST = 60
"""Attacks in the site: more than are built together elsewhere, for a browser costs more."""
PAGES = ("", "en/", "en/site/about/", "site/about/", "en/guide/glossary/", "site/corrections/",
         "en/site/corrections/", "en/guide/documents/", "whole/", "en/both/part-1/")  # fmt: skip
MARKED = "window.alert = window.confirm = window.prompt = () => { window.ran = true }"


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(BELOW))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        pass


@pytest.fixture
def invaded(tmp_path: Path) -> Iterator[str]:
    """Where a site answers whose texts and lists hold all that the check accepts."""
    harmless = [one for one in all_attacks() if one.expected == "harmless"]
    became = refused_in_turn(groups(harmless, MOST)[0], tmp_path / "alone")
    accepted = [attack for attack, shown in became.items() if shown.how == "accepted"]
    assert accepted
    project = attacked(accepted, tmp_path / "together")
    outcome = built(project)
    assert outcome.how == BUILT, outcome.said
    with served(partial(_Handler, directory=str(project / "site"))) as port:
        yield f"http://127.0.0.1:{port}{BELOW}"


def test_nothing_that_is_accepted_runs_or_leads_away(invaded: str, browser: Browser) -> None:
    told: list[str] = []
    page = browser.new_page()
    page.set_default_timeout(MILLISECONDS)
    page.add_init_script(MARKED)
    page.on("dialog", lambda shown: told.append(f"a dialog: {shown.message}"))
    page.on("pageerror", lambda error: told.append(f"an error: {error}"))
    page.on("popup", lambda opened: told.append(f"a window: {opened.url}"))
    page.on("download", lambda file: told.append(f"a download: {file.url}"))
    page.on("request", lambda sent: None if sent.url.startswith((invaded, "data:"))
            else told.append(f"asked for: {sent.url}"))  # fmt: skip
    page.on("console", lambda said: told.append(f"said: {said.text}")
            if "Content Security Policy" in said.text else None)  # fmt: skip
    for address in PAGES:
        page.goto(invaded + address)
        arrived(page, invaded + address)
        assert page.evaluate("window.ran") is None
    page.close()
    assert told == []
