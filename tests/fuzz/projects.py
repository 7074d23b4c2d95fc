"""A mutated project down both roads: checked, built, and its site looked at."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.roads import BUILT, PROMISED, REFUSED, Outcome, built, checked, laid_out
from tests.attacks.site_seen import Clean, faults
from tests.fuzz.mutations import mutated

GOOD = "the last good site"
TRACEBACK, HANG, MEMORY, BROKEN = "traceback", "hang", "memory", "broken promise"


@dataclass(frozen=True)
class Run:
    """What became of one seed."""

    seed: int
    done: tuple[str, ...]
    """The mutations."""
    checked: Outcome
    built: Outcome | None
    wrong: tuple[tuple[str, str], ...]
    """What must not be, each with its kind."""


def run(seed: int, folder: Path, clean: Clean, *, build: bool) -> Run:
    """The project of that seed, made in `folder`, checked and, if asked for, built."""
    shutil.rmtree(folder, ignore_errors=True)
    laid_out(folder)
    done = tuple(mutated(seed, folder))
    verdict = checked(folder)
    wrong = [*_beyond(verdict, "check")]
    if verdict.how == REFUSED and not verdict.said:
        wrong.append((BROKEN, "refused without a word"))
    if not build:
        return Run(seed, done, verdict, None, tuple(wrong))
    site = folder / "site"
    site.mkdir()
    (site / "index.html").write_text(GOOD, encoding="utf-8")
    before = _names(folder)
    outcome = built(folder)
    wrong += [*_beyond(outcome, "build"), *_unlike(verdict, outcome)]
    if outcome.how == BUILT:
        wrong += [(BROKEN, fault) for fault in faults(site, clean)]
    elif [file.read_text(encoding="utf-8") for file in site.iterdir()] != [GOOD]:
        wrong.append((BROKEN, "a build that was refused changed the site"))
    if left := _names(folder) - before:
        wrong.append((BROKEN, f"left behind: {', '.join(sorted(left))}"))
    return Run(seed, done, verdict, outcome, tuple(wrong))


def _beyond(outcome: Outcome, road: str) -> Iterator[tuple[str, str]]:
    seconds, megabytes = PROMISED[road]
    ended = outcome.ended
    if ended.fault:
        kind = ended.fault if ended.fault in (HANG, MEMORY) else TRACEBACK
        yield kind, f"{road}: {ended.fault}\n{ended.detail}"
    elif ended.seconds > seconds:
        yield HANG, f"{road}: {ended.seconds:.1f} s of processor time"
    elif ended.megabytes > megabytes:
        yield MEMORY, f"{road}: {ended.megabytes} MB"


def _unlike(verdict: Outcome, outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Where the build does not do as the check says."""
    if verdict.how == REFUSED and outcome.how == BUILT:
        yield BROKEN, "built though the check refuses it"
    if outcome.how == REFUSED and not outcome.said:
        yield BROKEN, "not built, without a word"


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {".cache"}


def kept(found: Run, folder: Path, target: Path) -> None:
    """Put the input of a seed that went wrong into `target`, with what went wrong."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for part in (
        "docs",
        "source",
        "glossary.toml",
        "names.toml",
        "search-words.toml",
        "confirmed.txt",
        "pyproject.toml",
    ):
        at = folder / part
        if at.is_symlink() or at.is_dir():
            shutil.copytree(at, target / part, symlinks=True, ignore=_pipes) if (
                at.is_dir() and not at.is_symlink()
            ) else (target / part).symlink_to(at.readlink())
        elif at.is_file():
            shutil.copy(at, target / part)
    told = [f"seed {found.seed}: {', '.join(found.done)}", *(": ".join(one) for one in found.wrong)]
    (target / "WRONG.txt").write_text("\n".join(told), encoding="utf-8", errors="replace")


def _pipes(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if (Path(folder) / name).is_fifo()]


def fingerprint(runs: list[Run]) -> str:
    """Alike where the same seeds came to the same ends."""
    told = [(one.seed, one.done, one.checked.how, one.built and one.built.how) for one in runs]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:12]
