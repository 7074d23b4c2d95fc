"""Which tags are editions, and what a clone may lack."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from diptych.editions.tags import SHALLOW, WITHOUT_TAGS, editions_of
from tests.changes.repository import git, keep, small_project

HOSTILE = (
    "edition/2026-13-01",
    "edition/2026-02-30",
    "edition/2026-3-1",
    "edition/20260301",
    "edition/2026-03-01x",
    "edition/x/2026-03-01",
    "edition/2026-03-01/x",
    "edition/٢٠٢٦-٠٣-٠١",
    "edition/$(touch${IFS}pwned)",
    "edition/--output=pwned",
    "2026-03-01",
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = small_project(tmp_path / "repository")
    keep(folder)
    return folder


DAYS = [date(1900, 1, 1) + timedelta(days) for days in range(60_000)]
"""So many names are longer than Linux takes in one command."""


def dates(folder: Path) -> list[str]:
    return [edition.date.isoformat() for edition in editions_of(folder).dated]


def test_an_edition_is_a_date_a_tag_and_a_commit(repository: Path) -> None:
    git(repository, "tag", "edition/2026-03-01")
    commit = git(repository, "rev-parse", "HEAD")
    (found,) = editions_of(repository).dated
    assert (found.date, found.tag, found.commit) == (
        date(2026, 3, 1),
        "edition/2026-03-01",
        commit,
    )
    assert found.tagged == datetime.fromtimestamp(
        int(git(repository, "log", "-1", "--format=%ct")), UTC
    )


def test_tags_of_both_kinds_the_newest_date_first(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "tag", "edition/2026-05-01")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-06-02T10:00:00+0700")
    git(repository, "tag", "--annotate", "--message", "x", "edition/2026-06-01")
    git(
        repository,
        "tag",
        "--annotate",
        "--message",
        "x",
        "edition/2026-01-01",
        "edition/2026-06-01",
    )
    found = editions_of(repository).dated
    assert dates(repository) == ["2026-06-01", "2026-05-01", "2026-01-01"]
    assert found[0].tagged == datetime(2026, 6, 2, 3, tzinfo=UTC)
    assert {edition.commit for edition in found} == {git(repository, "rev-parse", "HEAD")}


def test_there_may_be_more_editions_than_a_command_takes_arguments(repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD")
    (repository / ".git/packed-refs").write_text(
        "# pack-refs with: peeled fully-peeled sorted \n"
        + "".join(f"{head} refs/tags/edition/{day.isoformat()}\n" for day in DAYS),
        encoding="utf-8",
    )
    found = editions_of(repository).dated
    assert [edition.date for edition in found] == DAYS[::-1]
    assert {edition.commit for edition in found} == {head}


def test_an_old_commit_has_the_editions_of_its_time(repository: Path) -> None:
    git(repository, "tag", "edition/2026-03-01")
    keep(repository)
    git(repository, "tag", "edition/2026-04-01")
    git(repository, "checkout", "--quiet", "edition/2026-03-01")
    assert dates(repository) == ["2026-03-01"]


def test_what_has_another_form_is_no_edition(repository: Path) -> None:
    commit = git(repository, "rev-parse", "HEAD")
    for name in HOSTILE:
        git(repository, "update-ref", f"refs/tags/{name}", commit)
        git(repository, "update-ref", "-d", f"refs/tags/{name}") if "/x" in name else None
    git(repository, "update-ref", "refs/heads/edition/2026-03-01", commit)
    tree = git(repository, "rev-parse", "HEAD^{tree}")
    git(repository, "update-ref", "refs/tags/edition/2026-07-01", tree)
    assert dates(repository) == []
    assert not list(repository.glob("pwned*"))


def test_a_shallow_clone_says_what_it_lacks(repository: Path, tmp_path: Path) -> None:
    git(repository, "tag", "edition/2026-03-01")
    keep(repository)
    git(repository, "tag", "edition/2026-04-01")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")
    found = editions_of(tmp_path / "shallow")
    assert [edition.tag for edition in found.dated] == ["edition/2026-04-01"]
    assert found.lacking == SHALLOW
    git(tmp_path / "shallow", "fetch", "--quiet", "--unshallow", "--tags")
    whole = editions_of(tmp_path / "shallow")
    assert (len(whole.dated), bool(whole.lacking)) == (2, False)


def test_a_clone_without_tags_says_so(repository: Path, tmp_path: Path) -> None:
    git(repository, "tag", "edition/2026-03-01")
    git(tmp_path, "clone", "--quiet", "--no-tags", f"file://{repository}", "bare")
    assert editions_of(tmp_path / "bare").lacking == WITHOUT_TAGS
    git(tmp_path / "bare", "fetch", "--quiet", "--tags")
    assert not editions_of(tmp_path / "bare").lacking


def test_without_git_the_reason_is_given(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = editions_of(small_project(tmp_path / "plain"))
    assert found.dated == ()
    assert "git says" in found.lacking.en
    assert "\n" not in found.lacking.en
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "cannot be run" in editions_of(repository).lacking.en


def test_nothing_is_lacking_before_the_first_edition(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "new")
    git(folder, "init", "--quiet")
    assert editions_of(folder).dated == ()
    keep(folder)
    assert not editions_of(folder).lacking
