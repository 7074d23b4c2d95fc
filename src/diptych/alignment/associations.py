"""Which words of a text stand for which of its translation, learnt from the texts themselves.

Two words that stand in the same pairs of texts, and hardly anywhere else, most likely render each
other (Dice's coefficient). A sentence whose words are rendered elsewhere, and here are not, has no
counterpart here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, pairwise

from diptych.language.letter_runs import letter_runs
from diptych.language.scripts import scripts_of, sets_blanks
from diptych.language.tags import bare
from diptych.patterns import pattern_of

_WORD = pattern_of(r"[^\W\d_]{2,40}")
_STEM, _STEM_OF_SYLLABLES = 6, 2
"""How many letters of a word its forms have in common; in a script whose letters are syllables."""
_SHORTEST = 4
"""The least letters of a word that tells."""
_BY_SYLLABLE = frozenset({"vi"})
"""Languages that write a word as several."""
_OFTEN = 3
"""In how many other pairs two words must stand together to be believed."""
_CERTAIN = 0.7
"""The least coefficient of two words that render each other."""
_COMMON, _FEW = 0.12, 3
"""In what share of the texts a word may stand that tells something, or in how many."""
_MANY = 4
"""From how many renderings on a word has none that is known: all of them stand in the same texts.
"""
_LOOKED_AT = 24
"""The most texts that are looked at for one word."""
_MOST_HELD = int(2 * _LOOKED_AT / _CERTAIN) - _LOOKED_AT + 2
"""In how many texts a word may stand at the most: in more of them, so few looked at show nothing.
"""
_READ = 4_000
"""How many characters of a text are read."""


class Associations:
    """The words of pairs of texts, and what renders them."""

    def __init__(self, pairs: Sequence[tuple[str, str]], tags: tuple[str, str]) -> None:
        self._words = tuple(_reader(tag) for tag in tags)
        self._texts = [
            tuple(
                frozenset(read(text[:_READ])) for read, text in zip(self._words, both, strict=True)
            )
            for both in pairs
        ]
        self._numbers = {both: number for number, both in enumerate(pairs)}
        self._most = max(_FEW, round(_COMMON * len(pairs)))
        sides = [[both[side] for both in self._texts] for side in range(2)]
        self._times = tuple(Counter(chain.from_iterable(texts)) for texts in sides)
        """In how many texts of a side each word stands."""
        self._telling = tuple(
            frozenset(word for word, many in times.items() if _OFTEN <= many <= _MOST_HELD)
            for times in self._times
        )
        """The words of a side that may have renderings, or be some."""
        self._held: tuple[dict[str, list[int]], ...] = ({}, {})
        for held, telling, texts in zip(self._held, self._telling, sides, strict=True):
            for number, words in enumerate(texts):
                for word in words & telling:
                    held.setdefault(word, []).append(number)
        self._beside: tuple[dict[str, dict[str, int]], ...] = ({}, {})
        """By side and word the words that may render it, with how often they stand beside it."""

    def known(
        self, side: int, pair: tuple[str, str] | None, text: str, others: Sequence[str]
    ) -> tuple[int, ...]:
        """For each word of `text`, a part of the text of `side` in `pair`, that has a usual
        rendering: which of `others`, parts of the other text, have it, as bits. What only `pair`
        itself shows is not known.
        """
        number = self._numbers.get(pair, -1) if pair else -1
        spoken: list[frozenset[str]] = []
        found = []
        for word in dict.fromkeys(self._words[side](text)):
            renderings = self._renderings(side, word, number)
            if renderings:
                spoken = spoken or [frozenset(self._words[1 - side](each)) for each in others]
                found.append(
                    sum(
                        1 << at for at, said in enumerate(spoken) if not said.isdisjoint(renderings)
                    )
                )
        return tuple(found)

    def _renderings(self, side: int, word: str, number: int) -> frozenset[str]:
        """The words that render `word` in pairs other than that of the `number`."""
        held = self._held[side].get(word, ())
        here = number >= 0 and word in self._texts[number][side]
        rest = len(held) - here
        if not _OFTEN <= rest <= self._most:
            return frozenset()
        beside = self._beside[side].get(word)
        if beside is None:
            beside = self._beside[side][word] = self._often_beside(side, held)
        theirs = self._texts[number][1 - side] if number >= 0 else frozenset()
        found = []
        for said, times in beside.items():
            together = times - (here and said in theirs)
            if together < _OFTEN:
                continue
            alone = self._times[1 - side][said] - (said in theirs)
            if 2 * together >= _CERTAIN * (rest + alone):
                found.append(said)
        return frozenset(found) if len(found) < _MANY else frozenset()

    def _often_beside(self, side: int, held: Sequence[int]) -> dict[str, int]:
        """The words that stand so often beside one in the texts `held` that they may render it,
        whichever of these texts is left out.
        """
        telling = self._telling[1 - side]
        texts = [self._texts[at][1 - side] & telling for at in held[:_LOOKED_AT]]
        found: Mapping[str, int]
        if len(texts) == _OFTEN:  # then in all of them
            found = dict.fromkeys(texts[0].intersection(*texts[1:]), _OFTEN)
        else:
            found = Counter(chain.from_iterable(texts))
        others = self._times[1 - side]
        return {
            said: times
            for said, times in found.items()
            if times >= _OFTEN and 2 * times >= _CERTAIN * (len(held) + others[said] - 2)
        }


def _reader(tag: str) -> Callable[[str], Sequence[str]]:
    """What reads the words of a text in a language: stems, pairs of syllables or of letters."""
    if not sets_blanks(tag):
        return _pairs_of_letters
    if bare(tag) in _BY_SYLLABLE:
        return _pairs_of_syllables
    return _stems_of_syllables if "Hang" in scripts_of(tag) else _stems


def _stems(text: str) -> Sequence[str]:
    return [word[:_STEM] for word in _words(text) if len(word) >= _SHORTEST]


def _stems_of_syllables(text: str) -> Sequence[str]:
    return [word[:_STEM] if word.isascii() else word[:_STEM_OF_SYLLABLES] for word in _words(text)]


def _pairs_of_syllables(text: str) -> Sequence[str]:
    words = _words(text)
    return [*words, *map(" ".join, pairwise(words))]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in letter_runs(text) if len(word) > 1]


def _pairs_of_letters(text: str) -> Sequence[str]:
    return [
        word if word.isascii() else word[at : at + 2]
        for word in _WORD.findall(text.casefold())
        for at in (range(1) if word.isascii() else range(len(word) - 1))
    ]
