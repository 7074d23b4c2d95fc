"""The two roads that a project takes, each in a process of its own: the check, and the build."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.__main__ import cli

from diptych.check import check
from diptych.diagnostics import Diagnostic
from diptych.errors import BadConfiguration, CannotCheck
from diptych.project.settings import settings
from tests.forked import ROOT, Bounds, Ended, forked, quiet
from tests.patience import CEILING

INVENTED = ROOT / "tests/programmes/oranges"
AGREES, REFUSED, FAULT = "agrees", "refused", "fault"
BUILT = "built"
CHECK = Bounds(seconds=20, megabytes=3_000, patience=120)
"""Above what is promised, 10 s and 1 GB: only what never ends reaches it."""
BUILD = Bounds(seconds=120, megabytes=6_000, patience=600)
PROMISED = {"check": (10, 1_000), "build": (60, 1_500)}
"""Seconds of processor time, and megabytes."""
SITE_URL = "https://example.org/oranges/"
SAID = ".said"

Verdict = tuple[bool, list[str]]
"""Whether the check refuses a project, and its lines."""


@dataclass(frozen=True)
class Outcome:
    """What became of a project."""

    how: str
    said: tuple[str, ...]
    """A line a finding or a reason: its places, its message, its code."""
    ended: Ended

    @property
    def fault(self) -> str:
        """What broke: a traceback, a hang, too much memory; or empty."""
        return self.ended.fault


def laid_out(folder: Path) -> Path:
    """The invented programme in `folder`, with the project's code and look as they are."""
    shutil.copytree(INVENTED, folder, dirs_exist_ok=True)
    for part in ("hooks", "overrides"):
        (folder / part).symlink_to(ROOT / part)
    shutil.copy(ROOT / "mkdocs.yml", folder / "project.yml")
    return folder


def checked(folder: Path) -> Outcome:
    """What the check says of the project in `folder`."""
    ended = forked(_check, str(folder), bounds=CHECK)
    if ended.fault:
        return Outcome(FAULT, (ended.fault,), ended)
    return _judged(ended.value, ended)


def checked_in_turn(folders: Sequence[Path]) -> list[Outcome]:
    """What the check says of the project in each folder, one after the other in one process; of
    each in a process of its own where that one does not come to its end.
    """
    bounds = replace(CHECK, seconds=CHECK.seconds * len(folders), patience=CEILING)
    ended = forked(_checks, [str(folder) for folder in folders], bounds=bounds)
    if ended.fault:
        return [checked(folder) for folder in folders]
    return [
        _judged(verdict, Ended(seconds=seconds, megabytes=ended.megabytes))
        for verdict, seconds in ended.value
    ]


def _judged(verdict: Verdict, ended: Ended) -> Outcome:
    refuses, said = verdict
    return Outcome(REFUSED if refuses else AGREES, tuple(said), ended)


def built(folder: Path) -> Outcome:
    """What `mkdocs build` makes of the project in `folder`: `site`, or a refusal."""
    ended = forked(build_in, str(folder), bounds=BUILD)
    said = (folder / SAID).read_text(encoding="utf-8", errors="replace")
    (folder / SAID).unlink()
    lines = tuple(said.splitlines())
    if "Traceback (most recent call last)" in said:
        told = said.rpartition("Traceback (most")[2]
        ended = Ended(fault=lines[-1], detail=told, seconds=ended.seconds)
    if ended.fault:
        return Outcome(FAULT, (*lines[-5:], ended.fault), ended)
    return Outcome(REFUSED if ended.value else BUILT, lines, ended)


def _checks(folders: Sequence[str]) -> list[tuple[Verdict, float]]:
    """What the check says of each, and the seconds of processor time that it took."""
    said = list[tuple[Verdict, float]]()
    for folder in folders:
        begun = time.process_time()
        verdict = _check(folder)
        said.append((verdict, time.process_time() - begun))
    return said


def _check(folder: str) -> Verdict:
    os.chdir(folder)
    try:
        report = check(settings())
    except BadConfiguration as error:
        return True, [str(error)]
    except CannotCheck as stopped:
        return True, [problem.sentence("en") for problem in stopped.problems]
    return report.refuses, [
        line for found in report.diagnostics for line in _lines((found, *found.consequences))
    ]


def _lines(findings: tuple[Diagnostic, ...]) -> Iterator[str]:
    for found in findings:
        places = ", ".join(f"{place.file}:{place.line}" for place in found.locations)
        yield f"{places}: {found.message['en']} ({found.code})"


def build_in(folder: str) -> int:
    """What `mkdocs build` in `folder` ends with, run in this process, which it leaves there."""
    os.chdir(folder)
    quiet(Path(SAID))
    os.environ |= {
        "SITE_URL": SITE_URL,
        "REPO_URL": "https://example.org/repository",
        "NO_MKDOCS_2_WARNING": "1",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "SOURCE_DATE_EPOCH": "1900000000",
    }
    try:
        cli.main(args=["build"], prog_name="mkdocs")
    except SystemExit as ended:
        return int(ended.code or 0) if not isinstance(ended.code, str) else 1
    return 0
