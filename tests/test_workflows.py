"""The workflows: sound, safe, and calling what people call."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, makefiles

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z]+):", makefiles(), re.MULTILINE))


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = Path(sysconfig.get_path("scripts")) / name
    return subprocess.run(
        [str(command), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_there_are_workflows() -> None:
    assert {path.name for path in WORKFLOWS} >= {
        "audit.yml",
        "check.yml",
        "edition.yml",
        "publish.yml",
        "tests.yml",
    }


def test_actionlint_is_content() -> None:
    done = tool("actionlint", *(str(path) for path in WORKFLOWS))
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_is_content() -> None:
    done = tool("zizmor", "--offline", "--no-progress", "--pedantic", ".github/workflows")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_steps_call_make_and_pinned_actions(path: Path) -> None:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    steps = [step for job in jobs.values() for step in job.get("steps", [])]
    assert steps
    for step in steps:
        if step.get("run", "").startswith("git "):
            # no code of the request may run before that of the branch has taken its place
            assert "HEAD^1" in step["run"]
            assert step["if"] == "${{ github.event_name == 'pull_request' }}"
        elif path.name == "edition.yml":
            assert step["run"] == "gh workflow run publish.yml --ref main"
        elif "run" in step:
            command, target = step["run"].split()
            assert command == "make"
            assert target in TARGETS
        else:
            assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", step["uses"])


def test_a_request_from_a_fork_runs_with_no_secret_and_may_write_nothing() -> None:
    found = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in WORKFLOWS)
    # YAML reads the key `on` as true
    asked = [workflow for workflow in found if "pull_request" in workflow[True]]
    assert len(asked) > 1
    for workflow in asked:
        assert set(workflow[True]) <= {"pull_request", "workflow_call", "push"}
        assert workflow["permissions"] == {}
        assert workflow["jobs"]
        for job in workflow["jobs"].values():
            assert job["permissions"] == {"contents": "read"}
            for step in job["steps"]:
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False


def test_a_text_is_published_without_waiting_for_tests_of_another() -> None:
    """A copy with a text of its own is published at its first push, after the check alone."""
    publish = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
    check = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    tests = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))
    assert [job["needs"] for job in publish["jobs"].values() if "needs" in job] == [
        "check",
        "build",
    ]
    runs = [step.get("run") for job in check["jobs"].values() for step in job["steps"]]
    assert "make check" in runs
    assert "make test" not in runs
    assert tests[True] == {"pull_request": None, "push": {"branches": ["main"]}}
    assert "make test" in [step.get("run") for step in tests["jobs"]["tests"]["steps"]]


def test_a_change_is_told_of_pull_requests_alone() -> None:
    """The first push to a new repository has nothing to be compared with, and is published."""
    check = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    steps = check["jobs"]["text"]["steps"]
    told = [step for step in steps if "report" in (step.get("run", "").split() or [step.get("id")])]
    assert len(told) == 3
    # nor is it where the request's texts do not lie there
    [laid] = [step for step in steps if step.get("run") == "make request"]
    assert laid["if"] == "${{ github.event_name == 'pull_request' }}"
    assert all(f"steps.{laid['id']}.outcome == 'success'" in step["if"] for step in told)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_workflow_reads_what_others_name(path: Path) -> None:
    """Titles, bodies, branches and authors are anybody's."""
    text = path.read_text(encoding="utf-8")
    assert "secrets" not in text
    expressions = re.findall(r"\$\{\{\s*(.*?)\s*\}\}", text)
    assert expressions or path.name == "audit.yml"
    known = re.compile(
        r"github\.event_name == 'pull_request'"
        r"|!cancelled\(\) && steps\.request\.outcome == 'success'"
        r"|steps\.\w+\.outputs\.[\w-]+"
        r"|github\.ref == 'refs/heads/main'|github\.(workflow|ref|sha|token|server_url"
        r"|repository(_owner)?|event\.repository\.name)"
        # a variable is set by who may change the repository's settings; else the site of
        # OWNER.github.io stands at the root of its host
        r"|vars\.SITE_URL \|\| "
        r"format\('https://\{0\}\.github\.io/\{1\}', github\.repository_owner, "
        r"github\.event\.repository\.name != format\('\{0\}\.github\.io', "
        r"github\.repository_owner\) && format\('\{0\}/', github\.event\.repository\.name\) "
        r"\|\| ''\)"
    )
    assert [found for found in expressions if not known.fullmatch(found)] == []
    jobs = yaml.safe_load(text)["jobs"].values()
    steps = [step for job in jobs for step in job.get("steps", [])]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_whoever_starts_it_by_hand_publishes_main_alone() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8"))[
        "jobs"
    ]
    writing = {name for name, job in jobs.items() if "write" in job["permissions"].values()}
    assert writing == {"deploy"}
    for name in ("build", "deploy"):
        assert jobs[name]["if"] == "${{ github.ref == 'refs/heads/main' }}"


def test_an_edition_starts_the_publication_of_main_and_nothing_else() -> None:
    """The token that may start workflows meets no code of the commit that somebody tagged."""
    found = yaml.safe_load((ROOT / ".github/workflows/edition.yml").read_text(encoding="utf-8"))
    assert found[True] == {"push": {"tags": ["edition/*"]}}
    [job] = found["jobs"].values()
    assert job["permissions"] == {"actions": "write"}
    assert [set(step) for step in job["steps"]] == [{"name", "run", "env"}]
    texts = {path.name: path.read_text(encoding="utf-8") for path in WORKFLOWS}
    assert {name for name, text in texts.items() if "github.token" in text} == {"edition.yml"}


@pytest.mark.parametrize(("name", "job"), [("check.yml", "text"), ("publish.yml", "build")])
def test_what_builds_the_site_has_every_edition(name: str, job: str) -> None:
    steps = yaml.safe_load((ROOT / ".github/workflows" / name).read_text(encoding="utf-8"))["jobs"][
        job
    ]["steps"]
    [checkout] = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout["with"]["fetch-depth"] == 0


@pytest.mark.parametrize(
    "name", ["$(shell touch pwned)", "${shell touch pwned}", "`touch pwned`", "a;touch pwned"]
)
@pytest.mark.parametrize(
    ("target", "variable"),
    [("report", "BASE"), ("request", "REQUEST"), ("edition", "DATE"), ("new", "FOLDER")],
)
def test_make_runs_nothing_that_a_branch_is_called(
    tmp_path: Path, name: str, target: str, variable: str
) -> None:
    for makefile in ("Makefile", "developers.mk"):
        shutil.copy(ROOT / makefile, tmp_path)
    told = tmp_path / "told"
    command = tmp_path / "uv"
    command.write_text(f'#!/bin/sh\nprintf "%s" "${variable}" > told\n', encoding="utf-8")
    command.chmod(0o755)
    subprocess.run(
        ["make", f"UV={command}", target],
        cwd=tmp_path,
        env={**os.environ, variable: name},
        check=True,
        capture_output=True,
    )
    assert told.read_text(encoding="utf-8") == name, "the command has it as it is"
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    ("owner", "name", "variable", "address"),
    [
        ("example", "programme", "", "https://example.github.io/programme/"),
        ("example", "example.github.io", "", "https://example.github.io/"),
        ("example", "programme", "https://text.example.org/", "https://text.example.org/"),
    ],
)
def test_findings_link_to_where_the_site_stands(
    owner: str, name: str, variable: str, address: str
) -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    formula = workflow["jobs"]["text"]["env"]["SITE_URL"]
    for what, value in (
        ("github.repository_owner", owner),
        ("github.event.repository.name", name),
        ("vars.SITE_URL", variable),
    ):
        formula = formula.replace(what, repr(value))
    # its operators mean what those of Python do, under other names
    formula = formula.removeprefix("${{").removesuffix("}}").strip()
    formula = formula.replace("||", "or").replace("&&", "and")
    assert "github." not in formula.replace(".github.io", "").replace("example.github", "")
    told = eval(formula, {"format": lambda form, *given: form.format(*given)})  # noqa: S307
    assert told == address
