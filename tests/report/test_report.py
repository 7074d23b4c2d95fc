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

from diptych.changes.base import base_of
from diptych.check import check
from diptych.cli import main
from diptych.diagnostics import Diagnostic, Severity
from diptych.project.settings import settings
from diptych.report import reviewed, summary
from diptych.report.sentences import verdict
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
        "Phần I, gạch đầu dòng thứ hai · Part I, second indent"
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


def test_changes_of_meaning_come_first_and_are_named(here: Path) -> None:
    edit(here / "docs/en/part-1.md", "Maintain relations.", "Keep up relations.")
    edit(here / "docs/en/part-1.md", "Widen markets.", "Narrow markets.")
    page = html.fromstring(report("--format", "html").output)
    told = [str(table.xpath("string(caption)")) for table in page.find_class("change")]
    assert [" ".join(said.split()) for said in told] == [
        "Phần I, gạch đầu dòng thứ hai · Part I, second indent – "
        "sửa · changed, đổi nghĩa (trái nghĩa) · meaning changed (opposite)",
        "Phần I, gạch đầu dòng thứ nhất · Part I, first indent – sửa · changed",
    ]


def test_a_terminal_is_spoken_to_in_one_language(here: Path) -> None:
    edit(here / "docs/en/part-1.md", "Widen", "Open")
    said = report("--lang", "en", NO_COLOR="1").output
    assert "Part I, second indent – changed" in said
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
    edit(here / "docs/en/part-1.md", "# I.", "<<<<<<< ours\n# I.")
    done = report("--format", form, "--lang", "en")
    assert done.exit_code == 0
    assert "could not be checked" in done.output
    assert "docs/en/part-1.md:1" in done.output
    assert "a git conflict marker was left here" in done.output
    assert "changed" not in done.output.replace("unchanged", "")


@pytest.mark.parametrize("form", FORMS)
def test_texts_that_could_not_be_read_before_are_told(here: Path, form: str) -> None:
    edit(here / "docs/en/part-1.md", "# I.", "<<<<<<< ours\n# I.")
    keep(here)
    edit(here / "docs/en/part-1.md", "<<<<<<< ours\n", "")
    done = report("--format", form, "--lang", "en")
    assert done.exit_code == 0
    assert "The earlier texts cannot be read" in done.output
    assert "The two languages agree." in done.output


def test_how_the_translation_stands_is_told(project: Path) -> None:
    keep(project)
    edit(project / "docs/vi/part-1.md", "chưa thật sự đồng đều", "chưa đồng đều")
    edit(
        project / "docs/en/part-2.md", "To strengthen the leadership", "To reinforce the leadership"
    )
    said = report("--lang", "en", NO_COLOR="1").output
    assert "not reviewed: 1" in said
    assert "original changed since: 1" in said
    assert "i-p2  Part I, paragraph 2 – original changed since" in said


def test_what_moved_and_which_other_files_change_is_told(here: Path) -> None:
    edit(here / "docs/vi/part-1.md", "- Duy trì", "- Tìm đối tác mới.\n\n- Duy trì")
    edit(here / "docs/en/part-1.md", "- Maintain", "- Look for new partners.\n\n- Maintain")
    (here / "notes.txt").write_text("x", encoding="utf-8")
    said = report("--lang", "en", NO_COLOR="1").output
    assert "Part I, first indent – added" in said
    assert "Part I, second indent → Part I, third indent" in said
    assert "Other files that change\n  notes.txt" in said
    assert "docs/vi/part-1.md" not in said.partition("Other files")[2]


def test_front_matter_that_changes_is_told_as_a_file(here: Path) -> None:
    page = here / "docs/en/part-1.md"
    page.write_text("---\ntitle: Relations\n---\n" + page.read_text("utf-8"), encoding="utf-8")
    said = report("--lang", "en", NO_COLOR="1").output
    assert "no passages changed" in said
    assert "Files that change\n  docs/en/part-1.md" in said


def test_front_matter_is_told_beside_words(here: Path) -> None:
    for locale in ("vi", "en"):
        page = here / f"docs/{locale}/part-1.md"
        page.write_text("---\ntitle: A\n---\n" + page.read_text("utf-8"), encoding="utf-8")
    keep(here)
    edit(here / "docs/en/part-1.md", "title: A", "title: B")
    edit(here / "docs/vi/part-1.md", "Mở rộng", "Mở")
    for word in ("Widen", "Open"):
        edit(here / "docs/en/part-1.md", word, "Open")
        said = report("--lang", "en", NO_COLOR="1").output
        assert "Other files that change\n  docs/en/part-1.md\n" in said


def test_a_page_that_is_renamed_is_told_by_its_files(here: Path) -> None:
    for locale in ("vi", "en"):
        (here / f"docs/{locale}/part-1.md").rename(here / f"docs/{locale}/first.md")
    said = report("--lang", "en", NO_COLOR="1").output
    assert "Part I, second indent: part-1.md → first.md" in said
    assert "Files that change" not in said
    page = html.fromstring(report("--format", "html").output)
    assert "part-1.md → first.md" in page.xpath("string(//details//li)")


def test_a_number_of_one_language_is_told(here: Path) -> None:
    for locale in ("vi", "en"):
        page = here / f"docs/{locale}/part-1.md"
        page.write_text("# I. A\n\n1. X y.\n\n2. Z w.\n", encoding="utf-8")
    keep(here)
    edit(here / "docs/en/part-1.md", "2. Z", "3. Z")
    edit(here / "docs/en/part-1.md", "1. X", "1. W")
    said = report("--lang", "en", NO_COLOR="1").output
    told = said.partition("Only renumbered, moved or re-ranked\n")[2]
    assert told.startswith("  Part I, Section 2 → Part I, Section 3\n")
    edit(here / "docs/vi/part-1.md", "2. Z", "3. Z")
    edit(here / "docs/en/part-1.md", "Z w", "Z v")
    tables = html.fromstring(report("--format", "html").output)
    cells = [cell.text_content() for cell in tables.xpath("//table[@class='change']//td")]
    assert cells[2:] == ["3. Z w. (không đổi · unchanged)", "2. Z w. 3. Z v."]


def test_warnings_are_not_counted_as_findings_to_be_mended(project: Path) -> None:
    keep(project)
    review = reviewed(base_of(project, "main"), "main", check(settings()))
    assert review.checked
    [first, *_] = check_findings(project)
    warning = replace(first, severity=Severity.WARNING)
    checked = replace(review.checked, diagnostics=(first, warning, warning))
    said_of = verdict(replace(review, checked=checked))
    assert said_of.en == "The two languages do not agree: 1 finding to fix; 2 warnings."
    assert said_of.vi == "Hai bản chưa khớp nhau: 1 phát hiện cần sửa; có 2 cảnh báo."


def check_findings(project: Path) -> tuple[Diagnostic, ...]:
    edit(project / "docs/en/part-1.md", "In the past 3 years", "In the past 2 years")
    return check(settings()).diagnostics


def test_the_ways_on_are_linked(here: Path) -> None:
    edit(here / "docs/en/part-1.md", "Widen", "Open")
    said = report(
        "--format", "summary",
        PREVIEW_URL="https://example.org/preview",
        REPORT_URL="https://example.org/page",
        LINES_URL="https://example.org/blob/0",
    ).output  # fmt: skip
    links = html.fromstring(said).xpath("//a/@href")
    assert "https://example.org/preview" in links
    assert "https://example.org/page" in links
    assert "https://example.org/blob/0/docs/en/part-1.md#L5" in links


def test_a_files_name_is_no_part_of_an_address(here: Path) -> None:
    for locale in ("vi", "en"):
        (here / f"docs/{locale}/a#b?c d.md").write_text("# II. A\n", encoding="utf-8")
    page = html.fromstring(report("--format", "html", LINES_URL="https://example.org").output)
    assert "https://example.org/docs/en/a%23b%3Fc%20d.md#L1" in page.xpath("//a/@href")


def test_the_summary_goes_where_github_looks(here: Path, tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    done = report("--format", "summary", GITHUB_STEP_SUMMARY=str(file))
    assert done.exit_code == 0
    assert done.output == ""
    assert file.read_text("utf-8").startswith("<h1>")
    assert report("--format", "html", GITHUB_STEP_SUMMARY=str(file)).output.startswith("<!doctype")


HOSTILE = {
    "<img src=x onerror=alert(1)>": "&lt;img src=x onerror=alert(1)&gt;",
    "</td></table><script>alert(1)</script>": "&lt;script&gt;",
    "\x1b[2J\x1b[31m": "⟨U+001B⟩",
    "\u202egnp.exe": "⟨U+202E⟩",
    "::error::x": "::error::x",
    "[a](javascript:alert(1))": "[a](javascript:alert(1))",
}


@pytest.mark.parametrize("written", HOSTILE)
def test_nothing_that_comes_in_is_more_than_text(here: Path, written: str) -> None:
    (here / f"a{written.replace('/', '-')}").write_text("x", encoding="utf-8")
    for locale in ("vi", "en"):
        edit(here / f"docs/{locale}/part-1.md", "- M", f"- {written} M")
    for form in ("html", "summary"):
        said = report("--format", form).output
        assert HOSTILE[written] in said
        page = html.fromstring(said)
        assert not page.xpath("//script | //img | //iframe | //@onerror")
        assert not [link for link in page.xpath("//a/@href") if not link.startswith("http")]
        assert all(char.isprintable() or char == "\n" for char in said)
    said = report("--lang", "en", NO_COLOR="1").output
    changes = said.partition("Passages that change")[2]  # none where they cannot be read
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
    assert f"{total - shown} more in the full report." in cut


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
