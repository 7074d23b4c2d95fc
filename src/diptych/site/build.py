"""What the steps of one build share: the texts, what was found in them, what was made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from threading import Lock
from typing import Any

from diptych.check import Report
from diptych.diagnostics import Diagnostic
from diptych.editions.site_history import NO_SITE_HISTORY, SiteHistory
from diptych.errors import DiptychError, Problem
from diptych.language.interface import InterfaceWords
from diptych.model import Document, Page
from diptych.project.bitext import Bitext
from diptych.project.gate import Admitted
from diptych.project.settings import Settings
from diptych.publication.derived_pages import DerivedPage
from diptych.reader.kept_drafts import KeptDrafts
from diptych.safety.finished import Fault, Intended
from diptych.safety.inventory import fingerprint
from diptych.site.context import SiteContext
from diptych.site.dated.moved import OldAddresses
from diptych.site.files import Maker
from diptych.site.files_being_made import FilesBeingMade
from diptych.site.latest import Latest
from diptych.site.published import numbers_of
from diptych.site.rendering.page_layout import RenderedText
from diptych.site.rendering.term_links import Explained, explained_in
from diptych.site.search.index import Indexing
from diptych.site.works import SiteWork, derived_of, work_at, works_of

LookedAt = tuple[str, Fault | None]
"""A page as it is published, and its first fault."""


class NotBuilt(DiptychError):
    """The site must not be built, or not be published; the message says why, in a line."""


@dataclass(slots=True)
class Build:
    """What one build has come to know; `begin` forgets it for the next."""

    serving: bool = False
    """Whether `mkdocs serve` runs: then findings are shown and do not stop the build."""
    listening: bool = False
    """Whether the address at which `mkdocs serve` is to answer was found free."""
    settings: Settings | None = None
    """What the project says of its texts, once it is read."""
    bitext: Bitext | None = None
    """The texts, once they are read."""
    history: SiteHistory = NO_SITE_HISTORY
    """The editions of the texts, once these are read."""
    moved: OldAddresses | None = None
    """What is told of the addresses of earlier editions; None where all are as they were."""
    report: Report | None = None
    """The report of the check, once the texts are checked; while a site is served to be edited,
    its pages stand before that."""
    admitted: Admitted | None = None
    """What the folder of texts holds, once it is looked through."""
    problems: tuple[Problem, ...] = ()
    rendered_otherwise: dict[str, Diagnostic] = field(default_factory=dict)
    """What was found in pages as they were rendered, by path below the folder of texts; what the
    last look found in a served page, by the page's path in the site."""
    texts: dict[str, RenderedText] = field(default_factory=dict)
    """The rendered pages of the text, by path below the folder of texts."""
    ahead: dict[str, Any] = field(default_factory=dict)
    """What a generator made of the pages it rendered before their turn, by path below the folder of
    texts."""
    intended: dict[str, Intended] = field(default_factory=dict)
    """The text of each page as it was rendered, by the page's path in the site."""
    faults: dict[str, Fault] = field(default_factory=dict)
    """The first fault of each page that has one, by the page's path in the site."""
    panels: dict[str, Callable[[str], str]] = field(default_factory=dict)
    """What puts the findings into each page that is served, by the page's path in the site."""
    waiting: dict[str, Callable[[], None]] = field(default_factory=dict)
    """What makes the pages of a served site that wait until somebody asks for them, by the page's
    path in the site."""
    around: dict[str, SiteContext] = field(default_factory=dict)
    """What templates are told of the site, by the language of their pages."""
    later: dict[str, Maker] = field(default_factory=dict)
    """What makes the files that a served site has only when they are asked for, by their path in
    the site or by that of a folder, which ends in a slash."""
    made: dict[str, str] = field(default_factory=dict)
    """The fingerprint of each file of the build, by path in the site (see safety/inventory.py)."""
    making: FilesBeingMade | None = None
    """The files beside the pages, while another process makes them."""
    index: Indexing | None = None
    """The search index, while it is made."""
    pages: Latest[str] = field(default_factory=Latest)
    """What templates made of each page, for the next build of a served site."""
    looked_at: Latest[LookedAt] = field(default_factory=Latest)
    """What the last look made of each page, likewise."""
    drafts: KeptDrafts = field(default_factory=KeptDrafts)
    """What pages were read as, likewise."""
    lock: Lock = field(default_factory=Lock)
    """Held by whoever changes served pages between two builds, and where a build begins."""
    _works: dict[str, SiteWork] = field(default_factory=dict)
    _published: dict[str, dict[str, str]] = field(default_factory=dict)

    def begin(self) -> None:
        """Forget the last build, and stop what it still makes."""
        if self.making:
            self.making.stop()
        with self.lock:
            fresh = Build(
                serving=self.serving,
                listening=self.listening,
                pages=self.pages,
                looked_at=self.looked_at,
                drafts=self.drafts,
                lock=self.lock,
            )
            for known in fields(self):
                setattr(self, known.name, getattr(fresh, known.name))

    def keep(self, path: str, content: bytes) -> None:
        """Remember that `content` is what the site has at `path`; every writer of a file does."""
        self.made[path] = fingerprint(content)

    def change(self, site: Path, path: str, change: Callable[[str], str]) -> None:
        """Rewrite the page at `path` of the site in the folder `site`: `change` takes and returns
        its HTML.

        A page that is no longer as it was made is left to the last look (see last_look.py).
        """
        written = (site / path).read_bytes()
        if self.made.get(path) != fingerprint(written):
            return
        changed = change(written.decode()).encode()
        if changed != written:
            (site / path).write_bytes(changed)
            self.keep(path, changed)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings of this build; what was found alike in several pages is one."""
        found = self.report.diagnostics if self.report else ()
        otherwise = tuple(self.rendered_otherwise.values())  # another thread may add to it
        return (*found, *dict.fromkeys(otherwise))

    @property
    def works(self) -> Mapping[str, SiteWork]:
        """The documents of the site by their folders, its own pages or its one document first;
        empty if the texts could not be read.
        """
        if self.bitext is None:
            return {}
        known = self._works.get("")
        own = self.history.own
        if known is None or known.bitext is not self.bitext or known.history is not own:
            self._works = works_of(self.bitext, self.settings, self.history)
        return self._works

    def work_at(self, path: str) -> tuple[SiteWork, str] | None:
        """The document that has the page at `path` below a language's folder, and the page's path
        in it; None if the texts could not be read.
        """
        works = self.works
        return work_at(works, path) if works else None

    def document(self, locale: str) -> Document | None:
        """The site's document in `locale`, if the texts could be read; of a site with several, the
        one with the site's own pages.
        """
        documents = self.bitext.documents if self.bitext else ()
        return next((doc for doc in documents if doc.locale == locale), None)

    def words(self, locale: str) -> InterfaceWords:
        """The words in which readers of `locale` are spoken to."""
        if self.bitext:
            return self.bitext.words(locale)
        project = self.settings
        own = project.words.get(locale, {}) if project else {}
        return InterfaceWords(locale, own, publisher=project.publisher if project else None)

    def derived(self, locale: str) -> dict[str, DerivedPage]:
        """The pages in `locale` that no file holds, by path below the locale's folder."""
        return dict(derived_of(self.works, locale))

    def derived_at(self, locale: str, src_uri: str) -> tuple[SiteWork, DerivedPage] | None:
        """The page in `locale` that no file holds at `src_uri` below the folder of texts, with the
        document it is of; None where there is none.
        """
        found = self.work_at(src_uri.removeprefix(f"{locale}/"))
        derived = found[0].derived(locale).get(found[1]) if found else None
        return (found[0], derived) if found and derived else None

    def has_page(self, locale: str, path: str) -> bool:
        """Whether there is a page at `path` below the folder of `locale`, be it derived."""
        found = self.work_at(path)
        return bool(found and found[0].has_page(locale, found[1]))

    def explained(self, locale: str) -> Explained | None:
        """The terms that are linked in the text, if a page of `locale` lists them."""
        document = self.document(locale)
        if not self.bitext or not document:
            return None
        return explained_in(self.bitext, self.bitext.side_of(document))

    def published(self, locale: str, but: SiteWork) -> dict[str, str]:
        """By its number each document of a site with several, `but` one, with the path of its
        first page below the folder of `locale`.
        """
        document = self.document(locale)
        if not self.bitext or not document:
            return {}
        if locale not in self._published:
            numbers = numbers_of(self.bitext, self.bitext.side_of(document))
            self._published[locale] = {number: each.folder for number, each in numbers.items()}
        return {
            number: self.works[folder].placed("index.md")
            for number, folder in self._published[locale].items()
            if folder != but.folder
        }

    def page(self, locale: str, src_uri: str) -> Page | None:
        """The model's page for a file of the folder of texts, e.g. `vi/part-1.md`, or None."""
        folder, _, path = src_uri.partition("/")
        found = self.work_at(path)
        document = found[0].document(locale) if found else None
        return document.page(found[1]) if found and document and folder == locale else None
