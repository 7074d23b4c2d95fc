"""What a rendered page links to and shows, named from another place of the site."""

from __future__ import annotations

import re
from posixpath import join, normpath, relpath

from lxml.html import HtmlElement

_NAMED = {"a": "href", "img": "src"}
_REST = re.compile(r"[?#]")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/?#]|$")
"""How an address begins that does not depend on its page; one of the page itself stays, too."""


def lead(element: HtmlElement, page: str, shown: str) -> None:
    """Let the link or the picture `element`, rendered for the page at `page`, hold at `shown`.

    Both are addresses below the site's root, such as `part-1/`. What lies below is left alone.
    """
    attribute = _NAMED.get(str(element.tag))
    address = element.get(attribute) if attribute else None
    if not attribute or not address or _ELSEWHERE.match(address):
        return
    path = _REST.split(address, maxsplit=1)[0]
    folder = "/" if path.rpartition("/")[2] in ("", ".", "..") else ""
    target = normpath(join(page or ".", path))
    element.set(attribute, relpath(target, shown or ".") + folder + address[len(path) :])
