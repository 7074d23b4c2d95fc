"""Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors read.

The first place of a finding is its location, the others are related locations. What a comment
silences is a result that is suppressed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from diptych.check import Report
from diptych.check.catalogue import UNPUBLISHED, RuleReference, all_guides
from diptych.diagnostics import Diagnostic, Location
from diptych.diagnostics.guide import Guide
from diptych.diagnostics.silenced import Silenced
from diptych.errors import Problem

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def rendered(report: Report, language: str, reference: RuleReference = UNPUBLISHED) -> str:
    """A SARIF log of one run, with the findings of `report` in `language`."""
    guides = all_guides()
    ranks = {told.code: rank for rank, told in enumerate(guides)}
    return _log(
        language,
        rules=[_rule(told, language, reference) for told in guides],
        results=[
            *(_result(found, language, ranks) for found in report.diagnostics),
            *(_suppressed(silenced, language, ranks) for silenced in report.silenced),
        ],
        successful=not report.unread,
        notifications=_notifications(report.unread, language),
    )


def stopped(problems: Sequence[Problem], language: str) -> str:
    """A SARIF log of a run that could not compare anything: the problems are its notifications."""
    return _log(
        language,
        rules=[],
        results=[],
        successful=False,
        notifications=_notifications(problems, language),
    )


def _notifications(problems: Sequence[Problem], language: str) -> list[dict[str, Any]]:
    return [
        {
            "level": "error",
            "message": {"text": problem.wording[language]},
            "locations": [_place(problem.file, {"startLine": problem.line or 1})],
        }
        for problem in problems
    ]


def _log(
    language: str,
    *,
    rules: list[dict[str, Any]],
    results: list[dict[str, Any]],
    successful: bool,
    notifications: Sequence[dict[str, Any]] = (),
) -> str:
    driver = {
        "name": "diptych",
        "version": version("diptych"),
        "language": language,
        "rules": rules,
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": successful,
                "toolExecutionNotifications": list(notifications),
            }
        ],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(told: Guide, language: str, reference: RuleReference) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": told.code,
        "name": told.name,
        "shortDescription": {"text": told.summary(language)},
        "fullDescription": {"text": told.finds[language]},
        "help": {"text": told.mend[language]},
    }
    if address := reference.address(told.code, language):
        entry["helpUri"] = address
    return entry


def _result(found: Diagnostic, language: str, ranks: dict[str, int]) -> dict[str, Any]:
    first, *others = found.locations
    related = [
        *(_location(other, language) for other in others),
        *(_consequence(below, language) for below in found.consequences),
    ]
    return {
        "ruleId": found.code,
        "ruleIndex": ranks[found.code],
        "level": found.severity,
        "message": {"text": f"{found.message[language]}\n{found.help[language]}"},
        "locations": [_location(first, language)],
        "relatedLocations": [at | {"id": number} for number, at in enumerate(related, 1)],
    }


def _suppressed(silenced: Silenced, language: str, ranks: dict[str, int]) -> dict[str, Any]:
    place, written = silenced.comment.place, silenced.comment.written
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.column + len(written),
    }
    suppression = {
        "kind": "inSource",
        "justification": silenced.comment.reason,
        "location": _place(place.file, region),
    }
    return _result(silenced.finding, language, ranks) | {"suppressions": [suppression]}


def _consequence(found: Diagnostic, language: str) -> dict[str, Any]:
    said = {"message": {"text": f"{found.code}: {found.message[language]}"}}
    return _location(found.locations[0], language) | said


def _location(location: Location, language: str) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": location.line, "startColumn": location.column}
    if location.excerpt:
        region["endColumn"] = location.column + location.length
    entry = _place(location.file, region)
    if location.label:
        entry["message"] = {"text": location.label[language]}
    return entry


def _place(file: str, region: dict[str, Any]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": quote(file)}, "region": region}}
