"""What the check catches of slips seeded into the real text, and what it says of harmless edits."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from diptych.project.settings import settings
from tests.conftest import copy_of_project
from tests.defects.edits import HARMLESS, OPERATORS
from tests.defects.measure import Bench, Trial

SITES = 6
"""At most so many an operator and language."""


def report(console: Console) -> None:
    """Print both tables."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_of_project(folder)
        os.chdir(folder)
        try:
            bench = Bench(folder, settings())
            _defects(console, bench)
            _harmless(console, bench)
        finally:
            os.chdir(before)


def _defects(console: Console, bench: Bench) -> None:
    table = Table(
        "slip", "sites", "caught", "at its line", "by the right rule", "two findings at most",
        title="Slips",
    )  # fmt: skip
    everything: list[Trial] = []
    for operator in OPERATORS.values():
        trials = list(bench.trials([operator], SITES))
        everything += trials
        table.add_row(operator.name, *_counts(trials))
    table.add_section()
    table.add_row(f"{len(OPERATORS)} kinds", *_counts(everything))
    console.print(table)


def _counts(trials: Sequence[Trial]) -> list[str]:
    counts = [
        sum(trial.caught for trial in trials),
        sum(trial.at_line for trial in trials),
        sum(trial.by_rule for trial in trials),
        sum(trial.few for trial in trials),
    ]
    return [str(len(trials)), *(str(n) if n == len(trials) else f"[red]{n}[/]" for n in counts)]


def _harmless(console: Console, bench: Bench) -> None:
    table = Table("edit", "sites", "false alarms", title="Harmless edits")
    sites = alarms = 0
    for edit in HARMLESS.values():
        trials = list(bench.trials([edit], SITES))
        false = sum(bool(trial.alarms) for trial in trials)
        sites, alarms = sites + len(trials), alarms + false
        table.add_row(edit.name, str(len(trials)), str(false) if not false else f"[red]{false}[/]")
    table.add_section()
    table.add_row(f"{len(HARMLESS)} kinds", str(sites), str(alarms))
    console.print(table)
