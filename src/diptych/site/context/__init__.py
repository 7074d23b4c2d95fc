"""What the templates of overrides/ are given: `page`, a `PageContext`, and `site`, a `SiteContext`.

Nothing of the generator is seen by a template: it may ask for the fields below, and a field that
is not there ends the build. Beside the two it has three filters: `url` leads to an address below
the site's root, `css_string` and `json` write a value into a stylesheet or a script.

An address is below the site's root (`en/part-1/`), a link is relative to the page that has it
(`../part-1/`), an absolute address names the host as well. Where there is nothing, a text is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from markupsafe import Markup

from diptych.language.interface import InterfaceWords


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """A page or a section as a table of contents lists it."""

    url: str
    """The link to the entry."""
    number: str = ""
    """The number as printed ("III."), or empty."""
    title: str = ""
    """The title without its number."""
    active: bool = False
    """Whether the entry is the page that lists it."""
    children: tuple[ContentsItem, ...] = ()
    """The entries below this one, if the list shows them."""
    everything: bool = False
    """Whether the entry stands for those that the list leaves out: `url` leads to all of them."""


@dataclass(frozen=True, slots=True)
class ViewLink:
    """The page in another view: in one language, or in both."""

    locale: str
    """The language of the view; empty for the view in both."""
    name: str
    """The name by which that language calls itself; empty for the view in both."""
    url: str
    """The link to the page in that view."""
    home: str
    """The address of the first page in that view."""
    active: bool = False
    """Whether this view is the one that is shown."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The page in one of the site's languages, for search engines."""

    locale: str
    absolute: str
    """The absolute address of the page in that language."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture that stands for the page where a link to it is shared."""

    address: str
    """The absolute address of the picture."""
    width: int
    """The width in pixels."""
    height: int
    """The height in pixels."""
    alt: str
    """What the picture says, in words."""


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file to take away that the page offers."""

    called: str
    """The name of its format."""
    path: str
    """The address of the file."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files to take away that the page offers."""

    offered: tuple[OfferedFile, ...] = ()
    all: str = ""
    """The link to the page that lists every file, or empty."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How much of a page of the translation is reviewed."""

    some: int
    """The number of texts that are reviewed."""
    all: int
    """The number of all texts."""
    url: str
    """The link to the page that tells more."""


@dataclass(frozen=True, slots=True)
class PassageHistory:
    """What editions did to the passages of a page."""

    url: str
    """The link to the history of a passage, without the id of the passage at its end."""
    touched: tuple[str, ...]
    """The ids of the passages of the page that an edition touched."""
    since: str
    """The date of the oldest edition, since which all others are unchanged."""


@dataclass(frozen=True, slots=True)
class CitedEdition:
    """The newest edition, from which passages of the page can be cited as they are."""

    day: str
    """Its day, as the reader's language writes it."""
    form: str
    """What a citation from it says of it, behind the place that is cited."""
    address: str
    """The absolute address of its text in the reader's language."""
    differing: tuple[str, ...]
    """The ids of the passages of the page that it does not have as they are."""


@dataclass(frozen=True, slots=True)
class EditedFile:
    """A file of the page as the editor of the repository opens it."""

    locale: str
    url: str
    """The absolute address of the editor with the file."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Where what the page shows is edited."""

    files: tuple[EditedFile, ...] = ()
    """The page's file in each language that it shows; none for a page made of many files."""
    list: str = ""
    """The absolute address of the list that fills the page, or empty."""


@dataclass(frozen=True, slots=True)
class PastSaid:
    """What a page with an edition says of it in one language."""

    words: InterfaceWords
    """The words in which it is said."""
    day: str
    """The day of the edition, as that language writes it."""
    locale: str
    """The language of the present text to which it leads."""
    present: str
    """The link to the present text."""
    documents: bool
    """Whether that is the home page, where several documents are listed."""
    address: str
    """The absolute address of the present text, for print."""


@dataclass(frozen=True, slots=True)
class Past:
    """That a page shows the text as it was published on a day."""

    day: str
    """The day, as ISO 8601 has it."""
    since: Literal["unchanged", "changed", "withdrawn"]
    """What became of the text since: nothing in it has changed, or something, or its document is
    not on the site any more."""
    said: tuple[PastSaid, ...]
    """What is said of it in each language of the page, the reader's first."""


class LinkTo(Protocol):
    """Makes a link from a page to the page at `path` below its language's folder."""

    def __call__(self, path: str, anchor: str = "") -> str:
        """The link, which leads to the element with the id `anchor` if there is one."""


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """One of several documents, in which alone a reader may search."""

    name: str
    """The name by which the search index knows it."""
    called: str
    """What it is called beside others."""


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """What a view lists of one of several documents."""

    id: str
    """What its heading's id ends with."""
    name: str
    """What the document is called beside others."""
    url: str
    """The link to its first page."""
    rows: Sequence[object]
    link: LinkTo = field(compare=False)
    """The maker of links to its pages."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """`page`: the page that a template sets out."""

    url: str
    """The page's address, from which the filter `url` leads."""
    content: Markup
    """The page's text as HTML; empty where a view alone fills it."""
    title: str
    kind: Literal["text", "editorial"]
    """Whether the page is of the text, or the editors' own."""
    layout: str
    """The layout that the front matter asks for: "cover", "closing" or empty."""
    view: str
    """The name of the view that fills the page, or empty: see `diptych.site.views`."""
    template: str
    """The template that sets out the view's rows, or empty where the page has only its text."""
    rows: Sequence[object]
    """The rows that the view lists; each view documents its own."""
    sections: tuple[DocumentSection, ...]
    """The rows of each document, where the view lists them by document, in the place of `rows`."""
    bilingual: bool
    """Whether the page shows both languages side by side."""
    first: bool
    """Whether the page is the first of the text, in whatever view; of a site with several documents
    the home page is, where they are listed."""
    document: str
    """What the page's document is called beside others; empty on a site with one."""
    folder: str
    """The folder of the page's document, on a site of several; else empty."""

    locale: str
    """The tag of the reader's language, which is the page's."""
    direction: Literal["ltr", "rtl"]
    """The direction in which that language is written."""
    words: InterfaceWords
    """The words in which the site speaks to the reader, by their keys."""
    original: str
    """The tag of the original's language."""
    forms: Mapping[str, str]
    """By tag of a language, the form of a citation in it, with `{place}`."""

    description: str
    """A sentence for search engines and previews."""
    address: str
    """The page's absolute address."""
    canonical: str
    """The absolute address that stands for all views of the page in the reader's language."""
    alternates: tuple[Alternate, ...]
    """The page in each language that has it."""
    x_default: str
    """The absolute address of the page for readers of other languages."""
    picture: Picture
    legislation: Markup
    """The page described for search engines, as JSON-LD; empty on pages of the editors, and in the
    bilingual views, for which search engines are led to the page in one language."""

    outline: tuple[ContentsItem, ...]
    """The table of contents of the text, open at the page."""
    editorial: Mapping[str, tuple[ContentsItem, ...]]
    """The entries of the editors' pages, by their folder."""
    apart: tuple[str, ...]
    """The folders of editors' pages, which no view shows in both languages, below that of the
    language; "." if the site's first page is one, too."""
    whole: ContentsItem | None
    """The entry of the page that holds the whole text, or None."""
    breadcrumbs: tuple[ContentsItem, ...]
    """The entries that enclose the page, the outermost first."""
    children: tuple[ContentsItem, ...]
    """The entries of the pages straight below this one."""
    previous: ContentsItem | None
    """The entry of the page that is read before this one, or None."""
    next: ContentsItem | None
    """The entry of the page that is read after this one, or None."""

    start: str
    """The link to the first page in the reader's language."""
    home: str
    """The address of the first page in the reader's language."""
    original_url: str
    """The link to the page in the original alone."""
    original_home: str
    """The address of the first page of the original."""
    views: tuple[ViewLink, ...]
    """The links to a page of the text in each language alone, and in both."""
    other_view: ViewLink | None
    """The link from one language to both, or from both to the reader's own; or None."""
    switch: tuple[ViewLink, ...]
    """The links to the page in the other languages, in the same view."""

    files: Files
    reviewed: Reviewed | None
    """How much of the page is reviewed; None if it is no translation or nothing is recorded."""
    history: PassageHistory | None
    """What editions did to the passages of a page of the text; None before the first edition."""
    edition: CitedEdition | None
    """The newest edition, on a page of the present text; None before the first one."""
    taken: tuple[str, ...]
    """The ids of the passages of the page that were other passages' in an earlier edition."""
    feed: str
    """The address of the feed of editions in the reader's language, or empty."""
    edit: Edit
    report: str
    """The absolute address at which a slip is reported; empty without a repository."""

    faces: tuple[str, ...]
    """The typefaces that set what is seen first: "regular", "italic", "semibold"."""
    stylesheet: Markup
    """The stylesheets of the page as one."""
    running: str
    """The words at the head of each printed sheet."""

    past: Past | None
    """That the page shows an edition; None for the present text."""

    link: LinkTo = field(compare=False)
    """The maker of links to other pages, in the same language and view."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """An outermost entry of the contents, as a page outside the languages lists it; or one of the
    documents of a site with several.
    """

    number: str
    """The number as printed, or empty."""
    title: str
    address: str
    document: bool = False
    """Whether it is a whole document."""


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """One language of the site."""

    locale: str
    direction: Literal["ltr", "rtl"]
    """The direction in which it is written."""
    words: InterfaceWords
    """The words in which the site speaks to its readers, by their keys."""
    form: str
    """The form of a citation in it, with `{place}`; empty on a site of several documents, and where
    the text cannot be read."""
    root: str
    """The address of the first page in that language."""
    outline: tuple[OutlineEntry, ...]
    """The outermost entries of the contents in that language."""
    choices: tuple[DocumentChoice, ...]
    """The documents of a site with several, in which a reader may search; else none."""


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page as the sitemap lists it."""

    absolute: str
    """The absolute address of the page."""
    alternates: tuple[Alternate, ...]
    """The page in each language."""
    x_default: str
    """The absolute address of the page for readers of other languages."""


@dataclass(frozen=True, slots=True)
class SiteContext:
    """`site`: what holds for every page in one language."""

    name: str
    """The title of the site."""
    base: str
    """The path of the site's root on its host, which ends in a slash."""
    offline: bool
    """Whether browsers are asked to keep the text for readers without a network."""
    repository: str
    """The address of the repository with the texts, or empty."""
    languages: tuple[SiteLanguage, ...]
    sitemap: tuple[SitemapEntry, ...]
    """Every page of every language; a view in both languages is named by its page alone."""
    moved: bool
    """Whether addresses of earlier editions lead elsewhere now: see `diptych.site.dated.moved`."""
    palette: Mapping[str, Mapping[str, str]]
    """The colours by their names, under "light" and "dark"."""
    stylesheet: Markup
    """The stylesheets, as one, of the page that answers for an address that does not exist."""
    policy: Callable[[str], Markup] | None
    """The maker of a page's Content-Security-Policy from what its template writes into the head and
    the end; None where the page is served to be edited."""
