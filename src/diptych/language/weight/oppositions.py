"""Where two texts contradict each other by the words of a contrast."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import inf

from diptych.language.weight.contrasts import Contrasts, Lexicon

_NEAR = 10
"""How many words apart two places may be that say the same in each of two texts."""
_AROUND = 16
"""How many words around a place are searched for what makes it uncertain."""
_MOST = 8
"""The most places of one pole in a clause that are compared with those of another."""
_CROWD = 100
"""The most places of a clause at which one contrast is looked for."""
Span = tuple[int, int]
Key = tuple[str, int, bool]
"""A contrast, one of its poles, and whether the pole is said (or only hinted at)."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Words of two texts that say different poles of one contrast."""

    contrast: str
    spans: tuple[Span, Span]
    """The words of each text: the first word's index, and the index behind the last."""


Found = Mapping[Key, list[Span]]
"""What a text says and hints at, each with its places."""


class Poles:
    """What each lexicon of the contrasts of a language stands for."""

    def __init__(self, contrasts: Contrasts) -> None:
        self.keys: dict[Lexicon, Key] = {
            lexicon: (name, index, says)
            for name, poles in contrasts.items()
            for index, pole in enumerate(poles)
            for says, lexicon in ((True, pole.says), (False, pole.hints))
        }
        self.said = {lexicon: key[:2] for lexicon, key in self.keys.items() if key[2]}
        """The contrast and the pole that a lexicon says."""
        self._saying = {
            name: frozenset(pole.says for pole in poles) for name, poles in contrasts.items()
        }
        self._of = {
            name: self._saying[name] | {pole.hints for pole in poles}
            for name, poles in contrasts.items()
        }

    def lexicons(self, contrasts: Iterable[str]) -> frozenset[Lexicon]:
        """All lexicons of some of the contrasts."""
        return _NONE.union(*(self._of.get(name, _NONE) for name in contrasts))

    def saying(self, contrasts: Iterable[str]) -> frozenset[Lexicon]:
        """The lexicons of some of the contrasts that say a pole, not those that hint at one."""
        return _NONE.union(*(self._saying.get(name, _NONE) for name in contrasts))


_NONE: frozenset[Lexicon] = frozenset()
NO_POLES = Poles({})


def in_question(known: tuple[Poles, Poles], opened: tuple[Set[Lexicon], Set[Lexicon]]) -> set[str]:
    """The contrasts of which two texts may say different poles, as far as can be told by the
    lexicons with a phrase that a word of each text may open.
    """
    first, second = (
        [one.said[lexicon] for lexicon in one.said.keys() & lexicons]
        for one, lexicons in zip(known, opened, strict=True)
    )
    return _of_different_poles(first, second)


def said_otherwise(found: tuple[Found, Found]) -> set[str]:
    """The contrasts of which two texts say different poles, by what was `found` of either."""
    return _of_different_poles(*([key[:2] for key in one if key[2]] for one in found))


def _of_different_poles(
    first: Iterable[tuple[str, int]], second: Iterable[tuple[str, int]]
) -> set[str]:
    """The contrasts of which two texts have poles, given each with its contrast, and not one."""
    poles: tuple[dict[str, set[int]], dict[str, set[int]]] = ({}, {})
    for row, one in zip(poles, (first, second), strict=True):
        for name, pole in one:
            row.setdefault(name, set()).add(pole)
    return {name for name in poles[0].keys() & poles[1] if len(poles[0][name] | poles[1][name]) > 1}


def found_in(poles: Poles, words: list[str], openings: Mapping[Lexicon, Sequence[int]]) -> Found:
    """What `words` say and hint at of contrasts; `openings` are the words that may open a phrase of
    a lexicon of theirs.

    A contrast that may be spoken of at more than a hundred places is passed over: no sentence is
    so written.
    """
    crowded = {poles.keys[lexicon][0] for lexicon, at in openings.items() if len(at) > _CROWD}
    return {
        key: spans
        for lexicon, at in openings.items()
        if (key := poles.keys[lexicon])[0] not in crowded and (spans := lexicon.all(words, at))
    }


def contradictions(found: tuple[Found, Found], scale: float) -> Iterator[Contradiction]:
    """The first contradiction of each contrast between two texts, the second of which has `scale`
    words for each word of the first.

    One text says a pole, and at about that place the other one says another pole. Around these
    places neither hints at the pole of the other one as often as that one says it.
    """
    contrary: dict[str, tuple[Span, Span]] = {}
    for name, mine, says in found[0]:
        if not says or name in contrary:
            continue
        for also, theirs, says_too in found[1]:
            if says_too and also == name and theirs != mine and name not in contrary:
                spans = _first(name, (mine, theirs), found, scale)
                if spans:
                    contrary[name] = spans
    for name, spans in contrary.items():
        yield Contradiction(name, spans)


def _first(
    name: str, poles: tuple[int, int], found: tuple[Found, Found], scale: float
) -> tuple[Span, Span] | None:
    """The first places at which the texts say these poles and nothing makes it uncertain."""
    for here in found[0][name, poles[0], True][:_MOST]:
        for there in found[1][name, poles[1], True][:_MOST]:
            apart = abs(here[0] * scale - there[0]) > _NEAR * max(scale, 1)
            if _certain(name, poles, (here, there), scale, inf if apart else _AROUND, found):
                return here, there
    return None


def _certain(
    name: str,
    poles: tuple[int, int],
    spans: tuple[Span, Span],
    scale: float,
    around: float,
    found: tuple[Found, Found],
) -> bool:
    """Whether each text says its own pole more often than the other one hints at it.

    Looked at is what stands at most `around` words of the first text from the middle of the two
    places. Where that is everything, nothing at all may hint at the other text's pole.
    """
    middle = (spans[0][0] + spans[1][0] / scale) / 2
    for side in (0, 1):
        pole, said = poles[1 - side], found[1 - side][name, poles[1 - side], True]
        hints = found[side].get((name, pole, False), [])
        count = _count(hints, middle, around, scale**side) - _inside(hints, spans[side])
        if count and (around == inf or count >= _count(said, middle, around, scale ** (1 - side))):
            return False
    return True


def _count(spans: Sequence[Span], middle: float, around: float, scale: float) -> int:
    """How many of `spans` stand near the `middle`, both told in words of the first text."""
    low, high = (middle - around) * scale, (middle + around) * scale
    return bisect_right(spans, (high, inf)) - bisect_left(spans, (low, 0))


def _inside(spans: Sequence[Span], outer: Span) -> int:
    """How many of `spans` lie wholly in another one."""
    first, last = bisect_left(spans, (outer[0], 0)), bisect_left(spans, (outer[1], 0))
    return sum(end <= outer[1] for _, end in spans[first:last])
