"""The register of corrections, as readers are shown it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from markupsafe import Markup, escape

from diptych.model import Division, Document, Provision
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.project.settings import Settings
from diptych.site.views import View
from diptych.source.corrections import Correction, Recorded, Remark

_QUOTED = pattern_of("“([^“”]+)”")
"""An expression for what a reason quotes: words of the original, or what they might have been."""
_IN_ORIGINAL = Markup('“<span lang="%s">%s</span>”')

_Home = tuple[str, Division | Provision]
"""A heading or a provision, with the path of its page."""


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """An entry of the register, as the page lists it."""

    kind: str
    """The kind of entry: "correction", "remark" or "markup"."""
    path: str
    """The path, below the locale's folder, of the page that the entry is about."""
    id: str
    citation: str
    found: str
    """The reading of the source; empty where it has nothing."""
    printed: str
    """The reading of the page in its place."""
    language: str
    """The language of the reading that is printed."""
    reason: Markup


def correction_rows(bitext: Bitext, document: Document, _path: str) -> list[CorrectionRow]:
    """One row for each entry of the register, in the language of `document`."""
    if bitext.source is None:
        return []
    homes: dict[str, _Home] = {}
    for page in document.pages:
        homes |= {division.id: (page.path, division) for division in page.own_divisions()}
        homes |= {provision.id: (page.path, provision) for provision in page.all_provisions()}
    register = bitext.source.register
    entries: list[Correction | Remark] = [*register.corrections, *register.remarks]
    original = bitext.original.locale
    return [
        *(
            _row(entry, homes, document.locale, original)
            for entry in entries
            if entry.place in homes
        ),
        *(
            _recorded(entry, homes, document.locale, original)
            for entry in register.markup
            if entry.place in homes and document.locale in entry.printed
        ),
    ]


def _row(
    entry: Correction | Remark, homes: dict[str, _Home], language: str, original: str
) -> CorrectionRow:
    path, node = homes[entry.place]
    corrected = isinstance(entry, Correction)
    return CorrectionRow(
        kind="correction" if corrected else "remark",
        path=path,
        id=node.id,
        citation=node.citation,
        found=entry.found,
        printed=entry.printed if isinstance(entry, Correction) else entry.found,
        language=original,
        reason=_reason(entry.reason[language], language, original),
    )


def _recorded(
    entry: Recorded, homes: dict[str, _Home], language: str, original: str
) -> CorrectionRow:
    path, node = homes[entry.place]
    return CorrectionRow(
        kind="markup",
        path=path,
        id=node.id,
        citation=node.citation,
        found="",
        printed=entry.printed[language],
        language=language,
        reason=_reason(entry.reason[language], language, original),
    )


def _reason(text: str, language: str, original: str) -> Markup:
    """The reason as HTML, in which quotations are marked with the original's language."""
    if language == original:
        return escape(text)
    pieces = _QUOTED.split(text)
    said, quoted = map(escape, pieces[::2]), pieces[1::2]
    marked = (_IN_ORIGINAL % (original, words) for words in quoted)
    return Markup().join(piece for pair in zip_longest(said, marked) for piece in pair if piece)


def _register(settings: Settings) -> Path | None:
    return settings.source.register if settings.source else None


VIEW = View(rows=correction_rows, edited_in=_register)
