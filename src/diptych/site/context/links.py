"""Links from one page to others."""

from __future__ import annotations

from collections.abc import Sequence, Set

from diptych.publication.addresses import BOTH, placed, relative
from diptych.site.build import Build
from diptych.site.contents import ContentsEntry, surroundings
from diptych.site.context import ContentsItem
from diptych.site.site_settings import SiteSettings


class PageLinks:
    """Makes links from the page at `url`; those to the text keep the view of the page."""

    def __init__(
        self,
        site: SiteSettings,
        build: Build,
        url: str,
        locale: str,
        view: str = "",
        folder: str = "",
    ) -> None:
        self._site = site
        self._build = build
        self._url = url
        self._locale = locale
        self._view = view
        """The folder of the page's view, below the locale's folder."""
        self._folder = folder
        """The folder of the page's document, on a site of several."""

    def to(
        self, path: str, anchor: str = "", *, locale: str | None = None, view: str | None = None
    ) -> str:
        """The link to the page at `path` of the page's document, in this page's language and view
        or in those that are named.
        """
        return self.to_any(placed(path, self._folder), anchor, locale=locale, view=view)

    def to_any(
        self, path: str, anchor: str = "", *, locale: str | None = None, view: str | None = None
    ) -> str:
        """The link to the page at `path` below the locale's folder, likewise."""
        locale = locale or self._locale
        view = self._view if view is None else view
        if view == BOTH and self._build.has_page(locale, f"{BOTH}/{path}"):
            path = f"{BOTH}/{path}"
        target = relative(self._site.address(path, locale), self._url)
        return f"{target}#{anchor}" if anchor else target

    def item(self, entry: ContentsEntry) -> ContentsItem:
        """The entry as the contents list it, without those below it."""
        return ContentsItem(self.to(entry.path, entry.anchor), entry.number, entry.title)

    def items(
        self, entries: Sequence[ContentsEntry], current: str, above: Set[str], everything: str
    ) -> tuple[ContentsItem, ...]:
        """`entries`, which stand side by side, with what is below them; of very many only those
        around the page, and the link `everything` to all.

        `current` is the path of the page, `above` has the ids of what encloses it.
        """
        shown = surroundings(entries, current, above)
        items = tuple(self.tree(entry, current, above) for entry in shown)
        if len(shown) == len(entries):
            return items
        return (*items, ContentsItem(everything, everything=True))

    def tree(self, entry: ContentsEntry, current: str, above: Set[str]) -> ContentsItem:
        """The entry with what is below it if it is open: a page shows no others."""
        opened = entry.id in above or entry.path == current
        children = entry.children if opened else ()
        return ContentsItem(
            self.to(entry.path, entry.anchor),
            entry.number,
            entry.title,
            active=entry.path == current and not entry.anchor,
            children=self.items(children, current, above, self.to(entry.path)),
        )
