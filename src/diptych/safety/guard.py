"""The last look at what a text became: nothing in it runs, frames or fetches.

The rules of family X speak first, with the place. Here the rendered page itself is held to a list
of what may be there, so that no road through two Markdown parsers is left out.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

from diptych.safety.allowed import (
    HEADINGS,
    RENDERED,
    RENDERED_ATTRIBUTES,
    RENDERED_CLASSES,
    RENDERED_IDS,
    remote,
    runs,
)


def strip_unseen(root: HtmlElement) -> None:
    """Take out of `root` what nobody reads and a text could mean for the page around it.

    That are comments and processing instructions, which browsers end elsewhere, and the classes
    and ids that Markdown does not give of itself: a style could hide what bears a class, a script
    take what bears an id for its own.
    """
    etree.strip_tags(root, etree.Comment, etree.PI)
    for element in root.iter(etree.Element):
        _strip_names(element)


def _strip_names(element: HtmlElement) -> None:
    given = element.get("class", "").split()
    known = [name for name in given if name in RENDERED_CLASSES]
    if known != given:
        element.set("class", " ".join(known))
    if not known:
        element.attrib.pop("class", None)
    if element.tag not in HEADINGS and not RENDERED_IDS.match(element.get("id", "fn:")):
        del element.attrib["id"]


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
    """Take out of `root` whatever `forbidden` finds, and what `strip_unseen` does."""
    strip_unseen(root)
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
