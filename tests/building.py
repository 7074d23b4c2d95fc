"""A project of a test built as a site."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import run

ADDRESS = "https://example.org/"
"""Where the site stands."""


def site_of(project: Path, *, repository: str = f"{ADDRESS}r") -> Path:
    """The site of the project in that folder, built without a word of warning."""
    environment = {"SITE_URL": ADDRESS, "REPO_URL": repository}
    done = run("mkdocs", "build", "--strict", "-q", cwd=project, environment=environment)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return project / "site"
