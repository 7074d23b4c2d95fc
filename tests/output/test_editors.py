"""Findings in the editor: VS Code's matcher on what the check really prints, and the watch."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml

from diptych.cli.watching import changes, stamps
from tests.conftest import ROOT, run
from tests.patience import CEILING
from tests.test_papers import CONTRIBUTING, paper
from tests.test_workflows import TARGETS, tool

TASKS = {
    task["label"]: task
    for task in json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
}
WATCH, CHECK = "Kiểm tra khi viết · Check while writing", "Kiểm tra · Check"
PART_4 = "docs/en/part-4.md"


def problems(said: str, task: str = WATCH) -> list[dict[str, str | None]]:
    """What VS Code would list, by the matcher of a task."""
    pattern = dict(TASKS[task]["problemMatcher"]["pattern"])
    regexp = re.compile(pattern.pop("regexp"))
    matches = [match for line in said.splitlines() if (match := regexp.match(line))]
    return [{name: match[group] for name, group in pattern.items()} for match in matches]


def check(project: Path, language: str = "en") -> str:
    done = run("diptych", "check", "--format", "lines", "--lang", language, cwd=project)
    return done.stdout


def slip(project: Path, old: str = "\n3. ", new: str = "\n4. ") -> None:
    file = project / PART_4
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_finding_stands_in_both_files(project: Path, language: str) -> None:
    assert problems(check(project, language)) == []
    slip(project)
    said = check(project, language)
    listed = problems(said)
    assert len(listed) == len(said.splitlines())
    for file in ("docs/vi/part-4.md", PART_4):
        found = next(one for one in listed if one["file"] == file)
        assert (found["line"], found["column"]) == ("11", "1")
        assert (found["severity"], found["code"]) == ("error", "N101")
    message, mend = {
        "vi": ("số khác nhau: bản tiếng Việt ghi “3.”, bản tiếng Anh ghi “4.”", "Ghi cùng một số"),
        "en": ("the numbers differ: Vietnamese has “3.”, English “4.”", "Print the same number"),
    }[language]
    assert f"{message} → {mend}" in str(listed[0]["message"])


def test_what_follows_is_told_as_information(project: Path) -> None:
    file = project / "docs/en/part-3/section-2.md"
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    file.write_text("\n\n".join([blocks[0], *blocks[2:]]), encoding="utf-8")
    listed = problems(check(project))
    assert listed[0]["severity"] == "error"
    assert {"error", "info"} == {one["severity"] for one in listed}


def test_what_cannot_be_read_is_a_problem_without_a_code(project: Path) -> None:
    (project / PART_4).write_bytes(b"\xff")
    [found] = problems(check(project))
    assert (found["file"], found["severity"], found["code"]) == (PART_4, "error", None)


def test_tasks_call_make_and_have_one_matcher() -> None:
    for task in TASKS.values():
        command, target = task["command"].split()[:2]
        assert command == "make"
        assert target in TARGETS
    patterns = [TASKS[name]["problemMatcher"]["pattern"] for name in (WATCH, CHECK)]
    assert patterns[0] == patterns[1]
    assert all(f"*{WATCH}*" in " ".join(paper(language).split()) for language in CONTRIBUTING)


@pytest.fixture
def watching(project: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [
            sys.executable, "-m", "diptych", "check",
            "--watch", "--format", "lines", "--lang", "en",
        ],
        cwd=project, text=True, stdout=subprocess.PIPE, env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    yield process
    process.terminate()
    process.communicate(timeout=CEILING)


def test_the_watch_checks_again_after_each_change(
    project: Path, watching: subprocess.Popen[str]
) -> None:
    background = TASKS[WATCH]["problemMatcher"]["background"]

    def a_round() -> list[dict[str, str | None]]:
        assert watching.stdout
        said: list[str] = []
        for line in watching.stdout:
            said.append(line)
            if re.match(background["endsPattern"], line):
                break
        assert re.match(background["beginsPattern"], said[0])
        return problems("".join(said))

    def save(path: str, content: str | bytes) -> None:
        """In one step: the watch never sees the half of it, however long the other half takes."""
        beside = project / "saved"
        beside.write_bytes(content if isinstance(content, bytes) else content.encode())
        beside.replace(project / path)

    good = (project / PART_4).read_text(encoding="utf-8")
    assert a_round() == []
    save(PART_4, good.replace("\n3. ", "\n4. ", 1))
    assert {one["code"] for one in a_round()} == {"N101"}
    save(PART_4, b"\xff")
    assert [one["code"] for one in a_round()] == [None]
    save(PART_4, good)
    assert a_round() == []
    save("confirmed.txt", "# nothing\n")
    assert {one["code"] for one in a_round()} == {"W102"}
    assert watching.poll() is None


def test_a_change_is_told_when_it_has_come_to_rest(tmp_path: Path) -> None:
    text = tmp_path / "a.md"
    text.write_text("one", encoding="utf-8")
    told = changes([tmp_path, tmp_path / "none.toml"], pause=0.01)
    assert len(list(islice(told, 1))) == 1
    text.write_text("three", encoding="utf-8")
    next(told)
    assert set(stamps([tmp_path])) == {text}
    text.unlink()
    next(told)


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_only_what_is_read_as_it_comes_can_be_watched(project: Path, form: str) -> None:
    done = run("diptych", "check", "--watch", "--format", form, cwd=project)
    assert done.returncode == 2
    assert "--watch prints text or lines" in done.stderr


def test_pre_commit_runs_the_projects_own_tools() -> None:
    assert tool("pre-commit", "validate-config").returncode == 0
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks: list[dict[str, Any]] = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {repo["repo"] for repo in config["repos"]} == {"local"}
    assert all(hook["entry"].startswith("uv run --locked ") for hook in hooks)
    texts = re.compile(hooks[0]["files"])
    for file in ("docs/en/part-1.md", "docs/vi/part-3/index.md", "glossary.toml", "confirmed.txt"):
        assert texts.match(file), file
    assert not texts.match("README.md")


@pytest.mark.parametrize(
    "file", [".vscode/settings.json", ".vscode/extensions.json", ".devcontainer/devcontainer.json"]
)
def test_the_editors_files_are_plain_json(file: str) -> None:
    assert json.loads((ROOT / file).read_text(encoding="utf-8"))


def test_the_container_has_the_python_that_the_project_needs() -> None:
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">={container["image"].rpartition(":")[2]}"' in project
    assert container["postCreateCommand"] == "make check"
