"""The site does not hang on its generator or its theme: others make the same files of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from diptych.git import git
from diptych.project.edition import last_change
from tests.conftest import REPO_URL, ROOT, SITE_URL
from tests.patience import CEILING

PROPERDOCS = """
import sys
for absent in sys.argv[2:]:
    sys.modules[absent] = None
from properdocs.__main__ import cli
cli(["build", "--strict", "--quiet", "--site-dir", sys.argv[1]], standalone_mode=False)
loaded = {getattr(module, "__file__", None) or "" for module in sys.modules.values()}
print(*sorted(file for file in loaded if "/site-packages/mkdocs/" in file.replace("\\\\", "/")))
"""
"""Builds with ProperDocs, without the packages named; prints what was loaded of MkDocs' own."""


def build(project: Path, *absent: str) -> Path:
    site = project / "site"
    done = subprocess.run(
        [sys.executable, "-c", PROPERDOCS, str(site), *absent],
        cwd=project, capture_output=True, text=True, timeout=CEILING, check=False,
        env={
            **os.environ,
            "SITE_URL": SITE_URL,
            "REPO_URL": REPO_URL,
            "SOURCE_DATE_EPOCH": str(int(last_change(ROOT).timestamp())),
            **_repository(),
        },
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "", "a module of MkDocs was loaded"
    return site


def _repository() -> dict[str, str]:
    """Lets git tell a copy of the project what it tells the project: its editions."""
    asked = git(ROOT, "rev-parse", "--absolute-git-dir")
    return {"GIT_DIR": asked.decode().strip()} if asked else {}


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def assert_same(built: Path, expected: Path) -> None:
    ours, theirs = files(built), files(expected)
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_properdocs_writes_the_same_bytes(project: Path, site: Path) -> None:
    assert_same(build(project), site)


def test_neither_mkdocs_nor_material_is_needed(project: Path, site: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert text.count("  name: material\n") == 1
    config.write_text(
        text.replace("  name: material\n", "  name: null\n  static_templates: [404.html]\n"),
        encoding="utf-8",
    )
    assert_same(build(project, "material"), site)


def test_properdocs_refuses_what_disagrees(project: Path) -> None:
    section = project / "docs/en/part-3/section-6.md"
    section.write_text(
        section.read_text(encoding="utf-8").replace("# 6. ", "# 7. "), encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--quiet"],
        cwd=project, capture_output=True, text=True, timeout=CEILING, check=False,
        env={**os.environ, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert done.returncode != 0
    assert "error[N101]" in done.stdout + done.stderr
    assert not (project / "site").exists()
