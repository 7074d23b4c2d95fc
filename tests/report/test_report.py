"""What is told of a change: in a terminal, as a page, in a run's summary."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner, Result
from lxml import html

from programme.changes.base import base_of
from programme.check import check
from programme.cli import main
from programme.configuration import settings
from programme.diagnostics import Diagnostic, Severity
from programme.report import reviewed, summary
from programme.report.said import verdict
from tests.changes.repository import edit, git, keep, small_project

FORMS = ("text", "html", "summary")


def report(*arguments: str, **environment: str) -> Result:
    runner = CliRunner(catch_exceptions=False, env={"GITHUB_STEP_SUMMARY": None, **environment})
    return runner.invoke(main, ["report", *arguments])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project kept by git, and the working directory in it."""
    folder = small_project(tmp_path / "project")
    keep(folder)
    monkeypatch.chdir(folder)
    return folder


def test_a_change_is_told_in_both_languages_side_by_side(here: Path) -> None:
    edit(here / "docs/vi/part-1.md", "Mở rộng thị trường.", "Mở rộng nhiều thị trường.")
    edit(here / "docs/en/part-1.md", "Widen markets.", "Widen many markets.")
    page = html.fromstring(report("--format", "html").output)
    [table] = page.find_class("change")
    assert table.findtext("caption/strong") == (
        "Phần I, gạch đầu dòng thứ hai · Part I, second dash"
    )
    cells = table.findall(".//td")
    assert [cell.get("lang") for cell in cells] == ["vi", "en"]
    assert [cell.text_content().strip() for cell in cells] == [
        "Mở rộng nhiều thị trường.",
        "Widen many markets.",
    ]
    assert [cell.findtext("ins") for cell in cells] == ["nhiều", "many"]
    assert [head.findtext("code") for head in table.findall(".//th")] == [
        "docs/vi/part-1.md:5",
        "docs/en/part-1.md:5",
    ]


def test_a_terminal_is_spoken_to_in_one_language(here: Path) -> None:
    edit(here / "docs/en/part-1.md", "Widen", "Open")
    said = report("--lang", "en", NO_COLOR="1").output
    assert "Part I, second dash – changed" in said
    assert "[-Widen-] {+Open+} markets." in said
    assert "  --> docs/en/part-1.md:5" in said
    assert "The two languages agree. Compared with main (" in said
    assert not re.search("[ạảấầẩẫậ]", said)
    said = report("--lang", "vi", NO_COLOR="1").output
    assert "Phần I, gạch đầu dòng thứ hai – sửa" in said
    assert "Hai bản khớp nhau." in said


def test_long_texts_are_cut_in_a_terminal_alone(here: Path) -> None:
    words = " ".join(f"w{n}" for n in range(60))
    for locale in ("vi", "en"):
        page = here / f"docs/{locale}/part-1.md"
        page.write_text(f"# I. A\n\n- {words} a {words}\n", encoding="utf-8")
    keep(here)
    for locale in ("vi", "en"):
        edit(here / f"docs/{locale}/part-1.md", " a ", " b ")
    said = report("--lang", "en", NO_COLOR="1").output
    assert "… w52 w53 w54 w55 w56 w57 w58 w59 [-a-] {+b+} w0 w1 w2 w3 w4 w5 w6 w7 …" in said
    assert words in report("--format", "summary").output


@pytest.mark.parametrize("form", FORMS)
def test_findings_are_told_with_how_to_mend_them(here: Path, form: str) -> None:
    edit(here / "docs/en/part-1.md", "Widen markets.", "Widen 3 markets.")
    done = report("--format", form, "--lang", "en")
    assert done.exit_code == 0
    said = done.output
    assert "V102" in said
    assert "docs/en/part-1.md:5" in said
    assert "docs/vi/part-1.md:5" in said
    assert "Give both languages the same value" in said
    assert "do not agree: 1 finding" in said


def test_both_languages_say_what_was_found(here: Path) -> None:
    edit(here / "docs/en/part-1.md", "Widen markets.", "Widen 3 markets.")
    [table] = html.fromstring(report("--format", "html").output).find_class("finding")
    messages = {cell.get("lang"): cell.text_content() for cell in table.findall(".//td[@lang]")}
    assert "Ghi cùng một giá trị" in messages["vi"]
    assert "Give both languages the same value" in messages["en"]


@pytest.mark.parametrize("form", FORMS)
def test_texts_that_cannot_be_read_are_told(here: Path, form: str) -> None:
    edit(here / "docs/en/part-1.md", "# I.", "    changes = said.partition("The passages that change")[2]  # none where they cannot be read
    assert all(char.isprintable() or char == "\n" for char in changes)


def test_nobody_is_called_by_a_summary(here: Path) -> None:
    """GitHub links `@name` and `#1` also where they stand in HTML."""
    edit(here / "docs/en/part-1.md", "Widen", "@everyone, (@a) see #1, a@b.vn & <")
    for form, called in (("html", True), ("summary", False)):
        said = report("--format", form, LINES_URL="https://example.org/@a/x>").output
        page = html.fromstring(said)
        assert "@everyone, (@a) see #1, a@b.vn & <" in page.text_content()
        assert "https://example.org/@a/x>/docs/en/part-1.md#L5" in page.xpath("//a/@href")
        assert bool(re.search(r">[^<]*[@#]\w", said)) is called


@pytest.mark.parametrize("name", ["--output=pwned", "$(touch pwned)", "nowhere", "a;touch pwned"])
def test_a_base_that_is_none_is_one_line(here: Path, name: str) -> None:
    done = report(f"--base={name}", "--lang", "en")
    assert done.exit_code == 2
    assert done.output == f"git has no “{name}” here; get it with `git fetch`, or name another\n"
    done = report("--lang", "en", BASE=name)
    assert done.exit_code == 2
    assert sorted(path.name for path in here.iterdir()) == [".git", "docs", "pyproject.toml"]


def test_a_branch_with_a_hostile_name_is_shown_as_it_is(here: Path) -> None:
    name = "<b>$(touch${IFS}pwned)`x`"
    git(here, "update-ref", f"refs/heads/{name}", "HEAD")
    edit(here / "docs/en/part-1.md", "Widen", "Open")
    page = html.fromstring(report("--format", "html", "--base", name).output)
    assert not page.xpath("//b")
    assert name in page.text_content()
    assert not (here / "pwned").exists()


def test_without_git_or_settings_one_line_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: Path
) -> None:
    (here / "pyproject.toml").write_text("[tool", encoding="utf-8")
    done = report("--lang", "en")
    assert done.exit_code == 2
    assert done.output.startswith("pyproject.toml cannot be read")
    assert done.output.count("\n") == 1
    alone = small_project(tmp_path / "alone")
    monkeypatch.chdir(alone)
    done = report("--lang", "en")
    assert done.exit_code == 2
    assert done.output.count("\n") == 1


def test_a_file_that_cannot_be_written_is_one_line(here: Path) -> None:
    done = report("--output", str(here / "nowhere/report.html"), "--format", "html")
    assert done.exit_code == 3
    assert "could not be written" in done.output
    assert done.output.count("\n") == 1


def test_the_page_is_valid_and_needs_nothing_else(here: Path) -> None:
    edit(here / "docs/en/part-1.md", "Widen markets.", "Widen 3 markets.")
    said = report("--format", "html").output
    html5lib.HTMLParser(strict=True).parse(said)
    page: Any = html.fromstring(said)
    assert not page.xpath("//@src | //link | //script")
    assert page.get("lang") == "vi"
    assert "@import" not in said
    assert "url(" not in said


def test_the_summary_is_one_block_of_html(here: Path) -> None:
    """A line that is empty would end it, and what follows would be read as Markdown."""
    edit(here / "docs/en/part-1.md", "Widen markets.", "Widen 3 *markets*.")
    said = report("--format", "summary").output.rstrip("\n")
    assert said.startswith("<h1>")
    assert all(line.strip() for line in said.split("\n"))
    html5lib.HTMLParser(strict=True).parseFragment(said)


def test_a_summary_that_is_too_long_is_cut_and_says_so(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dashes = [f"- {n} " + "quan hệ " * 20 for n in range(200)]
    for locale in ("vi", "en"):
        page = here / f"docs/{locale}/part-1.md"
        page.write_text("# I. A\n\n" + "\n\n".join(dashes) + "\n", encoding="utf-8")
    whole = report("--format", "summary").output
    monkeypatch.setattr(summary, "LIMIT", 40_000)
    cut = report("--format", "summary").output
    assert len(cut.encode()) <= 40_000 < len(whole.encode())
    shown = len(html.fromstring(cut).find_class("change"))
    total = len(html.fromstring(whole).find_class("change"))
    assert 10 < shown < total
    assert f"{total - shown} more in the whole report." in cut


def test_a_report_writes_nothing_into_the_project(here: Path) -> None:
    edit(here / "docs/en/part-1.md", "Widen", "Open")
    before = {path: path.stat().st_mtime_ns for path in here.rglob("*") if path.is_file()}
    for form in FORMS:
        assert report("--format", form).exit_code == 0
    after = {path: path.stat().st_mtime_ns for path in here.rglob("*") if path.is_file()}
    index = here / ".git/index"  # git refreshes what it remembers of files
    assert {p: t for p, t in after.items() if p != index} == {
        p: t for p, t in before.items() if p != index
    }
