"""Pictures of a page that is shown elsewhere too: beside the other language, on the whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from posixpath import join, normpath

from markupsafe import Markup

from diptych.site.rendering.page_blocks import parsed, serialised

SCHEME = "picture:"
"""Stands before a picture's path below the folder of texts, until its page's address is known."""
_PLACED = re.compile(rf'(?<=src="){SCHEME}([^"]*)')
_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/#?]")


def placed(html: Markup, folder: str) -> Markup:
    """`html` with its pictures named from the folder of texts; it was written in `folder` there."""
    if "<img" not in html:
        return html
    root = parsed(html)
    for picture in root.iter("img"):
        named = picture.get("src") or ""
        if not _ADDRESS.match(named):
            picture.set("src", SCHEME + normpath(join(folder, named)))
    return serialised(root)


def led(page: str, address: Callable[[str], str]) -> str:
    """A whole page with its pictures at the `address` of each, by its path."""
    if SCHEME not in page:
        return page
    return _PLACED.sub(lambda found: address(found[1]), page)
