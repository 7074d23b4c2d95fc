"""Neighbours that have changed places."""

from __future__ import annotations

from collections.abc import Sequence

from programme.alignment.similarity import Similarity

EXCHANGED = 0.1
"""By how much two neighbouring pairs must fit better crosswise to have changed places.
On this programme's own text no two fit better crosswise by more than 0.03."""
SPLIT = 0.05
"""By how much two neighbours together must fit better than the one alone to be a split."""
_REACH = 3

_COMMON = 64
"""A word that more loose provisions share than this tells nothing."""


_REACH = 3

_COMMON = 64
"""A word that more loose provisions share than this tells nothing."""


"""How many places further on an exchanged neighbour is looked for."""


def exchanged_pairs(pairs: Sequence[tuple[str, str]], similarity: Similarity) -> dict[int, int]:
    """Neighbouring pairs of texts that fit better crosswise, each index to the other's."""
    straight = [similarity.of_texts(*pair) for pair in pairs]
    gains = []
    for i, (left, right) in enumerate(pairs):
        for j in range(i + 1, min(i + 1 + _REACH, len(pairs))):
            if straight[i] + straight[j] > 2 - EXCHANGED:
                continue
            crossed = similarity.of_texts(left, pairs[j][1])
            crossed += similarity.of_texts(pairs[j][0], right)
            gains.append((crossed - straight[i] - straight[j], -i, -j))
    exchanged: dict[int, int] = {}
    for gain, i, j in sorted(gains, reverse=True):
        if gain < EXCHANGED:
            break
        if -i not in exchanged and -j not in exchanged:
            exchanged[-i], exchanged[-j] = -j, -i
    return exchanged
