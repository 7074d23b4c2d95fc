"""The sentences of two texts as they are paired: their lengths, and what tells which is which."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from diptych.alignment.associations import Associations
from diptych.alignment.closeness import usual_length
from diptych.alignment.sentences import Sentence
from diptych.language.capitals import names
from diptych.model import Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext

Texts = tuple[Segment, Segment]
Spans = Sequence[tuple[int, int]]

_FIGURES = pattern_of(r"\d+")
_APART_ONE_FOR_ONE = 30.0
"""How far apart, in all, the lengths of as many sentences must be not to be one for one."""
_ASKS = ("?", "？", "؟")
"""What ends a question."""


def sentence_rows(
    bitext: Bitext, both: Texts, rows: Sequence[tuple[Side, Spans]], ratio: float
) -> list[list[Sentence]]:
    """The sentences of each of `rows`, the spans of the text of a side, as they are paired; `ratio`
    is the usual logarithm of how long a text of the second side is beside one of the first.

    The first two are paired with each other, any more with the first that are of the other side.
    """
    kept = [[_evidence(both[side], *span) for span in spans] for side, spans in rows]
    common = frozenset().union(*kept[0]) & frozenset().union(*kept[1])
    scales = exp(max(0.0, ratio)), exp(max(0.0, -ratio))
    known = bitext.once(_associations)
    texts = both[0].text, both[1].text
    parts = [[texts[side][start:end] for start, end in spans] for side, spans in rows]
    sides = [side for side, _ in rows]
    others = [parts[sides.index(side.other)] for side in sides]
    return [
        [
            Sentence(
                (end - start) * scales[side],
                own & common,
                known.known(side, texts, text, theirs),
            )
            for (start, end), own, text in zip(spans, evidence, said, strict=True)
        ]
        for (side, spans), evidence, said, theirs in zip(rows, kept, parts, others, strict=True)
    ]


def text_rows(
    bitext: Bitext, rows: tuple[Sequence[Segment], Sequence[Segment]]
) -> list[list[Sentence]]:
    """Whole texts of either side, as they are paired like the sentences of one."""
    kept = [[_evidence(text, 0, len(text.text)) for text in row] for row in rows]
    common = frozenset().union(*kept[0]) & frozenset().union(*kept[1])
    ratio = usual_ratio_of(bitext)
    scales = exp(max(0.0, ratio)), exp(max(0.0, -ratio))
    known = bitext.once(_associations)
    said = [[text.text for text in row] for row in rows]
    return [
        [
            Sentence(
                len(text) * scales[side],
                own & common,
                known.known(side, None, text, said[1 - side]),
            )
            for text, own in zip(said[side], kept[side], strict=True)
        ]
        for side in Side
    ]


def fit_one_for_one(spans: Sequence[Spans], ratio: float) -> bool:
    """Whether the lengths of as many sentences fit so well that they are each other's counterparts,
    one for one.
    """
    scales = exp(max(0.0, ratio)), exp(max(0.0, -ratio))
    apart = 0.0
    for pair in zip(*spans, strict=True):
        one, two = ((end - start) * scale for (start, end), scale in zip(pair, scales, strict=True))
        apart += (one - two) ** 2 / (one + two + 20)
    return apart <= _APART_ONE_FOR_ONE


def _associations(bitext: Bitext) -> Associations:
    """What the words of all texts render."""
    tags = bitext.original.locale, bitext.translation.locale
    return Associations([(one.text, two.text) for one, two in bitext.paired_texts()], tags)


def usual_ratio_of(bitext: Bitext) -> float:
    """The usual logarithm of how long a text of the second language is beside its counterpart."""
    return bitext.once(_ratio)


def _ratio(bitext: Bitext) -> float:
    return usual_length(bitext.paired_texts(), bitext.original.locale, bitext.translation.locale)


def _evidence(segment: Segment, start: int, end: int) -> frozenset[str]:
    """The figures, names and code between two offsets of a text, and whether it asks."""
    text = segment.text[start:end]
    code = (segment.text[first:last] for first, last in segment.code if start <= first < end)
    asks = ("?",) if text.rstrip(")\"'”’»*_ ").endswith(_ASKS) else ()
    return frozenset((*_FIGURES.findall(text), *(name.value for name in names(text)), *code, *asks))
