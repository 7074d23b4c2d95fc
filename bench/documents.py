"""How the check and the build of one site grow with the number of its documents.

A document has 20 pages of the programme's own provisions. What counts is processor time per page:
it may not grow.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.scaling import real_provisions
from bench.timing import ROOT, environment

COUNTS = (1, 10, 50)
PAGES = 20
_DASHES = 8
"""The provisions of a page."""
_HOME = ("---\ntitle: Văn bản\nview: published\n---\n\n# Các văn bản\n", (
    "---\ntitle: Documents\nview: published\n---\n\n# The documents\n"
))  # fmt: skip
_COVER = (
    "---\ntitle: Kế hoạch\nlayout: cover\n---\n\nSố: {}/KH-UBND\n\n# KẾ HOẠCH\n\n{}\n",
    "---\ntitle: Plan\nlayout: cover\n---\n\nNo. {}/KH-UBND\n\n# PLAN\n\n{}\n",
)
_CARRIES_OUT = (
    "**Thực hiện Kế hoạch số {}/KH-UBND**",
    "**Implementing Plan No. {}/KH-UBND**",
)
_COMMANDS = {
    "check": ("-m", "diptych", "check"),
    "build": ("-m", "mkdocs", "build", "--strict", "-q"),
}


def report(console: Console) -> None:
    """Print the table: processor time of a check and of a build, in all and for a page."""
    provisions = real_provisions()
    table = Table(
        "documents", "pages", *(f"{name}, s" for name in _COMMANDS),
        *(f"{name}, ms/page" for name in _COMMANDS), *(f"{name}, times" for name in _COMMANDS),
        title="Documents of one site",
    )  # fmt: skip
    first: dict[str, float] = {}
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write(folder, provisions, count)
            taken = {name: _processor_time(folder, given) for name, given in _COMMANDS.items()}
        pages = count * PAGES
        each = {name: seconds / pages for name, seconds in taken.items()}
        first = first or each
        table.add_row(
            f"{count}",
            f"{pages:,}",
            *(f"{seconds:.1f}" for seconds in taken.values()),
            *(f"{1000 * seconds:.0f}" for seconds in each.values()),
            *(f"{seconds / first[name]:.2f}" for name, seconds in each.items()),
        )
    console.print(table)


def write(folder: Path, provisions: Sequence[tuple[str, str]], count: int) -> None:
    """A site of `count` documents in both languages, each but the first of which says that it
    carries out the one before.
    """
    names = [f"plan-{number}" for number in range(1, count + 1)]
    tables = "\n".join(f"[tool.diptych.documents.{name}]" for name in names)
    (folder / "pyproject.toml").write_text(
        f'[tool.diptych]\noriginal = "vi"\ntranslation = "en"\npublish = true\n{tables}\n',
        encoding="utf-8",
    )
    shutil.copy(ROOT / "tests/programmes/mangroves/mkdocs.yml", folder)
    shutil.copy(ROOT / "mkdocs.yml", folder / "project.yml")
    for part in ("hooks", "overrides"):
        (folder / part).symlink_to(ROOT / part)
    for side, language in enumerate(("vi", "en")):
        docs = folder / "docs" / language
        docs.mkdir(parents=True)
        (docs / "index.md").write_text(_HOME[side], encoding="utf-8")
        for number, name in enumerate(names):
            root = docs / name
            root.mkdir()
            above = _CARRIES_OUT[side].format(number) if number else ""
            cover = _COVER[side].format(number + 1, above)
            (root / "index.md").write_text(cover, encoding="utf-8")
            for page in range(1, PAGES):
                first = (number * PAGES + page) * _DASHES
                lines = [f"# {page}. {language} {page}"]
                lines += [
                    f"- {provisions[n % len(provisions)][side]} ({n})."
                    for n in range(first, first + _DASHES)
                ]
                text = "\n\n".join(lines) + "\n"
                (root / f"part-{page}.md").write_text(text, encoding="utf-8")


def _processor_time(folder: Path, arguments: Sequence[str]) -> float:
    """The processor time that a command takes in `folder`, with all its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**environment(), "SITE_URL": "https://example.org/", "DIPTYCH_CACHE_DIR": ""},
        check=True,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
