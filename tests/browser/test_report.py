"""What a pull request offers to look at: the report's page, and the site in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import BrowserContext, Page, expect
from scripts.preview import main as make_preview

from diptych.cli import main
from tests.browser.axe import MODES, violations
from tests.browser.conftest import until
from tests.changes.repository import edit, keep
from tests.conftest import copy_of_project


@pytest.fixture(scope="module")
def report_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a change with findings, changed words, moved passages and another file."""
    folder = tmp_path_factory.mktemp("project")
    copy_of_project(folder)
    keep(folder)
    edit(folder / "docs/en/part-1.md", "In the past 3 years", "In the past 2 years")
    for locale, text in (("vi", "Nội dung mới."), ("en", "New content.")):
        page = folder / f"docs/{locale}/part-3/section-4.md"
        page.write_text(page.read_text("utf-8").replace("- ", f"- {text}\n\n- ", 1), "utf-8")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    file = folder / "report.html"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        arguments = ["report", "--format", "html", "--output", str(file)]
        done = CliRunner(catch_exceptions=False).invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return file


def opened(context: BrowserContext, file: Path) -> tuple[Page, list[str]]:
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.goto(file.as_uri())
    return page, said


@pytest.mark.parametrize("profile", MODES.values(), ids=MODES, indirect=True)
def test_axe_finds_nothing_in_the_report(context: BrowserContext, report_page: Path) -> None:
    page, said = opened(context, report_page)
    page.locator("summary").click()
    assert violations(page) == []
    assert said == []
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, "nothing is cut off at the side"


def test_the_site_can_be_looked_at_from_a_folder(
    context: BrowserContext, site: Path, tmp_path: Path
) -> None:
    make_preview(site, tmp_path / "preview")
    page, said = opened(context, tmp_path / "preview/part-1/index.html")
    paper = page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper').trim()")
    assert paper, "the stylesheet has come"
    page.get_by_role("link", name="II. Mục đích, yêu cầu").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("MỤC ĐÍCH")
    page.get_by_role("link", name="English").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("PURPOSE")
    assert said == []
    until(page, "document.fonts.ready")
    assert page.evaluate("[...document.fonts].some((face) => face.status === 'loaded')")
