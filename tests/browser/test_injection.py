"""What a text says stays a text, as one can see: on paper, and in the page where one is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.hooks.test_build import build
from tests.serving import served

TITLE = r"""title: "X\\ } } body::before{content:'REPEALED'} main{display:none} /*\" </style>"""
REFRESH = "&lt;meta http-equiv=refresh content=0;url=/hit&gt;"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def invaded(project: Path) -> Iterator[str]:
    """A site whose texts try their best, served."""
    for locale, word in (("vi", "Về"), ("en", "About")):
        about = project / f"docs/{locale}/site/about.md"
        lines = about.read_text(encoding="utf-8").splitlines(keepends=True)
        lines[1] = TITLE.replace("</style>", "").replace("X", f"{word} X") + '"\n'
        about.write_text("".join(lines), encoding="utf-8")
    heading = project / "docs/en/part-1.md"
    lines = heading.read_text(encoding="utf-8").splitlines(keepends=True)
    written = [
        f"{line.rstrip()} {REFRESH}\n" if line.startswith("# ") else line
        for line in lines[3:]  # without front matter the page is named by its heading
    ]
    heading.write_text("".join(written), encoding="utf-8")
    status, said = build(project)
    assert status == 0, said
    handler = partial(_Quiet, directory=str(project / "site"))
    with served(handler) as port:
        yield f"http://127.0.0.1:{port}/"


def test_a_title_prints_itself_and_a_heading_leads_nowhere(
    invaded: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{invaded}en/site/about/")
    page.emulate_media(media="print")
    style = "getComputedStyle(document.{}).{}"
    assert page.evaluate(style.format("querySelector('main')", "display")) != "none"
    assert page.evaluate("getComputedStyle(document.body, '::before').content") == "none"
    assert "REPEALED" in page.title()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{invaded}en/site/translation/")
    page.get_by_text("<meta http-equiv=refresh").first.wait_for(state="attached")
    assert page.locator("meta[http-equiv]").count() == 1
    assert not [address for address in asked if address.endswith("/hit")]
    page.close()
