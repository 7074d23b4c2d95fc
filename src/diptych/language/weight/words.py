"""Which languages have words of weight: to add one, write its table and give it a row here."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.language.tags import bare
from diptych.language.weight import (
    english,
    english_contrasts,
    vietnamese,
    vietnamese_contrasts,
)
from diptych.language.weight.contrasts import Contrasts, Lexicon
from diptych.language.weight.table import NO_WORDS, Words

_KNOWN = {"en": english.WORDS, "vi": vietnamese.WORDS}


@dataclass(frozen=True, slots=True)
class Opposed:
    """What a language has to contradict with."""

    contrasts: Contrasts
    denials: Lexicon
    """Words that deny, beyond doubt."""
    denied: Lexicon
    """All by which a denial of another language may be rendered."""
    asks: Lexicon
    """Words after which a denial only asks ("xem có ... không")."""
    permits: Lexicon
    """Words that leave something open, beyond doubt."""
    permitted: Lexicon
    """All by which another language's permission may be rendered."""


_OPPOSED = {
    tag: Opposed(
        known.CONTRASTS,
        known.DENIALS,
        known.DENIED,
        known.ASKS,
        known.PERMITS,
        known.PERMITTED,
    )
    for tag, known in (("en", english_contrasts), ("vi", vietnamese_contrasts))
}


def words_of(language: str) -> Words:
    """The words of weight of a BCP 47 `language`; an empty table where it has none."""
    return _KNOWN.get(bare(language), NO_WORDS)


def opposed_in(language: str) -> Opposed | None:
    """The contrasts and denials of a BCP 47 `language`; None where they are not known."""
    return _OPPOSED.get(bare(language))
