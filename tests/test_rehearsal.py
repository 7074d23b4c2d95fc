"""The edits that are rehearsed as pull requests find their passages and are judged as said."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from bench.rehearsal import ATTACKS, cases, edit, refusing

from diptych.check import check
from diptych.errors import CannotCheck
from diptych.project.settings import settings
from tests.conftest import ROOT


def test_there_are_eight_mistakes_and_two_right_edits() -> None:
    assert [bool(refusing(case["expected"])) for case in cases()] == [True] * 8 + [False] * 2


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["name"]))
def test_an_edit_is_judged_as_said(project: Path, case: dict[str, Any]) -> None:
    edit(project, case)
    try:
        found = check(settings()).diagnostics
        codes = {below.code for finding in found for below in finding.walk()}
    except CannotCheck:
        codes = {"unread"}
    assert codes == set(case["expected"])


@pytest.mark.parametrize("case", cases(ATTACKS), ids=lambda case: str(case["name"]))
def test_an_attack_finds_its_passages_and_the_check_judges_its_texts(
    project: Path, case: dict[str, Any]
) -> None:
    shutil.copytree(ROOT / ".github", project / ".github")
    before = settings()
    edit(project, case, project / "mark")
    assert case["said"]
    found = check(before).diagnostics  # by the settings of the branch, as `make request` has it
    codes = {below.code for finding in found for below in finding.walk()}
    assert codes == set(case["expected"]) - {"unread"} or "unread" in case["expected"]
    assert not (project / "mark").exists()
