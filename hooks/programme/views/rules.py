"""The rule reference, written from the rules themselves."""

from __future__ import annotations

from typing import Any

from programme.diagnostics.explanation import silencing
from programme.guide import Guide
from programme.reference import anchor_of, families, family_path
from programme.rendering.inline import html_of


def rule_rows(language: str) -> list[dict[str, Any]]:
    """The rules by family; `path` and `id` are the page and anchor of a rule."""
    return [
        {
            "family": family.name[language],
            "path": family_path(family.letter),
            "rules": [
                {
                    "code": guide.code,
                    "id": anchor_of(guide.code),
                    "summary": html_of(guide.summary(language)),
                }
                for guide in family.guides
            ],
        }
        for family in families()
    ]


def family_rows(path: str, language: str) -> list[dict[str, Any]]:
    """What the rules of the family at `path` say of themselves, as HTML."""
    return [
        _told(guide, language)
        for family in families()
        if family_path(family.letter) == path
        for guide in family.guides
    ]


def _told(guide: Guide, language: str) -> dict[str, Any]:
    more = guide.finds[language].split("\n\n")[1:]
    return {
        "code": guide.code,
        "id": anchor_of(guide.code),
        "name": guide.name,
        "summary": html_of(guide.summary(language).rstrip(".")),
        "more": [html_of(paragraph) for paragraph in more],
        "bad": html_of(guide.bad),
        "good": html_of(guide.good),
        "mend": [html_of(paragraph) for paragraph in guide.mend[language].split("\n\n")],
        "silencing": [html_of(paragraph) for paragraph in silencing(guide)[language].split("\n\n")],
    }
