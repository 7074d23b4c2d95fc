"""Links from a term's first occurrence in a provision to what the glossary says of it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from diptych.glossary import Glossary
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.registers.entries import first_uses
from diptych.site.glossary_notes import glossary_page
from diptych.site.rendering.text_runs import PutLink, put_links, text_of, text_runs

SCHEME = "term:"
"""The scheme of links to a term (`term:tinh-uy`) until the page that lists it is known."""


@dataclass(frozen=True, slots=True)
class Explained:
    """The explained terms of one language."""

    glossary: Glossary
    side: Side
    """The side of the language."""


def explained_in(bitext: Bitext, side: Side) -> Explained | None:
    """The terms to link in the text of `side`, if a page lists them."""
    if bitext.glossary is None or not glossary_page(bitext.documents[side]):
        return None
    return Explained(bitext.glossary, side)


def link_terms(holder: HtmlElement, explained: Explained) -> None:
    """Link the first occurrence of each explained term in the own text of `holder`.

    A term that is partly in italics is not seen: each run of the text is looked at by itself.
    """
    seen: set[str] = set()
    for element, tail in list(text_runs(holder)):
        found = [
            match
            for match in first_uses(text_of(element, tail=tail), explained.side, explained.glossary)
            if match.meaning.id not in seen
        ]
        seen.update(match.meaning.id for match in found)
        links = [
            PutLink(match.start, match.end, "term", f"{SCHEME}{match.meaning.id}")
            for match in found
        ]
        put_links(element, links, tail=tail)
