"""Hostile Markdown down the road of the site: ten thousand pairs, and the largest inputs."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.fuzz.bounds import LARGE, MEGABYTES, SECONDS, measured
from tests.fuzz.hostile import hostile
from tests.fuzz.road import taken

PAIRS = 10_000
_FIRST = 1_000_000
"""Others than the tests take."""


def report(console: Console) -> None:
    """Print how they ended, and what was executable in the output of any."""
    ended: Counter[str] = Counter()
    failed: list[str] = []
    slowest = 0.0
    with tempfile.TemporaryDirectory() as name:
        start = time.perf_counter()
        for seed in range(_FIRST, _FIRST + PAIRS):
            begun = time.perf_counter()
            try:
                how, bad = taken(hostile(seed), Path(name))
            except Exception as error:
                how, bad = "traceback", [repr(error)]
            ended[how] += 1
            failed += [f"{seed}: {one}" for one in bad]
            slowest = max(slowest, time.perf_counter() - begun)
        seconds = time.perf_counter() - start
        table = Table("how it ended", "pairs", title=f"{PAIRS:,} hostile pairs of pages")
        for how, count in ended.most_common():
            table.add_row(how, f"{count:,}")
        console.print(table)
        console.print(
            f"Executable in the output or a traceback: {len(failed)}. {seconds:.0f} s in all, "
            f"{seconds / PAIRS * 1000:.0f} ms a pair, the slowest {slowest:.1f} s"
        )
        for line in failed[:20]:
            console.print(line, markup=False)
        title = f"The largest, within {SECONDS} s and {MEGABYTES:,} MB"
        table = Table("input", "how it ended", "seconds", "MB", title=title)
        for large in LARGE:
            how, took, used = measured(large, Path(name))
            table.add_row(large, how, f"{took:.1f}", f"{used:,}")
        console.print(table)
