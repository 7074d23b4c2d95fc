"""Which pages are translated so freely that a difference of wording says nothing."""

from __future__ import annotations

from collections.abc import Mapping

from diptych.alignment.closeness import Closeness, closeness
from diptych.model import Page
from diptych.project.bitext import Bitext


def closeness_of(bitext: Bitext, pages: tuple[Page, Page]) -> Closeness | None:
    """How closely the second of two counterparts is translated; None for published texts, whose
    translation is close by intent.
    """
    return None if bitext.published else bitext.once(_by_file)[pages[0].file]


def free_files(bitext: Bitext) -> frozenset[str]:
    """The files, of both languages, of the pages that are translated freely."""
    return bitext.once(_free_files)


def _by_file(bitext: Bitext) -> Mapping[str, Closeness]:
    """For the file of each page of the original that has a counterpart, how close that is."""
    return {pages[0].file: closeness(bitext.alignment, *pages) for pages in bitext.pages()}


def _free_files(bitext: Bitext) -> frozenset[str]:
    return frozenset(
        page.file
        for pages in bitext.pages()
        if (found := closeness_of(bitext, pages)) is not None and found.is_free
        for page in pages
    )
