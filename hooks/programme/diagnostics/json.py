"""Diagnostics as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from programme.diagnostics import Diagnostic, Location
from programme.errors import Problem


def rendered(
    diagnostics: Sequence[Diagnostic],
    language: str,
    compared: Mapping[str, int] | None = None,
    problems: Sequence[Problem] = (),
) -> str:
    """One JSON object: the diagnostics, what was compared, and why nothing could be."""
    return json.dumps(
        {
            "diagnostics": [_diagnostic(found, language) for found in diagnostics],
            "compared": dict(compared or {}),
            "problems": [
                {"file": p.file, "line": p.line, "message": p.wording[language]} for p in problems
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _diagnostic(found: Diagnostic, language: str) -> dict[str, Any]:
    return {
        "code": found.code,
        "rule": found.rule,
        "severity": found.severity.value,
        "message": found.message[language],
        "help": found.help[language],
        "locations": [_location(location, language) for location in found.locations],
    }


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
