"""What is asked of git, and what git must not be made to do."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from diptych.changes.base import base_of
from diptych.cli import main
from diptych.errors import NoSuchBase
from diptych.freshness.history import History
from diptych.git import git as ask
from diptych.git import prefix, refuses, uncommitted
from diptych.project.edition import undated
from tests.changes.repository import edit, git, keep, small_project


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = small_project(tmp_path / "project")
    keep(folder)
    return folder


@pytest.fixture
def foreign(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, as git sees one that belongs to another user."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.chdir(here)
    return here


def test_a_refusal_is_told_as_what_it_is(foreign: Path, tmp_path: Path) -> None:
    assert refuses(foreign)
    assert not refuses(tmp_path / "nowhere")
    with pytest.raises(NoSuchBase, match=r"belongs to another user.*safe\.directory") as told:
        base_of(foreign, "main")
    assert "không chịu đọc" in told.value.wording.vi
    done = CliRunner().invoke(main, ["report", "--lang", "en"])
    assert done.exit_code == 2
    assert done.output.count("\n") == 1


def test_a_folder_of_ones_own_or_of_nobodys_is_not_refused(here: Path, tmp_path: Path) -> None:
    assert not refuses(here)
    assert not refuses(tmp_path)


def test_an_export_without_a_date_says_why(foreign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    done = CliRunner().invoke(main, ["export", "en.md", "-o", "out.md"])
    assert done.exit_code == 0
    assert "dated 1970" in done.output
    assert "safe.directory" in done.output


def test_it_passes_on_what_git_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    outside = undated(tmp_path)
    assert outside
    assert "not a git repository" in outside.en
    assert "not a git repository" in outside.vi
    monkeypatch.setenv("PATH", "")
    without = undated(tmp_path)
    assert without
    assert "git cannot be run here" in without.en


@pytest.mark.parametrize("given", ["0", "86400"])
def test_a_date_that_is_given_needs_no_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert undated(tmp_path) is None


def test_nor_does_one_that_git_has(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert undated(here) is None


def test_what_is_not_committed_is_named_from_the_repositorys_root(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "sub")
    (tmp_path / "beside").write_text("x", encoding="utf-8")
    keep(tmp_path)
    (tmp_path / "beside").write_text("y", encoding="utf-8")
    edit(folder / "docs/en/part-1.md", "Widen", "Open")
    (folder / "docs/en/dòng\nmới.md").write_text("x", encoding="utf-8")
    assert prefix(folder) == "sub/"
    assert prefix(tmp_path) == ""
    assert uncommitted(folder) == {"sub/docs/en/part-1.md", "sub/docs/en/dòng\nmới.md"}


def test_a_folder_that_looks_like_a_repository_runs_nothing(here: Path, tmp_path: Path) -> None:
    """A change can bring one into docs/, whose settings name programs."""
    mark, program = tmp_path / "ran", here / "docs/vi/program"
    program.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
    program.chmod(0o755)
    inside = here / "docs/vi"
    git(inside, "init", "--quiet", "--bare", ".")
    for key, value in {"core.fsmonitor": program, "gpg.program": program}.items():
        git(inside, "config", "--file", "config", key, str(value))
    git(inside, "config", "--file", "config", "log.showSignature", "true")
    git(inside, "config", "--file", "config", "core.bare", "false")
    git(inside, "config", "--file", "config", "core.worktree", ".")
    git(inside, "config", "--file", "config", "alias.log", f"!{program}")
    loose = {**os.environ, "GIT_CONFIG_COUNT": "0"}
    # what git alone would do there
    subprocess.run(["git", "status"], cwd=inside, env=loose, capture_output=True, check=False)
    assert mark.exists()
    mark.unlink()
    for arguments in (("status",), ("log", "-1"), ("diff", "HEAD"), ("ls-files", "--others")):
        ask(inside, *arguments)
    assert History().wording_before(inside / "part-1.md", "0" * 10) == ""
    assert not mark.exists()
