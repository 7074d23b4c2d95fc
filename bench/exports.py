"""The files to take away: time and size of each, and of all of them beside the site's own build."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.builds import build
from bench.timing import ROOT, command, measured, python
from diptych.exports.formats import all_files
from diptych.project.settings import settings
from tests.conftest import PROJECT

_EACH = """
import sys, time
from pathlib import Path
from diptych.check import load
from diptych.project.settings import settings
from diptych.project.edition import Edition, last_change
from diptych.exports.formats import all_files
from tests.conftest import PROJECT
edition = Edition(load(settings()), "https://example.org/", last_change(Path()))
files = all_files(edition.locales, edition.bitext.files)
(file,) = [file for file in files if file.name == {name!r}]
edition.units
for _ in range(2):
    start = time.perf_counter()
    content = file.content(edition)
    print(time.perf_counter() - start)
print(len(content))
"""
"""Seconds with the imports that the format needs, then without; bytes."""
_ROUNDS = 3
_HOOK = "- hooks/site_files.py"
"""What has the site make them, in mkdocs.yml."""


def report(console: Console) -> None:
    """Print both tables."""
    table = Table("file", "kB", "ms, imports included", "ms", title="Files to take away")
    project = settings(ROOT)
    for file in all_files(project.locales, project.files):
        shown = [python("-c", _EACH.format(name=file.name)).split() for _ in range(_ROUNDS)]
        first, again = (min(float(run[i]) * 1000 for run in shown) for i in (0, 1))
        table.add_row(file.name, f"{int(shown[0][2]) / 1000:.0f}", f"{first:.0f}", f"{again:.0f}")
    console.print(table)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        least = measured(
            {
                "diptych export all": command(
                    "-m", "diptych", "export", "all", "--output", str(folder / "files")
                ),
                "our site without them": build(
                    _without(folder), folder / "site", cwd=folder / "project"
                ),
                "our site": build(ROOT / "mkdocs.yml", folder / "ours"),
            }
        )
    whole = Table("what", "seconds", "of our site without them", title="Commands")
    for what, seconds in least.items():
        share = seconds / least["our site without them"]
        whole.add_row(what, f"{seconds:.2f}", f"{share:.2f}")
    console.print(whole)


def _without(folder: Path) -> Path:
    """The configuration of our site as it is without the files, into `folder`."""
    project = folder / "project"
    project.mkdir()
    for name in set(PROJECT) - {"mkdocs.yml"}:
        (project / name).symlink_to(ROOT / name)
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if _HOOK not in line]
    if len(kept) != len(lines) - 1:
        raise ValueError(f"mkdocs.yml has not one line with {_HOOK!r}")
    config = project / "mkdocs.yml"
    config.write_text("".join(kept), encoding="utf-8")
    return config
