"""The rule reference, written from the rules themselves."""

from __future__ import annotations

from typing import Any

from diptych.check.catalogue import anchor_of, families
from diptych.diagnostics.guide import Guide
from diptych.output.explanation import silencing
from diptych.site.rendering.inline import html_of


def rule_rows(language: str) -> list[dict[str, Any]]:
    """The rules by family, and what each says of itself, as HTML."""
    return [
        {
            "family": family.name[language],
            "id": f"rules-{family.letter.lower()}",
            "rules": [_told(guide, language) for guide in guides],
        }
        for family, guides in families().items()
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
