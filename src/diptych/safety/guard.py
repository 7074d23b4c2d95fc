"""The last look at what a text became: nothing in it runs, frames or fetches.

The rules of family X speak first, with the place. Here the rendered page itself is held to a list
of what may be there, so that no road through two Markdown parsers is left out.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

from diptych.safety.allowed import RENDERED, RENDERED_ATTRIBUTES, remote, runs


def without_comments(root: HtmlElement) -> None:
    """Take comments and processing instructions out of `root`: browsers end them elsewhere."""
    etree.strip_tags(root, etree.Comment, etree.PI)


def forbidden(root: HtmlElement) -> tuple[HtmlElement, str] | None:
    """The first element that may not be there, with its forbidden attribute or empty; or None."""
    for element in root.iter(etree.Element):
        if element.tag not in RENDERED:
            return element, ""
        for name, value in element.attrib.items():
            if not _may_stand(str(element.tag), str(name), str(value)):
                return element, str(name)
    return None


def make_harmless(root: HtmlElement) -> None:
    """Take whatever `forbidden` finds out of `root`, and its comments."""
    without_comments(root)
    while found := forbidden(root):
        element, attribute = found
        if attribute:
            del element.attrib[attribute]
        elif element is root:
            element.clear()
            return
        else:
            element.drop_tree()


def _may_stand(tag: str, name: str, value: str) -> bool:
    if name not in RENDERED_ATTRIBUTES:
        return False
    if name == "href":
        return tag == "a" and not runs(value)
    if name == "src":
        return tag == "img" and not remote(value)
    return True
