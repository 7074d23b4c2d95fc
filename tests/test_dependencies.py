"""What the project runs on: pinned by hash, and its licences listed."""

from __future__ import annotations

import tomllib

from scripts.licences import LISTED, listing

from tests.conftest import ROOT


def test_the_list_of_licences_is_current() -> None:
    assert LISTED.read_text(encoding="utf-8") == listing(), "run `make licences`"


def test_every_package_says_its_licence() -> None:
    rows = [line.split("|") for line in listing().splitlines() if line.startswith("| ")][2:]
    assert rows
    assert [row[1].strip() for row in rows if not row[2].strip()] == []


def test_every_package_is_pinned_by_hash() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    unpinned = []
    for package in lock["package"]:
        if "editable" in package["source"]:
            continue  # the project itself
        files = [*package.get("wheels", ()), *filter(None, [package.get("sdist")])]
        if not files or not all(file["hash"].startswith("sha256:") for file in files):
            unpinned.append(package["name"])
    assert unpinned == []
