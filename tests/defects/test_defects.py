"""Every kind of slip is caught at its line, by the right rule; no harmless edit is refused.

One site an operator and language here; `make bench` tries many and prints the table.
"""

from __future__ import annotations

from contextlib import chdir

import pytest

from diptych.project.settings import settings
from tests.conftest import copy_of_project
from tests.defects.edits import HARMLESS, OPERATORS, Operator
from tests.defects.measure import Bench, spread


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    folder = tmp_path_factory.mktemp("defects")
    copy_of_project(folder)
    with chdir(folder):
        return Bench(folder, settings())


@pytest.fixture
def bench(seeded: Bench, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.chdir(seeded.docs.parent)
    return seeded


@pytest.mark.parametrize("operator", OPERATORS.values(), ids=OPERATORS)
def test_a_slip_is_told_at_its_line_by_the_right_rule_and_once(
    bench: Bench, operator: Operator
) -> None:
    trials = list(bench.trials([operator], most_sites=1))
    assert [trial.language for trial in trials] == list(operator.languages)
    for trial in trials:
        said = [str(found) for found in trial.findings]
        assert trial.by_rule, (trial.language, trial.edit.places, said)
        assert trial.few, (trial.language, trial.edit.places, said)


@pytest.mark.parametrize("edit", HARMLESS.values(), ids=HARMLESS)
def test_a_harmless_edit_is_met_with_silence(bench: Bench, edit: Operator) -> None:
    trials = list(bench.trials([edit], most_sites=1))
    assert [trial.language for trial in trials] == list(edit.languages)
    assert [str(found) for trial in trials for found in trial.alarms] == []


def test_there_are_both() -> None:
    assert OPERATORS
    assert HARMLESS


def test_an_edit_undone_gives_silence(bench: Bench) -> None:
    for operator in list(OPERATORS.values())[::20]:
        for language in operator.languages:
            for edit in spread(list(operator.sites(bench.tree, language)), most=1):
                with bench.edited(edit):
                    assert bench.on_disk() != bench.tree
                assert bench.on_disk() == bench.tree
    assert [str(found) for found in bench.findings_now()] == []
