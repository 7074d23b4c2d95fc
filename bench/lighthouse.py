"""Lighthouse for a phone (its own simulated network and processor), median of three runs."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.timing import ROOT, environment
from tests.conftest import SWITCHES

PACKAGE = "lighthouse@13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_WASTE = ("unused-css-rules", "unused-javascript")


class NotMeasured(Exception):
    """Lighthouse could not be had or run: why, in one line."""


@dataclass(frozen=True, slots=True)
class Result:
    """The median of several runs of one page."""

    scores: dict[str, float]
    """By category, 0 to 100."""
    paint: float
    """Largest contentful paint in milliseconds."""
    paints: tuple[float, float]
    """Of the fastest and of the slowest run."""
    shift: float
    """Cumulative layout shift: the most that any run saw, not the median."""
    unused: int
    """Bytes of stylesheets and scripts that Lighthouse finds unused."""
    failing: tuple[str, ...]
    """Each audit that costs a score: category, id and where."""


def available() -> None:
    """Raises `NotMeasured` when npx or Lighthouse is missing."""
    if not shutil.which("npx"):
        raise NotMeasured("npx not installed")
    try:
        _npx(["--version"])
    except subprocess.SubprocessError as error:
        raise NotMeasured(f"npx cannot run {PACKAGE}") from error


def audited(pages: Mapping[str, str], browser: str, runs: int) -> dict[str, Result]:
    """Each of `pages` (name: address) loaded `runs` times by fresh browsers, the pages in turn.

    Raises `NotMeasured`.
    """
    reports: dict[str, list[dict[str, Any]]] = {name: [] for name in pages}
    for _ in range(runs):
        for name, address in pages.items():
            reports[name].append(_report(address, browser))
    return {name: _result(several) for name, several in reports.items()}


def _result(reports: list[dict[str, Any]]) -> Result:
    paints = [_number(r, "largest-contentful-paint") for r in reports]
    return Result(
        scores={
            name: 100 * median(float(r["categories"][name]["score"] or 0) for r in reports)
            for name in CATEGORIES
        },
        paint=median(paints),
        paints=(min(paints), max(paints)),
        shift=max(_number(r, "cumulative-layout-shift") for r in reports),
        unused=round(median(sum(_waste(r, audit) for audit in _WASTE) for r in reports)),
        failing=tuple(dict.fromkeys(said for r in reports for said in _failing(r))),
    )


def _report(address: str, browser: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, "report.json")
        flags = " ".join(["--headless=new", f"--user-data-dir={folder}/profile", *SWITCHES])
        _npx(
            [
                address, "--quiet", "--output=json", f"--output-path={written}",
                f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}",
            ],
            browser,
        )  # fmt: skip
        report: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))
    if error := report.get("runtimeError"):
        raise NotMeasured(error["message"])
    return report


def _npx(arguments: Sequence[str], browser: str = "") -> None:
    subprocess.run(
        ["npx", "--yes", PACKAGE, *arguments],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=300,
        env={**environment(), "CHROME_PATH": browser},
    )


def _number(report: dict[str, Any], audit: str) -> float:
    return float(report["audits"][audit]["numericValue"])


def _waste(report: dict[str, Any], audit: str) -> int:
    details = report["audits"].get(audit, {}).get("details") or {}
    return int(details.get("overallSavingsBytes", 0))


def _failing(report: dict[str, Any]) -> Iterator[str]:
    for name in CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                where = " ".join(_where(audit))
                said = audit.get("displayValue", audit["title"])
                yield f"{name}: {audit['id']} {audit['score']:.2f} ({said}) {where}".rstrip()


def _where(audit: dict[str, Any]) -> Iterator[str]:
    """The first elements or addresses that the audit names."""
    for item in (audit.get("details") or {}).get("items", [])[:3]:
        node = item.get("node")
        yield str(node.get("snippet", "") if isinstance(node, dict) else item.get("url", ""))
