"""Which languages have words of weight: to add one, write its table and give it a row here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from diptych.language.tags import bare
from diptych.language.weight import (
    english,
    english_contrasts,
    vietnamese,
    vietnamese_contrasts,
)
from diptych.language.weight.contrasts import Contrasts, Lexicon, Lexicons
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

    def lexicons(self) -> Iterator[Lexicon]:
        """All that the language has."""
        values = [getattr(self, field.name) for field in fields(self)]
        yield from (value for value in values if isinstance(value, Lexicon))
        for poles in self.contrasts.values():
            for pole in poles:
                yield from (pole.says, pole.hints)


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


@lru_cache(maxsize=1 << 14)
def opened_by(word: str, language: str) -> tuple[Lexicon, ...]:
    """The lexicons of a BCP 47 `language` with a phrase that `word` may open."""
    return _lexicons_in(bare(language)).opened_by(word)


@cache
def _lexicons_in(tag: str) -> Lexicons:
    known = _OPPOSED.get(tag)
    return Lexicons(known.lexicons() if known else ())
