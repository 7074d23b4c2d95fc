"""The terms of the glossary that the text has."""

from __future__ import annotations

from dataclasses import replace

from diptych.language.diacritics import alphabetical
from diptych.model import Document
from diptych.project.bitext import Bitext
from diptych.site.register_rows import EntryRow, entry_rows, forms
from diptych.site.views import View


def term_rows(bitext: Bitext, document: Document, _path: str) -> tuple[EntryRow, ...]:
    """The terms in alphabetical order of the page's language, none below another."""
    if bitext.glossary is None:
        return ()
    side = bitext.side_of(document)
    rows = [row for top in entry_rows(bitext, side, bitext.glossary) for row in top.walk()]
    called = {term.id: forms(term, side)[0] for term in reversed(bitext.glossary.terms)}
    rows.sort(key=lambda row: alphabetical(called[row.id]))
    return tuple(replace(row, below=()) for row in rows)


VIEW = View(rows=term_rows, edited_in=lambda settings: settings.glossary, bold=True)
