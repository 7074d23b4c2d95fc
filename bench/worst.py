"""The worst that a change could bring: what projects as large as the limits allow cost.

Machines differ, and one machine is slower at times. A fixed loop is timed before and after each
input, and the promise is judged by what the input would have taken on an ordinary machine.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.extremes import BUILT, CHECKED, Files
from bench.timing import ROOT, environment
from diptych.answers import SETTING

_LOOP = 5_000_000
"""How often the fixed loop goes round."""
_ORDINARY = 0.2
"""Seconds of processor time that an ordinary machine of today takes for it."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What a command may take on an ordinary machine: processor time of all its processes, memory
    of the largest.
    """

    seconds: int
    megabytes: int
    endings: tuple[int, ...]
    """The exit statuses that are a result or one line."""


CHECK = Promise(10, 1_000, (0, 1, 2))
BUILD = Promise(60, 1_500, (0, 1))


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took, and how it ended."""

    seconds: float
    slowness: float
    """How many times as slow as an ordinary machine this one was meanwhile."""
    megabytes: int
    status: int
    said: str
    """Its last line."""

    @property
    def scaled(self) -> float:
        """The seconds that an ordinary machine would have taken."""
        return self.seconds / self.slowness

    def keeps(self, promise: Promise) -> bool:
        """Whether it is within `promise`."""
        return (
            self.scaled <= promise.seconds
            and self.megabytes <= promise.megabytes
            and self.status in promise.endings
        )


def report(console: Console) -> None:
    """Print what each costs. Raises `SystemExit` where one is beyond the promise."""
    checks = [(name, cost_of_check(make())) for name, make in CHECKED.items()]
    _told(console, "check", CHECK, checks)
    builds = [(name, cost_of_build(make())) for name, make in BUILT.items()]
    _told(console, "build", BUILD, builds)
    beyond = [name for name, cost in checks if not cost.keeps(CHECK)]
    beyond += [f"{name} (build)" for name, cost in builds if not cost.keeps(BUILD)]
    if beyond:
        raise SystemExit(f"beyond the promise: {'; '.join(beyond)}")


def _told(console: Console, what: str, promise: Promise, costs: Sequence[tuple[str, Cost]]) -> None:
    title = (
        f"The worst for the {what}: {promise.seconds} s on an ordinary machine, "
        f"{promise.megabytes:,} MB are promised"
    )
    table = Table("input", "seconds", "slowness", "scaled", "MB", "exit", "said last", title=title)
    for name, cost in sorted(costs, key=lambda told: -told[1].scaled):
        table.add_row(
            name,
            f"{cost.seconds:.1f}",
            f"{cost.slowness:.1f}",
            f"{cost.scaled:.1f}",
            f"{cost.megabytes:,}",
            str(cost.status),
            cost.said[:60],
        )
    console.print(table)
    console.print(
        f"This machine was {min(cost.slowness for _, cost in costs):.1f} to "
        f"{max(cost.slowness for _, cost in costs):.1f} times as slow as an ordinary one"
    )
    console.print(
        f"At most {max(cost.seconds for _, cost in costs):.1f} s here, "
        f"{max(cost.scaled for _, cost in costs):.1f} s on an ordinary machine, "
        f"{max(cost.megabytes for _, cost in costs):,} MB"
    )


def cost_of_check(files: Files) -> Cost:
    """What `diptych check` takes for a project."""
    return _cost(files, ("-m", "diptych", "check", "--lang", "en"), CHECK)


def cost_of_build(files: Files) -> Cost:
    """What `mkdocs build` takes for a project with our look and hooks."""
    return _cost(files, ("-m", "mkdocs", "build", "--quiet"), BUILD)


def _cost(files: Files, arguments: Sequence[str], promise: Promise) -> Cost:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in files.items():
            file = folder / "project" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        for part in ("hooks", "overrides"):
            (folder / "project" / part).symlink_to(ROOT / part)
        shutil.copy(ROOT / "mkdocs.yml", folder / "project")
        before = slowness()
        return _run(folder, arguments, before, round(3 * promise.seconds * max(1, before)))


def slowness() -> float:
    """How many times as slow as an ordinary machine this one is now, by the fixed loop."""
    begun = time.process_time()
    total = 0
    for number in range(_LOOP):
        total += number * number % 7
    return (time.process_time() - begun) / _ORDINARY


def _run(folder: Path, arguments: Sequence[str], before: float, seconds: int) -> Cost:
    """One process with its own, ended when it takes far more than it may.

    `before` is how slow the machine was before it began.
    """
    said = folder / "said"
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        os.chdir(folder / "project")
        with said.open("wb") as out:
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
        # an answer kept from a run before would cost nothing
        environ = {**environment(), SETTING: ""}
        os.execve(sys.executable, [sys.executable, *arguments], environ)  # noqa: S606
    _, status, used = os.wait4(child, 0)
    lines = said.read_text(encoding="utf-8", errors="replace").strip().splitlines() or [""]
    return Cost(
        used.ru_utime + used.ru_stime,
        (before + slowness()) / 2,
        used.ru_maxrss // 1024,
        os.waitstatus_to_exitcode(status),
        lines[-1],
    )
