"""What the templates of overrides/ are given: `page`, a `PageContext`, and `site`, a `SiteContext`.

Nothing of the generator is seen by a template: it may ask for the fields below, and a field that
is not there ends the build. Beside the two it has three filters: `url` leads to an address below
the site's root, `css_string` and `json` write a value into a stylesheet or a script.

An address is below the site's root (`en/part-1/`), a link is relative to the page that has it
(`../part-1/`), an absolute address names the host as well. Where there is nothing, a text is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """A page or a section, as a table of contents lists it."""

    url: str
    """The link to it."""
    number: str = ""
    """As printed ("III."), or empty."""
    title: str = ""
    """Without the number."""
    active: bool = False
    """Whether it is the page that lists it."""
    children: tuple[ContentsItem, ...] = ()
    """What is below it, if the list shows that."""
    everything: bool = False
    """Whether it stands for the entries that the list leaves out: `url` leads to all of them."""


@dataclass(frozen=True, slots=True)
class ViewLink:
    """The page in another view: in one language, or in both."""

    locale: str
    """Its language; empty for the view in both."""
    name: str
    """What the language calls itself; empty for the view in both."""
    url: str
    """The link to it."""
    home: str
    """The address of the first page in that view."""
    active: bool = False
    """Whether it is the view that is shown."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The page in one of the site's languages, as search engines are told of it."""

    locale: str
    absolute: str
    """Its absolute address."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture that stands for the page where a link to it is shared."""

    address: str
    """Absolute."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    alt: str
    """What it says, in words."""


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file to take away that the page offers."""

    called: str
    """The name of its format."""
    path: str
    """Its address."""


@dataclass(frozen=True, slots=True)
class Files:
    """What can be taken away from the page."""

    offered: tuple[OfferedFile, ...] = ()
    all: str = ""
    """The link to the page that lists every file, or empty."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How much of a page of the translation is reviewed."""

    some: int
    """The number of texts that are."""
    all: int
    """The number of texts."""
    url: str
    """The link to the page that tells more."""


@dataclass(frozen=True, slots=True)
class EditedFile:
    """A file of the page, in the editor of the repository."""

    locale: str
    url: str
    """Absolute."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Where what the page shows is edited."""

    files: tuple[EditedFile, ...] = ()
    """Its file in each language that it shows; none for a page made of many files."""
    list: str = ""
    """The absolute address of the list that fills it, or empty."""


class LinkTo(Protocol):
    """Makes a link from a page to the page at `path` below its language's folder."""

    def __call__(self, path: str, anchor: str = "") -> str:
        """The link, which leads to the element with the id `anchor` if there is one."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """`page`: the page that a template sets out."""

    url: str
    """Its address; the filter `url` leads from here."""
    content: Markup
    """Its text as HTML; empty where a view alone fills it."""
    title: str
    kind: Literal["text", "editorial"]
    """Whether it is of the text, or the editors' own."""
    layout: str
    """How its text is set, as its front matter says: "cover", "closing" or empty."""
    view: str
    """The name of the view that fills it, or empty: see `diptych.site.views`."""
    rows: Sequence[object]
    """What the view lists; each view documents its rows."""
    bilingual: bool
    """Whether it shows both languages side by side."""
    first: bool
    """Whether it is the first page of the text, in whatever view."""

    locale: str
    """The reader's language, which is the page's."""
    interface: str
    """The language in which the site speaks to them: one of partials/languages/."""
    original: str
    """The language of the original."""
    called: Mapping[str, str]
    """What each language of the site is called in the page's, by its tag."""
    forms: Mapping[str, str]
    """The form of a citation in each language, by its tag, with `{place}` in it."""

    description: str
    """A sentence for search engines and previews."""
    address: str
    """Its absolute address."""
    canonical: str
    """The absolute address that stands for all views of the page in the reader's language."""
    alternates: tuple[Alternate, ...]
    """The page in each language that has it."""
    x_default: str
    """The absolute address of the one for readers of other languages."""
    picture: Picture
    legislation: Markup
    """What it is, for search engines, as JSON-LD; empty on pages of the editors."""

    outline: tuple[ContentsItem, ...]
    """The table of contents of the text, open where the page stands."""
    editorial: Mapping[str, tuple[ContentsItem, ...]]
    """The editors' pages, by their folder."""
    whole: ContentsItem | None
    """The page that holds the whole text."""
    breadcrumbs: tuple[ContentsItem, ...]
    """What encloses the page, the outermost first."""
    children: tuple[ContentsItem, ...]
    """The pages straight below it."""
    previous: ContentsItem | None
    """The page that is read before it."""
    next: ContentsItem | None
    """The page that is read after it."""

    start: str
    """The link to the first page in the reader's language."""
    home: str
    """The address of that page."""
    original_url: str
    """The link to the page in the original alone."""
    original_home: str
    """The address of the original's first page."""
    views: tuple[ViewLink, ...]
    """A page of the text in each language alone, and in both."""
    other_view: ViewLink | None
    """From one language to both, from both to the reader's own."""
    switch: tuple[ViewLink, ...]
    """The page in the other languages, in the same view."""

    files: Files
    reviewed: Reviewed | None
    """How the translation stands, on a page of it, if that is recorded."""
    edit: Edit
    report: str
    """The absolute address at which a slip is reported; empty where there is no repository."""

    faces: tuple[str, ...]
    """The typefaces that set what is seen first: "regular", "italic", "semibold"."""
    stylesheet: Markup
    """All stylesheets of the page, as one."""
    running: str
    """What stands at the head of each printed sheet."""

    link: LinkTo
    """Makes a link to another page, in the same language and view."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One of the outermost entries of the contents, as a page outside the languages lists it."""

    number: str
    """As printed, or empty."""
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """One language of the site."""

    locale: str
    interface: str
    """The language in which the site speaks to its readers."""
    root: str
    """The address of its first page."""
    outline: tuple[OutlineEntry, ...]
    """The outermost entries of its contents."""


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page, as the sitemap lists it."""

    absolute: str
    """Its absolute address."""
    alternates: tuple[Alternate, ...]
    """The page in each language."""
    x_default: str
    """The absolute address of the one for readers of other languages."""


@dataclass(frozen=True, slots=True)
class SiteContext:
    """`site`: what holds for every page in one language."""

    name: str
    """Its title."""
    repository: str
    """The address of the repository with the texts, or empty."""
    words: Mapping[str, str]
    """Words of the interface that the project says otherwise, by their keys."""
    languages: tuple[SiteLanguage, ...]
    sitemap: tuple[SitemapEntry, ...]
    """Every page of every language; a view in both languages is named by its page alone."""
    palette: Mapping[str, Mapping[str, str]]
    """The colours by their names, light and dark."""
    stylesheet: Markup
    """All stylesheets of the page that answers for an address that is not there, as one."""
    policy: Callable[[str], Markup] | None
    """Makes the Content-Security-Policy of a page from what its template writes into the head and
    the end; None where the page is served to be edited.
    """
