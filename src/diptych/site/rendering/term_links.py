"""Links from a term's first occurrence in a provision to what the glossary says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from diptych.glossary import Glossary
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.registers.entries import first_uses
from diptych.site.glossary_notes import glossary_page

SCHEME = "term:"
"""The scheme of links to a term (`term:tinh-uy`) until the page that lists it is known."""

_NO_PROSE = {"a", "code", "pre", "sup", "ul", "ol", "p", "table", "blockquote", "div"}
"""The elements that are no part of a provision's own text."""


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
    for element, tail in list(_texts(holder)):
        text = (element.tail if tail else element.text) or ""
        found = [
            match
            for match in first_uses(text, explained.side, explained.glossary)
            if match.meaning.id not in seen
        ]
        seen.update(match.meaning.id for match in found)
        links = []
        for index, match in enumerate(found):
            link = html.Element("a", {"class": "term", "href": f"{SCHEME}{match.meaning.id}"})
            link.text = match.printed
            behind = found[index + 1].start if index + 1 < len(found) else len(text)
            link.tail = text[match.end : behind]
            links.append(link)
        if links:
            _put(element, tail, text[: found[0].start], links)


def _texts(element: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """Every run of text in order, as (element, whether the run is its tail)."""
    yield element, False
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _NO_PROSE:
            yield from _texts(child)
        yield child, True


def _put(element: HtmlElement, tail: bool, before: str, links: list[HtmlElement]) -> None:
    parent = element.getparent() if tail else element
    if parent is None:
        return
    if tail:
        element.tail = before
    else:
        element.text = before
    at = parent.index(element) + 1 if tail else 0
    for offset, link in enumerate(links):
        parent.insert(at + offset, link)
