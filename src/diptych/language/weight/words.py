"""Which languages have words of weight: to add one, write its table and give it a row here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from diptych.language.tags import bare
from diptych.language.weight import (
    english,
    english_contrasts,
    english_opposites,
    english_predicates,
    vietnamese,
    vietnamese_contrasts,
    vietnamese_opposites,
    vietnamese_predicates,
)
from diptych.language.weight.contrasts import Lexicon, Lexicons
from diptych.language.weight.oppositions import Poles
from diptych.language.weight.table import NO_WORDS, Words

_KNOWN = {"en": english.WORDS, "vi": vietnamese.WORDS}


@dataclass(frozen=True, slots=True)
class Opposed:
    """What a language has to contradict with."""

    poles: Poles
    """What the words of each lexicon of its contrasts say or hint at."""
    predicates: Mapping[str, Lexicon]
    """By name, words for one thing that is said of something."""
    denials: Lexicon
    """Words that deny, beyond doubt."""
    denied: Lexicon
    """All by which a denial of another language may be rendered."""
    asks: Lexicon
    """Words after which a denial only asks ("xem có ... không")."""
    permits: Lexicon
    """Words that leave something open, beyond doubt."""
    orders: Lexicon
    """Words that order, which some languages need and others do not."""
    permitted: Lexicon
    """All by which another language's permission may be rendered."""

    def lexicons(self) -> Iterator[Lexicon]:
        """All that the language has."""
        values = [getattr(self, field.name) for field in fields(self)]
        yield from (value for value in values if isinstance(value, Lexicon))
        yield from self.poles.keys
        yield from self.predicates.values()


_OPPOSED = {
    tag: Opposed(
        Poles({**known.CONTRASTS, **more.OPPOSITES}),
        said.PREDICATES,
        known.DENIALS,
        known.DENIED,
        known.ASKS,
        known.PERMITS,
        known.ORDERS,
        known.PERMITTED,
    )
    for tag, known, more, said in (
        ("en", english_contrasts, english_opposites, english_predicates),
        ("vi", vietnamese_contrasts, vietnamese_opposites, vietnamese_predicates),
    )
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
