"""A translation memory (TMX 1.4b): a unit per segment, under the unit's id, in plain text.

Of a table's row, each cell is a unit of its own, `phu-luc-1-b1-2/3`.

Emphasis and note marks are left out: a memory is looked up by words, and marks inside them would
keep a text from being found again. The JSON file has both. translate-toolkit's own writer names
itself as the tool and knows no dates or properties; the tests read with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from diptych.alignment.units import HEADING, Unit
from diptych.exports.formats import Format
from diptych.model import PROSE, Side
from diptych.project.edition import EPOCH, Edition
from diptych.safety.encoding import xml_text
from diptych.wording import Wording

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TOOL = "diptych"
_TOOL_VERSION = "1.0"
"""The version of what is written here: the same bytes for one text, whoever makes them."""
_KINDS = frozenset({HEADING, *(kind.value for kind in PROSE)})
"""What people read; there is nothing to translate in code."""


def write(edition: Edition, _sides: Sequence[Side]) -> bytes:
    """The bytes of the memory of the whole text, from the original into the translation."""
    root = ET.Element("tmx", version="1.4")
    header = ET.SubElement(
        root,
        "header",
        {
            "creationtool": _TOOL,
            "creationtoolversion": _TOOL_VERSION,
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
    body = ET.SubElement(root, "body")
    for unit in edition.units:
        if unit.width:
            for index in range(unit.width):
                body.extend(_cell(edition, unit, index))
        elif unit.kind in _KINDS:
            body.extend(_unit(edition, unit))
    ET.indent(root, " ")
    made: bytes = ET.tostring(
        root, encoding="UTF-8", xml_declaration=True, short_empty_elements=False
    )
    return made + b"\n"


def _unit(edition: Edition, unit: Unit) -> Iterator[ET.Element]:
    """The element of a unit, with its text in every language that has it; none without text."""
    told = [
        _Variant(language, unit.citation(side), segment.text)
        for side, language in Side.of(edition.locales)
        if (segment := unit.segment(side)) and segment.text
    ]
    yield from _element(unit, unit.id, unit.kind, told)


def _cell(edition: Edition, unit: Unit, index: int) -> Iterator[ET.Element]:
    """The element of a cell of a table's row, likewise."""
    told = [
        _Variant(language, unit.cell_citation(side, index, language), text)
        for side, language in Side.of(edition.locales)
        if (text := unit.cell(side, index))
    ]
    yield from _element(unit, f"{unit.id}/{index + 1}", "cell", told)


class _Variant(NamedTuple):
    """What one language says."""

    language: str
    citation: str
    text: str


def _element(unit: Unit, name: str, kind: str, told: Sequence[_Variant]) -> Iterator[ET.Element]:
    if not told:
        return
    element = ET.Element("tu", tuid=xml_text(name))
    _said(element, "x-kind", kind)
    _said(element, "x-page", unit.path)
    for language, citation, text in told:
        variant = ET.SubElement(element, "tuv", {_LANG: language})
        _said(variant, "x-citation", citation)
        ET.SubElement(variant, "seg").text = xml_text(text)
    yield element


def _said(parent: ET.Element, kind: str, text: str, language: str = "") -> None:
    """Add a property to what `parent` stands for."""
    element = ET.SubElement(parent, "prop", type=kind)
    if language:
        element.set(_LANG, language)
    element.text = xml_text(text)


FORMAT = Format(
    suffix="tmx",
    called="TMX",
    media_type="application/x-tmx+xml",
    purpose=Wording(
        vi="Bộ nhớ dịch theo từng đoạn, để mở bằng các công cụ hỗ trợ biên dịch.",
        en="A translation memory, paragraph by paragraph, for translators' tools.",
    ),
    write=write,
    rank=40,
)
