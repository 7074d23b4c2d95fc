"""Addresses of pages below the site's root, and links from one page to others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from build_state import STATE
from diptych.publication import addresses
from diptych.publication.addresses import BOTH
from diptych.site.contents import Entry, surroundings


def address(path: str, locale: str) -> str:
    """The address of a page below the site's root; the original lives at the root."""
    first = STATE.report.bitext.original.locale if STATE.report else "vi"
    return addresses.address(path, locale, first)


def absolute(config: MkDocsConfig, path: str, locale: str) -> str:
    """The same with the site's own address before it."""
    return urljoin(config.site_url or "", address(path, locale))


class Links:
    """Makes links from the page at `url`; those to the text keep the view of the page."""

    def __init__(self, url: str, locale: str, view: str = "") -> None:
        self.url = url
        self.locale = locale
        self.view = view
        """The folder of the page's view, below the locale's."""

    def to(
        self, path: str, anchor: str = "", *, locale: str | None = None, view: str | None = None
    ) -> str:
        """The page at `path` below the locale's folder, in this page's language and view or in
        those that are named.
        """
        locale = locale or self.locale
        view = self.view if view is None else view
        if view == BOTH and STATE.has_page(locale, f"{BOTH}/{path}"):
            path = f"{BOTH}/{path}"
        target = get_relative_url(address(path, locale), self.url)
        return f"{target}#{anchor}" if anchor else target

    def entry(self, entry: Entry) -> dict[str, Any]:
        """An entry of the contents as a template has it."""
        return {
            "id": entry.id,
            "number": entry.number,
            "title": entry.title,
            "url": self.to(entry.path, entry.anchor),
        }

    def tree(self, entry: Entry, current: str, above: set[str]) -> dict[str, Any]:
        """The same, and what is below it if it is open: a page shows no others.

        `current` is the path of the page, `above` the ids of what holds it.
        """
        opened = entry.id in above or entry.path == current
        children = entry.children if opened else ()
        return self.entry(entry) | {
            "active": entry.path == current and not entry.anchor,
            "children": self.trees(children, current, above, self.to(entry.path)),
        }

    def trees(
        self, entries: Sequence[Entry], current: str, above: set[str], everything: str
    ) -> list[dict[str, Any]]:
        """Entries side by side; of very many those around the page, and where `everything` is."""
        shown = surroundings(entries, current, above)
        trees = [self.tree(entry, current, above) for entry in shown]
        return trees if len(shown) == len(entries) else [*trees, {"everything": everything}]
