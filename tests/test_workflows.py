"""The workflows: sound, safe, and calling what people call."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TARGETS = set(
    re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
)


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = Path(sysconfig.get_path("scripts")) / name
    return subprocess.run(
        [str(command), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_there_are_workflows() -> None:
    assert {path.name for path in WORKFLOWS} >= {"audit.yml", "check.yml", "publish.yml"}


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
        if "run" in step:
            command, target = step["run"].split()
            assert command == "make"
            assert target in TARGETS
        else:
            assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", step["uses"])
