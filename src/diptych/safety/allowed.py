"""What a text may bring into a page: elements, attributes and addresses. Nothing else does."""

from __future__ import annotations

from html import unescape
from urllib.parse import unquote

from diptych.patterns import pattern_of

WRITTEN = {"br": frozenset[str](), "sup": frozenset[str](), "sub": frozenset[str](),
           "abbr": frozenset({"title", "lang"})}  # fmt: skip
"""The elements that may be written as HTML, with their attributes."""

RENDERED = frozenset({
    "a", "abbr", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "img", "li", "ol", "p", "pre", "span", "strong", "sub", "sup", "table", "tbody", "td",
    "th", "thead", "tr", "ul",
})  # fmt: skip
"""The elements that Markdown can become."""
RENDERED_ATTRIBUTES = frozenset({
    "align", "alt", "aria-label", "class", "dir", "href", "id", "lang", "role", "src",
    "start", "title", "value",
})  # fmt: skip

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
RENDERED_CLASSES = frozenset({"footnote", "footnote-backref", "footnote-ref", "highlight"})
"""The classes that Markdown gives of itself. A block of code can name any other, and an id; the
site's own styles and scripts know theirs."""
RENDERED_IDS = pattern_of(r"fn(?:ref)?\d*:")
"""An expression for the beginning of the ids that Markdown gives of itself, but for headings."""

_SCHEMES = frozenset({"http", "https", "mailto"})
_SCHEME = pattern_of(r"([a-z][a-z0-9+.\-]*):")
_PASSED_OVER = pattern_of(r"[\x00-\x20\x7f-\xa0\xad\u2000-\u200f\u2028-\u202f\u2060\u3000\ufeff]")
"""An expression for characters in an address that browsers, or people, do not see."""
_ROUNDS = 3
"""How many times over something may be written as something else: `&amp;#106;`, `%256a`."""


def scheme(address: str) -> str | None:
    """The scheme of an address, however it is spelled, in lower case; None without one."""
    if ":" not in address and "&" not in address and "%" not in address:
        return None
    for _ in range(_ROUNDS):
        plain = unquote(unescape(address))
        if plain == address:
            break
        address = plain
    match = _SCHEME.match(_PASSED_OVER.sub("", address).lower())
    return match[1] if match else None


def runs(address: str) -> bool:
    """Whether `address` can do anything else than lead to a page or a letter.

    A host without a scheme (`//host`) leads to a file where the page is one.
    """
    found = scheme(address)
    return _bare(address).startswith("//") if found is None else found not in _SCHEMES


def remote(address: str) -> bool:
    """Whether `address` leads out of the site."""
    return scheme(address) is not None or _bare(address).startswith("//")


def _bare(address: str) -> str:
    return _PASSED_OVER.sub("", unescape(address)).replace("\\", "/")
