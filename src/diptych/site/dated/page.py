"""A page of an edition, before it is set out."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from diptych.safety.finished import Intended
from diptych.site.context import PageContext


@dataclass(frozen=True, slots=True)
class DatedPage:
    """A page of an edition, to be set out by the template of every page."""

    address: str
    """Its address below the site's root, which ends in a slash."""
    locale: str
    """The language of its readers."""
    page: PageContext
    root: HtmlElement
    """Its text as HTML, which the page has as its content."""

    @property
    def file(self) -> str:
        """The path of its file in the site."""
        return f"{self.address}index.html"

    @property
    def intended(self) -> Intended:
        """Its text as it is to be found again in the finished page."""
        return Intended.of(self.root)
