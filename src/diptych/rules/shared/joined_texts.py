"""Texts without counterpart whose words probably stand in the counterpart of a neighbour: a
translator joined two paragraphs, or divided one.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log

from diptych.alignment import children_of
from diptych.alignment.closeness import usual_length
from diptych.alignment.similarity import whole
from diptych.language.sentences import sentences
from diptych.model import PROSE, Provision, Side
from diptych.project.bitext import Bitext
from diptych.rules.shared.regrouped_texts import kept_in, regrouped

_MOST_OF_IT, _SOME_OF_IT = 0.6, 0.25
"""The least share of its length by which the neighbour's counterpart is too long; and where their
sentences add up.
"""
_FITTING, _APART = 0.15, 0.25
"""How little the logarithm of the ratio of two lengths is off where both fit, and how much where
they do not: that of a close translation is off by a tenth.
"""
_LEAD_IN = 40
"""The most characters of a text that says nothing but that something follows."""
_NEAR = 2
"""How many provisions away the neighbour may stand."""


def joined_texts(bitext: Bitext) -> set[str]:
    """The ids of texts without counterpart that may well be in that of a neighbour: this is longer
    than its own counterpart by as much, fits both or has sentences more, and lacks no code, address
    or figure of theirs.
    """
    if bitext.published:
        return set()
    scale = exp(bitext.once(_ratio))
    found = set()
    for side in Side:
        to_other = 1 / scale if side else scale
        for lone in bitext.alignment.lone_below[side].values():
            for provision in lone:
                if provision.kind in PROSE and not provision.number and not provision.children:
                    pairs = [*_neighbours(bitext, side, provision)]
                    if any(_holds(*pair, provision, to_other) for pair in pairs) or any(
                        _introduces(*pair, provision) for pair in pairs
                    ):
                        found.add(provision.id)
    return found | bitext.once(regrouped).ids


def _ratio(bitext: Bitext) -> float:
    both = filter(None, (pair.both for pair in bitext.alignment.provisions))
    pairs = [(one.segment, two.segment) for one, two in both if {one.kind, two.kind} <= PROSE]
    return usual_length(pairs, bitext.original.locale, bitext.translation.locale)


def _neighbours(
    bitext: Bitext, side: Side, provision: Provision
) -> Iterator[tuple[Provision, Provision]]:
    """The nearest siblings before and behind that have counterparts, with these."""
    parent = bitext.parent(side, provision)
    row = children_of(parent) if parent else ()
    at = next((index for index, one in enumerate(row) if one is provision), 0)
    known = bitext.alignment.counterparts[side]
    for near in (row[max(0, at - _NEAR) : at][::-1], row[at + 1 : at + 1 + _NEAR]):
        paired = next((one for one in near if one.id in known), None)
        if paired is not None and paired.kind in PROSE:
            yield paired, known[paired.id]


def _holds(
    neighbour: Provision, counterpart: Provision, provision: Provision, to_other: float
) -> bool:
    own, other = whole(neighbour) or " ", whole(counterpart) or " "
    text = provision.segment.text
    longer = (len(other) - len(own) * to_other) / max(1.0, len(text) * to_other)
    counts = [len(sentences(each)) for each in (own, text, other)]
    alone, joined = len(own) * to_other, len(f"{own} {text}") * to_other
    fits = abs(log(len(other) / joined)) <= _FITTING and log(len(other) / alone) >= _APART
    adds_up = counts[0] + counts[1] == counts[2]
    more = counts[2] > counts[0]
    if not ((adds_up and longer >= _SOME_OF_IT) or (longer >= _MOST_OF_IT and (more or fits))):
        return False
    return kept_in(provision.segment) <= kept_in(counterpart.segment)


def _introduces(neighbour: Provision, counterpart: Provision, provision: Provision) -> bool:
    """Whether the counterpart of the text before ends in the colon with which `provision` alone
    introduces what follows: "Open the gate. You will see:".
    """
    texts = [each.segment.text.rstrip() for each in (neighbour, counterpart, provision)]
    ends = [text.endswith((":", "：")) for text in texts]
    first = neighbour.place.line < provision.place.line
    return first and ends == [False, True, True] and len(texts[2]) <= _LEAD_IN
