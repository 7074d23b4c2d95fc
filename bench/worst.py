"""The worst that a change could bring: projects as large as the limits allow, and what they cost."""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.extremes import CHECKED, Files
from bench.timing import environment

CHECK_SECONDS, CHECK_MEGABYTES = 10, 1_000
BUILD_SECONDS, BUILD_MEGABYTES = 60, 1_500
"""The promise: of processor time, and of memory, for all processes of a command."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took, and how it ended."""

    seconds: float
    megabytes: int
    status: int
    said: str
    """Its last line."""


def report(console: Console) -> None:
    """Print what each costs. Raises `SystemExit` where one is beyond the promise."""
    checks = [(name, cost_of_check(make())) for name, make in CHECKED.items()]
    _told(console, "check", checks)
    beyond = [
        name
        for name, cost in checks
        if cost.seconds > CHECK_SECONDS
        or cost.megabytes > CHECK_MEGABYTES
        or cost.status not in (0, 1, 2)
    ]
    if beyond:
        raise SystemExit(f"beyond the promise: {'; '.join(beyond)}")


def _told(console: Console, title: str, costs: Sequence[tuple[str, Cost]]) -> None:
    table = Table("input", "seconds", "MB", "exit", "said last", title=title)
    for name, cost in sorted(costs, key=lambda told: -told[1].seconds):
        table.add_row(
            name, f"{cost.seconds:.1f}", f"{cost.megabytes:,}", str(cost.status), cost.said[:60]
        )
    console.print(table)


def cost_of_check(files: Files) -> Cost:
    """What `programme check` takes for a project."""
    return _cost(files, ("-m", "programme.cli", "check", "--lang", "en"), 3 * CHECK_SECONDS)


def _cost(files: Files, arguments: Sequence[str], seconds: int) -> Cost:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in files.items():
            file = folder / "project" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return _run(folder, arguments, seconds)


def _run(folder: Path, arguments: Sequence[str], seconds: int) -> Cost:
    """One process with its own, ended when it takes far more than it may."""
    said = folder / "said"
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        os.chdir(folder / "project")
        with said.open("wb") as out:
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
        os.execve(sys.executable, [sys.executable, *arguments], environment())  # noqa: S606
    _, status, used = os.wait4(child, 0)
    lines = said.read_text(encoding="utf-8", errors="replace").strip().splitlines() or [""]
    return Cost(
        used.ru_utime + used.ru_stime,
        used.ru_maxrss // 1024,
        os.waitstatus_to_exitcode(status),
        lines[-1],
    )
