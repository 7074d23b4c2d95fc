"""Pages of Vietnamese that is written without its diacritics."""

from __future__ import annotations

from collections.abc import Mapping

from diptych.language.letter_runs import letter_runs
from diptych.language.syllables import is_without_marks
from diptych.language.tags import bare
from diptych.model import PROSE, Document, Segment
from diptych.project.bitext import Bitext
from diptych.rules.shared.prose import read_aloud


def pages_without_marks(
    bitext: Bitext,
) -> tuple[Mapping[str, Segment], Mapping[str, Segment]]:
    """By side, the first text of each page that is written so, by the page's file."""
    return _of(bitext.original), _of(bitext.translation)


def _of(document: Document) -> dict[str, Segment]:
    found: dict[str, Segment] = {}
    if bare(document.locale) != "vi":
        return found
    for page in document.pages:
        texts = [p.segment for p in page.all_provisions() if p.kind in PROSE]
        words = [word for text in texts for word in letter_runs(read_aloud(text))]
        if texts and is_without_marks(words):
            found[page.file] = texts[0]
    return found
