"""A page described for search engines: schema.org's `Legislation`, as JSON-LD.

It says what the text itself says of its kind, languages and parts, and of its number, date and
issuer if it states them; its force does not stand in it and is not claimed. See https://schema.org/Legislation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from diptych.model import Document
from diptych.publication.citing import name_of
from diptych.publication.head import head_of
from diptych.safety.encoding import json_in_html


@dataclass(frozen=True, slots=True)
class Described:
    """A page to describe."""

    title: str
    address: str
    """The absolute address of the page."""
    trail: Sequence[tuple[str, str]] = ()
    """The title and the absolute address of each entry that encloses it, the outermost first."""
    whole: bool = False
    """Whether the page stands for the whole text, not for a part."""


def legislation(
    document: Document, original: str, homes: Mapping[str, str], page: Described
) -> Markup:
    """JSON-LD for `page` of `document`; `homes` has the absolute address of each language's start.

    `original` is the language that the others translate.
    """
    home = homes[document.locale]
    work: dict[str, Any] = {
        "@type": "Legislation",
        "@id": home,
        "url": home,
        "name": name_of(document),
        "legislationType": document.pages[0].title_on_page.capitalize(),
        "inLanguage": document.locale,
    }
    head = head_of(document)
    if head.number:
        work["legislationIdentifier"] = head.number
    if head.date:
        work["legislationDate"] = head.date.isoformat()
    if head.issuer:
        work["legislationPassedBy"] = {"@type": "GovernmentOrganization", "name": head.issuer}
    others = [{"@id": address} for tag, address in homes.items() if tag != document.locale]
    translated = document.locale != original
    if translated:
        work["translationOfWork"] = {"@id": homes[original]}
    else:
        work["workTranslation"] = others
    value = {"legislationLegalValue": "https://schema.org/UnofficialLegalValue"}
    work |= value if translated else {}
    if page.whole:
        return _script([work])
    part = {
        "@type": "Legislation",
        "@id": page.address,
        "url": page.address,
        "name": page.title,
        "inLanguage": document.locale,
        # said in full where that address leads
        "isPartOf": {"@type": "Legislation", "@id": home, "name": name_of(document)},
    }
    part |= value if translated else {}
    return _script([part, _breadcrumbs(name_of(document), home, page)])


def _breadcrumbs(name: str, home: str, page: Described) -> dict[str, Any]:
    steps = [(name, home), *page.trail, (page.title, page.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": address}
            for position, (title, address) in enumerate(steps, 1)
        ],
    }


def _script(graph: list[dict[str, Any]]) -> Markup:
    return json_in_html({"@context": "https://schema.org", "@graph": graph})
