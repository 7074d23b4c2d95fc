"""Attacks that are said to be harmless, many in one build, and what the site became."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.corpus import Attack
from tests.attacks.roads import AGREES, BUILT, Outcome, built, checked, laid_out
from tests.attacks.site_seen import Clean, faults, texts

MOST = 25
"""Attacks in one build: more hide from one another what they do."""


@dataclass(frozen=True)
class Shown:
    """What became of one attack."""

    how: str
    """"refused" by the check, "refused by the build", "harmless" or "harm"."""
    said: Sequence[str]
    """The refusal, or what the site holds that it should not."""


def groups(attacks: Sequence[Attack]) -> list[list[Attack]]:
    """The attacks, so divided that none of a group touches what another of it changes."""
    made: list[tuple[dict[str, bool], list[Attack]]] = []
    for attack in attacks:
        touched = attack.touched()
        for taken, group in made:
            free = all(path not in taken or (adds and taken[path]) for path, adds in touched.items())
            if free and len(group) < MOST:
                break
        else:
            taken, group = {}, []
            made.append((taken, group))
        group.append(attack)
        taken.update(touched)
    return [group for _, group in made]


def shown(group: Sequence[Attack], folder: Path, clean: Clean) -> Iterator[tuple[Attack, Shown]]:
    """What became of each attack of a group. Those that the check accepts are built together;
    where that build is refused or holds what it should not, each alone."""
    accepted = list[Attack]()
    for number, attack in enumerate(group):
        outcome = checked(_attacked([attack], folder / str(number)))
        if outcome.how == AGREES:
            accepted.append(attack)
        else:
            yield attack, Shown("harm" if outcome.fault else "refused", outcome.said)
    if not accepted:
        return
    together = _attacked(accepted, folder / "together")
    found = list(_found(accepted, together, built(together), clean))
    if not found or len(accepted) == 1:
        yield from ((attack, _judged(found, together)) for attack in accepted)
        return
    for number, attack in enumerate(accepted):
        alone = _attacked([attack], folder / f"alone-{number}")
        outcome = built(alone)
        if outcome.how == BUILT:
            yield attack, _judged(list(_found([attack], alone, outcome, clean)), alone)
        else:
            how = "harm" if outcome.fault else "refused by the build"
            yield attack, Shown(how, outcome.said[-12:])


def _judged(found: list[str], project: Path) -> Shown:
    if found and not (project / "site").exists():
        return Shown("refused by the build", found)
    return Shown("harm" if found else "harmless", found)


def _attacked(attacks: Sequence[Attack], folder: Path) -> Path:
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
