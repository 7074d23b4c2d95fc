"""How the translation stands to the original, page by page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from diptych.freshness.state import State
from diptych.model import Document
from diptych.project.bitext import Bitext
from diptych.site.views import View


@dataclass(frozen=True, slots=True)
class OtherText:
    """A text that is not reviewed."""

    id: str
    citation: str
    state: str
    """The state of the text, in the reader's language."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """The state of the texts of one page."""

    path: str
    """The path of the page below the locale's folder."""
    title: str
    count: Counter[str] = field(default_factory=Counter)
    """The number of the page's texts in each state."""
    others: list[OtherText] = field(default_factory=list)


def translation_rows(bitext: Bitext, document: Document, _path: str) -> list[PageRow]:
    """One row for each page of the text."""
    if bitext.freshness is None:
        return []
    side, words = bitext.side_of(document), bitext.words(document.locale)
    rows: dict[str, PageRow] = {}
    for standing in bitext.freshness.standings.values():
        unit = standing.unit
        page = document.page(unit.path)
        row = rows.setdefault(unit.path, PageRow(unit.path, page.title if page else unit.path))
        row.count[standing.state.value] += 1
        if standing.state is not State.REVIEWED:
            told = words[f"translation.{standing.state}"]
            row.others.append(OtherText(unit.id, unit.citation(side), told))
    return list(rows.values())


def reviewed_on(bitext: Bitext, path: str) -> tuple[int, int] | None:
    """How many texts of the page at `path` are reviewed, and of how many; None if unrecorded."""
    if bitext.freshness is None:
        return None
    found = bitext.freshness.on_page(path)
    return sum(s.state is State.REVIEWED for s in found), len(found)


def status_page(document: Document) -> str:
    """The path of the page that tells of the translation, or empty."""
    return document.showing("translation")


VIEW = View(rows=translation_rows, by_document=True)
