"""Several documents on one site in the browser: nobody is kept out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import MODES, violations
from tests.browser.conftest import Handler, settled
from tests.serving import served
from tests.test_several_documents import built


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the three documents answer."""
    folder: Path = built(tmp_path_factory.mktemp("mangroves")) / "site"
    with served(partial(Handler, directory=str(folder))) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize(
    "profile", [MODES["phone, light"], MODES["desktop, dark"]], ids=["phone", "dark"], indirect=True
)
def test_nobody_is_kept_out(page: Page, address: str) -> None:
    found = []
    for shown in ("", "en/", "en/site/downloads/", "guide/glossary/", "both/plan/part-1/"):
        page.goto(f"{address}{shown}")
        settled(page)
        found += violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, page.url
    assert found == [], "\n".join(found)
