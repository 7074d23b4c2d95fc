"""Pull requests by editors who are no programmers, rehearsed: the very steps of the workflow.

Each case of rehearsal.toml becomes a branch of a fresh clone, merged as GitHub merges a request
to test it; then every step of the job `text` of check.yml is run with its own environment. What
the editor would see is put into build/rehearsal: the annotations, the summary and the page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console
from rich.table import Table

from bench.timing import ROOT, environment

CASES = Path(__file__).with_name("rehearsal.toml")
OUT = ROOT / "build/rehearsal"
_JOB = "text"
_RUNNER = {
    "github.repository_owner": "editors",
    "github.event.repository.name != format('{0}.github.io', github.repository_owner)"
    " && format('{0}/', github.event.repository.name) || ''": "khanh-hoa/",
    "github.server_url": "https://github.com",
    "github.repository": "editors/khanh-hoa",
    "steps.preview.outputs.artifact-url": "https://github.com/editors/khanh-hoa/actions/runs/1/artifacts/1",
    "steps.report.outputs.artifact-url": "https://github.com/editors/khanh-hoa/actions/runs/1/artifacts/2",
}
"""What GitHub would put in place of `${{ ... }}`."""
_EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")
_UNNAMED = "0" * 40
"""In place of the commits' names, which no two rehearsals share."""
_SPOKE = re.compile(r"::(?:error|warning) .*?title=(\w+)")


@dataclass
class Outcome:
    """What became of a case."""

    passed: bool
    rules: tuple[str, ...]
    """Those that spoke, in the order of their annotations."""
    annotations: int
    verdict: float
    """Seconds until the check has spoken."""
    whole: float
    """Seconds until the summary is written."""


def cases() -> list[dict[str, Any]]:
    """The edits, with what is expected of the check."""
    found: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    return found


def edit(folder: Path, case: dict[str, Any]) -> None:
    """Make the edits of a case; each must find its passage once."""
    for change in case["edits"]:
        file = folder / change["file"]
        text = file.read_text(encoding="utf-8")
        if change["old"] not in text:
            raise LookupError(f"{case['name']}: {change['file']} has no “{change['old']}”")
        file.write_text(text.replace(change["old"], change["new"], 1), encoding="utf-8")


def report(console: Console) -> None:
    """Print the table; what the editor would see is in files."""
    shutil.rmtree(OUT, ignore_errors=True)
    heads = ("the editor", "the rules that spoke", "annotations", "verdict", "all told")
    table = Table(*heads, title="Pull requests")
    with tempfile.TemporaryDirectory() as name:
        clone = Path(name) / "clone"
        _git(ROOT, "clone", "--quiet", "--no-hardlinks", ".", str(clone))
        start = time.perf_counter()
        _run(clone, "make report", {"BASE": "HEAD", "UV_NO_DEV": "1"}, Path(name) / "-")
        console.print(f"The tools, once, from what is kept: {time.perf_counter() - start:.1f} s")
        for case in cases():
            done = _rehearsed(clone, case, OUT / case["name"])
            expected = tuple(case["expected"])
            agrees = set(done.rules) == set(expected) and done.passed == (not expected)
            said = ", ".join(done.rules) or "none: it passes"
            table.add_row(
                case["told"],
                said if agrees else f"[red]{said}, not {', '.join(expected) or 'none'}",
                str(done.annotations),
                f"{done.verdict:.1f} s",
                f"{done.whole:.1f} s",
            )
    console.print(table)
    console.print(f"What the editors would see: {OUT.relative_to(ROOT)}")


def _rehearsed(clone: Path, case: dict[str, Any], out: Path) -> Outcome:
    out.mkdir(parents=True)
    _git(clone, "checkout", "--quiet", "-B", "request", "main")
    edit(clone, case)
    _git(clone, "commit", "--quiet", "--all", "--message", case["told"])
    _git(clone, "checkout", "--quiet", "--detach", "main")
    _git(clone, "merge", "--quiet", "--no-ff", "--message", "as GitHub tests it", "request")
    workflow = yaml.safe_load((clone / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"][_JOB]
    failed, verdict, said = False, 0.0, ""
    start = time.perf_counter()
    for step in job["steps"]:
        if "run" not in step or (failed and "if" not in step):
            continue
        given = {**job.get("env", {}), **step.get("env", {})}
        if failed:  # what did not run has no outputs
            given.pop("PREVIEW_URL", None)
        done = _run(clone, step["run"], given, out / "summary.md")
        failed = failed or done.returncode != 0
        if not verdict:
            verdict, said = time.perf_counter() - start, done.stdout
    whole = time.perf_counter() - start
    lines = [line for line in said.splitlines() if line.startswith("::")]
    (out / "annotations.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")
    shutil.move(clone / "report.html", out / "report.html")
    rules = dict.fromkeys(found[1] for line in lines if (found := _SPOKE.match(line)))
    unread = {"unread": None} if failed and not rules else {}
    shutil.rmtree(clone / "site", ignore_errors=True)
    shutil.rmtree(clone / "preview", ignore_errors=True)
    return Outcome(not failed, tuple(rules | unread), len(lines), verdict, whole)


def _run(
    folder: Path, command: str, given: dict[str, str], summary: Path
) -> subprocess.CompletedProcess[str]:
    filled = {key: _EXPRESSION.sub(lambda m: _RUNNER[m[1]], str(v)) for key, v in given.items()}
    kept = {k: v for k, v in environment().items() if k not in ("VIRTUAL_ENV", "PYTHONPATH")}
    return subprocess.run(
        command.split(),
        cwd=folder,
        env={**kept, **filled, "GITHUB_STEP_SUMMARY": str(summary)},
        capture_output=True,
        text=True,
        check=False,
    )


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=editor", "-c", "user.email=editor@example.org")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    subprocess.run(
        ["git", *identity, *arguments], cwd=folder, env=environment, check=True, capture_output=True
    )
