"""Finds neighbouring pairs whose texts have changed places."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.alignment.similarity import Profile, Similarity, combined, common
from diptych.model import Kind, Side

EXCHANGED = 0.1
"""How much better two neighbouring pairs must fit crosswise to have changed places; half of it must
come from what they share. On a real text of 86 provisions the most is 0.03."""
EXCHANGED_BY_LENGTH = 0.18
"""How much better they must fit crosswise where only the lengths tell, which those of short texts
do not."""
_LONG = 100
_FITTING = 0.75
"""How well (0 to 1) both lengths must fit crosswise; a text cut in half fits neither way."""
_REACH = 3
"""How many places further on an exchanged neighbour is looked for."""

_EVIDENCE = 2
"""How many words of those that only crosswise pairs share say that two texts changed places."""
_SHORT = 40
"""The length of a text up to which one more of these is asked for."""

Texts = tuple[Sequence[str], Sequence[str]]
"""The texts of the original and of the translation of one pair."""
Profiles = tuple[Profile, Profile]
KeptInBoth = tuple[frozenset[str], frozenset[str]]
"""The addresses and the code in the original and in the translation of one pair."""
_KEPT = 2.0
"""The gain of two pairs that have the same addresses and code crosswise: more than any other."""


def exchanged_pairs(
    pairs: Sequence[Texts],
    similarity: Similarity,
    settled: float = 1.0,
    kept: Sequence[KeptInBoth] = (),
    kinds: Sequence[tuple[Kind, Kind]] = (),
) -> dict[int, int]:
    """The pairs that fit better crosswise: the index of each, mapped to that of the other.

    A pair that scores `settled` or more as it stands is not looked at. What is `kept` of each pair
    letter for letter tells by itself if it is the same crosswise and nothing of it as it stands, or
    the other way round.
    Nothing else does where the two texts of each pair are of one of the `kinds`, and crosswise not.
    """
    if len(pairs) == 1:
        return {}  # nearly always below a heading or a dash
    profiles: list[Profiles] = [
        (similarity.together(Side.ORIGINAL, left), similarity.together(Side.TRANSLATION, right))
        for left, right in pairs
    ]
    straight = [similarity.facets(*pair) for pair in profiles]
    gains = []
    for i, (left, right) in enumerate(profiles):
        for j in range(i + 1, min(i + 1 + _REACH, len(pairs))):
            if kept and _kept_crosswise(kept[i], kept[j]):
                gains.append((_KEPT, -i, -j))
                continue
            if kept and _kept_straight(kept[i], kept[j]):
                continue
            if kinds and _same_kinds_straight(kinds[i], kinds[j]):
                continue
            scores = combined(straight[i]), combined(straight[j])
            if max(scores) >= settled or sum(scores) > 2 - EXCHANGED:
                continue
            crossed = (
                similarity.facets(left, profiles[j][1]),
                similarity.facets(profiles[j][0], right),
            )
            gain = sum(map(combined, crossed)) - sum(scores)
            shared = sum(shared for shared, _ in crossed) - straight[i][0] - straight[j][0]
            fit = min(fit for _, fit in crossed) >= _FITTING
            shortest = min(map(_length, (*pairs[i], *pairs[j])))
            evidence = _EVIDENCE + (shortest <= _SHORT)
            told = 0.65 * shared >= EXCHANGED / 2 and _told(
                profiles[i], profiles[j], evidence, fit=fit
            )
            closer = sum(fit for _, fit in crossed) > straight[i][1] + straight[j][1]
            fit = fit and closer and shortest >= _LONG
            if gain >= EXCHANGED and (told or (fit and gain >= EXCHANGED_BY_LENGTH)):
                gains.append((gain, -i, -j))
    exchanged: dict[int, int] = {}
    for _, i, j in sorted(gains, reverse=True):
        if -i not in exchanged and -j not in exchanged:
            exchanged[-i], exchanged[-j] = -j, -i
    return exchanged


def _kept_crosswise(first: KeptInBoth, second: KeptInBoth) -> bool:
    return (
        bool(first[0] and second[0])
        and first[0] == second[1]
        and second[0] == first[1]
        and first[0].isdisjoint(second[0])
    )


def _kept_straight(first: KeptInBoth, second: KeptInBoth) -> bool:
    """Whether two pairs keep something as they stand, and nothing but that crosswise."""
    own = (first[0] & first[1]) | (second[0] & second[1])
    crossed = (first[0] & second[1]) | (second[0] & first[1])
    return crossed < own


def _same_kinds_straight(first: tuple[Kind, Kind], second: tuple[Kind, Kind]) -> bool:
    return first[0] is first[1] and second[0] is second[1] and first[0] is not second[0]


def _told(first: Profiles, second: Profiles, evidence: int, *, fit: bool) -> bool:
    """Whether two pairs share enough crosswise that neither shares as it stands: a figure, or as
    many words as are asked for as `evidence`, for one word is soon found in two texts; and each of
    the two something, unless their lengths `fit`.
    """
    straight = common(*first) | common(*second)
    ends = [common(first[0], second[1]) - straight, common(second[0], first[1]) - straight]
    crossed = ends[0] | ends[1]
    if not (fit or all(ends)):
        return False
    return len(crossed) >= evidence or any(map(str.isdigit, crossed))


def _length(texts: Sequence[str]) -> int:
    return sum(map(len, texts))
