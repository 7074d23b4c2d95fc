"""Which languages have words of weight: to add one, write its table and give it a row here."""

from __future__ import annotations

from diptych.language.weight import english, vietnamese
from diptych.language.weight.table import NO_WORDS, Words

_KNOWN = {"en": english.WORDS, "vi": vietnamese.WORDS}


def words_of(language: str) -> Words:
    """The words of weight of a BCP 47 `language`; an empty table where it has none."""
    return _KNOWN.get(language.lower().split("-")[0], NO_WORDS)
