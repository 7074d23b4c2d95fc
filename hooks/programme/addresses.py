"""Where a page of the text stands on the site."""

from __future__ import annotations


def address(path: str, locale: str, first: str) -> str:
    """The address, below the site's root, of the page at `path` below the folder of `locale`.

    The language `first` lives at the root: `part-1.md` is `part-1/`, in another `en/part-1/`.
    """
    above, _, name = path.removesuffix(".md").rpartition("/")
    folder = "".join(f"{part}/" for part in (above, "" if name == "index" else name) if part)
    return folder if locale == first else f"{locale}/{folder}"
