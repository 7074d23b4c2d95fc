"""How closely a page is translated: what of its texts a close translation keeps, and how often.

A close translation keeps, text by text, the number of sentences, the code in them and about the
length, and leaves few texts alone. Now and then one of these differs in any translation. Where
they differ all over a page it is translated freely, or from another version, and then a difference
of that kind says nothing about its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from diptych.alignment import Alignment
from diptych.language.lengths import usual_ratio
from diptych.language.sentences import sentences
from diptych.model import PROSE, Page, Provision, Segment, Side

FREE = 0.2
"""The share of signs that depart from which a page is translated freely: one in five."""
_USUAL, _KNOWN = 0.05, 10
"""The share of signs that depart in a close translation, and how many signs seen on other pages
that is worth: a page of few texts is taken for a close translation."""
_SEVERAL = 3
"""The least texts that depart in sentences or length, or stand alone, on a page that is translated
freely; fewer are slips. Code counts less: what is wrong in it would else silence itself.
"""
_MEASURABLE = 120
"""The least characters of a text whose length is a sign."""
_APART = 0.35
"""The natural logarithm of the ratio (two fifths) by which a length departs from the usual one."""
_MEASURED = 5
"""How many texts tell as much of the usual ratio of lengths as what is known of the languages."""

Both = tuple[Segment, Segment]


@dataclass(frozen=True, slots=True)
class Closeness:
    """What of a page departs from a close translation."""

    signs: int
    """How many signs there are: sentences, code and lengths of pairs, and texts left alone."""
    departing: int
    """How many of them depart."""
    texts: int
    """How many texts have signs, or stand alone."""
    texts_departing: int
    """How many texts depart in sentences or length, or stand alone."""

    @property
    def departure(self) -> float:
        """The share of signs (0 to 1) that depart; near that of close translations where there are
        few signs.
        """
        return (self.departing + _USUAL * _KNOWN) / (self.signs + _KNOWN)

    @property
    def is_free(self) -> bool:
        """Whether the page is no close translation."""
        return self.departure >= FREE and self.texts_departing >= _SEVERAL


def closeness(aligned: Alignment, original: Page, translation: Page) -> Closeness:
    """How closely `translation` says what `original` says, two pages that are counterparts."""
    known = aligned.counterparts
    rows = [
        [p for p in page.all_provisions() if p.kind in PROSE] for page in (original, translation)
    ]
    pairs = [
        (provision.segment, counterpart.segment)
        for provision in rows[0]
        if (counterpart := known[Side.ORIGINAL].get(provision.id)) and counterpart.kind in PROSE
    ]
    ratio = usual_length(pairs, aligned.original.locale, aligned.translation.locale)
    wording = [list(_of_wording(both, ratio)) for both in pairs]
    found = [
        signs
        for both, own in zip(pairs, wording, strict=True)
        if (signs := [*own, *_of_code(both)])
    ]
    alone = min(_alone(known[side], rows[side]) for side in Side)
    return Closeness(
        sum(map(len, found)) + alone,
        sum(map(sum, found)) + alone,
        len(found) + alone,
        sum(map(any, wording)) + alone,
    )


def _alone(known: dict[str, Provision], row: Sequence[Provision]) -> int:
    return sum(provision.id not in known for provision in row)


def usual_length(pairs: Sequence[Both], original: str, translation: str) -> float:
    """The usual logarithm of how long a text of the translation is beside the original's, given
    pairs of them and the tags of their languages.
    """
    measured = sorted(map(_ratio, filter(_is_measurable, pairs)))
    own = measured[len(measured) // 2] if measured else 0.0
    weight = len(measured) / (len(measured) + _MEASURED)
    return weight * own + (1 - weight) * usual_ratio(original, translation)


def _of_wording(both: Both, ratio: float) -> Iterator[bool]:
    """For each sign that the sentences and length of two counterparts give, whether it departs."""
    counts = [len(sentences(segment.text)) for segment in both]
    if max(counts) > 1:
        yield counts[0] != counts[1]
    if _is_measurable(both):
        yield abs(_ratio(both) - ratio) > _APART


def _of_code(both: Both) -> Iterator[bool]:
    """The same for the sign that their code gives, if they have any."""
    code = [{segment.text[start:end] for start, end in segment.code} for segment in both]
    if any(code):
        yield any(
            written.isascii() and written not in both[side.other].text
            for side in Side
            for written in code[side]
        )


def _is_measurable(both: Both) -> bool:
    return max(len(segment.text) for segment in both) >= _MEASURABLE


def _ratio(both: Both) -> float:
    return log((len(both[1].text) + 1) / (len(both[0].text) + 1))
