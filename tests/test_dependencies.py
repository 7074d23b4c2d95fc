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


def test_what_builds_the_site_is_installed_without_the_tools_of_development() -> None:
    """`UV_NO_DEV` of the workflows leaves the group `dev` out, and that alone."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["dependency-groups"]["site"] == ["diptych[site]"]
    assert set(project["tool"]["uv"]["default-groups"]) == {"site", "dev"}


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
