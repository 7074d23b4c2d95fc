"""The rules, by their case files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diptych.rules import all_rules
from tests.case_files import Case, all_cases

CASES = list(all_cases())
NAMING_PLACES = [case for case in CASES if case.rule in {"S104", "S106", "S110", "L103"}]
PLACES = {
    "vi": re.compile(r"\b(Part|Section|dash|paragraph)\b"),
    "en": re.compile(r"\b(Phần|mục|gạch|đoạn)\b"),
}
"""Words for places in the language that a message is not in."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert case.expected is not None, "the case has no fence `expected`"
    assert case.findings(tmp_path) == case.expected


@pytest.mark.parametrize("case", NAMING_PLACES, ids=lambda case: case.title)
def test_a_place_is_named_in_the_language_of_the_message(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for found in case.diagnostics(tmp_path):
        for language, foreign in PLACES.items():
            assert not foreign.search(found.message[language])


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_case_that_finds_and_one_that_stays_silent(rule) -> None:  # type: ignore[no-untyped-def]
    own = [case for case in CASES if case.rule == rule.code]
    assert any(f"({rule.code})" in "\n".join(case.expected or []) for case in own)
    assert any(case.silent and f"({rule.code})" not in str(case.expected) for case in own)


def test_case_titles_name_a_rule() -> None:
    codes = {rule.code for rule in all_rules()}
    assert [case.title for case in CASES if case.rule not in codes] == []
