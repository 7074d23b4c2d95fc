"""The addresses of everything on the site, which people cite."""

from __future__ import annotations

import posixpath
from datetime import date
from functools import lru_cache

BOTH = "both"
"""The name of the folder of the bilingual views, below a locale's folder."""
WHOLE = "whole.md"
"""The path of the page that holds the whole text, below a locale's folder."""
FILES = "document"
"""What the files to take away are called where the project does not say."""
FOLDER = "downloads"
"""The folder of the files to take away, below the site's root."""
FEED = "feed.xml"
"""The name of the feed of editions, below the site's root and below a language's folder."""
INDEX = "pagefind"
"""The folder of the search index, below the site's root."""
TERMS = "search/terms.json"
"""The path of the terms and names in both languages, below the site's root."""


EDITIONS = "editions"
"""The folder of the texts as they were published, below the site's root."""

OFFLINE = "offline"
"""What the folder of what browsers keep for readers without a network is called, and the page that
is shown where a page was not kept; below the site's root.
"""
WINDOWS = "windows.html"
"""The path of what scripts show over a page when it is asked for, below the site's root."""
WORKER = "service-worker.js"
"""The path of the service worker: from the root it may answer for every page."""


def edition_address(day: date, shown: str = "", document: str = "") -> str:
    """The address, below the site's root, of the text as published on `day`; of the `document` in
    that folder, on a site of several.

    `shown` is the tag of a language or `BOTH`; without it, it is the page that leads to these.
    """
    below = "".join(f"{part}/" for part in (document, shown) if part)
    return f"{EDITIONS}/{day.isoformat()}/{below}"


def manifest_of(locale: str) -> str:
    """The path, below the site's root, of the web app manifest in `locale`."""
    return f"manifest.{locale}.webmanifest"


def picture_of(locale: str, folder: str = "") -> str:
    """The path, below the site's root, of the picture for shared links to pages in `locale`: to
    those of the document in `folder`, on a site of several.
    """
    return f"assets/preview.{folder}{'.' if folder else ''}{locale}.png"


def feed_of(locale: str, first: str) -> str:
    """The path, below the site's root, of the feed in `locale`; that of `first` is at the root."""
    return FEED if locale == first else f"{locale}/{FEED}"


def suggestions_of(locale: str) -> str:
    """The path, below the site's root, of the phrases in `locale` that a search suggests."""
    return f"search/{locale}.json"


def beside_of(page: str) -> str:
    """The path, below the site's root, of the other language's texts for the page at `page`."""
    return f"search/{page}beside.json"


def placed(path: str, folder: str) -> str:
    """The path, below a language's folder, of the page at `path` of the document in `folder`.

    `part-1.md` becomes `plan/part-1.md`, and its bilingual view `both/plan/part-1.md`: the views of
    all documents are below one folder.
    """
    if not folder:
        return path
    view = f"{BOTH}/" if path.startswith(f"{BOTH}/") else ""
    return f"{view}{folder}/{path[len(view) :]}"


def address(path: str, locale: str, first: str) -> str:
    """The address, below the site's root, of the page at `path` below the folder of `locale`.

    The language `first` stands at the root: `part-1.md` has the address `part-1/` there, and
    `en/part-1/` in another language.
    """
    above, _, name = path.removesuffix(".md").rpartition("/")
    folder = "".join(f"{part}/" for part in (above, "" if name == "index" else name) if part)
    return folder if locale == first else f"{locale}/{folder}"


@lru_cache(100_000)  # every page leads to the same places, and the next build does again
def relative(address: str, here: str) -> str:
    """The link that leads to `address` from the page at `here`, both below the site's root."""
    led = posixpath.relpath(f"/{address}", f"/{here}")
    return f"{led}/" if address.endswith("/") else led
