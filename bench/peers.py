"""The check beside po4a-gettextize and pofilter over the same pages."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from rich.console import Console

from bench.builds import CHECK
from bench.timing import ROOT, command, inside, measured


def report(console: Console) -> None:
    """Print the ratio, or what is not installed."""
    missing = [name for name in ("po4a-gettextize", "pofilter") if not shutil.which(name)]
    if missing:
        console.print(f"Peers: not measured, {' and '.join(missing)} not installed")
        return
    least = measured(
        {
            "peers": peers,
            "command": command("-m", "diptych", "check"),
            "inside": inside(CHECK),
        },
        rounds=3,
    )
    console.print(
        f"po4a-gettextize and pofilter over the same pages: {least['peers']:.2f} s, "
        f"{least['peers'] / least['command']:.1f} times `diptych check` as a command, "
        f"{least['peers'] / least['inside']:.0f} times the check once everything is imported"
    )


def peers() -> float:
    """Every page through both, in seconds."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        for original in sorted((ROOT / "docs/vi").rglob("*.md")):
            path = original.relative_to(ROOT / "docs/vi")
            po = Path(name, str(path).replace("/", "-") + ".po")
            # It gives up on pages whose structure it finds to differ; the time counts all the same.
            subprocess.run(
                ["po4a-gettextize", "-f", "text", "-o", "markdown", "-M", "UTF-8", "-L", "UTF-8",
                 "-m", str(original), "-l", str(ROOT / "docs/en" / path), "-p", str(po)],
                capture_output=True,
                check=False,
            )  # fmt: skip
        subprocess.run(["pofilter", name, str(Path(name, "out"))], capture_output=True, check=False)
    return time.perf_counter() - start
