"""Which of two texts is the translation, whichever is named first."""

from __future__ import annotations

from diptych.language.tags import bare
from diptych.model import Side
from diptych.project.bitext import Bitext


def translation_beside_english(bitext: Bitext) -> Side | None:
    """The side of a language beside English, where that one is not known in depth: what is written
    in both is nearly always translated from English. None between any other two languages, and in
    texts that are published here, which say what the original is.
    """
    if bitext.published or bitext.known_in_depth:
        return None
    english = [bare(document.locale) == "en" for document in bitext.documents]
    if english[0] == english[1]:
        return None
    return Side.TRANSLATION if english[0] else Side.ORIGINAL
