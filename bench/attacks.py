"""The attacker's corpus, attack by attack: what became of each, as a table in build/attacks.md."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.attacks.builds import Shown, groups, holds, refused, shown
from tests.attacks.corpus import Attack, all_attacks
from tests.attacks.roads import BUILT, built, laid_out
from tests.attacks.site_seen import learned
from tests.conftest import ROOT

TABLE = ROOT / "build/attacks.md"
_LONGEST = 160


def report(console: Console) -> bool:
    """Print how many ended how, and each that did not end as it must; whether there is one."""
    attacks = all_attacks()
    with tempfile.TemporaryDirectory() as name:
        became = dict(_became(attacks, Path(name)))
    table = Table("what became of it", "attacks", title=f"{len(attacks)} attacks")
    for how, count in Counter(one.how for one in became.values()).most_common():
        table.add_row(how, str(count))
    console.print(table)
    wrong = [attack for attack in attacks if not holds(attack, became[attack])]
    for attack in wrong:
        console.print(
            f"{attack.file}: {attack.title}: {_told(became[attack])}", markup=False, emoji=False
        )
    console.print(f"Not as it must be: {len(wrong)}. The table: {TABLE.relative_to(ROOT)}")
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("".join(_lines(attacks, became)), encoding="utf-8")
    return bool(wrong)


def _became(attacks: list[Attack], folder: Path) -> Iterable[tuple[Attack, Shown]]:
    project = laid_out(folder / "clean")
    outcome = built(project)
    if outcome.how != BUILT:
        raise SystemExit("\n".join(outcome.said))
    clean = learned(project / "site")
    grouped = groups([one for one in attacks if one.expected in ("harmless", "either")])
    alone = [one for one in attacks if one.expected == "refused"]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # each works in processes of its own
        refusals = pool.map(
            lambda numbered: (numbered[1], refused(numbered[1], folder / f"r{numbered[0]}")),
            enumerate(alone),
        )
        sites = pool.map(
            lambda numbered: list(shown(numbered[1], folder / f"g{numbered[0]}", clean)),
            enumerate(grouped),
        )
        yield from chain(refusals, *sites)


def _told(became: Shown) -> str:
    said = " ".join((became.said or ("",))[0].split())
    return f"{became.how}: {said}"[:_LONGEST]


def _lines(attacks: list[Attack], became: dict[Attack, Shown]) -> Iterable[str]:
    yield "| attack | what the attacker wants | what became of it | as it must be |\n"
    yield "| --- | --- | --- | --- |\n"
    for attack in attacks:
        cells = (
            f"{attack.file}: {attack.title}", attack.wants, _told(became[attack]),
            "yes" if holds(attack, became[attack]) else f"**no**: {attack.expected}",
        )  # fmt: skip
        yield "| " + " | ".join(map(_cell, cells)) + " |\n"


def _cell(text: str) -> str:
    return text.translate({ord("|"): r"\|", ord("<"): "&lt;", ord("`"): "'", ord("\\"): r"\\"})
