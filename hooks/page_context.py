"""What a page's template is given: plain dictionaries with links made for that page."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from build_state import STATE, i18n, locale_of
from diptych.language.locales import locale as known_locale
from diptych.model import Document, Emphasis, Side
from diptych.publication.addresses import BOTH, FOLDER, WHOLE, picture_of
from diptych.publication.citing import form_of
from diptych.publication.derived_pages import bilingual_path, shown_pages
from diptych.registers.listing import PAGE_VIEWS
from diptych.site import contents as navigation
from diptych.site.description import description
from diptych.site.preview import HEIGHT, WIDTH, opening
from diptych.site.structured_data import Described, legislation
from diptych.site.views import VIEWS
from diptych.site.views.downloads import downloads_page, offered
from diptych.site.views.translation import reviewed_on, status_page
from links import Links, absolute, address
from site_context import interface
from stylesheets import needed, stylesheet
from taking_part import edit_link, form_for, list_link, report_link


def context_of(page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """The `programme` variable of the page templates."""
    return _Context(page, config).all()


class _Context:
    """One page: a file of the text or of the editors, or one derived from them."""

    def __init__(self, page: Page, config: MkDocsConfig) -> None:
        self.page = page
        self.config = config
        self.locale = locale_of(page)
        self.own = page.file.src_uri.removeprefix(f"{self.locale}/")
        self.document = STATE.document(self.locale)
        self.derived = STATE.derived(self.locale).get(self.own)
        self.path = self.derived.of if self.derived else self.own
        """Of the page of the text that is shown, whatever the view."""
        self.model = self.document.page(self.path) if self.document else None
        self.bilingual = self.own != self.path
        self.links = Links(page.url, self.locale, BOTH if self.bilingual else "")

    def all(self) -> dict[str, Any]:
        alternates = self._alternates()
        original = i18n(self.config).default_language
        context = {
            "locale": self.locale,
            "interface": interface(self.config, self.locale),
            "original": original,
            "called": {tag: known_locale(tag).called[self.locale] for tag in self._languages},
            "kind": "text" if self._is_text else "editorial",
            "layout": self.model.layout if self.model else "",
            "view": self._view,
            "first": bool(self.document and self.path == self.document.pages[0].path),
            "title": self._title,
            "description": self._description(),
            # a bilingual view is another form of its page in the reader's language
            "canonical": absolute(self.config, self.path, self.locale),
            # the same in every language, below its root
            "address_of": lambda path: address(path, original),
            "address": absolute(self.config, self.own, self.locale),
            "alternates": alternates,
            "x_default": next((a["absolute"] for a in alternates if a["locale"] == original), ""),
            "link": self.links.to,
            "home": _home(self.locale),
            "original_home": _home(original),
            "original_url": self.links.to(self.path, locale=original, view=""),
            "start": self.links.to("index.md"),
            "views": self._views() if self._is_text else [],
            "other_view": self._other_view() if self._is_text else None,
            "switch": [
                {"locale": tag, "name": known_locale(tag).name,
                 "url": self.links.to(self.path, locale=tag),
                 "home": _home(tag, both=self.bilingual)}
                for tag in self._languages
                if tag != self.locale and any(a["locale"] == tag for a in alternates)
            ],
            "forms": {
                tag: form_of(document)
                for tag in self._languages
                if (document := STATE.document(tag)) is not None
            },
            "citation": self._citation,
            "picture": self._picture(),
            "files": self._files(),
            "reviewed": self._reviewed(),
            "edit": self._edit(),
            "report": self._report(),
            "legislation": self._legislation() if self._is_text else "",
            "faces": self._faces(),
            "stylesheet": self._stylesheet(),
            "running": f"{self.config.site_name} · {self._citation}",
        }  # fmt: skip
        return context | (self._places(self.document) if self.document else _NOWHERE)

    @property
    def _languages(self) -> list[str]:
        return i18n(self.config).build_languages

    @property
    def _is_text(self) -> bool:
        return self.path == WHOLE or bool(self.model and not self.model.editorial)

    @property
    def _view(self) -> str:
        if self.derived:
            return self.derived.view
        # under `mkdocs serve`, a page that asks for what there is not is shown with the finding
        return self.model.view if self.model and self.model.view in PAGE_VIEWS else ""

    @cached_property
    def _title(self) -> str:
        if self.derived:
            return self.derived.title
        return self.model.title if self.model else str(self.page.title)

    @property
    def _citation(self) -> str:
        """What the page as a whole is cited as: its one division, else its title."""
        divisions = self.model.divisions if self.model and not self.model.editorial else ()
        if len(divisions) == 1 and divisions[0].number:
            return divisions[0].citation
        return self._title

    def _description(self) -> str:
        if self.document is None:
            return self._title
        # the whole is described by its beginning
        shown = self.document.pages[0] if self.path == WHOLE else self.model
        return description(self.document, shown) if shown else self._title

    def _views(self) -> list[dict[str, Any]]:
        """The page in each language alone, and in both."""
        single = [
            {
                "locale": tag,
                "name": known_locale(tag).name,
                "url": self.links.to(self.path, locale=tag, view=""),
                "active": tag == self.locale and not self.bilingual,
                "home": _home(tag),
            }
            for tag in self._languages
        ]
        url = self.links.to(self.path, view=BOTH)
        home = _home(self.locale, both=True)
        both = {"locale": "", "name": "", "url": url, "active": self.bilingual, "home": home}
        return [*single, both]

    def _other_view(self) -> dict[str, Any]:
        """From one language to both, from both to the reader's own."""
        wanted = self.locale if self.bilingual else ""
        return next(view for view in self._views() if view["locale"] == wanted)

    def _alternates(self) -> list[dict[str, Any]]:
        """The page in each language that has it."""
        return [
            {"locale": tag, "absolute": absolute(self.config, self.path, tag)}
            for tag in self._languages
            if STATE.has_page(tag, self.path)
        ]

    def _picture(self) -> dict[str, Any]:
        return {
            "address": urljoin(self.config.site_url or "", picture_of(self.locale)),
            "width": WIDTH,
            "height": HEIGHT,
            "alt": " ".join(opening(self.document)) if self.document else "",
        }

    def _files(self) -> dict[str, Any]:
        """What can be taken away from this page, and the page that lists all."""
        if self.document is None or STATE.report is None:
            return {"offered": [], "all": ""}
        bitext = STATE.report.bitext
        sides = tuple(Side) if self.bilingual else (bitext.side_of(self.document),)
        listed = downloads_page(self.document)
        return {
            "offered": [
                {"called": file.format.called, "path": f"{FOLDER}/{file.name}"}
                for file in offered(bitext, sides)
            ],
            "all": self.links.to(listed, view="") if listed else "",
        }

    def _reviewed(self) -> dict[str, Any] | None:
        """How much of a page of the translation is reviewed, and where more is told of it."""
        if not self._is_text or self.bilingual or not STATE.bitext or not self.document:
            return None
        if self.document is not STATE.bitext.translation:
            return None
        told = reviewed_on(STATE.bitext, self.path)
        page = status_page(self.document)
        if told is None or not told[1] or not page:
            return None
        return {"some": told[0], "all": told[1], "url": self.links.to(page)}

    @property
    def _shown(self) -> list[str]:
        """The languages whose text the page shows, the reader's own first."""
        others = [tag for tag in self._languages if tag != self.locale and self.bilingual]
        return [self.locale, *others]

    def _edit(self) -> dict[str, Any]:
        """Where what the page shows is edited: its file in each language, and what fills it."""
        # the whole is made of many files
        shown = self._shown if self.path != WHOLE else []
        return {
            "files": [
                {"locale": tag, "url": url}
                for tag in shown
                if (url := edit_link(self.config, tag, self.path))
            ],
            "list": list_link(self.config, self._view),
        }

    def _report(self) -> str:
        """Where a slip on this page is told to the editors: with its citation and its address."""
        form = form_for(self._view, self._shown, i18n(self.config).default_language)
        place = (self._citation, absolute(self.config, self.own, self.locale))
        return report_link(self.config, form, self._citation, place)

    def _legislation(self) -> Markup:
        """What the page is, for search engines."""
        if self.document is None:
            return Markup()
        original = i18n(self.config).default_language
        homes = {tag: absolute(self.config, "index.md", tag) for tag in self._languages}
        trail = [
            (
                f"{entry.number} {entry.title}".strip(),
                absolute(self.config, entry.path, self.locale),
            )
            for entry in navigation.trail(self.document, self.path)[:-1]
        ]
        described = Described(
            self._title,
            absolute(self.config, self.path, self.locale),
            trail,
            whole=self.path in (WHOLE, self.document.pages[0].path),
        )
        return legislation(self.document, original, homes, described)

    def _stylesheet(self) -> Markup:
        layout = self.model.layout if self.model else ""
        more = needed(editorial=not self._is_text, layout=layout, view=self._view)
        return stylesheet(self.config, self.page.url, more)

    def _faces(self) -> list[str]:
        """The faces that set what is seen first: those of the rest come when they are met."""
        shown = shown_pages(self.document, self.path) if self.document else ()
        set_in: set[Emphasis] = set()
        left = _SEEN_FIRST
        for segment in (p.segment for page in shown[:1] for p in page.provisions()):
            set_in |= {part.emphasis for part in segment.stretches if part.start < left}
            left -= len(segment.text)
        slanted = ["italic"] if any(Emphasis.EM in emphasis for emphasis in set_in) else []
        bold = self._view in _BOLD or any(Emphasis.STRONG in emphasis for emphasis in set_in)
        strong = ["semibold"] if bold else []
        return ["regular", *slanted, *strong]

    def _places(self, document: Document) -> dict[str, Any]:
        """Where the page stands, and what it shows."""
        trail = navigation.trail(document, self.path)
        above = {entry.id for entry in trail}
        view = VIEWS.get(self._view)
        return {
            "outline": self._contents(document, above),
            "editorial": {
                folder: self.links.trees(entries, self.path, above, self.links.to(entries[0].path))
                for folder, entries in navigation.editorial(document).items()
            },
            "whole": {"url": self.links.to(WHOLE), "active": self.path == WHOLE},
            "breadcrumbs": [self.links.entry(entry) for entry in trail[:-1]],
            "children": [
                self.links.entry(entry) for entry in navigation.children(document, self.path)
            ],
            "rows": (
                view(STATE.report.bitext, document, self.path) if view and STATE.report else []
            ),
            **self._neighbours(document),
        }

    def _contents(self, document: Document, above: set[str]) -> list[Any]:
        """The table of contents: whole on the first page, to which the others lead for it."""
        entries = navigation.outline(document)
        first = document.pages[0].path
        if self.path == first:
            return [self.links.tree(entry, self.path, above) for entry in entries]
        return self.links.trees(entries, self.path, above, self.links.to(first, "contents"))

    def _neighbours(self, document: Document) -> dict[str, Any]:
        previous, following = navigation.neighbours(document, self.path)
        return {
            "previous": self.links.entry(previous) if previous else None,
            "next": self.links.entry(following) if following else None,
        }


_BOLD = {"documents", "downloads", "glossary", "organisations", "partners"}
"""Views whose entries have bold headings."""

_SEEN_FIRST = 900
"""Characters of a text that fill a first window, a desktop's too."""


def _home(locale: str, *, both: bool = False) -> str:
    """The address, below the site's root, of the first page in a language or in both."""
    return address(bilingual_path("index.md") if both else "index.md", locale)


_NOWHERE: dict[str, Any] = {
    "outline": [],
    "editorial": {},
    "whole": None,
    "breadcrumbs": [],
    "children": [],
    "rows": [],
    "previous": None,
    "next": None,
}
"""Of a page of texts that could not be read."""
