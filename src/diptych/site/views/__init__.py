"""The views, found by themselves: a module here is a view, and its name is the module's.

A page asks for a view by its name (`view:` in its front matter). A view is a module with a `VIEW`,
whose `rows` are what it lists, and the template of its name in overrides/partials/views/, which
sets out the rows (`page.rows`).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from diptych.editions.site_history import SiteHistory
from diptych.model import Document
from diptych.project.bitext import Bitext
from diptych.project.settings import Settings
from diptych.publication.view_names import VIEW_NAMES


@dataclass(frozen=True, slots=True)
class View:
    """What fills a page beyond its own text, and what others need to know of it."""

    rows: Callable[[Bitext, Document, str], Sequence[object]] = lambda *_: ()
    """A function from both texts, the one in the reader's language and the page's path to the rows.

    The rows are dataclasses of plain values for the template; HTML among them is `Markup`.
    """
    editions: Callable[[SiteHistory, Bitext, Document], Sequence[object]] | None = None
    """For a view that lists what editions changed, in the place of `rows`: a function from the
    history of the site, both texts and the one in the reader's language to the rows.
    """
    edited_in: Callable[[Settings], Path | None] = lambda _: None
    """A function from the settings to the list that fills the view and is edited, or None."""
    styles: tuple[str, ...] = ("editorial",)
    """The view's stylesheets in overrides/assets/stylesheets/, besides that of every page."""
    bold: bool = False
    """Whether its entries have bold headings, so that their typeface is asked for at once."""
    by_document: bool = False
    """Whether the site's own pages list its rows for each of several documents by itself."""
    form: str = ""
    """The form of .github/ISSUE_TEMPLATE/ by which a slip on its page is reported, if not one for
    slips in a text.
    """


NO_VIEW = View(styles=())
"""The view of a page that is filled by its own text alone."""


@cache
def all_views() -> Mapping[str, View]:
    """Every view by its name. Imports the modules on first use; each must have a `VIEW`."""
    return {name: importlib.import_module(f"{__name__}.{name}").VIEW for name in VIEW_NAMES}
