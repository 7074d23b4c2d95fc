"""How the translation stands to the original, page by page."""

from __future__ import annotations

from collections import Counter
from typing import Any

from diptych.freshness.names import TOLD
from diptych.freshness.state import State
from diptych.model import Document
from diptych.project.bitext import Bitext

VIEW = "translation"
"""What a page that tells of it asks for."""


def translation_rows(bitext: Bitext, document: Document) -> list[dict[str, Any]]:
    """One row a page of the text: how many texts are in each state, and which are not reviewed."""
    if bitext.freshness is None:
        return []
    side = bitext.side_of(document)
    rows: dict[str, dict[str, Any]] = {}
    for standing in bitext.freshness.standings.values():
        unit = standing.unit
        page = document.page(unit.path)
        row = rows.setdefault(
            unit.path,
            {
                "path": unit.path,
                "title": page.title if page else unit.path,
                "count": Counter[str](),
                "others": [],
            },
        )
        row["count"][standing.state.value] += 1
        if standing.state is not State.REVIEWED:
            told = TOLD[standing.state][document.locale]
            row["others"].append({"id": unit.id, "citation": unit.citation(side), "state": told})
    return list(rows.values())


def reviewed_on(bitext: Bitext, path: str) -> tuple[int, int] | None:
    """How many texts of the page at `path` are reviewed, and of how many; None if unrecorded."""
    if bitext.freshness is None:
        return None
    found = bitext.freshness.on_page(path)
    return sum(s.state is State.REVIEWED for s in found), len(found)


def status_page(document: Document) -> str:
    """The path of the page that tells of the translation, or empty."""
    return document.showing(VIEW)
