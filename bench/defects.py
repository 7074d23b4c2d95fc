"""What the check catches of slips seeded into the real text, and what it says of harmless edits."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from diptych.project.settings import settings
from tests.changes.repository import keep
from tests.conftest import copy_of_project
from tests.defects.edits import HARMLESS, OPERATORS
from tests.defects.meaning import STYLE, meaning_changes
from tests.defects.measure import Bench, Trial

CHANGED_MEANING = "W103"
SITES = 6
"""At most so many an operator and language."""


def report(console: Console) -> None:
    """Print both tables."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_of_project(folder)
        keep(folder)  # reviewed words are found in git's history
        os.chdir(folder)
        try:
            bench = Bench(folder, settings())
            _defects(console, bench)
            _harmless(console, bench)
            _meaning(console, bench)
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


def _meaning(console: Console, bench: Bench) -> None:
    """Changes of what the English says: told beside the reviewed wording, and without it."""
    table = Table(
        "kind", "changes", "told", "as a change of meaning", "without a reviewed wording",
        title="Changes of meaning",
    )  # fmt: skip
    counted: dict[str, list[set[str]]] = {}
    for change in meaning_changes():
        codes = {one.code for found in bench.findings(change.edit()) for one in found.walk()}
        counted.setdefault(change.kind, []).append(codes)
    style = counted.pop(STYLE)
    for kind, found in counted.items():
        table.add_row(kind, *_told(found))
    table.add_section()
    table.add_row(f"{len(counted)} kinds", *_told([c for found in counted.values() for c in found]))
    table.add_row("edits of style", *_told(style))
    console.print(table)


def _told(found: Sequence[set[str]]) -> list[str]:
    """How many changes there are, are told, are called changes of meaning, are told by others."""
    told = sum(bool(codes) for codes in found)
    meaning = sum(CHANGED_MEANING in codes for codes in found)
    alone = sum(any(code[0] != "W" for code in codes) for codes in found)
    return [str(len(found)), str(told), str(meaning), str(alone)]
