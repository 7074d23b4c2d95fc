"""`diptych edition`: a tag is made, or one line says why not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diptych.cli import main
from diptych.editions.making import NoEdition, assert_possible
from tests.changes.repository import edit, git, keep, small_project


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_project(tmp_path / "repository")
    keep(folder)
    git(folder, "config", "user.name", "a")
    git(folder, "config", "user.email", "a@example.org")
    git(folder, "config", "tag.gpgSign", "false")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("DATE", raising=False)
    return folder


def edition(*arguments: str, **environment: str) -> Result:
    runner = CliRunner(catch_exceptions=False)
    return runner.invoke(main, ("edition", "--lang", "en", *arguments), env=environment)


def tags(folder: Path) -> list[str]:
    return git(folder, "tag").split()


def test_a_tag_is_made_and_how_to_push_it_is_said(repository: Path) -> None:
    done = edition("2026-03-01")
    assert done.exit_code == 0
    assert done.output == (
        "Made edition/2026-03-01. To publish it: git push origin edition/2026-03-01\n"
    )
    assert git(repository, "cat-file", "-t", "edition/2026-03-01") == "tag"
    assert git(repository, "rev-parse", "edition/2026-03-01^{commit}") == git(
        repository, "rev-parse", "HEAD"
    )


def test_the_date_may_come_from_the_environment(repository: Path) -> None:
    assert edition(DATE="2026-03-02").exit_code == 0
    assert tags(repository) == ["edition/2026-03-02"]


def test_without_a_date_it_is_today(repository: Path) -> None:
    assert edition().exit_code == 0
    (made,) = tags(repository)
    assert made.startswith("edition/2")


def _dirty(folder: Path) -> None:
    edit(folder / "docs/en/part-1.md", "Widen", "Open")


def _untracked(folder: Path) -> None:
    (folder / "new\x1b[31m.txt").write_text("x", encoding="utf-8")


def _red(folder: Path) -> None:
    edit(folder / "docs/en/part-1.md", "- Widen markets.\n", "")
    keep(folder)


def _unreadable(folder: Path) -> None:
    (folder / "docs/en/part-1.md").write_bytes(b"\xff")
    keep(folder)


def _tagged(folder: Path) -> None:
    git(folder, "tag", "edition/2026-03-01")


def _tagged_elsewhere(folder: Path) -> None:
    git(folder, "checkout", "--quiet", "-b", "other")
    keep(folder)
    _tagged(folder)
    git(folder, "checkout", "--quiet", "main")


def _newer(folder: Path) -> None:
    git(folder, "tag", "edition/2026-03-02")


def _without_history(folder: Path) -> None:
    (folder / ".git").rename(folder.parent / "elsewhere")


def _shallow(folder: Path) -> None:
    (folder / ".git/shallow").write_text(git(folder, "rev-parse", "HEAD") + "\n", encoding="utf-8")


REFUSED = {
    "dirty": (_dirty, 2, "not committed (docs/en/part-1.md)"),
    "a file that git does not keep": (_untracked, 2, "not committed"),
    "red": (_red, 1, "`diptych check`"),
    "unreadable": (_unreadable, 2, "docs/en/part-1.md"),
    "there already": (_tagged, 2, "already"),
    "there already on another branch": (_tagged_elsewhere, 2, "already"),
    "older than the newest": (_newer, 2, "edition/2026-03-02"),
    "not kept by git": (_without_history, 2, "git says"),
    "a shallow clone": (_shallow, 2, "git fetch --unshallow --tags"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_an_edition_is_refused_in_a_line(repository: Path, case: str) -> None:
    spoil, status, said = REFUSED[case]
    spoil(repository)
    done = edition("2026-03-01")
    assert done.exit_code == status
    assert said in done.output
    assert done.output.count("\n") == 1
    assert done.output.strip().isprintable()
    if case not in ("there already", "there already on another branch", "not kept by git"):
        assert "edition/2026-03-01" not in tags(repository)


def test_a_date_in_the_future_is_refused_in_a_line(repository: Path) -> None:
    done = edition("2999-01-01")
    assert done.exit_code == 2
    assert done.output == (
        "edition/2999-01-01 has a date in the future; choose one that is not after today\n"
    )
    assert tags(repository) == []


def test_the_date_may_be_that_of_the_place_where_it_is_tomorrow_already(repository: Path) -> None:
    today = date(2026, 2, 28)
    assert_possible(repository, date(2026, 3, 1), today)
    with pytest.raises(NoEdition, match="in the future"):
        assert_possible(repository, date(2026, 3, 2), today)


@pytest.mark.parametrize(
    "date", ["2026-3-1", "2026-02-30", "today", "--", "$(touch pwned)", "2026-03-01 ", "\x1b"]
)
def test_what_is_no_date_is_refused(repository: Path, date: str) -> None:
    done = edition("--", date) if date != "--" else edition("--", "--")
    assert done.exit_code == 2
    assert "is no date" in done.output
    assert done.output.strip().isprintable()
    assert tags(repository) == []
    assert not (repository / "pwned").exists()


def test_both_languages_say_so(repository: Path) -> None:
    said = CliRunner().invoke(main, ("edition", "--lang", "vi", "x")).output
    assert "không phải là ngày" in said
