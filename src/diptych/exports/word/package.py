"""The parts of a Word file as one package, the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from diptych.exports.word.elements import Element, serialized

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""A zip file knows no earlier time."""
_LONGEST = 255
_TYPES = {
    "styles": (CT.WML_STYLES, RT.STYLES),
    "numbering": (CT.WML_NUMBERING, RT.NUMBERING),
    "settings": (CT.WML_SETTINGS, RT.SETTINGS),
    "footnotes": (CT.WML_FOOTNOTES, RT.FOOTNOTES),
    "header": (CT.WML_HEADER, RT.HEADER),
    "footer": (CT.WML_FOOTER, RT.FOOTER),
}


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; nobody is named as its author."""

    title: str
    subject: str
    language: str
    changed: datetime


class Package:
    """A Word file in the making."""

    def __init__(self) -> None:
        self._package = OpcPackage()
        self._main = self._part("document", CT.WML_DOCUMENT_MAIN)
        self._package.relate_to(self._main, RT.OFFICE_DOCUMENT)
        self._parts: dict[str, Part] = {}
        self._relations = {kind: self._add(kind) for kind in _TYPES}

    def relation(self, kind: str) -> str:
        """The id by which the text refers to the part of this kind."""
        return self._relations[kind]

    def link(self, target: str) -> str:
        """The id by which the text refers to an address."""
        return self._main.relate_to(target, RT.HYPERLINK, is_external=True)

    def content(self, document: Element, parts: Mapping[str, Element], about: About) -> bytes:
        """The bytes of the file."""
        self._main._blob = serialized(document)  # noqa: SLF001 - a part's text comes last
        for kind, part in self._parts.items():
            part._blob = serialized(parts[kind])  # noqa: SLF001
        self._describe(about)
        packed = io.BytesIO()
        self._package.save(packed)
        return _repacked(packed, about.changed)

    def _describe(self, about: About) -> None:
        known = self._package.core_properties
        described = self._package.part_related_by(RT.CORE_PROPERTIES)
        for child in list(described.element):  # type: ignore[attr-defined]
            described.element.remove(child)  # type: ignore[attr-defined]
        known.title, known.subject = _shortened(about.title), _shortened(about.subject)
        known.language = about.language
        known.created = known.modified = about.changed.replace(tzinfo=None)
        known.revision = 1

    def _add(self, kind: str) -> str:
        content, relationship = _TYPES[kind]
        self._parts[kind] = self._part(kind, content)
        return self._main.relate_to(self._parts[kind], relationship)

    def _part(self, name: str, content: str) -> Part:
        return Part(PackURI(f"/word/{name}.xml"), content, b"", self._package)  # type: ignore[arg-type]


def _shortened(text: str) -> str:
    """As long as a property may be."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _repacked(packed: io.BytesIO, changed: datetime) -> bytes:
    """With the time of the last change at every file in it, not that of the build."""
    at = max(_EARLIEST, changed.timetuple()[:6])
    result = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, at)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return result.getvalue()
