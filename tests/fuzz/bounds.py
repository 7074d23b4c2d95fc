"""Inputs that would keep a parser busy for hours: each must end soon, in little memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.forked import Bounds, forked
from tests.fuzz.hostile import Hostile
from tests.fuzz.road import taken

SECONDS, MEGABYTES = 20, 1_500
_MILLION, _DEEP = 1_000_000, 10_000

LARGE: dict[str, Callable[[], str]] = {
    "a line of 5 MB": lambda: "chữ " * (_MILLION + _MILLION // 4),
    "10,000 quotations in one another": lambda: ">" * _DEEP + " x",
    "10,000 lists in one another": lambda: "- " * _DEEP + "x",
    "10,000 lists, each on its line": lambda: "\n".join(
        "  " * (depth % 900) + "- x" for depth in range(_DEEP)
    ),
    "10,000 brackets in one another": lambda: "[" * _DEEP + "x" + "]" * _DEEP,
    "10,000 emphases in one another": lambda: "*a **b " * (_DEEP // 4),
    "10,000 links, none closed": lambda: "[a](" * (_DEEP // 4),
    "10,000 elements in one another": lambda: "<div>\n" * _DEEP,
    "10,000 tags, none closed": lambda: "<a " * (_DEEP // 2),
    "10,000 comments, none closed": lambda: "<!-- \n\n" * _DEEP,
    "a million definitions of links": lambda: "".join(f"[r{n}]: /u\n" for n in range(_MILLION)),
    "a million uses of a link": lambda: "[a]: /u\n\n" + "[a] " * _MILLION,
    "a million footnote marks": lambda: "[^1] " * _MILLION + "\n\n[^1]: x",
    "10,000 footnotes": lambda: "\n\n".join(f"[^{n}]: x" for n in range(_DEEP)),
    "a million dashes": lambda: "- x\n" * _MILLION,
    "2,000 dashes, none in the other language": lambda: "- x\n\n" * 2_000,
    "YAML that grows": lambda: (
        "---\na: &a [x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 8)}]\n"
            for n in range(20)
        )
        + "title: *u\n---\n\nx"
    ),
    "YAML that is deep": lambda: "---\ntitle: " + "[" * 5_000 + "\n---\n\nx",
}


def measured(name: str, folder: Path) -> tuple[str, float, int]:
    """How the input of that name ended, in how many seconds of the processor and megabytes."""
    bounds = Bounds(seconds=3 * SECONDS, megabytes=2 * MEGABYTES)
    ended = forked(_taken, name, str(folder), bounds=bounds)
    return ended.value or ended.fault, ended.seconds, ended.megabytes


def _taken(name: str, folder: str) -> str:
    how, bad = taken(Hostile(LARGE[name](), "# I. ONE\n\nText.\n"), Path(folder))
    assert not bad, bad
    return how
