"""Only what is new: a baseline of what is known, and what a change touches."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.changes.repository import edit, keep, small_project
from tests.conftest import run

VI = "# I. Mục tiêu\n\n- Trồng 5 cây.\n\n- Đào 6 giếng.\n\n- Nuôi 7 dê.\n"
EN = "# I. Goals\n\n- Plant 15 trees.\n\n- Dig 16 wells.\n\n- Keep 7 goats.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = small_project(tmp_path / "project")
    for locale, text in (("vi", VI), ("en", EN)):
        (folder / f"docs/{locale}/part-1.md").write_text(text, encoding="utf-8")
    keep(folder)
    return folder


def checked(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return run("diptych", "check", "--lang", "en", "--select", "V", *arguments, cwd=folder)


def known(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return checked(folder, "--baseline", "known.txt", *arguments)


def test_what_is_known_is_not_told_wherever_it_moves(texts: Path) -> None:
    written = known(texts, "--write-baseline")
    assert written.returncode == 0
    assert "known now: 2 findings" in written.stdout
    first = (texts / "known.txt").read_text(encoding="utf-8")
    again = known(texts)
    assert again.returncode == 0
    assert "known from the baseline: 2" in again.stdout
    for locale in ("vi", "en"):  # other lines, other numbers
        page = texts / f"docs/{locale}/part-1.md"
        page.write_text(page.read_text("utf-8").replace("\n\n- ", "\n\n- New.\n\n- ", 1), "utf-8")
    assert known(texts).returncode == 0
    assert known(texts, "--write-baseline").returncode == 0
    assert (texts / "known.txt").read_text(encoding="utf-8") == first


def test_what_is_new_is_told_and_what_is_gone_is_counted(texts: Path) -> None:
    known(texts, "--write-baseline")
    edit(texts / "docs/en/part-1.md", "15 trees", "5 trees")
    edit(texts / "docs/en/part-1.md", "7 goats", "8 goats")
    done = known(texts)
    assert done.returncode == 1
    assert "“7”, English “8”" in done.stdout
    assert "known from the baseline: 1; gone from the baseline: 1" in done.stdout
    counted = json.loads(known(texts, "--format", "json").stdout)["baseline"]
    assert counted == {"known": 1, "gone": 1}


def test_an_entry_stands_for_one_finding(texts: Path) -> None:
    known(texts, "--write-baseline")
    for locale, line in (("vi", "\n- Trồng 5 cây.\n"), ("en", "\n- Plant 15 trees.\n")):
        with (texts / f"docs/{locale}/part-1.md").open("a", encoding="utf-8") as page:
            page.write(line)
    assert known(texts).returncode == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "known.txt"),
        ("V102 abc\n", "known.txt:1: this is not a baseline"),
        ("# diptych baseline 1\nV102 abc\n", "known.txt:2: this line is not understood"),
    ],
)
def test_a_baseline_that_cannot_be_read_is_said(
    texts: Path, content: str | None, said: str
) -> None:
    if content:
        (texts / "known.txt").write_text(content, encoding="utf-8")
    done = known(texts)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_baseline_of_some_files_does_not_replace_that_of_all(texts: Path) -> None:
    known(texts, "--write-baseline")
    before = (texts / "known.txt").read_bytes()
    done = known(texts, "--write-baseline", "docs/vi/part-1.md")
    assert done.returncode == 2
    assert "name no files with --write-baseline" in done.stderr
    assert (texts / "known.txt").read_bytes() == before


def test_writing_needs_a_file(texts: Path) -> None:
    assert checked(texts, "--write-baseline").returncode == 2
    assert known(texts, "--write-baseline", "--changed", "main").returncode == 2
    assert checked(texts, "--baseline", "no/such/folder", "--write-baseline").returncode == 3


def changed(folder: Path) -> str:
    done = checked(folder, "--format", "lines", "--changed", "HEAD")
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_only_what_a_change_touches_is_told(texts: Path) -> None:
    assert changed(texts) == ""
    edit(texts / "docs/vi/part-1.md", "Đào 6", "Đào sâu 6")
    said = changed(texts)
    assert "docs/vi/part-1.md:5:" in said
    assert "docs/en/part-1.md:5:" in said
    assert "part-1.md:3:" not in said


def test_a_new_page_is_touched_as_a_whole_and_a_lost_one_is_told(texts: Path) -> None:
    for locale, text in (("vi", VI), ("en", EN)):
        (texts / f"docs/{locale}/part-2.md").write_text(text.replace("I.", "II."), "utf-8")
    said = changed(texts)
    assert said.count("docs/en/part-2.md:") == 2
    assert "part-1.md" not in said
    (texts / "docs/en/part-1.md").unlink()
    done = run(
        "diptych", "check", "--lang", "en", "--format", "lines", "--changed", "HEAD", cwd=texts
    )
    assert "docs/en/part-1.md:1:1: error: [S101]" in done.stdout


def test_a_paragraph_that_is_taken_out_is_told(texts: Path) -> None:
    edit(texts / "docs/en/part-1.md", "- Keep 7 goats.\n", "")
    done = run(
        "diptych", "check", "--lang", "en", "--format", "lines", "--changed", "HEAD", cwd=texts
    )
    assert "[S104]" in done.stdout


def test_a_revision_that_git_does_not_have_is_said(texts: Path) -> None:
    done = checked(texts, "--changed", "nowhere")
    assert done.returncode == 2
    assert "git has no “nowhere” here" in done.stderr
