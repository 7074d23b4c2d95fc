"""List the packages that the site and the check run on, each with its licence (`make licences`)."""

from __future__ import annotations

import sys
import tomllib
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
LISTED = ROOT / "LICENCES.md"
_PROJECT = "diptych"
_CLASSIFIER = "License :: "
_HEAD = """\
# Licences of what this project runs on

Written by `make licences` from `uv.lock` and the packages' own metadata. Packages for development
alone are not listed, nor those for another operating system. None of them is part of the published
pages but the scripts that Pagefind writes for the search.

| package | licence |
| --- | --- |
"""


def runtime_packages(*extras: str) -> list[str]:
    """The names of the packages that `uv.lock` has for the library with `extras`, sorted."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    packages = {package["name"]: package for package in lock["package"]}
    found: set[str] = set()
    waiting: list[tuple[str, tuple[str, ...]]] = [(_PROJECT, extras)]
    while waiting:
        name, extras = waiting.pop()
        package = packages[name]
        needed = list(package.get("dependencies", ()))
        for extra in extras:
            needed += package.get("optional-dependencies", {}).get(extra, ())
        for dependency in needed:
            if dependency["name"] not in found or dependency.get("extra"):
                found.add(dependency["name"])
                waiting.append((dependency["name"], tuple(dependency.get("extra", ()))))
    return sorted(found)


def licence_of(package: str) -> str:
    """A package's licence as its metadata has it, in one line; empty if it says nothing."""
    told = metadata.metadata(package)
    if "License-Expression" in told:
        return str(told["License-Expression"])
    classifiers = told.get_all("Classifier") or []
    named = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith(_CLASSIFIER)]
    plain = [name for name in named if name != "OSI Approved"]
    return ", ".join(plain) or str(told["License"] or "").partition("\n")[0]


def listing() -> str:
    """The whole file."""
    rows = []
    for package in runtime_packages("site"):
        try:
            rows.append(f"| {package} | {licence_of(package)} |\n")
        except metadata.PackageNotFoundError:
            continue  # for another operating system
    return _HEAD + "".join(rows)


if __name__ == "__main__":
    LISTED.write_text(listing(), encoding="utf-8")
    sys.exit(0)
