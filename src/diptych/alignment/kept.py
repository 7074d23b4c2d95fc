"""What a translation keeps letter for letter: addresses, code and the ids that tags declare."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from diptych.language.tags import bare
from diptych.model import Division, Kind, Provision, Segment
from diptych.patterns import pattern_of

_MOST = 64
"""The most addresses and pieces of code of a provision that are compared."""

_PART = pattern_of(r"[^\W_]+|#")
_DECLARED = pattern_of(r"(?<![\w-])(?:id|name)\s?=\s?[\"']?([\w.:-]{1,100})")
_WITHOUT_KEPT = 0.85
"""What the similarity of two provisions is multiplied by if one alone has addresses or code."""


class Kept:
    """Looks up the addresses, the code and the ids in provisions, each of which is gone through
    once. What says in an address that it is in one of the `languages` is left out.
    """

    def __init__(self, *languages: str) -> None:
        self._known: dict[int, frozenset[str]] = {}
        self._tags = frozenset(map(bare, languages))

    def below(self, division: Division) -> frozenset[str]:
        """The addresses, the code and the ids straight below a heading."""
        found = chain.from_iterable(map(self.of_provision, division.provisions))
        return frozenset(islice(found, _MOST))

    def of_provision(self, provision: Provision) -> frozenset[str]:
        """The addresses, the code and the ids in a provision's own text."""
        known = self._known.get(id(provision))
        if known is None:
            segment = provision.segment
            code = (segment.text[start:end] for start, end in segment.code)
            targets = (self._address(link.target) for link in segment.links)
            block = (segment.text,) if provision.kind is Kind.CODE else ()
            found = islice(chain(block, code, targets, _declared(segment)), _MOST)
            known = self._known[id(provision)] = frozenset(found)
        return known

    def _address(self, target: str) -> str:
        """What an address says whatever the language of its page: `a.fr.md` and `fr/a.md`."""
        parts = _PART.findall(target.casefold())
        return " ".join(part for part in parts if part not in self._tags)


def _declared(segment: Segment) -> Iterator[str]:
    return (f"id {named[1]}" for tag in segment.tags for named in _DECLARED.finditer(tag.written))


def with_kept(score: float, mine: frozenset[str], other: frozenset[str]) -> float:
    """A similarity (0 to 1), given the addresses and code of both: they count for a quarter."""
    if not mine and not other:
        return score
    if not mine or not other:
        return _WITHOUT_KEPT * score
    return 0.75 * score + 0.25 * len(mine & other) / len(mine | other)
