"""Annotations and SARIF as a code host reads them: places from the root, ten of a step."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from diptych.cli import main
from tests.changes.repository import edit, git, keep, small_project

SHOWN = 10
"""Of a step's errors, by GitHub."""


def check(form: str) -> str:
    return CliRunner(catch_exceptions=False).invoke(main, ["check", "--format", form]).output


def annotated(said: str) -> list[str]:
    return re.findall(r"^::error file=([^,]+),line=\d+", said, re.MULTILINE)


@pytest.fixture
def below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a folder of a larger repository."""
    folder = small_project(tmp_path / "sub")
    keep(tmp_path)
    monkeypatch.chdir(folder)
    return folder


def test_places_begin_at_the_repositorys_root(below: Path) -> None:
    edit(below / "docs/en/part-1.md", "Widen", "Widen 3")
    assert annotated(check("github")) == ["sub/docs/en/part-1.md"]
    [result] = json.loads(check("sarif"))["runs"][0]["results"]
    places = [*result["locations"], *result["relatedLocations"]]
    assert {at["physicalLocation"]["artifactLocation"]["uri"] for at in places} == {
        "sub/docs/en/part-1.md",
        "sub/docs/vi/part-1.md",
    }


def test_so_do_files_that_cannot_be_read(below: Path) -> None:
    edit(below / "docs/en/part-1.md", "# I.", "<<<<<<< ours\n# I.")
    assert annotated(check("github")) == ["sub/docs/en/part-1.md"]
    [run] = json.loads(check("sarif"))["runs"]
    [notice] = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "sub/docs/en/part-1.md"
    )


def test_what_is_told_to_people_stays_below_the_project(below: Path) -> None:
    edit(below / "docs/en/part-1.md", "Widen", "Widen 3")
    assert "--> docs/en/part-1.md:5" in check("text")
    assert json.loads(check("json"))["diagnostics"][0]["locations"][0]["file"].startswith("docs/")


def project_with_slips(folder: Path, changed: str, count: int) -> Path:
    """A project with `count` slips in the file of the language `changed`, not committed."""
    lines = {"vi": "- Duy trì {} mục.\n\n", "en": "- Maintain {} things.\n\n"}
    small_project(folder)
    for locale, line in lines.items():
        text = "# I. A\n\n" + "".join(line.format(20 + 4 * n) for n in range(count))
        (folder / f"docs/{locale}/part-1.md").write_text(text, encoding="utf-8")
    keep(folder)
    page = folder / f"docs/{changed}/part-1.md"
    page.write_text(re.sub(r"\d+", lambda n: str(int(n[0]) + 1), page.read_text("utf-8")), "utf-8")
    return folder


@pytest.mark.parametrize("changed", ["vi", "en"])
def test_each_finding_has_one_annotation_in_the_changed_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    monkeypatch.chdir(project_with_slips(tmp_path / "project", changed, SHOWN))
    assert annotated(check("github")) == [f"docs/{changed}/part-1.md"] * SHOWN


@pytest.mark.parametrize("told", ["option", "environment"])
def test_the_file_of_a_committed_change_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    folder = project_with_slips(tmp_path / "project", "en", 2)
    git(folder, "branch", "target")
    git(folder, "update-ref", "refs/remotes/origin/target", "target")
    git(folder, "checkout", "-q", "-b", "request")
    keep(folder)
    monkeypatch.chdir(folder)
    asked = ["check", "--format", "github"]
    if told == "option":
        asked += ["--changed", "target"]
    else:
        monkeypatch.setenv("GITHUB_BASE_REF", "target")
    said = CliRunner(catch_exceptions=False).invoke(main, asked).output
    assert annotated(said) == ["docs/en/part-1.md"] * 2


def test_of_many_files_that_cannot_be_read_the_last_says_how_many_more(below: Path) -> None:
    for number in range(14):
        (below / f"docs/en/x{number}.md").write_bytes(b"\xff")
    said = check("github").splitlines()
    assert len(annotated("\n".join(said))) == SHOWN
    assert "and 5 more, not shown here: sub/docs/en/x" in said[SHOWN - 1]
    assert len(said) == SHOWN + 5


def test_of_more_than_ten_the_last_says_how_many_more_and_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project_with_slips(tmp_path / "project", "en", 25))
    said = check("github").splitlines()
    assert [line[:7] for line in said[:SHOWN]] == ["::error"] * SHOWN
    assert "and 16 more, not shown here: docs/en/part-1.md (16)" in said[SHOWN - 1]
    assert "và 16 chỗ khác" in said[SHOWN - 1]
    assert len(said) == SHOWN + 16
    assert all(line.startswith("- docs/en/part-1.md:") for line in said[SHOWN:])
