"""Links from where a text names a document that the site has to that document."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement

from diptych.language.citations import citations
from diptych.language.figures import values
from diptych.publication.head import number_key
from diptych.site.rendering.text_runs import PutLink, put_links, text_of, text_runs

_NUMBERED = "/"
"""What the number of a document has."""


def link_documents(holder: HtmlElement, language: str, addresses: Mapping[str, str]) -> None:
    """Link each document that the own text of `holder` names by one of the numbers, from
    `number_key`, to its address.
    """
    for element, tail in list(text_runs(holder)):
        text = text_of(element, tail=tail)
        if _NUMBERED not in text:
            continue
        links = [
            PutLink(cited.start, cited.symbol.end, "document", address)
            for cited in citations(text, language, values(text, language))
            if (address := addresses.get(number_key(cited.symbol.printed)))
        ]
        put_links(element, links, tail=tail)
