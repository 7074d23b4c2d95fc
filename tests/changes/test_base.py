"""What the texts were, as git has it; names of branches and files are anybody's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from diptych.changes.base import base_of
from diptych.errors import NoSuchBase
from tests.changes.repository import edit, git, keep, small_project

HOSTILE_BRANCHES = (
    "--output=pwned",
    "-x",
    "$(touch${IFS}pwned)",
    "`touch${IFS}pwned`",
    "a;touch${IFS}pwned",
    "a|touch${IFS}pwned",
    "'\"&&touch${IFS}pwned#",
    "$(shell${IFS}touch${IFS}pwned)",
    "nhánh-của-tôi",
)
HOSTILE_FILES = (
    "$(touch pwned)",
    "`touch pwned`.txt",
    "--output=pwned",
    "a;touch pwned",
    "dòng\nmới",
    "::error::nói dối",
    "<img src=x onerror=alert(1)>",
    "\x1b[31mđỏ",
    "đảo\u202egnoc.md",
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = small_project(tmp_path / "repository")
    keep(folder)
    return folder


def test_the_texts_as_they_were_and_the_files_that_differ(repository: Path) -> None:
    edit(repository / "docs/en/part-1.md", "Widen", "Open")
    (repository / "new.txt").write_text("x", encoding="utf-8")
    found = base_of(repository, "main")
    assert found.files == ("docs/en/part-1.md", "new.txt")
    assert found.texts
    said = [p.segment.text for p in found.texts.translation.pages[0].provisions()]
    assert said == ["Maintain relations.", "Widen markets."]


def test_what_the_branch_has_got_since_is_no_change(repository: Path) -> None:
    left = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "--quiet", "-b", "mine")
    edit(repository / "docs/en/part-1.md", "Widen", "Open")
    keep(repository)
    git(repository, "checkout", "--quiet", "main")
    edit(repository / "docs/vi/part-1.md", "Mở rộng", "Mở")
    keep(repository)
    git(repository, "checkout", "--quiet", "mine")
    found = base_of(repository, "main")
    assert found.commit == left
    assert found.files == ("docs/en/part-1.md",)


def test_a_project_below_the_repositorys_root(tmp_path: Path) -> None:
    project = small_project(tmp_path / "site")
    (tmp_path / "beside.txt").write_text("x", encoding="utf-8")
    keep(tmp_path)
    (tmp_path / "beside.txt").write_text("y", encoding="utf-8")
    edit(project / "docs/en/part-1.md", "Widen", "Open")
    found = base_of(project, "main")
    assert found.texts
    assert found.files == ("docs/en/part-1.md",)


@pytest.mark.parametrize("name", HOSTILE_BRANCHES)
def test_a_branch_may_have_any_name(repository: Path, name: str) -> None:
    commit = git(repository, "rev-parse", "HEAD")
    git(repository, "update-ref", f"refs/heads/{name}", commit)
    edit(repository / "docs/en/part-1.md", "Widen", "Open")
    found = base_of(repository, name)
    assert found.commit == commit
    assert not list(repository.glob("pwned*"))


@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_a_file_may_have_any_name(repository: Path, name: str) -> None:
    (repository / name).write_text("x", encoding="utf-8")
    assert base_of(repository, "main").files == (name,)
    keep(repository)
    (repository / name).write_text("y", encoding="utf-8")
    assert base_of(repository, "main").files == (name,)
    assert not (repository / "pwned").exists()


@pytest.mark.parametrize("name", ["nowhere", "--all", "", "main..main", "main:docs", "a\x1bb"])
def test_a_base_that_is_none_is_said(repository: Path, name: str) -> None:
    with pytest.raises(NoSuchBase) as told:
        base_of(repository, name)
    assert "git fetch" in told.value.wording.en
    assert told.value.wording.en != told.value.wording.vi
    assert told.value.wording.en.isprintable()


def test_a_branch_that_only_its_origin_has(repository: Path, tmp_path: Path) -> None:
    git(repository, "branch", "mine")
    git(tmp_path, "clone", "--quiet", "--branch", "mine", str(repository), "clone")
    assert base_of(tmp_path / "clone", "main").commit == git(repository, "rev-parse", "main")


def test_a_folder_without_git_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoSuchBase, match="git does not keep this folder"):
        base_of(small_project(tmp_path / "alone"), "main")


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("docs/en/part-1.md", "<<<<<<< ours\n", "docs/en/part-1.md:1: a git conflict marker"),
        ("docs/en/part-1.md", "", "docs/en: no provision was found"),
        ("pyproject.toml", "[tool", "pyproject.toml"),
    ],
)
def test_texts_that_could_not_be_read_are_said(
    repository: Path, file: str, content: str, said: str
) -> None:
    (repository / file).write_text(content, encoding="utf-8")
    keep(repository)
    found = base_of(repository, "main")
    assert found.texts is None
    [problem] = found.problems
    assert said in problem.sentence("en")
    assert os.sep + "tmp" not in problem.sentence("en")


def test_a_link_in_the_repository_leads_nowhere(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("- Của riêng.\n", encoding="utf-8")
    for locale in ("vi", "en"):
        (repository / f"docs/{locale}/link.md").symlink_to(secret)
    keep(repository)
    found = base_of(repository, "main")
    assert found.texts
    assert [page.path for page in found.texts.original.pages] == ["part-1.md"]


def test_attributes_change_nothing_of_what_was_written(repository: Path) -> None:
    attributes = "docs/en/** export-ignore\n*.md export-subst text eol=crlf\n"
    (repository / ".gitattributes").write_text(attributes, encoding="utf-8")
    edit(repository / "docs/vi/part-1.md", "quan hệ.", "quan hệ $Format:%an$.")
    keep(repository)
    found = base_of(repository, "main")
    assert found.texts
    said = [[p.segment.text for p in d.pages[0].provisions()] for d in found.texts.documents]
    assert said == [
        ["Duy trì quan hệ $Format:%an$.", "Mở rộng thị trường."],
        ["Maintain relations.", "Widen markets."],
    ]


def test_a_page_whose_name_is_no_text_is_said(repository: Path) -> None:
    with Path(os.fsdecode(bytes(repository / "docs/vi") + b"/a\xff.md")).open("w") as file:
        file.write("- A.\n")
    keep(repository)
    base = base_of(repository, "main")
    assert base.texts is None
    [problem] = base.problems
    assert problem.file.endswith("docs/vi/a\\udcff.md")
