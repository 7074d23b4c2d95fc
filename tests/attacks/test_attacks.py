"""Every attack of the corpus is refused with its place, or shown harmless on the built site."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

from tests.attacks.builds import Shown, groups, holds, refused, refused_in_turn, shown
from tests.attacks.corpus import Attack, all_attacks
from tests.attacks.roads import AGREES, BUILT, FAULT, built, checked, checked_in_turn, laid_out
from tests.attacks.site_seen import Clean, faults, learned

ATTACKS = all_attacks()
REFUSED = [one for one in ATTACKS if one.expected == "refused"]
BATCH = 25
"""Attacks that one process checks in turn."""
CHECKED = [one for one in REFUSED if one.by == "check"]
BATCHES = [CHECKED[first : first + BATCH] for first in range(0, len(CHECKED), BATCH)]
GROUPS = groups([one for one in ATTACKS if one.expected in ("harmless", "either")])


def named(attack: Attack) -> str:
    return f"{attack.file}: {attack.title}"


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """The site of the programme that nobody attacks; built once for all workers."""
    shared = tmp_path_factory.getbasetemp().parent / "unattacked"
    with FileLock(f"{shared}.lock"):
        if not shared.exists():
            outcome = built(laid_out(shared))
            assert outcome.how == BUILT, outcome.said
    return learned(shared / "site")


def test_what_nobody_attacks_is_in_order(clean: Clean, tmp_path: Path) -> None:
    project = laid_out(tmp_path / "p")
    assert checked(project).said == ()
    assert built(project).how == BUILT
    clean.files = {
        path: "" if path.endswith(".html") else known for path, known in clean.files.items()
    }  # so that every page is looked at
    assert list(faults(project / "site", clean)) == []


@pytest.fixture(scope="session")
def refusals(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], dict[Attack, Shown]]:
    """What became of the attacks of a batch, by its number; found out once."""

    @cache
    def became(number: int) -> dict[Attack, Shown]:
        folder = tmp_path_factory.mktemp("refused")
        try:
            found = refused_in_turn(BATCHES[number], folder)
            assert list(folder.glob("*/site")) == []
        finally:
            shutil.rmtree(folder)
        return found

    return became


@pytest.mark.parametrize(
    ("number", "attack"),
    [
        pytest.param(
            number, attack, id=named(attack), marks=pytest.mark.xdist_group(f"refused {number}")
        )
        for number, batch in enumerate(BATCHES)
        for attack in batch
    ],
)
def test_it_is_refused_with_its_place(
    number: int, attack: Attack, refusals: Callable[[int], dict[Attack, Shown]]
) -> None:
    became = refusals(number)[attack]
    assert holds(attack, became), became


def test_one_that_breaks_the_check_does_not_speak_for_others(tmp_path: Path) -> None:
    project = laid_out(tmp_path / "p")
    became = checked_in_turn([project, tmp_path / "nowhere", project])
    assert [one.how for one in became] == [AGREES, FAULT, AGREES]


@pytest.mark.parametrize("attack", [one for one in REFUSED if one.by == "build"], ids=named)
def test_it_is_refused_by_the_build_with_its_place(attack: Attack, tmp_path: Path) -> None:
    became = refused(attack, tmp_path / "p")
    assert holds(attack, became), became
    assert not (tmp_path / "p/site").exists()


@pytest.mark.parametrize("number", range(len(GROUPS)))
def test_it_is_harmless_on_the_built_site(number: int, clean: Clean, tmp_path: Path) -> None:
    became = shown(GROUPS[number], tmp_path, clean)
    assert {named(attack): one for attack, one in became if not holds(attack, one)} == {}


def test_the_corpus_names_each_attack_once() -> None:
    assert CHECKED
    assert any(one.by == "build" for one in REFUSED)
    assert GROUPS
    assert [title for title, times in Counter(map(named, ATTACKS)).items() if times > 1] == []
