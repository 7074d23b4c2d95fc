"""The parts of a Word file, put together: the same bytes for the same text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from programme.edition import EPOCH, Edition
from programme.exports.word.elements import field, language_tag, paragraph, run, w
from programme.exports.word.styles import styles
from programme.exports.word.text import MARGIN, Body
from programme.wording import Wording

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""A zip archive knows no time before."""
_DROPPED = {
    RT.THUMBNAIL, RT.CUSTOM_XML, RT.THEME, RT.WEB_SETTINGS, RT.FONT_TABLE, RT.STYLES, RT.NUMBERING,
    RT.SETTINGS, RT.EXTENDED_PROPERTIES,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}  # fmt: skip
"""What python-docx's template brings and we make ourselves or do without."""
_MADE_FROM = Wording(vi="Lập từ: {}", en="Made from: {}")


def package(edition: Edition, sides: Sequence[int]) -> bytes:
    """The file that has the text in the languages of `sides`."""
    document = Document()
    part = document.part
    for owner in (part, part.package):
        for key in [k for k, found in owner.rels.items() if found.reltype in _DROPPED]:
            del owner.rels[key]
    first = sides[0]
    language = edition.locales[first]
    body = Body(edition, sides)
    blocks = list(body.blocks())
    content = document.element.body
    for child in list(content):
        content.remove(child)
    made = {
        "styles": (CT.WML_STYLES, RT.STYLES, styles(language_tag(language))),
        "numbering": (CT.WML_NUMBERING, RT.NUMBERING, body.lists.element()),
        "footnotes": (CT.WML_FOOTNOTES, RT.FOOTNOTES, body.notes.element()),
        "settings": (CT.WML_SETTINGS, RT.SETTINGS, _settings(edition, sides)),
        "header": (CT.WML_HEADER, RT.HEADER, _header(edition, sides)),
        "footer": (CT.WML_FOOTER, RT.FOOTER, _footer(edition, sides)),
    }
    keys = {
        name: part.relate_to(
            Part(PackURI(f"/word/{name}.xml"), type_, _bytes(element), part.package), relation
        )
        for name, (type_, relation, element) in made.items()
    }
    content.extend([*blocks, *_colophon(edition, sides), _section(keys, body.margin)])
    _describe(document, edition, first)
    unsorted = io.BytesIO()
    document.save(unsorted)
    return _fixed(unsorted.getvalue(), max(edition.changed, _EARLIEST))


def _section(keys: dict[str, str], margin: int) -> etree._Element:
    """The page: A4, `margin` at the left, 20 mm elsewhere."""
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    references = []
    for name in ("header", "footer"):
        reference = w(f"{name}Reference", type="default")
        reference.set(relation, keys[name])
        references.append(reference)
    return w(
        "sectPr",
        *references,
        w("pgSz", w="11906", h="16838"),
        w("pgMar", top=str(MARGIN), right=str(MARGIN), bottom=str(MARGIN), left=str(margin),
          header="567", footer="567", gutter="0"),
    )  # fmt: skip


def _header(edition: Edition, sides: Sequence[int]) -> etree._Element:
    return w("hdr", *(paragraph("Header", run(edition.name(s), edition.locales[s])) for s in sides))


def _footer(edition: Edition, sides: Sequence[int]) -> etree._Element:
    told = [
        paragraph("Footer", run(edition.status(sides, tag), tag))
        for tag in (edition.locales[side] for side in sides)
    ]
    first = edition.locales[sides[0]]
    pages = [*field("PAGE", "1"), run(" / ", first), *field("NUMPAGES", "1")]
    return w("ftr", *told, paragraph("Footer", *pages))


def _settings(edition: Edition, sides: Sequence[int]) -> etree._Element:
    language = language_tag(edition.locales[sides[0]])
    separators = [w("footnote", id=str(identity)) for identity in (-1, 0)]
    return w(
        "settings",
        w("footnotePr", *separators),
        w(
            "compat",
            w("compatSetting", name="compatibilityMode", val="15",
              uri="http://schemas.microsoft.com/office/word"),
        ),
        w("themeFontLang", val=language),
    )  # fmt: skip


def _colophon(edition: Edition, sides: Sequence[int]) -> list[etree._Element]:
    """Where the text was taken from; nothing where that is not known."""
    if not edition.site:
        return []
    made = []
    for side in sides:
        tag = edition.locales[side]
        told = _MADE_FROM[tag].format(edition.address(side, "index.md"))
        if edition.changed != EPOCH:
            told += f" ({edition.changed.date().isoformat()})"
        made.append(paragraph("Colophon", run(told, tag)))
    return made


def _describe(document: object, edition: Edition, side: int) -> None:
    told = document.core_properties  # type: ignore[attr-defined]
    told.title = edition.name(side)
    told.language = language_tag(edition.locales[side])
    told.author = told.last_modified_by = told.comments = told.keywords = ""
    told.created = told.modified = edition.changed.replace(tzinfo=None)
    told.revision = 1


def _bytes(element: etree._Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fixed(archive: bytes, time: datetime) -> bytes:
    """The same archive, its files in order and of one time."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as read,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for name in sorted(read.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, time.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            written.writestr(info, read.read(name))
    return out.getvalue()
