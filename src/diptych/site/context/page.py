"""Make the `page` that a template is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from urllib.parse import urljoin

from markupsafe import Markup

from diptych.editions.history import NO_HISTORY
from diptych.editions.tags import DatedEdition
from diptych.language.interface import InterfaceWords
from diptych.language.scripts import direction
from diptych.language.written_dates import written_date
from diptych.model import Document, Emphasis, Side
from diptych.publication.addresses import (
    BOTH,
    FOLDER,
    WHOLE,
    edition_address,
    feed_of,
    picture_of,
    placed,
)
from diptych.publication.citing import form_of, short_name
from diptych.publication.derived_pages import bilingual_path, shown_pages
from diptych.publication.view_names import PAGE_VIEWS
from diptych.site import contents
from diptych.site.assets import fitted, stylesheet
from diptych.site.build import Build
from diptych.site.change_rows import history_anchor
from diptych.site.context import (
    Alternate,
    CitedEdition,
    ContentsItem,
    DocumentSection,
    Edit,
    EditedFile,
    Files,
    OfferedFile,
    PageContext,
    PassageHistory,
    Picture,
    Reviewed,
    ViewLink,
)
from diptych.site.context.links import PageLinks
from diptych.site.context.taking_part import (
    MISTRANSLATION,
    SLIP,
    edit_link,
    report_link,
)
from diptych.site.dated.citing import as_published, newest
from diptych.site.description import description
from diptych.site.preview import HEIGHT, WIDTH, opening
from diptych.site.rendering.anchors import styles_of
from diptych.site.site_settings import SiteSettings
from diptych.site.structured_data import Described, legislation
from diptych.site.views import NO_VIEW, View, all_views
from diptych.site.views.changes import changes_page
from diptych.site.views.downloads import downloads_page, offered
from diptych.site.views.translation import reviewed_on, status_page
from diptych.site.works import SiteWork

_SEEN_FIRST = 900
"""How many characters of a text fill a first window, even on a desktop."""


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as the generator has it: of the text, of the editors, or derived from them."""

    path: str
    """The path below the folder of texts, e.g. `en/part-1.md`."""
    locale: str
    url: str
    """The address below the site's root."""
    title: str
    """The page's title, for where the texts cannot be read."""
    content: Markup
    """The page's text as HTML."""


def page_context(page: RenderedPage, site: SiteSettings, build: Build) -> PageContext:
    """The `page` that a template is given for `page` of the generator."""
    return _Page(page, site, build).context()


class _Page:
    def __init__(self, page: RenderedPage, site: SiteSettings, build: Build) -> None:
        self.page = page
        self.site = site
        self.build = build
        self.locale = page.locale
        found = build.work_at(page.path.removeprefix(f"{self.locale}/"))
        self.work = found[0] if found else None
        """The document that the page is of, or the site's own pages."""
        self.own = found[1] if found else page.path.removeprefix(f"{self.locale}/")
        """The path below the folder of the page's document."""
        self.bitext = self.work.bitext if self.work else None
        self.document = self.work.document(self.locale) if self.work else None
        self.derived = self.work.derived(self.locale).get(self.own) if self.work else None
        self.path = self.derived.of if self.derived else self.own
        """The path of the page of the text that is shown, whatever the view."""
        self.model = self.document.page(self.path) if self.document else None
        self.bilingual = self.own != self.path
        self.folder = self.work.folder if self.work else ""
        self.links = PageLinks(
            site, build, page.url, self.locale, BOTH if self.bilingual else "", self.folder
        )
        self.is_text = self.path == WHOLE or bool(self.model and not self.model.editorial)
        self.layout = self.model.layout if self.model else ""
        self.view = self._view()
        self.filled_by: View = all_views().get(self.view, NO_VIEW)

    @property
    def words(self) -> InterfaceWords:
        """The words in which the page's readers are spoken to, of its document."""
        of = self.bitext or self.build
        return of.words(self.locale)

    def context(self) -> PageContext:
        site, document = self.site, self.document
        words = self.words
        alternates = self._alternates()
        views = self._views() if self.is_text else ()
        trail = contents.trail(document, self.path) if document else ()
        previous, following = contents.neighbours(document, self.path) if document else (None, None)
        return PageContext(
            url=self.page.url,
            content=self.page.content,
            title=self.title,
            kind="text" if self.is_text else "editorial",
            layout=self.layout,
            view=self.view,
            template=f"partials/views/{self.view}.html" if self.view in PAGE_VIEWS else "",
            rows=self._rows(),
            sections=self._sections(),
            bilingual=self.bilingual,
            first=bool(document and self.path == document.pages[0].path and not self.folder),
            document=self._short_name(self.work),
            folder=self.folder,
            locale=self.locale,
            direction=direction(self.locale),
            words=words,
            original=site.original,
            forms={
                tag: form_of(text)
                for tag in site.languages
                if self.work and (text := self.work.document(tag)) is not None
            },
            description=self._description(),
            address=self._absolute(self.own),
            # a bilingual view is another form of its page in the reader's language
            canonical=self._absolute(self.path),
            alternates=alternates,
            x_default=next((a.absolute for a in alternates if a.locale == site.original), ""),
            picture=self._picture(),
            legislation=self._legislation(trail[:-1])
            if self.is_text and not self.bilingual
            else Markup(),
            outline=self._outline(trail),
            editorial=self._editorial(trail),
            apart=self._apart(),
            whole=(
                ContentsItem(self.links.to(WHOLE), active=self.path == WHOLE)
                if document and not (self.work and self.work.is_frame)
                else None
            ),
            breadcrumbs=(*self._above(), *map(self.links.item, trail[:-1])),
            children=tuple(
                map(self.links.item, contents.children(document, self.path) if document else ())
            ),
            previous=self.links.item(previous) if previous else None,
            next=self.links.item(following) if following else None,
            start=self.links.to_any("index.md"),
            home=self._home(self.locale),
            original_url=self.links.to(self.path, locale=site.original, view=""),
            original_home=self._home(site.original),
            views=views,
            other_view=self._other(views),
            switch=self._switch(alternates),
            files=self._files(),
            reviewed=self._reviewed(),
            history=self._history(),
            edition=self._edition(),
            taken=self._taken(),
            feed=self._feed(),
            edit=self._edit(),
            report=self._report(),
            faces=self._faces(),
            stylesheet=self._stylesheet(),
            running=" · ".join(
                filter(None, (site.name, self._short_name(self.work), self.citation))
            ),
            past=None,
            link=self.links.to,
        )

    # --- what it is ---

    def _view(self) -> str:
        if self.derived:
            return self.derived.view
        # under `mkdocs serve`, a page that asks for what there is not is shown with the finding
        return self.model.view if self.model and self.model.view in PAGE_VIEWS else ""

    @cached_property
    def title(self) -> str:
        """What the page is called."""
        if self.derived:
            return self.derived.title
        return self.model.title if self.model else self.page.title

    @cached_property
    def citation(self) -> str:
        """The citation of the page as a whole: that of its one division, else its title."""
        divisions = self.model.divisions if self.model and not self.model.editorial else ()
        if len(divisions) == 1 and divisions[0].number:
            return divisions[0].citation
        return self.title

    def _rows(self) -> Sequence[object]:
        if self.work is None or self.document is None or self._is_by_document:
            return ()
        if self.filled_by.editions:
            return self.filled_by.editions(self.build.history, self.work.bitext, self.document)
        return self.filled_by.rows(self.work.bitext, self.document, self.path)

    @property
    def _is_by_document(self) -> bool:
        return bool(self.work and self.work.is_frame and self.filled_by.by_document)

    def _sections(self) -> tuple[DocumentSection, ...]:
        """What the view lists of each document, on a page of the site's own."""
        if not self._is_by_document:
            return ()
        found = ((work, work.document(self.locale)) for work in self._others())
        return tuple(
            DocumentSection(
                work.folder,
                short_name(document),
                self.links.to_any(work.placed("index.md")),
                self.filled_by.rows(work.bitext, document, self.path),
                PageLinks(self.site, self.build, self.page.url, self.locale, "", work.folder).to,
            )
            for work, document in found
            if document
        )

    def _others(self) -> list[SiteWork]:
        """The documents of a site that has several."""
        return list(self.build.works.values())[1:]

    def _description(self) -> str:
        if self.document is None:
            return self.title
        # the whole is described by its beginning
        shown = self.document.pages[0] if self.path == WHOLE else self.model
        return description(self.document, shown) if shown else self.title

    def _picture(self) -> Picture:
        alt = " ".join(opening(self.document)) if self.document else ""
        return Picture(
            urljoin(self.site.url, picture_of(self.locale, self.folder)), WIDTH, HEIGHT, alt
        )

    def _legislation(self, above: Sequence[contents.ContentsEntry]) -> Markup:
        if self.document is None:
            return Markup()
        site = self.site
        homes = {tag: self._absolute("index.md", tag) for tag in site.languages}
        trail = [
            (f"{entry.number} {entry.title}".strip(), self._absolute(entry.path)) for entry in above
        ]
        described = Described(
            self.title,
            self._absolute(self.path),
            trail,
            whole=self.path in (WHOLE, self.document.pages[0].path),
        )
        return legislation(self.document, site.original, homes, described)

    # --- where it stands ---

    def _outline(self, trail: Sequence[contents.ContentsEntry]) -> tuple[ContentsItem, ...]:
        """The table of contents: whole on the first page, to which the others lead for the rest."""
        if self.document is None or self.work is None:
            return ()
        if self.work.is_frame:
            return self._documents()
        above = {entry.id for entry in trail}
        entries = contents.outline(self.document)
        first = self.document.pages[0].path
        if self.path == first:
            return tuple(self.links.tree(entry, self.path, above) for entry in entries)
        return self.links.items(entries, self.path, above, self.links.to(first, "contents"))

    def _editorial(
        self, trail: Sequence[contents.ContentsEntry]
    ) -> dict[str, tuple[ContentsItem, ...]]:
        above = {entry.id for entry in trail}
        found = contents.editorial(self.document) if self.document else {}
        own = {
            folder: self.links.items(entries, self.path, above, self.links.to(entries[0].path))
            for folder, entries in found.items()
        }
        return self._with_the_sites_own(own) if self.folder else own

    def _apart(self) -> tuple[str, ...]:
        """The folders of editors' pages, those of every document."""
        works = self.build.works.values()
        folders = (
            f"{work.folder}/{folder}" if work.folder else folder
            for work in works
            if (document := work.document(self.locale))
            for folder in contents.editorial(document)
        )
        return (*folders, ".") if len(works) > 1 else tuple(folders)

    # --- among several documents ---

    def _documents(self) -> tuple[ContentsItem, ...]:
        """The documents of the site, as the contents of its own pages list them."""
        return tuple(map(self._document, self._others()))

    def _document(self, work: SiteWork) -> ContentsItem:
        return ContentsItem(
            self.links.to_any(work.placed("index.md")), title=self._short_name(work)
        )

    def _short_name(self, work: SiteWork | None) -> str:
        """What a document is called beside others; empty on a site with one."""
        document = work.document(self.locale) if work and work.folder else None
        return short_name(document) if document else ""

    def _above(self) -> tuple[ContentsItem, ...]:
        """What encloses the whole document: the site's home, and on its other pages itself."""
        if not self.folder or self.work is None or self.document is None:
            return ()
        home = ContentsItem(self.links.to_any("index.md", view=""), title=self._home_title())
        first = self.path == self.document.pages[0].path
        return (home,) if first else (home, self._document(self.work))

    def _home_title(self) -> str:
        document = self.build.document(self.locale)
        home = document.page("index.md") if document else None
        return home.title if home else self.site.name

    def _with_the_sites_own(
        self, own: dict[str, tuple[ContentsItem, ...]]
    ) -> dict[str, tuple[ContentsItem, ...]]:
        """The entries of the editors' pages of this document, and of the site's own."""
        frame = self.build.document(self.locale)
        found = dict(own)
        for folder, entries in contents.editorial(frame).items() if frame else ():
            items = (
                ContentsItem(self.links.to_any(each.path, each.anchor, view=""), title=each.title)
                for each in entries
            )
            found[folder] = (*found.get(folder, ()), *items)
        return found

    # --- its other views and languages ---

    def _alternates(self) -> tuple[Alternate, ...]:
        return tuple(
            Alternate(tag, self._absolute(self.path, tag))
            for tag in self.site.languages
            if self.work and self.work.has_page(tag, self.path)
        )

    def _views(self) -> tuple[ViewLink, ...]:
        single = (
            ViewLink(
                tag,
                self.site.name_of(tag),
                self.links.to(self.path, locale=tag, view=""),
                self._home(tag),
                active=tag == self.locale and not self.bilingual,
            )
            for tag in self.site.languages
        )
        home = self._home(self.locale, both=True)
        both = ViewLink("", "", self.links.to(self.path, view=BOTH), home, active=self.bilingual)
        return (*single, both)

    def _other(self, views: Sequence[ViewLink]) -> ViewLink | None:
        wanted = self.locale if self.bilingual else ""
        return next((view for view in views if view.locale == wanted), None)

    def _switch(self, alternates: Sequence[Alternate]) -> tuple[ViewLink, ...]:
        return tuple(
            ViewLink(
                alternate.locale,
                self.site.name_of(alternate.locale),
                self.links.to(self.path, locale=alternate.locale),
                self._home(alternate.locale, both=self.bilingual),
            )
            for alternate in alternates
            if alternate.locale != self.locale
        )

    def _home(self, locale: str, *, both: bool = False) -> str:
        """The address of the site's first page in a language or in both."""
        return self.site.address(bilingual_path("index.md") if both else "index.md", locale)

    def _absolute(self, path: str, locale: str = "") -> str:
        """The absolute address of the page at `path` of this document."""
        return self.site.absolute(placed(path, self.folder), locale or self.locale)

    # --- what a reader can do with it ---

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The languages whose text the page shows, the reader's own first."""
        others = (tag for tag in self.site.languages if tag != self.locale and self.bilingual)
        return (self.locale, *others)

    def _files(self) -> Files:
        if self.document is None or self.bitext is None:
            return Files()
        bitext = self.bitext
        sides = tuple(Side) if self.bilingual else (bitext.side_of(self.document),)
        files = [] if bitext.beside else offered(bitext, sides)
        return Files(
            tuple(OfferedFile(file.format.called, f"{FOLDER}/{file.name}") for file in files),
            self._link_to(downloads_page),
        )

    def _link_to(self, page_of: Callable[[Document], str]) -> str:
        """The link to a page of this document, or else of the site's own; empty if neither has it.

        `page_of` gives the path of such a page in a document, or an empty text.
        """
        if self.document and (own := page_of(self.document)):
            return self.links.to(own, view="")
        frame = self.build.document(self.locale) if self.folder else None
        shared = page_of(frame) if frame else ""
        return self.links.to_any(shared, view="") if shared else ""

    def _reviewed(self) -> Reviewed | None:
        bitext, document = self.bitext, self.document
        if not self.is_text or self.bilingual or bitext is None or document is None:
            return None
        if document is not bitext.translation:
            return None
        told, page = reviewed_on(bitext, self.path), self._link_to(status_page)
        if told is None or not told[1] or not page:
            return None
        return Reviewed(*told, page)

    def _history(self) -> PassageHistory | None:
        known, document = self.work.history if self.work else NO_HISTORY, self.document
        oldest = next((step.edition for step in known.editions[::-1] if not step.problem), None)
        page = self._link_to(changes_page)
        if not self.is_text or document is None or oldest is None or not page:
            return None
        shown = (page.path for page in shown_pages(document, self.path))
        return PassageHistory(
            f"{page}#{history_anchor('', self.folder)}",
            tuple(chain.from_iterable(known.touched_on.get(path, ()) for path in shown)),
            written_date(oldest.date, self.locale),
        )

    def _edition(self) -> CitedEdition | None:
        work, document = self.work, self.document
        known = work.history if work else NO_HISTORY
        cited = newest(known)
        if not self.is_text or document is None or work is None or cited is None:
            return None
        shown = {page.path for page in shown_pages(document, self.path)}
        others = work.differing(self.locale)
        return CitedEdition(
            written_date(cited.date, self.locale),
            as_published(cited, self.words),
            urljoin(self.site.url, edition_address(cited.date, self.locale, self._in(cited))),
            tuple(i for i, unit in known.now.items() if i in others and unit.path in shown),
        )

    def _in(self, edition: DatedEdition) -> str:
        """The folder that the page's document has in `edition`, if several stand there."""
        steps = self.work.history.editions if self.work else ()
        return next((step.folder for step in steps if step.edition == edition), "")

    def _taken(self) -> tuple[str, ...]:
        if not self.is_text or self.document is None or self.work is None:
            return ()
        moved = self.build.moved
        others = moved.taken.get(self.folder, frozenset()) if moved else frozenset()
        shown = {page.path for page in shown_pages(self.document, self.path)}
        known = self.work.history.now
        return tuple(i for i, unit in known.items() if i in others and unit.path in shown)

    def _feed(self) -> str:
        if self.document is None or not self.site.url or not self._link_to(changes_page):
            return ""
        return feed_of(self.locale, self.site.original)

    def _edit(self) -> Edit:
        settings = self.work.settings if self.work else None
        if settings is None:
            return Edit()
        roots = dict(zip(settings.locales, settings.roots, strict=True))
        files = (
            EditedFile(tag, url)
            for tag in self.shown
            if self.path != WHOLE  # which is made of many files
            and (url := edit_link(self.site, roots[tag] / self.path))
        )
        edited = self.filled_by.edited_in(settings)
        return Edit(tuple(files), edit_link(self.site, edited) if edited else "")

    def _report(self) -> str:
        """The address for reporting a slip on this page, its citation and address filled in."""
        original_alone = self.shown == (self.site.original,)
        form = self.filled_by.form or (SLIP if original_alone else MISTRANSLATION)
        place = (self.citation, self._absolute(self.own))
        return report_link(self.site, form, self.citation, place)

    # --- how it is set ---

    def _stylesheet(self) -> Markup:
        set_apart = ("cover",) if self.is_text and self.layout else ()
        alone = self.is_text and not self.bilingual
        faces = fitted(self.site.templates, (self.locale,) if alone else self.site.languages)
        of_text = styles_of(self.page.content)
        more = dict.fromkeys((*faces, *self.filled_by.styles, *set_apart, *of_text))
        return stylesheet(self.site.templates, self.page.url, more)

    def _faces(self) -> tuple[str, ...]:
        """The faces that set what is seen first; those of the rest are loaded when they are met."""
        shown = shown_pages(self.document, self.path) if self.document else ()
        set_in: set[Emphasis] = set()
        left = _SEEN_FIRST
        for segment in (p.segment for page in shown[:1] for p in page.provisions()):
            set_in |= {part.emphasis for part in segment.stretches if part.start < left}
            left -= len(segment.text)
        slanted = ("italic",) if any(Emphasis.EM in emphasis for emphasis in set_in) else ()
        bold = self.filled_by.bold or any(Emphasis.STRONG in emphasis for emphasis in set_in)
        return ("regular", *slanted, *(("semibold",) if bold else ()))
