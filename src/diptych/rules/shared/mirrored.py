"""Figures of several levels that a text written from the right has the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.language.number_words import Spelt
from diptych.language.numbers import Number
from diptych.rules.shared.equal_figures import Lone


def take_mirrored(lone: Lone) -> tuple[list[tuple[Number, Number]], Lone]:
    """The pairs of `lone` that are each other's mirror image, "5.1.2" and "2.1.5", and the rest."""
    pairs: list[tuple[Number, Number]] = []
    free = list(lone[1])
    left = []
    for number in lone[0]:
        wanted = _mirrored(number)
        other = next((each for each in free if wanted and _digits(each) == wanted), None)
        if isinstance(number, Number) and isinstance(other, Number):
            pairs.append((number, other))
            free.remove(other)
        else:
            left.append(number)
    return pairs, (left, free)


def _digits(number: Number | Spelt) -> str:
    return number.digits if isinstance(number, Number) else ""


def _mirrored(number: Number | Spelt) -> str:
    parts: Sequence[str] = _digits(number).split(".")
    return ".".join(reversed(parts)) if len(parts) > 1 and parts[0] != parts[-1] else ""
