"""The pages that no file holds: the whole text, and both languages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.language.interface import InterfaceWords
from diptych.model import Document, Page
from diptych.publication.addresses import BOTH, WHOLE

_BOTH_VIEW, _WHOLE_VIEW = "both", "whole"
DERIVED_VIEWS = (_BOTH_VIEW, _WHOLE_VIEW)
"""The views of derived pages, which no page of a file may have."""


@dataclass(frozen=True, slots=True)
class DerivedPage:
    """A page in one language that is made from the model and not from a file."""

    path: str
    """The page's path below the locale's folder."""
    title: str
    view: str
    """The name of the view that fills it."""
    of: str
    """What the page shows: the path of a page of the text, or `WHOLE`."""


def derived_pages(document: Document, words: InterfaceWords) -> Iterator[DerivedPage]:
    """The derived pages in the language of `document`, whose readers are spoken to in `words`."""
    texts = [page for page in document.pages if not page.editorial]
    if not texts:
        return  # a site's own pages, beside several documents
    whole = words["whole.title"]
    yield DerivedPage(WHOLE, whole, _WHOLE_VIEW, WHOLE)
    yield DerivedPage(bilingual_path(WHOLE), whole, _BOTH_VIEW, WHOLE)
    for page in texts:
        yield DerivedPage(bilingual_path(page.path), page.title, _BOTH_VIEW, page.path)


def bilingual_path(path: str) -> str:
    """The path, below a locale's folder, of the bilingual view of the page at `path`."""
    return f"{BOTH}/{path}"


def shown_pages(document: Document, path: str) -> tuple[Page, ...]:
    """The pages of the text that a view of `path` shows: one, or all for `WHOLE`."""
    if path == WHOLE:
        return tuple(page for page in document.pages if not page.editorial)
    page = document.page(path)
    return (page,) if page and not page.editorial else ()
