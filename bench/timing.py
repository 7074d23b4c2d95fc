"""Times, as the least of several rounds taken in turn: machines are shared and noisy."""

from __future__ import annotations

import atexit
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROUNDS = 5
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Some machines set it; every run would then compile every module again."""


def python(*arguments: str, cwd: Path = ROOT, answers: str = "") -> str:
    """What a fresh Python prints, run in `cwd`, its modules compiled as on any second run.

    In the folder `answers`, if one is given, what a check said is kept and found again.
    """
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        check=True,
        capture_output=True,
        text=True,
        env={**environment(), "DIPTYCH_CACHE_DIR": answers},
    ).stdout


@cache
def environment() -> dict[str, str]:
    """What every command is run with: modules are compiled once, into a folder of their own."""
    compiled = tempfile.mkdtemp(prefix="bench-")
    atexit.register(shutil.rmtree, compiled, ignore_errors=True)
    kept = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    return {
        **kept,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPYCACHEPREFIX": compiled,
    }


def command(*arguments: str, cwd: Path = ROOT, answers: str = "") -> Callable[[], float]:
    """A call of Python in `cwd`, the project's folder, and what processor time it takes with all
    its processes; for `answers` see `python`.
    """

    def run() -> float:
        start = _of_children()
        python(*arguments, cwd=cwd, answers=answers)
        return _of_children() - start

    return run


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def inside(code: str) -> Callable[[], float]:
    """Code in a fresh Python that prints how long the part it measures took."""

    def run() -> float:
        return float(python("-c", code).split()[-1])

    return run


def measured(runs: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, float]:
    """The least time of each run, in seconds; the runs take turns."""
    least = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, run in runs.items():
            least[name] = min(least[name], run())
    return least
