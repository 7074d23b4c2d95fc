"""What a page's template is given: plain dictionaries with links made for that page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from build_state import STATE, i18n, locale_of
from programme import navigation
from programme.description import description
from programme.guide import Guide
from programme.locales import locale as known_locale
from programme.model import Document
from programme.model import Page as ModelPage
from programme.navigation import Entry
from programme.reference import FOLDER, all_guides, path_of
from programme.views import VIEWS
from programme.views.bilingual import FOLDER as BOTH
from programme.views.rules import guide_at


def context_of(page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """The `programme` variable of the page templates."""
    locale = locale_of(page)
    own = page.file.src_uri.removeprefix(f"{locale}/")
    path = own.removeprefix(f"{BOTH}/")
    document = STATE.document(locale)
    model = document.page(path) if document else None
    told = guide_at(path)
    links = _Links(page.url, locale, BOTH if own != path else "")
    alternates = _alternates(path, config)
    original = i18n(config).default_language
    context: dict[str, Any] = {
        "locale": locale,
        "kind": "editorial" if told or (model and model.editorial) else "text",
        "layout": page.meta.get("layout", ""),
        "view": page.meta.get("view", ""),
        "description": _description(document, model, told),
        # a bilingual view is another form of its page in the reader's language
        "canonical": _absolute(config, path, locale) if model else page.canonical_url,
        "alternates": alternates,
        "x_default": next((a["absolute"] for a in alternates if a["locale"] == original), ""),
        "link": links.to,
        "original_url": links.to(path, locale=original, folder=""),
        "views": _views(path, links, own, config) if model and not model.editorial else [],
        "switch": [
            {"locale": tag, "name": known_locale(tag).name, "url": links.to(path, locale=tag)}
            for tag in i18n(config).build_languages
            if tag != locale and any(a["locale"] == tag for a in alternates)
        ],
        "outline": [],
        "editorial": [],
        "breadcrumbs": [],
        "children": [],
        "previous": None,
        "next": None,
    }
    if document is None:
        return context
    if model is None and told is None:
        return context
    trail = navigation.trail(document, path)
    above = {entry.id for entry in trail}
    context |= {
        "outline": [links.tree(top, path, above) for top in navigation.outline(document)],
        "editorial": [links.tree(e, path, above) for e in navigation.editorial(document)],
        "breadcrumbs": [_reference(document, links)]
        if told
        else [links.entry(entry) for entry in trail[:-1]],
        "children": [links.entry(entry) for entry in navigation.children(document, path)],
    }
    context |= _neighbours(document, path, links)
    view = VIEWS.get(context["view"])
    if view and STATE.report:
        context["rows"] = view(STATE.report.bitext, document, path)
    return context


def _views(path: str, links: _Links, own: str, config: MkDocsConfig) -> list[dict[str, Any]]:
    """The page in each language alone, and in both."""
    single = [
        {
            "locale": tag,
            "name": known_locale(tag).name,
            "url": links.to(path, locale=tag, folder=""),
            "active": tag == links.locale and own == path,
        }
        for tag in i18n(config).build_languages
    ]
    both = {"locale": "", "name": "", "url": links.to(path, folder=BOTH), "active": own != path}
    return [*single, both]


def _description(document: Document | None, model: ModelPage | None, told: Guide | None) -> str:
    if told and document:
        return told.summary(document.locale)
    return description(document, model) if document and model else ""


def _reference(document: Document, links: _Links) -> dict[str, Any]:
    """The way back to the list of rules."""
    index = f"{FOLDER}/index.md"
    page = document.page(index)
    return {"number": "", "title": page.title if page else "", "url": links.to(index)}


def sitemap(config: MkDocsConfig) -> list[dict[str, Any]]:
    """Every page that both languages have, with the absolute address in each."""
    languages = i18n(config).build_languages
    documents = [doc for tag in languages if (doc := STATE.document(tag)) is not None]
    rules = [path_of(guide.code) for guide in all_guides()]
    return [
        {
            "locale": document.locale,
            "absolute": _absolute(config, path, document.locale),
            "alternates": [
                {"locale": tag, "absolute": _absolute(config, path, tag)} for tag in languages
            ],
            "x_default": _absolute(config, path, languages[0]),
        }
        for document in documents
        for path in (*(page.path for page in document.pages), *rules)
    ]


def outlines() -> dict[str, list[dict[str, Any]]]:
    """For each language, the outermost entries of the contents with their addresses."""
    documents = STATE.report.bitext.documents if STATE.report else ()
    return {
        document.locale: [
            {
                "number": entry.number,
                "title": entry.title,
                "address": address(entry.path, document.locale),
            }
            for entry in navigation.outline(document)
        ]
        for document in documents
    }


class _Links:
    """Makes links from one page to others."""

    def __init__(self, url: str, locale: str, folder: str = "") -> None:
        self.url = url
        self.locale = locale
        self.folder = folder
        """Of the view, below the locale's: its pages lead to each other."""

    def to(
        self, path: str, anchor: str = "", *, locale: str | None = None, folder: str | None = None
    ) -> str:
        """The page at `path` in this view, or in that of `folder`; editors' pages have one."""
        chosen = self.folder if folder is None else folder
        document = STATE.document(locale or self.locale)
        page = document.page(path) if document else None
        if chosen and page and not page.editorial:
            path = f"{chosen}/{path}"
        target = get_relative_url(address(path, locale or self.locale), self.url)
        return f"{target}#{anchor}" if anchor else target

    def entry(self, entry: Entry) -> dict[str, Any]:
        return {
            "id": entry.id,
            "number": entry.number,
            "title": entry.title,
            "url": self.to(entry.path, entry.anchor),
        }

    def tree(self, entry: Entry, current: str, above: set[str]) -> dict[str, Any]:
        """The entry, and those below it if it is open: a page shows no others."""
        opened = entry.id in above or entry.path == current
        children = entry.children if opened else ()
        return self.entry(entry) | {
            "active": entry.path == current and not entry.anchor,
            "open": opened,
            "children": [self.tree(child, current, above) for child in children],
        }


def _neighbours(document: Document, path: str, links: _Links) -> dict[str, Any]:
    previous, following = navigation.neighbours(document, path)
    return {
        "previous": links.entry(previous) if previous else None,
        "next": links.entry(following) if following else None,
    }


def _alternates(path: str, config: MkDocsConfig) -> list[dict[str, Any]]:
    """The page in each language that has it."""
    return [
        {
            "locale": tag,
            "absolute": _absolute(config, path, tag),
        }
        for tag in i18n(config).build_languages
        if (document := STATE.document(tag)) is not None and (document.page(path) or guide_at(path))
    ]


def _absolute(config: MkDocsConfig, path: str, locale: str) -> str:
    return urljoin(config.site_url or "", address(path, locale))


def address(path: str, locale: str) -> str:
    """The address of a page below the site's root; the first language lives at the root."""
    folder = path.removesuffix(".md").removesuffix("index")
    if folder and not folder.endswith("/"):
        folder += "/"
    first = STATE.report.bitext.original.locale if STATE.report else "vi"
    return folder if locale == first else f"{locale}/{folder}"
