"""What a translation keeps letter for letter: addresses and code."""

from __future__ import annotations

from itertools import chain, islice

from diptych.model import Division, Kind, Provision

_MOST = 64
"""The most addresses and pieces of code of a provision that are compared."""

_WITHOUT_KEPT = 0.85
"""What the similarity of two provisions is multiplied by if one alone has addresses or code."""


class Kept:
    """Looks up the addresses and the code in provisions, each of which is gone through once."""

    def __init__(self) -> None:
        self._known: dict[int, frozenset[str]] = {}

    def below(self, division: Division) -> frozenset[str]:
        """The addresses and the code straight below a heading."""
        found = chain.from_iterable(map(self.of_provision, division.provisions))
        return frozenset(islice(found, _MOST))

    def of_provision(self, provision: Provision) -> frozenset[str]:
        """The addresses and the code in a provision's own text."""
        known = self._known.get(id(provision))
        if known is None:
            segment = provision.segment
            code = (segment.text[start:end] for start, end in segment.code)
            targets = (link.target for link in segment.links)
            block = (segment.text,) if provision.kind is Kind.CODE else ()
            found = islice(chain(block, code, targets), _MOST)
            known = self._known[id(provision)] = frozenset(found)
        return known


def with_kept(score: float, mine: frozenset[str], other: frozenset[str]) -> float:
    """A similarity (0 to 1), given the addresses and code of both: they count for a quarter."""
    if not mine and not other:
        return score
    if not mine or not other:
        return _WITHOUT_KEPT * score
    return 0.75 * score + 0.25 * len(mine & other) / len(mine | other)
