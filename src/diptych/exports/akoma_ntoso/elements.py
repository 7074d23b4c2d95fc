"""Elements of Akoma Ntoso 3.0 (OASIS LegalDocML), and how they are written out."""

from __future__ import annotations

from lxml import etree

from diptych.safety.encoding import xml_text

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_INDENT = "  "
_FLOWING = frozenset(
    f"{{{NAMESPACE}}}{name}" for name in ("p", "block", "num", "heading", "docType", "docTitle")
)
"""Elements of text: a blank put into one would be a blank of the text."""


def element(
    tag: str,
    /,
    *children: etree._Element | None,
    text: str = "",
    lang: str = "",
    **attributes: str,
) -> etree._Element:
    """The element `tag` with what it holds; children that are None are left out."""
    made = etree.Element(
        f"{{{NAMESPACE}}}{tag}",
        {key: xml_text(value) for key, value in attributes.items()},
        nsmap={None: NAMESPACE},
    )
    if lang:
        made.set(_LANG, lang)
    if text:
        made.text = xml_text(text)
    made.extend([child for child in children if child is not None])
    return made


def add_text(into: etree._Element, text: str) -> None:
    """Append `text` to what `into` holds so far."""
    if len(into):
        into[-1].tail = (into[-1].tail or "") + xml_text(text)
    else:
        into.text = (into.text or "") + xml_text(text)


def serialized(root: etree._Element) -> bytes:
    """The bytes of the document, one element per line where that adds no blank to a text."""
    _lay_out(root, 0)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _lay_out(parent: etree._Element, depth: int) -> None:
    # neither lxml's pretty_print nor its indent(): both take blanks between two italics for layout
    if parent.tag in _FLOWING or not len(parent):
        return
    parent.text = "\n" + _INDENT * (depth + 1)
    for child in parent:
        _lay_out(child, depth + 1)
        child.tail = parent.text
    parent[-1].tail = "\n" + _INDENT * depth
