"""Attacks that are said to be harmless, many in one build, and what the site became."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.corpus import Attack
from tests.attacks.roads import (
    AGREES,
    BUILT,
    PROMISED,
    REFUSED,
    Outcome,
    built,
    checked,
    checked_in_turn,
    laid_out,
)
from tests.attacks.site_seen import Clean, faults, texts

MOST = 25
"""Attacks in one build: more hide from one another what they do."""
_QUOTED = re.compile(r"['“]([^'“”\n]{4,})['”]")
"""What a refusal says of what it is about."""
_EXCERPT = re.compile(r"^\d+ \| (.{4,}?)…?$", re.MULTILINE)
"""The line of the text that a refusal shows."""
_STRICT = re.compile(r"^Aborted with \d+ warnings? in strict mode!$", re.MULTILINE)
"""What a build says that any one of its warnings would have refused."""


@dataclass(frozen=True)
class Shown:
    """What became of one attack."""

    how: str
    """One of: refused (by the check), refused by the build, harmless, harm, accepted (by the check,
    where it had to refuse)."""
    said: Sequence[str]
    """The refusal, or what the site holds that it should not."""


def holds(attack: Attack, became: Shown) -> bool:
    """Whether what became of an attack is what must: refused with its place, or harmless."""
    if became.how == "harmless":
        return attack.expected in ("harmless", "either")
    said = "\n".join(became.said)
    by = {"refused": "check", "refused by the build": "build"}.get(became.how)
    if by is None or any(secret in said for secret in attack.never):
        return False
    if attack.expected == "refused":
        return by == attack.by and attack.names in said
    return attack.expected == "either" and attack.names in said


def refused(attack: Attack, folder: Path) -> Shown:
    """What the check says of an attack, or the build, if that is to refuse it."""
    project = attacked([attack], folder)
    if attack.by == "build":
        return _ended(built(project), "build", "refused by the build")
    return _ended(checked(project), "check", "refused")


def refused_in_turn(attacks: Sequence[Attack], folder: Path) -> dict[Attack, Shown]:
    """What the check says of each of many attacks, each in a project of its own; one after the
    other in one process, and of each that breaks or uses too much there, alone.
    """
    projects = [attacked([attack], folder / str(n)) for n, attack in enumerate(attacks)]
    became = dict[Attack, Shown]()
    for attack, project, outcome in zip(attacks, projects, checked_in_turn(projects), strict=True):
        found = _ended(outcome, "check", "refused")
        became[attack] = refused(attack, project) if found.how == "harm" else found
    return became


def _ended(outcome: Outcome, road: str, refusal: str) -> Shown:
    if fault := _beyond(outcome, road):
        return Shown("harm", (fault, *outcome.said))
    return Shown("accepted" if outcome.how in (AGREES, BUILT) else refusal, outcome.said)


def _beyond(outcome: Outcome, road: str) -> str:
    """The fault of an outcome, or what it used beyond what is promised; or empty."""
    seconds, megabytes = PROMISED[road]
    ended = outcome.ended
    if ended.fault:
        return ended.detail or ended.fault
    if ended.seconds > seconds or ended.megabytes > megabytes:
        return f"{ended.seconds:.1f} s, {ended.megabytes} MB"
    return ""


def groups(attacks: Sequence[Attack], most: int = MOST) -> list[list[Attack]]:
    """The attacks, so divided that none of a group touches what another of it changes."""
    made: list[tuple[set[tuple[str, str]], list[Attack]]] = []
    for attack in attacks:
        touched = attack.touched()
        for taken, group in made:
            if len(group) < most and not any(_meet(one, two) for one in taken for two in touched):
                break
        else:
            taken, group = set(), []
            made.append((taken, group))
        group.append(attack)
        taken |= touched
    return [group for _, group in made]


def _meet(one: tuple[str, str], two: tuple[str, str]) -> bool:
    """Whether two changes are of one place: those of different words of a file are not."""
    if one[0] != two[0] or one[1] == two[1] == "+":
        return False
    return one[1] in two[1] or two[1] in one[1]


def shown(group: Sequence[Attack], folder: Path, clean: Clean) -> Iterator[tuple[Attack, Shown]]:
    """What became of each attack of a group. Those that the check accepts are built together."""
    accepted = list[Attack]()
    for attack, became in refused_in_turn(group, folder / "alone").items():
        if became.how == "accepted":
            accepted.append(attack)
        else:
            yield attack, became
    yield from _built(accepted, folder / "built", clean)


def _built(attacks: Sequence[Attack], folder: Path, clean: Clean) -> Iterator[tuple[Attack, Shown]]:
    """What became of attacks of one build. Where it is refused or holds what it should not, each
    of which that speaks is built alone, and the others anew, by halves if it speaks of none."""
    if not attacks:
        return
    project = attacked(attacks, folder)
    outcome = built(project)
    if len(attacks) == 1:
        became = _ended(outcome, "build", "refused by the build")
        if became.how == "accepted":
            found = list(_found(attacks, project, outcome, clean))
            became = Shown("harm" if found else "harmless", found)
        yield attacks[0], became
        return
    found = list(_found(attacks, project, outcome, clean))
    if not (found or _beyond(outcome, "build")):
        yield from ((attack, Shown("harmless", ())) for attack in attacks)
        return
    warnings = [line for line in outcome.said if line.startswith("WARNING")]
    if outcome.how == REFUSED and _STRICT.search("\n".join(outcome.said)):
        warned = {
            attack: lines for attack in attacks if (lines := _warned(attack, attacks, warnings))
        }
        if warned:
            yield from (
                (attack, Shown("refused by the build", lines)) for attack, lines in warned.items()
            )
            others = [attack for attack in attacks if attack not in warned]
            yield from _built(others, folder, clean)
            return
    told = "\n".join(warnings if outcome.how != BUILT else found)
    excerpts = set(_EXCERPT.findall("\n".join(outcome.said)))
    suspects = [attack for attack in attacks if any(line in attack.added for line in excerpts)]
    if not suspects:
        quoted = set(_QUOTED.findall(told))
        suspects = [
            attack
            for attack in attacks
            if attack.title in told or any(words in attack.added for words in quoted)
        ]
    others = [attack for attack in attacks if attack not in suspects]
    if not suspects:
        half = len(attacks) // 2
        yield from _built(attacks[:half], folder, clean)
        others = others[half:]
    for attack in suspects:
        yield from _built([attack], folder, clean)
    yield from _built(others, folder, clean)


def _warned(attack: Attack, attacks: Sequence[Attack], warnings: Sequence[str]) -> tuple[str, ...]:
    """The warnings of a build of `attacks` that are about what this one adds and no other does."""

    def about(words: str) -> bool:
        return [one for one in attacks if words in one.added] == [attack]

    return tuple(line for line in warnings if any(map(about, _QUOTED.findall(line))))


def attacked(attacks: Sequence[Attack], folder: Path) -> Path:
    """The project in `folder`, with the changes of these attacks."""
    shutil.rmtree(folder, ignore_errors=True)
    laid_out(folder)
    for attack in attacks:
        attack.apply(folder)
    return folder


def _found(
    attacks: Sequence[Attack], project: Path, outcome: Outcome, clean: Clean
) -> Iterator[str]:
    """What is wrong with the site that attacks have become."""
    if outcome.how != BUILT:
        yield from (outcome.fault, *outcome.said[-12:])
        return
    site = project / "site"
    yield from faults(site, clean)
    said = texts(site)
    markup = [file.read_text(encoding="utf-8") for file in site.rglob("*.html")]
    for attack in attacks:
        for wanted in attack.shows:
            if not any(wanted in text for text in said.values()):
                yield f"{attack.title}: no page says {wanted!r}"
        for unwanted in attack.never:
            if any(unwanted in page for page in markup):
                yield f"{attack.title}: a page holds {unwanted!r}"
