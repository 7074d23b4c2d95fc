"""The files to take away, as readers are shown them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from diptych.exports.formats import ExportFile, files_for
from diptych.language.interface import words_of
from diptych.language.locales import locale
from diptych.model import Document, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.publication.addresses import FOLDER
from diptych.site.views import View

PENDING = "size of "
"""The beginning of a comment that stands for a size."""
_LINK = r'<a href="([^"<>]*)"[^<>]*>(?:[^<>]|<span[^<>]*>[^<>]*</span>)*</a>'
_OFFERED = pattern_of(rf" {_LINK}")
_LISTED = pattern_of(
    rf'<li>{_LINK} <span class="downloads__size">(?:[^<>]|<!--[^<>]*-->)*</span></li>'
)
_NO_FILES = pattern_of(
    r'<li>\s*<h[23]>[^<>]*</h[23]>\s*<p class="register__about"[^<>]*>[^<>]*</p>'
    r'\s*<ul class="uses">\s*</ul>\s*</li>\s*'
)
"""An expression for a format of which no file is left, on the page of downloads."""
_KILO, _MEGA = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file to take away, as the page lists it."""

    path: str
    """The address of the file below the site's root."""
    type: str
    """The media type of the file."""
    language: str
    """The tag of the file's language; empty where it has both."""
    label: str
    """The words that tell the file from the others of its format."""
    told: str
    """The language of those words; empty where it is the page's."""
    size: Markup
    """A mark that `filled` replaces by the size."""


@dataclass(frozen=True, slots=True)
class FormatRow:
    """A format with its files."""

    called: str
    purpose: str
    told: str
    """The language of the purpose."""
    files: list[FileRow] = field(default_factory=list)


def download_rows(bitext: Bitext, document: Document, _path: str) -> list[FormatRow]:
    """One row for each format."""
    locales = (bitext.original.locale, bitext.translation.locale)
    words = bitext.words(document.locale)
    rows: dict[str, FormatRow] = {}
    for file in files_for(bitext):
        known = file.format
        own = words.get(f"purpose.{known.suffix}")
        purpose = own or known.purpose[words.messages]
        told = document.locale if own else words.messages
        row = rows.setdefault(
            f"{known.stem}.{known.suffix}", FormatRow(known.called, purpose, told)
        )
        one = locales[file.sides[0]] if len(file.sides) == 1 else ""
        several = "views.both" if known.comes_in else "file.languages"
        row.files.append(
            FileRow(
                path=f"{FOLDER}/{file.name}",
                type=known.media_type,
                language=one,
                label=locale(one).name if one else words[several],
                told=one or words.foreign(several),
                size=_mark(f"{FOLDER}/{file.name}"),
            )
        )
    return list(rows.values())


def offered(bitext: Bitext, sides: tuple[Side, ...]) -> list[ExportFile]:
    """The files that a page in the languages of `sides` offers by itself."""
    return [file for file in files_for(bitext) if file.format.on_pages and file.sides == sides]


def downloads_page(document: Document) -> str:
    """The path of the page that lists the files, or empty."""
    return document.showing("downloads")


def without(html: str, path: str) -> str:
    """The page in `html` without the file at `path`, and without its format if it has no other."""

    def left(offer: re.Match[str]) -> str:
        return "" if offer[1].endswith(path) else offer[0]

    return _NO_FILES.sub("", _OFFERED.sub(left, _LISTED.sub(left, html)))


def filled(html: str, sizes: Mapping[str, int], language: str) -> str:
    """The page in `html` with sizes for marks; `sizes` are bytes by path, told in `language`."""
    for path, size in sizes.items():
        html = html.replace(str(_mark(path)), escape(told(size, language)))
    return html


def told(size: int, language: str) -> str:
    """A size in bytes as people read it in `language`, in kilobytes or megabytes of 1,000."""
    if size >= _MEGA:
        return f"{size / _MEGA:.1f} MB".replace(".", words_of(language).get("decimal", "."))
    return f"{max(1, round(size / _KILO))} kB"


def _mark(path: str) -> Markup:
    """The mark for the size of the file at `path`, which is made while pages are rendered.

    No text brings a comment into a page.
    """
    return Markup("<!-- %s%s -->") % (PENDING, path)


VIEW = View(rows=download_rows, bold=True, by_document=True)
