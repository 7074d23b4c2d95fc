"""Every attack of the corpus is refused with its place, or shown harmless on the built site."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from filelock import FileLock

from tests.attacks.builds import Shown, groups, shown
from tests.attacks.corpus import Attack, all_attacks
from tests.attacks.roads import BUILT, PROMISED, REFUSED, Outcome, built, checked, laid_out
from tests.attacks.site_seen import Clean, faults, learned

ATTACKS = all_attacks()
REFUSED_AT_ONCE = [one for one in ATTACKS if one.expected == "refused" and one.by == "check"]
REFUSED_LATE = [one for one in ATTACKS if one.expected == "refused" and one.by == "build"]
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


def within(promised: str, outcome: Outcome) -> None:
    seconds, megabytes = PROMISED[promised]
    assert not outcome.fault, outcome.ended.detail or outcome.fault
    assert outcome.ended.seconds < seconds
    assert outcome.ended.megabytes < megabytes


def test_what_nobody_attacks_is_in_order(clean: Clean, tmp_path: Path) -> None:
    project = laid_out(tmp_path / "p")
    assert checked(project).said == ()
    assert built(project).how == BUILT
    clean.files = {
        path: "" if path.endswith(".html") else known for path, known in clean.files.items()
    }  # so that every page is looked at
    assert list(faults(project / "site", clean)) == []


@pytest.mark.parametrize("attack", REFUSED_AT_ONCE, ids=named)
def test_it_is_refused_with_its_place(attack: Attack, tmp_path: Path) -> None:
    project = laid_out(tmp_path / "p")
    attack.apply(project)
    outcome = checked(project)
    within("check", outcome)
    assert outcome.how == REFUSED, outcome.said
    assert any(attack.names in line for line in outcome.said), outcome.said
    told = "\n".join(outcome.said)
    assert [secret for secret in attack.never if secret in told] == []


@pytest.mark.parametrize("attack", REFUSED_LATE, ids=named)
def test_it_is_not_built(attack: Attack, tmp_path: Path) -> None:
    project = laid_out(tmp_path / "p")
    attack.apply(project)
    outcome = built(project)
    within("build", outcome)
    assert outcome.how == REFUSED, outcome.said
    assert any(attack.names in line for line in outcome.said), outcome.said
    assert not (project / "site").exists()


@pytest.mark.parametrize("number", range(len(GROUPS)))
def test_it_is_harmless_on_the_built_site(number: int, clean: Clean, tmp_path: Path) -> None:
    became = {attack: one for attack, one in shown(GROUPS[number], tmp_path, clean)}
    wrong = {
        named(attack): (one.how, *one.said)
        for attack, one in became.items()
        if not _holds(attack, one)
    }
    assert wrong == {}


def _holds(attack: Attack, became: Shown) -> bool:
    """Whether it is harmless, or refused where that may be, with its place."""
    if "refused" in became.how:
        named_there = any(attack.names in line for line in became.said)
        return attack.expected == "either" and named_there
    return became.how == "harmless"


def test_the_corpus_is_large_and_names_each_attack_once() -> None:
    assert len(ATTACKS) >= 250
    assert [title for title, times in Counter(map(named, ATTACKS)).items() if times > 1] == []
