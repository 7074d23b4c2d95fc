"""A request's texts, laid over the code of the branch that it goes to; nothing of it runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from scripts.lay_over import CannotLay, main

from tests.changes.repository import edit, git, keep, small_project
from tests.conftest import ROOT

SETTINGS = f"""[tool.diptych]
names = "names.toml"
confirmed = "lists/confirmed.txt"
[tool.diptych.source]
file = "source/text.txt"
sha256 = "{"0" * 64}"
register = "source/corrections.toml"
"""
CODE = "print('of the branch')\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A project with code beside its texts, committed; a request starts on its own branch."""
    folder = small_project(tmp_path / "project")
    files = {
        "pyproject.toml": SETTINGS,
        "names.toml": "# names\n",
        "lists/confirmed.txt": "# record\n",
        "source/text.txt": "Duy trì.\r\n",
        "source/corrections.toml": "",
        "hooks/parity.py": CODE,
        "Makefile": "all:\n",
        "mkdocs.yml": "site_name: x\n",
    }
    write(folder, files)
    keep(folder)
    git(folder, "checkout", "--quiet", "-b", "request")
    return folder


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def merged(folder: Path) -> str:
    """Keep what was changed as a request, and merge it as GitHub does to test it."""
    keep(folder, "a request")
    git(folder, "checkout", "--quiet", "--detach", "main")
    git(folder, "merge", "--quiet", "--no-ff", "--message", "to test it", "request")
    return git(folder, "rev-parse", "HEAD")


def steps() -> list[dict[str, str]]:
    """Those of the workflow that make the folder what the check runs in."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    asked = "github.event_name == 'pull_request'"
    of_job: list[dict[str, str]] = workflow["jobs"]["text"]["steps"]
    return [step for step in of_job if asked in step.get("if", "")]


def taken_from_the_branch(folder: Path) -> None:
    """What the workflow does first."""
    command = ["bash", "-e", "-c", steps()[0]["run"]]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def judged(folder: Path) -> str:
    """Make `folder` what the check runs in; the commit of the request."""
    request = merged(folder)
    taken_from_the_branch(folder)
    main(folder, request)
    return request


def read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_the_workflow_takes_the_code_then_lays_the_texts_before_all_else() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["text"]
    ran = [step["run"] for step in job["steps"] if "run" in step]
    assert ran[:3] == [steps()[0]["run"], "make request", "make check"]
    assert job["env"]["REQUEST"] == "${{ github.sha }}"
    assert [step["with"]["enable-cache"] for step in job["steps"] if "setup-uv" in str(step)] == [
        False
    ]


def test_texts_source_and_lists_are_the_requests_all_else_the_branchs(here: Path) -> None:
    edit(here / "docs/en/part-1.md", "Widen", "Open")
    (here / "docs/vi/part-1.md").unlink()
    new = {
        "docs/vi/mới/x.md": "- Mới.\n",
        "names.toml": "# other names\n",
        "lists/confirmed.txt": "# another record\n",
        "lists/tool.py": "evil\n",
        "source/text.txt": "Khác.\r\n",
        "hooks/parity.py": "raise SystemExit\n",
        "hooks/new.py": "evil\n",
        "sitecustomize.py": "evil\n",
        "GNUmakefile": "evil:\n",
        "pyproject.toml": "[tool.diptych]\n",
    }
    write(here, new)
    (here / "mkdocs.yml").unlink()
    judged(here)
    assert "Open markets." in read(here, "docs/en/part-1.md")
    assert not (here / "docs/vi/part-1.md").exists()
    assert read(here, "docs/vi/mới/x.md") == "- Mới.\n"
    assert read(here, "names.toml") == "# other names\n"
    assert read(here, "lists/confirmed.txt") == "# another record\n"
    assert (here / "source/text.txt").read_bytes() == "Khác.\r\n".encode()
    assert read(here, "hooks/parity.py") == CODE
    assert read(here, "pyproject.toml") == SETTINGS
    assert (here / "mkdocs.yml").exists()
    left = ("hooks/new.py", "sitecustomize.py", "GNUmakefile", "lists/tool.py")
    assert not any((here / name).exists() for name in left)


def test_a_request_of_code_alone_is_judged_by_the_branchs(here: Path) -> None:
    write(here, {"hooks/parity.py": "raise SystemExit\n"})
    judged(here)
    assert git(here, "status", "--porcelain") == ""


def test_links_stay_links_and_nothing_is_written_through_one(here: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept", encoding="utf-8")
    (here / "docs/en/a.md").symlink_to("/etc/passwd")
    (here / "docs/en/up").symlink_to(outside)
    (here / "docs/en/loop").symlink_to(".")
    (here / "source/text.txt").unlink()
    (here / "source/text.txt").symlink_to("/dev/zero")
    judged(here)
    links = {"docs/en/a.md": "/etc/passwd", "docs/en/loop": ".", "source/text.txt": "/dev/zero"}
    assert {name: str((here / name).readlink()) for name in links} == links
    assert [path.name for path in outside.iterdir()] == ["kept"]


def test_a_folder_that_became_a_link_is_a_link(here: Path, tmp_path: Path) -> None:
    (tmp_path / "outside/en").mkdir(parents=True)
    (tmp_path / "outside/en/kept.md").write_text("kept", encoding="utf-8")
    git(here, "rm", "-rq", "docs", "source")
    (here / "docs").symlink_to(tmp_path / "outside")
    judged(here)
    assert (here / "docs").is_symlink()
    assert not (here / "source").exists()
    assert (tmp_path / "outside/en/kept.md").exists()


NAMES = (
    "$(touch pwned)",
    "--output=pwned",
    "dòng\nmới",
    "*",
    ":(exclude)x",
    "\x1b[31m",
    " x ",
    "a\\b",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_may_have_any_name(here: Path, name: str) -> None:
    (here / "docs" / name).write_text("x", encoding="utf-8")
    judged(here)
    assert read(here, f"docs/{name}") == "x"
    assert not list(here.rglob("pwned"))


def test_a_name_may_be_no_text(here: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(here) + b"/docs/a\xff.md"))
    path.write_text("x", encoding="utf-8")
    judged(here)
    assert path.read_text(encoding="utf-8") == "x"


ATTRIBUTES = """* filter=evil diff=evil merge=evil
*.md text eol=crlf ident export-subst
*.py working-tree-encoding=UTF-16
*.toml working-tree-encoding=UTF-16
"""


def test_attributes_of_the_request_hold_for_nothing(here: Path) -> None:
    """Nor do filters run that the machine knows: git-lfs is one on GitHub's runners."""
    mark = here.parent / "ran"
    edit(here / "docs/en/part-1.md", "Widen", "Open $Id$ $Format:%an$")
    keep(here, "words")
    for folder in (".", "docs", "source", "docs/en"):
        write(here, {f"{folder}/.gitattributes": ATTRIBUTES})
    git(here, "add", "--", "*.gitattributes")
    whole = git(here, "write-tree")
    request = git(here, "commit-tree", whole, "-p", "main", "-p", "request", "-m", "to test it")
    git(here, "reset", "--quiet", "--hard", "main")
    for kind in ("smudge", "clean", "process"):
        git(here, "config", f"filter.evil.{kind}", f"touch {mark}; cat")
    git(here, "update-ref", "--no-deref", "HEAD", request)
    git(here, "read-tree", request)  # the files as they would be written are no matter
    taken_from_the_branch(here)
    main(here, request)
    assert not mark.exists()
    assert read(here, "hooks/parity.py") == CODE
    assert not (here / ".gitattributes").exists()
    said = "# I. Relations\n\n- Maintain relations.\n\n- Open $Id$ $Format:%an$ markets.\n"
    assert (here / "docs/en/part-1.md").read_bytes() == said.encode()
    assert (here / "source/text.txt").read_bytes() == "Duy trì.\r\n".encode()


def test_another_repository_is_an_empty_folder(here: Path) -> None:
    commit = git(here, "rev-parse", "HEAD")
    git(here, "update-index", "--add", "--cacheinfo", f"160000,{commit},docs/en/sub")
    write(here, {".gitmodules": '[submodule "x"]\npath = docs/en/sub\nurl = ext::touch pwned\n'})
    git(here, "add", ".gitmodules")
    git(here, "commit", "--quiet", "--message", "a repository")
    (here / "docs/en/sub").mkdir()
    judged(here)
    assert list((here / "docs/en/sub").iterdir()) == []
    assert not (here / ".gitmodules").exists()


def tree(folder: Path, *entries: tuple[str, str, str]) -> str:
    """A tree made by hand: git's own commands refuse some names."""
    written = b""
    for mode, name, named in entries:
        written += f"{mode} {name}\0".encode() + bytes.fromhex(named)
    done = subprocess.run(
        ["git", "hash-object", "-t", "tree", "-w", "--stdin", "--literally"],
        cwd=folder, input=written, capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode().strip()


@pytest.mark.parametrize("name", [".git", ".GIT", "..", "."])
def test_a_path_that_no_checkout_has_is_refused_before_anything_is_touched(
    here: Path, name: str
) -> None:
    (here / "payload").write_text("x", encoding="utf-8")
    blob = git(here, "hash-object", "-w", "payload")
    (here / "payload").unlink()
    inner = tree(here, ("100644", "config", blob))
    docs = tree(here, ("40000", name, inner))
    request = git(here, "commit-tree", tree(here, ("40000", "docs", docs)), "-m", "x")
    with pytest.raises(CannotLay):
        main(here, request)
    assert git(here, "status", "--porcelain") == ""


def test_two_entries_of_one_name_write_through_no_link(here: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (here / "target").write_text(str(outside), encoding="utf-8")
    link = git(here, "hash-object", "-w", "target")
    inner = tree(here, ("100644", "pwned", link))
    docs = tree(here, ("120000", "en", link), ("40000", "en", inner))
    request = git(here, "commit-tree", tree(here, ("40000", "docs", docs)), "-m", "x")
    with pytest.raises((CannotLay, OSError)):
        main(here, request)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", ["", "nowhere", "--all", "main:docs"])
def test_a_request_that_is_none_is_one_line(here: Path, name: str) -> None:
    with pytest.raises(CannotLay) as told:
        main(here, name)
    assert "\n" not in str(told.value)
    assert git(here, "status", "--porcelain") == ""


def test_a_project_below_the_repositorys_root(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "sub")
    keep(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "request")
    edit(folder / "docs/en/part-1.md", "Widen", "Open")
    request = merged(tmp_path)
    git(tmp_path, "checkout", "--quiet", "main")
    main(folder, request)
    assert "Open markets." in read(folder, "docs/en/part-1.md")


def test_a_request_that_cannot_be_laid_is_said_on_github(here: Path) -> None:
    for github, said in (("", ""), ("true", "::error::the request cannot be laid over")):
        done = subprocess.run(
            [sys.executable, "-m", "scripts.lay_over"],
            cwd=here, capture_output=True, text=True, check=False,
            env={
                **os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}", "GITHUB_ACTIONS": github,
                "REQUEST": "no\n::error::such\x1b%0A",
            },
        )  # fmt: skip
        assert done.returncode == 1
        assert done.stdout.startswith(said)
        assert done.stdout.count("\n") == bool(said)
        assert "\x1b" not in done.stdout + done.stderr
