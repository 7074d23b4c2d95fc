"""The runs of text of a rendered provision, and links put into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import html
from lxml.html import HtmlElement

_NO_PROSE = {"a", "code", "pre", "sup", "ul", "ol", "p", "table", "blockquote", "div"}
"""The elements that are no part of a provision's own text."""


class PutLink(NamedTuple):
    """A link to be put around a stretch of a run of text."""

    start: int
    end: int
    kind: str
    """The class of the link."""
    address: str


def text_runs(element: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """Every run of the own text of `element` in order, as (element, whether it is its tail)."""
    yield element, False
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _NO_PROSE:
            yield from text_runs(child)
        yield child, True


def text_of(element: HtmlElement, *, tail: bool) -> str:
    """The text of a run."""
    return (element.tail if tail else element.text) or ""


def put_links(element: HtmlElement, links: Sequence[PutLink], *, tail: bool) -> None:
    """Put `links`, in their order and none within another, into a run of text."""
    parent = element.getparent() if tail else element
    if parent is None or not links:
        return
    text = text_of(element, tail=tail)
    before = text[: links[0].start]
    at = parent.index(element) + 1 if tail else 0
    if tail:
        element.tail = before
    else:
        element.text = before
    for offset, put in enumerate(links):
        link = html.Element("a", {"class": put.kind, "href": put.address})
        link.text = text[put.start : put.end]
        behind = links[offset + 1].start if offset + 1 < len(links) else len(text)
        link.tail = text[put.end : behind]
        parent.insert(at + offset, link)
