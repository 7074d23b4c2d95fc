"""What a change does beside the texts and lists."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from diptych.changes.base import base_of
from diptych.changes.steering import Held, Part, Softening, Steering, Turned, part_of, steering
from tests.changes.repository import edit, git, keep, small_project

SOURCE = f"""[tool.diptych]
[tool.diptych.source]
file = "source/text.txt"
sha256 = "{"0" * 64}"
register = "source/corrections.toml"
"""
RULES = """
@rule("X101", silenceable=False)
def html(bitext): ...

@rule(
    "V102",
)
def number(bitext): ...
"""
LOCK = """[[package]]
name = "typst"
version = "0.15"
source = { registry = "https://pypi.org/simple" }
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = small_project(tmp_path / "project")
    put(folder, "pyproject.toml", SOURCE)
    put(folder, "source/text.txt", "Duy trì.\n")
    put(folder, "source/corrections.toml", "")
    put(folder, "src/diptych/rules/safety.py", RULES)
    put(folder, "mkdocs.yml", "hooks:\n  - hooks/parity.py  # refuses\n  - hooks/policy.py\n")
    put(folder, "uv.lock", LOCK)
    keep(folder)
    return folder


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(folder: Path, request: str = "") -> Steering:
    base = base_of(folder, "main", request)
    return steering(base.changed, base.edited, base.before, base.after)


PARTS = {
    ".github/workflows/check.yml": Part.WORKFLOWS,
    ".github/CODEOWNERS": Part.WORKFLOWS,
    ".ci/run": Part.WORKFLOWS,
    "hooks/parity.py": Part.CHECK,
    "hooks/notes.md": Part.CHECK,
    "scripts/preview.py": Part.CHECK,
    "mkdocs.yml": Part.CHECK,
    "pyproject.toml": Part.CHECK,
    "uv.lock": Part.CHECK,
    "uv.toml": Part.CHECK,
    "Makefile": Part.CHECK,
    "GNUmakefile": Part.CHECK,
    "sitecustomize.py": Part.CHECK,
    ".envrc": Part.CHECK,
    ".gitattributes": Part.CHECK,
    ".vscode/tasks.json": Part.CHECK,
    "overrides/main.html": Part.LOOK,
    "tests/cli/test_commands.py": Part.TESTS,
    "bench/run.py": Part.TESTS,
    "README.vi.md": None,
    "LICENSE": None,
    "development/nginx.conf": None,
    "notes.txt": None,
}


@pytest.mark.parametrize("path", PARTS)
def test_a_file_steers_what_it_does(path: str) -> None:
    assert part_of(path) is PARTS[path]


def test_texts_and_lists_steer_nothing(here: Path) -> None:
    edit(here / "docs/en/part-1.md", "Widen", "Open")
    put(here, "source/corrections.toml", "# a correction\n")
    told = found(here)
    assert told.files == frozenset()
    assert told == Steering({}, {}, (), (), None, (), (), {}, ())


def test_what_a_request_changes_is_told_though_its_texts_alone_lie_here(here: Path) -> None:
    git(here, "checkout", "--quiet", "-b", "request")
    put(here, "hooks/parity.py", "pass\n")
    put(here, ".github/workflows/check.yml", "on: push\n")
    commit = keep(here)
    git(here, "checkout", "--quiet", "main")
    assert found(here).parts == {}
    assert found(here, commit).parts == {
        Part.WORKFLOWS: (".github/workflows/check.yml",),
        Part.CHECK: ("hooks/parity.py",),
    }


def test_the_workflows_stand_at_the_repositorys_root(tmp_path: Path) -> None:
    project = small_project(tmp_path / "sub")
    keep(tmp_path)
    put(tmp_path, ".github/workflows/check.yml", "on: push\n")
    put(tmp_path, "beside/run.py", "")
    git(tmp_path, "add", "--all")
    assert found(project).parts == {Part.WORKFLOWS: (".github/workflows/check.yml",)}


def test_the_source_is_taken_out(here: Path) -> None:
    put(here, "pyproject.toml", "[tool.diptych]\n")
    told = found(here)
    assert told.held is Held.NOTHING
    assert "source.file: source/text.txt → –" in told.settings


def test_the_source_is_another(here: Path) -> None:
    edit(here / "pyproject.toml", "0" * 64, "1" * 64)
    told = found(here)
    assert told.held is Held.OTHER
    assert told.settings == (f"source.sha256: {'0' * 64} → {'1' * 64}",)


HOSTILE = {
    "no TOML": "[tool",
    "nested arrays": "x = " + "[" * 5000,
    "no table": "[tool]\nprogramme = 1\n",
    "nothing": "",
    "nested tables": f"[tool.diptych]\nx{'.x' * 190} = 1\nx.y = {'[' * 150}{']' * 150}\n",
    "a key of many parts": f"[tool.diptych]\nx{'.x' * 300_000} = 1\n",
    "a number of many digits": f"[tool.diptych]\ncountry = 0x{'f' * 500_000}\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_settings_that_are_none_hold_the_original_against_nothing(here: Path, text: str) -> None:
    put(here, "pyproject.toml", text)
    assert found(here).held is Held.NOTHING


def test_rules_that_are_less_than_they_were(here: Path) -> None:
    rules = here / "src/diptych/rules/safety.py"
    edit(rules, '"X101", silenceable=False', '"X101"')
    edit(rules, '"V102",\n', '"V102", Severity.WARNING,\n')
    assert found(here).rules == {
        Softening.WARNING: ("V102",),
        Softening.SILENCEABLE: ("X101",),
    }
    edit(rules, '"V102", Severity.WARNING,', '"V102", optional=True,')
    edit(rules, '"X101"', '"X101", silenceable=False, house=True')
    assert found(here).rules == {Softening.SELDOM: ("V102", "X101")}
    rules.unlink()
    assert found(here).rules == {Softening.GONE: ("V102", "X101")}


def test_a_rule_that_moved_is_still_there(here: Path) -> None:
    (here / "src/diptych/rules/safety.py").rename(here / "src/diptych/rules/html.py")
    assert found(here).rules == {}


def test_a_hook_that_the_build_no_longer_runs(here: Path) -> None:
    edit(here / "mkdocs.yml", "  - hooks/parity.py  # refuses\n", "  # - hooks/parity.py\n")
    assert found(here).hooks == ("hooks/parity.py",)


def test_packages_that_come_or_change(here: Path) -> None:
    other = LOCK.replace("0.15", "0.16") + '[[package]]\nname = "evil"\nversion = "1"\n'
    put(here, "uv.lock", other)
    assert found(here).packages == ("evil – → 1", "typst 0.15 → 0.16")
    put(here, "uv.lock", LOCK.replace("pypi.org", "example.org"))
    assert found(here).packages == ("typst 0.15 ≠ 0.15",)


def test_scripts_and_styles_that_are_new(here: Path) -> None:
    put(here, "overrides/assets/new.js", "")
    assert found(here).assets == ("overrides/assets/new.js",)


def test_links_programs_and_what_no_review_shows(here: Path) -> None:
    (here / "docs/en/a.md").symlink_to("/etc/passwd")
    (here / "docs/en/b.md").write_text("x", encoding="utf-8")
    (here / "docs/en/b.md").chmod(0o755)
    (here / "docs/en/c.png").write_bytes(b"\x89PNG\0")
    (here / "docs/en/d.md").write_bytes(b"x" * 1_000_001)
    os.mkfifo(here / "docs/en/e.md")
    for told in (found(here), committed(here)):
        assert told.turned == {
            Turned.LINK: ("docs/en/a.md",),
            Turned.PROGRAM: ("docs/en/b.md",),
        }
        assert set(told.unseen) - {"docs/en/e.md"} == {"docs/en/c.png", "docs/en/d.md"}


def committed(folder: Path) -> Steering:
    git(folder, "checkout", "--quiet", "-b", "request")
    commit = keep(folder)
    return found(folder, commit)


def test_many_files_are_looked_into_for_a_time(here: Path) -> None:
    for number in range(310):
        put(here, f"docs/en/{number:03}.md", "x\n")
    assert found(here).unseen == tuple(f"docs/en/{number:03}.md" for number in range(300, 310))
