"""A rendered page (an HTML fragment) -> its blocks in reading order, as the model knows them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from lxml import etree, html
from lxml.html import HtmlElement
from markupsafe import Markup

from diptych.model import Kind
from diptych.patterns import pattern_of
from diptych.safety.allowed import HEADINGS
from diptych.safety.encoding import xml_text

_LISTS = {"ul": Kind.DASH, "ol": Kind.ITEM}
_BY_NUMBER = pattern_of("&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_NOT_TEXT = {"footnote-ref", "footnote-backref", "permalink"}


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a provision or a footnote's paragraph as it was rendered."""

    kind: Kind | str
    """The kind of a provision, "heading", or "note:LABEL" for a footnote's paragraph."""
    text: str
    """The block's own text, white space folded; nested blocks are blocks of their own."""
    element: HtmlElement
    """The element that stands for the block: for a dash or an item, its list item."""
    holder: HtmlElement
    """The element around the block's inline content: an item's first paragraph, if it has one."""


def parsed(fragment: str) -> HtmlElement:
    """The `fragment` below one `div`, without what no XML can hold, however it was written.

    What is no HTML at all becomes text.
    """
    sayable = xml_text(fragment)
    if "&#" in sayable:
        sayable = _BY_NUMBER.sub(_sayable, sayable)
    try:
        return html.fragment_fromstring(sayable, create_parent="div")
    except (ValueError, AssertionError, etree.LxmlError):
        root = html.Element("div")
        root.text = sayable
        return root


def _sayable(reference: re.Match[str]) -> str:
    """The `reference` to a character by its number as it stands; U+FFFD if XML cannot hold that."""
    hexadecimal, decimal = reference.groups()
    figures = (hexadecimal or decimal).lstrip("0")[:8]
    code = int(figures or "0", 16 if hexadecimal else 10)
    known = code <= sys.maxunicode and xml_text(chr(code)) == chr(code)
    return reference[0] if known else "\ufffd"


def serialised(root: HtmlElement) -> Markup:
    """The children of `root` as HTML again: text is text, and only an element is an element."""
    text = escape(root.text or "", quote=False)
    children = (html.tostring(child, encoding="unicode") for child in root)
    return Markup("".join([text, *children]))  # noqa: S704


def blocks(root: HtmlElement) -> Iterator[Block]:
    """The blocks below `root` in reading order, footnotes where they stand."""
    yield from _blocks(root, Kind.PARAGRAPH)


def _blocks(elements: Iterable[HtmlElement], paragraph: Kind | str) -> Iterator[Block]:
    for element in elements:
        tag = element.tag
        if not isinstance(tag, str):
            continue  # a comment
        if tag in HEADINGS:
            yield Block("heading", _own_text(element), element, element)
        elif tag == "p" and (text := _own_text(element)):
            yield Block(paragraph, text, element, element)
        elif tag in _LISTS:
            for item in element.iterchildren("li"):
                yield from _item(item, _LISTS[tag])
        elif tag == "blockquote":
            yield from _blocks(element, Kind.QUOTE)
        elif tag == "table":
            yield from _rows(element)
        elif tag == "pre" or "highlight" in _classes(element):
            yield Block(Kind.CODE, " ".join(element.text_content().split()), element, element)
        elif "footnote" in _classes(element):
            yield from _notes(element)


def _rows(table: HtmlElement) -> Iterator[Block]:
    for row in table.iter("tr"):
        yield Block(Kind.ROW, " | ".join(_own_text(cell) for cell in row), row, row)


def _notes(section: HtmlElement) -> Iterator[Block]:
    for note in section.iter("li"):
        label = (note.get("id") or "").rpartition(":")[2]
        yield from _blocks(note, f"note:{label}")


def item_holder(item: HtmlElement) -> HtmlElement:
    """The element around an item's inline content: its first paragraph, or the item itself."""
    first = next(iter(item), None)
    loose = first is not None and first.tag == "p" and not (item.text or "").strip()
    return first if loose and first is not None else item


def _item(item: HtmlElement, kind: Kind) -> Iterator[Block]:
    holder = item_holder(item)
    yield Block(kind, _own_text(holder), item, holder)
    yield from _blocks((child for child in item if child is not holder), Kind.CONTINUATION)


def _own_text(element: HtmlElement) -> str:
    return " ".join("".join(_text_pieces(element)).split())


def _text_pieces(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    if element.tag == "img":
        yield element.get("alt") or ""  # what it shows, for who cannot see it
    if element.tag == "br":
        yield "\n"
    for child in element:
        if isinstance(child.tag, str) and not _apart(child):
            yield from _text_pieces(child)
        yield child.tail or ""


def is_apart(child: HtmlElement) -> bool:
    """Whether a child of a list item is a block of its own, not part of the item's own text."""
    return child.tag in ("ul", "ol", "p", "table", "blockquote", "pre", "div")


def _apart(child: HtmlElement) -> bool:
    """Whether a child is a block of its own or no part of the text."""
    if is_apart(child):
        return True
    if child.tag == "br":
        return False
    classes = _classes(child)
    if child.tag == "sup" and len(child) == 1:
        classes |= _classes(child[0])
    return bool(classes & _NOT_TEXT)


def _classes(element: HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())
