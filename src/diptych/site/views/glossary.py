"""The terms of the glossary that the text has."""

from __future__ import annotations

from dataclasses import replace

from diptych.language.diacritics import alphabetical
from diptych.model import Document
from diptych.project.bitext import Bitext
from diptych.registers.entries import listed
from diptych.site.register_rows import EntryRow, EntryRows, forms
from diptych.site.views import View


def term_rows(bitext: Bitext, document: Document, _path: str) -> tuple[EntryRow, ...]:
    """The terms in alphabetical order of the page's language, none below another."""
    if bitext.glossary is None:
        return ()
    entries = [e for top in listed(bitext.original, bitext.glossary) for e in top.walk()]
    rows = EntryRows(bitext, document)
    own = bitext.side_of(document)
    entries.sort(key=lambda entry: alphabetical(forms(entry.term, own)[0]))
    return tuple(replace(rows.row(entry), below=()) for entry in entries)


VIEW = View(rows=term_rows, edited_in=lambda settings: settings.glossary, bold=True)
