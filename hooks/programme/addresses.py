"""Where a page of the text stands on the site."""

from __future__ import annotations


def address(path: str, locale: str, first: str) -> str:
    """The address, below the site's root, of the page at `path` below the folder of `locale`.

    The language `first` lives at the root: `part-1.md` is `part-1/`, in another `en/part-1/`.
    """
    folder = path.removesuffix(".md").removesuffix("index")
    if folder and not folder.endswith("/"):
        folder += "/"
    return folder if locale == first else f"{locale}/{folder}"
