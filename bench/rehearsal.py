"""Pull requests by editors who are no programmers, and by some who mean ill, rehearsed: the very
steps of the workflow.

Each case of rehearsal.toml and of rehearsal_attacks.toml becomes a branch of a fresh clone, merged
as GitHub merges a request to test it; then every step of the job `text` of check.yml is run with
its own environment. What would be seen is put into build/rehearsal: the annotations, the summary
and the page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console
from rich.table import Table

from bench.timing import ROOT, environment, python

CASES = Path(__file__).with_name("rehearsal.toml")
ATTACKS = Path(__file__).with_name("rehearsal_attacks.toml")
OUT = ROOT / "build/rehearsal"
WARNING = ("W104",)
"""The rules that tell of a change and refuse nothing."""
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
_COMMIT = "${{ github.sha }}"
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
    summary: str


def refusing(codes: Iterable[str]) -> list[str]:
    """Those of the `codes` of rules that refuse a change; the others warn."""
    return [code for code in codes if code not in WARNING]


def cases(file: Path = CASES) -> list[dict[str, Any]]:
    """The changes of a file of cases, with what is expected of the check."""
    found: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    return found


def edit(folder: Path, case: dict[str, Any], mark: Path = Path("/dev/null")) -> None:
    """Make the changes of a case; each edit must find its passage.

    What would run writes to `mark`.
    """
    for change in case.get("edits", ()):
        file = folder / change["file"]
        text = file.read_text(encoding="utf-8")
        if change["old"] not in text:
            raise LookupError(f"{case['name']}: {change['file']} has no “{change['old']}”")
        file.write_text(text.replace(change["old"], change["new"], 1), encoding="utf-8")
    for name, text in case.get("files", {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.replace("{mark}", str(mark)), encoding="utf-8")
    for identity in case.get("reviewed", ()):
        python("-m", "diptych", "confirm", identity, "--reviewed", cwd=folder)


def report(console: Console) -> None:
    """Print the tables; what would be seen is in files."""
    shutil.rmtree(OUT, ignore_errors=True)
    with tempfile.TemporaryDirectory() as name:
        clone = Path(name) / "clone"
        _git(ROOT, "clone", "--quiet", "--no-hardlinks", ".", str(clone))
        _git(clone, "checkout", "--quiet", "-B", "main")
        start = time.perf_counter()
        _run(clone, "make report", {"BASE": "HEAD", "UV_NO_DEV": "1"}, Path(name) / "-")
        console.print(f"The tools, once, from what is kept: {time.perf_counter() - start:.1f} s")
        heads = ("the editor", "the rules that spoke", "annotations", "verdict", "all told")
        table = Table(*heads, title="Pull requests")
        for case in cases():
            done = _rehearsed(clone, case, OUT / case["name"], Path(name) / "mark")
            times = (f"{done.verdict:.1f} s", f"{done.whole:.1f} s")
            table.add_row(case["told"], _spoke(done, case), str(done.annotations), *times)
        console.print(table)
        table = Table("the request", "the rules that spoke", "what is told", title="Attacks")
        for case in cases(ATTACKS):
            mark = Path(name) / "mark"
            done = _rehearsed(clone, case, OUT / case["name"], mark)
            unsaid = [sentence for sentence in case["said"] if sentence not in done.summary]
            told = f"[red]not: {'; '.join(unsaid)}" if unsaid else "; ".join(case["said"])
            ran = "[red]it ran. " if mark.exists() else ""
            mark.unlink(missing_ok=True)
            table.add_row(case["told"], _spoke(done, case), ran + told)
    console.print(table)
    console.print(f"What would be seen: {OUT.relative_to(ROOT)}")


def _spoke(done: Outcome, case: dict[str, Any]) -> str:
    expected = tuple(case["expected"])
    agrees = set(done.rules) == set(expected) and done.passed == (not refusing(expected))
    said = ", ".join(done.rules) or "none: it passes"
    return said if agrees else f"[red]{said}, not {', '.join(expected) or 'none'}"


def _rehearsed(clone: Path, case: dict[str, Any], out: Path, mark: Path) -> Outcome:
    out.mkdir(parents=True)
    _git(clone, "checkout", "--quiet", "--force", "-B", "request", "main")
    _git(clone, "clean", "--quiet", "-ffdx")
    edit(clone, case, mark)
    _git(clone, "add", "--all")
    _git(clone, "commit", "--quiet", "--message", case["told"])
    _git(clone, "checkout", "--quiet", "--detach", "main")
    _git(clone, "merge", "--quiet", "--no-ff", "--message", "as GitHub tests it", "request")
    merged = _git(clone, "rev-parse", "HEAD")
    workflow = yaml.safe_load((clone / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"][_JOB]
    failed, verdict, said = False, 0.0, ""
    start = time.perf_counter()
    for step in job["steps"]:
        if "run" not in step or (failed and "cancelled()" not in step.get("if", "")):
            continue
        given = {**job.get("env", {}), **step.get("env", {})}
        if failed:  # what did not run has no outputs
            given.pop("PREVIEW_URL", None)
        if "LINES_URL" in given:
            given["LINES_URL"] = given["LINES_URL"].replace(_COMMIT, _UNNAMED)
        given = {key: str(value).replace(_COMMIT, merged) for key, value in given.items()}
        done = _run(clone, step["run"], given, out / "summary.md")
        failed = failed or done.returncode != 0
        if step["run"] == "make check":
            verdict, said = time.perf_counter() - start, done.stdout
    whole = time.perf_counter() - start
    lines = [line for line in said.splitlines() if line.startswith("::")]
    (out / "annotations.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")
    shutil.move(clone / "report.html", out / "report.html")
    summary = (out / "summary.md").read_text(encoding="utf-8")
    rules = dict.fromkeys(found[1] for line in lines if (found := _SPOKE.match(line)))
    unread = {"unread": None} if failed and not rules else {}
    return Outcome(not failed, tuple(rules | unread), len(lines), verdict, whole, summary)


def _run(
    folder: Path, command: str, given: dict[str, str], summary: Path
) -> subprocess.CompletedProcess[str]:
    filled = {key: _EXPRESSION.sub(lambda m: _RUNNER[m[1]], str(v)) for key, v in given.items()}
    kept = {k: v for k, v in environment().items() if k not in ("VIRTUAL_ENV", "PYTHONPATH")}
    tools = {
        # beside the clone, which the first step empties, as on a fresh machine
        "PATH": f"{kept['PATH']}:{ROOT / '.tools/bin'}",
        "UV_PROJECT_ENVIRONMENT": str(folder.with_name("tools")),
    }
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=folder,
        env={**kept, **tools, **filled, "GITHUB_STEP_SUMMARY": str(summary)},
        capture_output=True,
        text=True,
        check=False,
    )


def _git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=editor", "-c", "user.email=editor@example.org")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    done = subprocess.run(
        ["git", *identity, *arguments],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()
