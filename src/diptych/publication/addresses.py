"""Where everything stands on the site: people cite these addresses."""

from __future__ import annotations

import posixpath

BOTH = "both"
"""The folder of the bilingual views, below a locale's folder."""
WHOLE = "whole.md"
"""The page that holds the whole text, below a locale's folder."""
FILES = "document"
"""What the files to take away are called where the project does not say."""
FOLDER = "downloads"
"""Where the files to take away stand below the site's root."""
INDEX = "pagefind"
"""Where the search index stands below the site's root."""


def picture_of(locale: str) -> str:
    """Where the picture of a shared link stands below the site's root."""
    return f"assets/preview.{locale}.png"


def suggestions_of(locale: str) -> str:
    """Where the phrases in a language that a search suggests stand below the site's root."""
    return f"search/{locale}.json"


def address(path: str, locale: str, first: str) -> str:
    """The address, below the site's root, of the page at `path` below the folder of `locale`.

    The language `first` lives at the root: `part-1.md` is `part-1/`, in another `en/part-1/`.
    """
    above, _, name = path.removesuffix(".md").rpartition("/")
    folder = "".join(f"{part}/" for part in (above, "" if name == "index" else name) if part)
    return folder if locale == first else f"{locale}/{folder}"


def relative(address: str, here: str) -> str:
    """The link that leads to `address` from the page at `here`, both below the site's root."""
    led = posixpath.relpath(f"/{address}", f"/{here}")
    return f"{led}/" if address.endswith("/") else led
