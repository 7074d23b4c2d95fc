"""A document of the site as one build knows it, and which document a page is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from diptych.alignment.citations import citations_elsewhere
from diptych.editions.history import NO_HISTORY, EditionHistory
from diptych.editions.site_history import SiteHistory
from diptych.freshness.state import Standing
from diptych.model import Document
from diptych.project.bitext import Bitext
from diptych.project.settings import Settings
from diptych.publication.addresses import BOTH, placed
from diptych.publication.derived_pages import DerivedPage, derived_pages
from diptych.site.dated.citing import differing


@dataclass(slots=True)
class SiteWork:
    """A document in both languages; or the site's own pages, beside several documents.

    Paths of its pages are below its folder.
    """

    bitext: Bitext
    settings: Settings | None = None
    history: EditionHistory = NO_HISTORY
    """Its editions, once they are read."""
    several: bool = False
    """Whether the site has several documents."""
    _derived: dict[str, dict[str, DerivedPage]] = field(default_factory=dict)
    _differing: dict[str, frozenset[str]] = field(default_factory=dict)
    _citations: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """The folder below that of each language; empty for the site's one document, and for its
        own pages.
        """
        return self.bitext.folder

    @property
    def is_frame(self) -> bool:
        """Whether these are the site's own pages, beside several documents."""
        return bool(self.bitext.beside)

    def placed(self, path: str) -> str:
        """The path below a language's folder of the page at `path` of this document."""
        return placed(path, self.folder)

    def document(self, locale: str) -> Document | None:
        """The document in `locale`."""
        return next((doc for doc in self.bitext.documents if doc.locale == locale), None)

    def derived(self, locale: str) -> dict[str, DerivedPage]:
        """The pages in `locale` that no file holds, by path."""
        document = self.document(locale)
        if document and locale not in self._derived:
            words = self.bitext.words(locale)
            self._derived[locale] = {page.path: page for page in derived_pages(document, words)}
        return self._derived.get(locale, {})

    def has_page(self, locale: str, path: str) -> bool:
        """Whether there is a page at `path` in `locale`, be it derived."""
        document = self.document(locale)
        return path in self.derived(locale) or bool(document and document.page(path))

    def citations_elsewhere(self, locale: str) -> dict[str, str]:
        """By the id of what is cited in `locale`, its citation in the other language."""
        document = self.document(locale)
        if document and locale not in self._citations:
            side = self.bitext.side_of(document)
            self._citations[locale] = citations_elsewhere(self.bitext.alignment, side)
        return self._citations.get(locale, {})

    def differing(self, locale: str) -> frozenset[str]:
        """The ids of passages that the newest edition has otherwise in the language `locale`."""
        document = self.document(locale)
        if document and locale not in self._differing:
            side = self.bitext.side_of(document)
            self._differing[locale] = differing(self.history, side)
        return self._differing.get(locale, frozenset())

    def standings(self, locale: str) -> Mapping[str, Standing]:
        """How each text of the translation stands, by its id; empty for the original."""
        if self.bitext.freshness is None or locale != self.bitext.translation.locale:
            return {}
        return self.bitext.freshness.standings


def works_of(
    bitext: Bitext, settings: Settings | None, history: SiteHistory
) -> dict[str, SiteWork]:
    """The documents of a site by their folders, its own pages first; the one document of others.

    `bitext` and `settings` are those of the project.
    """
    several = bool(bitext.beside)
    found = {"": SiteWork(bitext, settings, history.own, several)}
    declared = {each.folder: each for each in settings.documents} if settings else {}
    for each in bitext.beside:
        past = history.of.get(each.folder, NO_HISTORY)
        found[each.folder] = SiteWork(each, declared.get(each.folder), past, several)
    return found


def work_at(works: Mapping[str, SiteWork], path: str) -> tuple[SiteWork, str]:
    """The document that has the page at `path` below a language's folder, and the page's path
    below that of the document.
    """
    view = f"{BOTH}/" if path.startswith(f"{BOTH}/") else ""
    folder, _, rest = path[len(view) :].partition("/")
    if folder and rest and folder in works:
        return works[folder], f"{view}{rest}"
    return works[""], path


def derived_of(works: Mapping[str, SiteWork], locale: str) -> Iterator[tuple[str, DerivedPage]]:
    """The pages of every document in `locale` that no file holds, by path below the language's
    folder.
    """
    for work in works.values():
        for path, page in work.derived(locale).items():
            yield work.placed(path), page
