"""The records of a search index: one for each heading, provision and footnote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.language.locales import Step
from diptych.model import Division, Document, Footnote, Provision

_BETWEEN_CELLS = " · "


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A text that can be found, and where a reader is then led."""

    path: str
    """The path of the page below the locale's folder."""
    anchor: str
    """The id on that page."""
    citation: str
    text: str
    locale: str
    steps: tuple[Step, ...] = ()
    """The steps of the citation, the outermost first."""
    folder: str = ""
    """The folder of the document, on a site of several."""


def search_records(document: Document, folder: str = "") -> Iterator[SearchRecord]:
    """Every heading, provision and footnote of the text in `document`, in reading order; `folder`
    is that of the document, on a site of several.

    The editors' pages are no part of the text and yield nothing.
    """
    for page in document.pages:
        if page.editorial:
            continue
        found = [
            (node.body, _said(node.body, node.segment.text))
            for node in page.nodes()
            if node.segment and not node.note and (node.segment.text or not node.kind)
        ]
        for body, text in [*found, *((note, note.text) for note in page.footnotes)]:
            yield SearchRecord(
                page.path, body.id, body.citation, text, document.locale, _steps(body), folder
            )


def _said(body: Division | Provision, text: str) -> str:
    """The text as a result shows it: of a row of a table, the cells that say something."""
    if isinstance(body, Provision) and body.cells:
        return _BETWEEN_CELLS.join(cell for cell in body.cells if cell)
    return text


def _steps(body: Division | Provision | Footnote) -> tuple[Step, ...]:
    return () if isinstance(body, Footnote) else body.steps
