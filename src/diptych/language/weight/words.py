"""Which languages have words of weight: to add one, write its table and give it a row here."""

from __future__ import annotations

from dataclasses import dataclass

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


_OPPOSED = {
    "en": Opposed(
        english_contrasts.CONTRASTS,
        english_contrasts.DENIALS,
        english_contrasts.DENIED,
        english_contrasts.ASKS,
    ),
    "vi": Opposed(
        vietnamese_contrasts.CONTRASTS,
        vietnamese_contrasts.DENIALS,
        vietnamese_contrasts.DENIED,
        vietnamese_contrasts.ASKS,
    ),
}


def words_of(language: str) -> Words:
    """The words of weight of a BCP 47 `language`; an empty table where it has none."""
    return _KNOWN.get(language.lower().split("-")[0], NO_WORDS)


def opposed_in(language: str) -> Opposed | None:
    """The contrasts and denials of a BCP 47 `language`; None where they are not known."""
    return _OPPOSED.get(language.lower().split("-")[0])
