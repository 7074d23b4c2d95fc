"""The rules, by their case files."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.rules import all_rules
from tests.case_files import Case, all_cases

CASES = list(all_cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert case.expected is not None, "the case has no fence `expected`"
    assert case.findings(tmp_path) == case.expected


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_case_that_finds_and_one_that_stays_silent(rule) -> None:  # type: ignore[no-untyped-def]
    own = [case for case in CASES if case.rule == rule.code]
    assert any(f"({rule.code})" in "\n".join(case.expected or []) for case in own)
    assert any(case.silent and f"({rule.code})" not in str(case.expected) for case in own)


def test_case_titles_name_a_rule() -> None:
    codes = {rule.code for rule in all_rules()}
    assert [case.title for case in CASES if case.rule not in codes] == []
