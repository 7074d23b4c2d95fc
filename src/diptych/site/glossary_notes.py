"""What the glossary explains, for the notes that appear at a term."""

from __future__ import annotations

from typing import Any

from diptych.model import Document
from diptych.project.bitext import Bitext

VIEW = "glossary"
"""The view of the page that lists the terms; the notes stand beside that page."""
FILE = "terms.json"


def explained_terms(bitext: Bitext, document: Document) -> dict[str, dict[str, Any]]:
    """By a term's id, its usual form in each language, the document's own first, and what it is."""
    if bitext.glossary is None:
        return {}
    side = bitext.side_of(document)
    return {
        term.id: {
            "names": {
                bitext.documents[s].locale: (term.renderings if s else term.original)[0]
                for s in (side, side.other)
            },
            "about": term.about[side],
        }
        for term in bitext.glossary.terms
        if term.about
    }


def glossary_page(document: Document) -> str:
    """The path of the page that lists the terms, or empty."""
    return document.showing(VIEW)
