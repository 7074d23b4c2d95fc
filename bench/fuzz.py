"""Hostile input: whole projects, checked and built; pairs of pages; and the largest inputs.

`FUZZ_CHECKS`, `FUZZ_BUILDS` and `FUZZ_FIRST` of the environment say how many projects are checked,
how many of them are built, and with which seed they begin.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import local

from rich.console import Console
from rich.table import Table

from tests.attacks.roads import BUILT, built, laid_out
from tests.attacks.site_seen import Clean, learned
from tests.conftest import ROOT
from tests.fuzz.bounds import LARGE, MEGABYTES, SECONDS, measured
from tests.fuzz.hostile import hostile
from tests.fuzz.projects import Run, fingerprint, kept, run
from tests.fuzz.road import taken

CHECKS, BUILDS, FIRST = (
    int(os.environ.get(f"FUZZ_{name}", number))
    for name, number in (("CHECKS", 8_000), ("BUILDS", 2_000), ("FIRST", 1_000_000))
)
PAIRS = 10_000
KEPT = ROOT / "build/fuzz"
SHOWN = 20
"""Failures that are printed, and whose inputs are kept."""
_OWN = local()
"""A folder a thread."""


def report(console: Console) -> bool:
    """Print how they ended; whether anything went wrong."""
    with tempfile.TemporaryDirectory() as name:
        return any([_projects(console, Path(name)), _pairs(console, Path(name))])


def _projects(console: Console, folder: Path) -> bool:
    project = laid_out(folder / "clean")
    outcome = built(project)
    if outcome.how != BUILT:
        raise SystemExit("\n".join(outcome.said))
    clean = learned(project / "site")
    shutil.rmtree(KEPT, ignore_errors=True)
    start = time.perf_counter()
    seeds = range(FIRST, FIRST + max(CHECKS, BUILDS))
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # each works in processes of its own
        runs = list(pool.map(partial(_run, folder, clean), seeds))
    seconds = time.perf_counter() - start
    builds = [one.built for one in runs if one.built]
    table = Table("how it ended", "checked", "built", title=f"{len(runs):,} projects")
    counted = [Counter(o.how for o in outcomes) for outcomes in ([r.checked for r in runs], builds)]
    for how in sorted(set().union(*counted)):
        table.add_row(how, *(f"{one[how]:,}" for one in counted))
    console.print(table)
    wrong = [one for one in runs if one.wrong]
    kinds = Counter(kind for one in wrong for kind, _ in one.wrong)
    slowest = [max(o.ended.seconds for o in outcomes) for outcomes in
               ([r.checked for r in runs], builds or [outcome])]  # fmt: skip
    largest = max(o.ended.megabytes for o in [*(r.checked for r in runs), *builds])
    console.print(
        f"{len(builds):,} through a real build. Wrong: {len(wrong)} "
        f"({', '.join(f'{kind} {count}' for kind, count in kinds.items()) or 'nothing'}). "
        f"{seconds:.0f} s in all; the slowest check {slowest[0]:.1f} s, the slowest build "
        f"{slowest[1]:.1f} s of processor time; the most memory {largest:,} MB. "
        f"By these seeds again: {fingerprint(runs)}"
    )
    for one in wrong[:SHOWN]:
        said = " ".join(one.wrong[0][1].split())
        console.print(f"{one.seed} ({', '.join(one.done)}): {one.wrong[0][0]}: {said[:300]}",
                      markup=False, emoji=False)  # fmt: skip
    if wrong:
        console.print(f"The inputs of the first are in {KEPT.relative_to(ROOT)}.")
    return bool(wrong)


def _run(folder: Path, clean: Clean, seed: int) -> Run:
    if not hasattr(_OWN, "folder"):
        _OWN.folder = Path(tempfile.mkdtemp(dir=folder))
    project = _OWN.folder / "project"
    found = run(seed, project, clean, build=seed - FIRST < BUILDS)
    if found.wrong and (not KEPT.exists() or len(list(KEPT.iterdir())) < SHOWN):
        kept(found, project, KEPT / str(seed))
    return found


def _pairs(console: Console, folder: Path) -> bool:
    """Pairs of hostile pages down the road of the site, and the largest inputs."""
    ended: Counter[str] = Counter()
    failed: list[str] = []
    slowest = 0.0
    start = time.perf_counter()
    for seed in range(FIRST, FIRST + PAIRS):
        begun = time.perf_counter()
        try:
            how, bad = taken(hostile(seed), folder)
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
    for line in failed[:SHOWN]:
        console.print(line, markup=False)
    title = f"The largest, within {SECONDS} s and {MEGABYTES:,} MB"
    table = Table("input", "how it ended", "seconds", "MB", title=title)
    for large in LARGE:
        how, took, used = measured(large, folder)
        table.add_row(large, how, f"{took:.1f}", f"{used:,}")
    console.print(table)
    return bool(failed)
