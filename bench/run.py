"""Measure the check and the build (`make bench`): what it catches, and times as ratios."""

from __future__ import annotations

import sys

from rich.console import Console

from bench import (
    accessibility,
    attacks,
    builds,
    defects,
    documents,
    editing,
    exports,
    fuzz,
    reading,
    rehearsal,
    scaling,
    search,
    worst,
)

PARTS = {
    "defects": defects,
    "builds": builds,
    "editing": editing,
    "scaling": scaling,
    "documents": documents,
    "reading": reading,
    "accessibility": accessibility,
    "search": search,
    "exports": exports,
    "attacks": attacks,
    "fuzz": fuzz,
    "rehearsal": rehearsal,
    "worst": worst,
}


def main(wanted: list[str]) -> int:
    """Print the tables of the parts named, or of all; 1 if one of them found what must not be."""
    console = Console(width=110)
    unknown = set(wanted) - set(PARTS)
    if unknown:
        console.print(f"parts are {', '.join(PARTS)}; not {', '.join(sorted(unknown))}")
        return 2
    failed: list[bool | None] = []
    for name, part in PARTS.items():
        if not wanted or name in wanted:
            failed.append(part.report(console))
    return int(any(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
