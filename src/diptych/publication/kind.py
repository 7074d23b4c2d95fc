"""The kind of an official document: what its title calls it."""

from __future__ import annotations

from diptych.language.citations import KINDS
from diptych.language.interface import OTHER
from diptych.language.tags import bare
from diptych.model import Document
from diptych.patterns import pattern_of

_FIRST_ALONE = ("vi",)
"""The languages whose titles begin with the kind; elsewhere it may come later: “Joint Plan”."""
_KINDS = {
    language: pattern_of(rf"\b(?:{'|'.join(sorted(kinds, key=len, reverse=True))})\b")
    for language, kinds in KINDS.items()
}


def kind_of(*documents: Document) -> str:
    """The kind that the title of the first of `documents` tells, by its name in
    `language.citations.KINDS`; `OTHER` where no title tells one.
    """
    return next((kind for document in documents if (kind := _told(document))), OTHER)


def _told(document: Document) -> str:
    language = bare(document.locale)
    if language not in KINDS or not document.pages:
        return ""
    title = " ".join(document.pages[0].title_on_page.casefold().split())
    kinds = _KINDS[language]
    found = kinds.match(title) if language in _FIRST_ALONE else kinds.search(title)
    return KINDS[language][found[0]] if found else ""
