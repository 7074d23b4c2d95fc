"""The edits that are rehearsed as pull requests find their passages and are judged as said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bench.rehearsal import cases, edit

from programme.check import check
from programme.configuration import settings
from programme.errors import CannotCheck


def test_there_are_eight_mistakes_and_two_right_edits() -> None:
    assert [bool(case["expected"]) for case in cases()] == [True] * 8 + [False] * 2


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["name"]))
def test_an_edit_is_judged_as_said(project: Path, case: dict[str, Any]) -> None:
    edit(project, case)
    try:
        found = check(settings()).diagnostics
        codes = {below.code for finding in found for below in finding.walk()}
    except CannotCheck:
        codes = {"unread"}
    assert codes == set(case["expected"])
