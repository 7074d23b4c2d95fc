"""Measure the check and the build, as ratios within one run (`make bench`).

Machines are shared and noisy: each figure is the least of several rounds, taken in turn.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parent.parent
ROUNDS = 5

STOCK = """\
site_name: Stock
docs_dir: {docs}
theme: {{name: material, language: vi, font: false}}
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {{locale: vi, name: Tiếng Việt, default: true}}
        - {{locale: en, name: English}}
markdown_extensions: [footnotes]
"""
"""A plain site of the same text, as mkdocs-material and static-i18n make it by themselves."""


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mkdocs.yml").write_text(STOCK.format(docs=ROOT / "docs"), encoding="utf-8")
        least = measured(
            {
                "python, nothing else": command("-c", "pass"),
                "programme --version": command("-m", "programme.cli", "--version"),
                "programme check": command("-m", "programme.cli", "check"),
                "stock site": build(folder / "mkdocs.yml", folder / "stock"),
                "our site": build(ROOT / "mkdocs.yml", folder / "ours"),
            }
        )
        sizes = {name: size(folder / name) for name in ("stock", "ours")}
    python = least["python, nothing else"]
    stock = least["stock site"]
    table = Table("what", "seconds", "beyond Python", "of the stock build", title="Time")
    for what, seconds in least.items():
        beyond = seconds - python
        share = f"{beyond / (stock - python):.2f}"
        table.add_row(what, f"{seconds:.2f}", f"{beyond:.2f}", share)
    console = Console()
    console.print(table)
    console.print(f"Site on disk: ours {sizes['ours']:,} kB, stock {sizes['stock']:,} kB")
    return 0


def command(*arguments: str) -> Callable[[], None]:
    """A call of Python in the project's folder."""

    def run() -> None:
        subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            check=True,
            capture_output=True,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )

    return run


def build(config: Path, site: Path) -> Callable[[], None]:
    """A whole build into an empty folder."""
    run = command("-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(site))

    def clean() -> None:
        shutil.rmtree(site, ignore_errors=True)
        run()

    return clean


def measured(runs: dict[str, Callable[[], None]]) -> dict[str, float]:
    """The least time of each run, in seconds; the runs take turns."""
    least = dict.fromkeys(runs, float("inf"))
    for _ in range(ROUNDS):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            least[name] = min(least[name], time.perf_counter() - start)
    return least


def size(folder: Path) -> int:
    """Of all files below `folder`, in kB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1000


if __name__ == "__main__":
    sys.exit(main())
