"""A translation memory (TMX 1.4b): a unit a segment, under the unit's id, in plain text.

Written with lxml: translate-toolkit's own writer names itself as the tool, knows no dates or
properties, and would come to every reader of the site's code for it; the tests read with it.
Emphasis and note marks are left out: a memory is looked up by words, and marks inside them would
keep a text from being found again. The JSON file has both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from diptych import __version__
from diptych.alignment.units import HEADING, Unit
from diptych.model import PROSE, Side
from diptych.project.edition import EPOCH, Edition

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TOOL = "diptych"
_KINDS = frozenset({HEADING, *(kind.value for kind in PROSE)})
"""What people read; there is nothing to translate in code."""
_UNSAYABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold; a rule of the check refuses most of them."""


def memory(edition: Edition) -> bytes:
    """The memory of the whole programme, the original as its source language."""
    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(
        root,
        "header",
        {
            "creationtool": _TOOL,
            "creationtoolversion": __version__,
            "segtype": "paragraph",
            "o-tmf": "Markdown",
            "adminlang": "en",
            "srclang": edition.locales[0],
            "datatype": "plaintext",
        },
    )
    if edition.changed != EPOCH:
        header.set("changedate", f"{edition.changed:%Y%m%dT%H%M%SZ}")
    for side, language in Side.of(edition.locales):
        _said(header, "x-title", edition.name(side), language)
        _said(header, "x-status", edition.status([side], language), language)
    if edition.site:
        _said(header, "x-site", edition.site)
    body = etree.SubElement(root, "body")
    for unit in edition.units:
        if unit.kind in _KINDS:
            body.extend(_units(edition, unit))
    etree.indent(root, " ")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _units(edition: Edition, unit: Unit) -> Iterator[etree._Element]:
    """The unit in every language that has its text; nothing where none has."""
    told = [
        (side, language, segment.text)
        for side, language in Side.of(edition.locales)
        if (segment := unit.segment(side)) and segment.text
    ]
    if not told:
        return
    element = etree.Element("tu", tuid=_sayable(unit.id))
    _said(element, "x-kind", unit.kind)
    _said(element, "x-page", unit.path)
    for side, language, text in told:
        variant = etree.SubElement(element, "tuv", {_LANG: language})
        _said(variant, "x-citation", unit.citation(side))
        etree.SubElement(variant, "seg").text = _sayable(text)
    yield element


def _said(parent: etree._Element, kind: str, text: str, language: str = "") -> None:
    """A property of what `parent` stands for."""
    element = etree.SubElement(parent, "prop", type=kind)
    if language:
        element.set(_LANG, language)
    element.text = _sayable(text)


def _sayable(text: str) -> str:
    return _UNSAYABLE.sub("\ufffd", text)
