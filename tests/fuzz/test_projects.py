"""Whole projects changed from a seed: refused or built, never broken, and the same every time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.attacks.roads import AGREES, BUILT, REFUSED, built, laid_out
from tests.attacks.site_seen import Clean, learned
from tests.fuzz.mutations import ALL, GENTLE, mutated
from tests.fuzz.projects import run

CHECKS, BUILDS = 40, 6


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    project = laid_out(tmp_path_factory.mktemp("clean") / "project")
    outcome = built(project)
    assert outcome.how == BUILT, outcome.said
    return learned(project / "site")


def test_a_mutated_project_is_refused_or_built_whole(clean: Clean, tmp_path: Path) -> None:
    runs = [run(seed, tmp_path / "p", clean, build=seed < BUILDS) for seed in range(CHECKS)]
    assert {one.seed: (one.done, one.wrong) for one in runs if one.wrong} == {}
    assert {one.checked.how for one in runs} == {AGREES, REFUSED}, "the seeds prove little"


def test_every_mutation_comes_about(tmp_path: Path) -> None:
    unchanged = _state(laid_out(tmp_path / "unchanged"))
    waiting = {one.__name__.strip("_") for one in (*ALL, *GENTLE)}
    for seed in range(600):
        project = laid_out(tmp_path / "p")
        done = mutated(seed, project)
        if len(done) == 1 and _state(project) != unchanged:
            waiting.discard(done[0])
        shutil.rmtree(project)
        if not waiting:
            return
    assert waiting == set()


def test_a_seed_does_the_same_again(tmp_path: Path) -> None:
    for seed in range(12):
        states = []
        for turn in ("first", "second"):
            project = laid_out(tmp_path / f"{turn}-{seed}")
            done = mutated(seed, project)
            states.append((done, _state(project)))
        assert states[0] == states[1], seed


def _state(project: Path) -> dict[str, bytes | str]:
    """Each file below the folder, and what it holds or where it leads."""
    return {
        path.relative_to(project).as_posix(): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else "pipe"
        for path in project.rglob("*")
        if (path.is_symlink() or not path.is_dir())
        and path.relative_to(project).parts[0] not in ("hooks", "overrides", "project.yml")
    }
