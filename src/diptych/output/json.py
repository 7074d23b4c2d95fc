"""Diagnostics as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from diptych.check import Report
from diptych.check.catalogue import UNPUBLISHED, RuleReference
from diptych.diagnostics import Diagnostic, Location
from diptych.diagnostics.silenced import Silenced
from diptych.errors import Problem


def rendered(report: Report, language: str, reference: RuleReference = UNPUBLISHED) -> str:
    """One JSON object: the diagnostics, what was compared, which rules could not judge, and what
    comments silence.
    """
    return _written(
        [_diagnostic(found, language, reference) for found in report.diagnostics],
        report.compared,
        [told.code for told in report.left_out],
        [_silenced(silenced, language, reference) for silenced in report.silenced],
        report.unread,
        language,
        {"known": report.known, "gone": report.gone},
    )


def stopped(problems: Sequence[Problem], language: str) -> str:
    """One JSON object that says why nothing could be compared; it has no diagnostics."""
    return _written([], {}, [], [], problems, language)


def _written(
    diagnostics: list[dict[str, Any]],
    compared: dict[str, int],
    left_out: list[str],
    silenced: list[dict[str, Any]],
    problems: Sequence[Problem],
    language: str,
    baseline: dict[str, int] | None = None,
) -> str:
    return json.dumps(
        {
            "diagnostics": diagnostics,
            "compared": compared,
            "left_out": left_out,
            "silenced": silenced,
            "baseline": baseline or {"known": 0, "gone": 0},
            "problems": [
                {"file": p.file, "line": p.line, "message": p.wording[language]} for p in problems
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _diagnostic(found: Diagnostic, language: str, reference: RuleReference) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "code": found.code,
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message[language],
        "help": found.help[language],
        "locations": [_location(location, language) for location in found.locations],
    }
    if address := reference.address(found.code, language):
        entry["url"] = address
    if found.consequences:
        entry["consequences"] = [
            _diagnostic(below, language, reference) for below in found.consequences
        ]
    return entry


def _silenced(silenced: Silenced, language: str, reference: RuleReference) -> dict[str, Any]:
    place = silenced.comment.place
    comment = {"file": place.file, "line": place.line, "column": place.column}
    told = _diagnostic(silenced.finding, language, reference)
    return told | {"reason": silenced.comment.reason, "comment": comment}


def _location(location: Location, language: str) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "locale": location.locale,
        "file": location.file,
        "line": location.line,
        "column": location.column,
        "excerpt": location.excerpt,
    }
    if location.label:
        entry["label"] = location.label[language]
    return entry
