"""The reference documents: opened to be filled, and packed, the same bytes for the same text.

Styles, page, settings, header and footer come from them: for another look, edit them in Word or
LibreOffice and keep the names of the styles. The samples that show the styles are left out of the
files made.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn

from diptych.exports.word.word_elements import word_tag

ONE_LANGUAGE, TWO_LANGUAGES = (
    Path(__file__).with_name(f"{name}.docx") for name in ("one-language", "two-languages")
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file knows."""
_LONGEST = 255
_FACE = "Times New Roman"
"""The family of the text in the reference documents."""


def opened(reference: Path, tag: str, family: str = "") -> Document:
    """The document at `reference` without its samples; `tag` is the language of its text, `family`
    the fonts that set it, where the document's own do not.
    """
    document = docx.Document(str(reference))
    *samples, _section = document.element.body
    for sample in samples:
        document.element.body.remove(sample)
    for part in (document.styles.element, document.settings.element):
        for mark in part.iter(qn("w:lang"), qn("w:themeFontLang")):
            mark.set(qn("w:val"), word_tag(tag))
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        if family and fonts.get(qn("w:ascii")) == _FACE:
            for script in ("ascii", "hAnsi", "eastAsia", "cs"):
                fonts.set(qn(f"w:{script}"), family)
    return document


def describe(document: Document, title: str, subject: str, language: str) -> None:
    """Say in the document what it is; nobody is named as its author."""
    known = document.core_properties
    for child in list(known._element):  # noqa: SLF001 - python-docx does not take any away
        known._element.remove(child)  # noqa: SLF001
    known.title, known.subject, known.language = _shortened(title), _shortened(subject), language
    known.revision = 1


def packed(document: Document, changed: datetime) -> bytes:
    """The bytes of the file, in which every time is that of the last change, `changed`."""
    known = document.core_properties
    known.created = known.modified = changed.replace(tzinfo=None)
    saved = io.BytesIO()
    document.save(saved)
    at = max(_EARLIEST, changed.timetuple()[:6])
    result = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, at)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return result.getvalue()


def _shortened(text: str) -> str:
    """The text, cut to the length that a property may have."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
