"""Phrases found in a text, word by word: the longest wins, capitals make no difference.

A tree of words is walked from each word of the text, so that the cost does not grow with the
number of phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import Generic, NamedTuple, TypeVar

from diptych.language.inflection import Forms, as_written
from diptych.patterns import pattern_of

Meaning = TypeVar("Meaning")

_WORD = pattern_of(r"\w+(?:['’][sS]\b)?|[^\w\s]")


class Match(NamedTuple, Generic[Meaning]):
    """An occurrence of a phrase."""

    meaning: Meaning
    printed: str
    start: int

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.printed)


def longest(found: Iterable[Match[Meaning]]) -> Iterator[Match[Meaning]]:
    """The matches, given in order, that are not inside a longer one before them."""
    behind = 0
    for match in found:
        if match.start >= behind:
            behind = match.end
            yield match


_LONGEST = 60
"""The most words that a phrase may have; a longer one is not looked for."""
_READINGS = 64
"""The most beginnings of phrases that are followed at once from one word of a text."""
_NESTED = 8
"""The most lengths of phrases that are found from one word of a text: the longest ones."""
_A_WORD, _AT_LEAST = 2, 100
"""The most occurrences that are found in a text: so many per word, and so many on top. No list that
people write has as many."""

_Word = tuple[str, int, int]


class _Node(Generic[Meaning]):
    """What follows the beginning that some phrases share."""

    __slots__ = ("below", "ends")

    def __init__(self) -> None:
        self.below: dict[str, _Node[Meaning]] = {}
        self.ends: list[tuple[int, Meaning]] = []
        """The meanings of the phrases that end here, each with its rank in the list."""


class Phrases(Generic[Meaning]):
    """A table of phrases, each with what it stands for."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]], forms: Forms = as_written) -> None:
        self._forms = forms
        self._root: _Node[Meaning] = _Node()
        self._begins: dict[str, bool] = {}
        """Of the words met in texts, whether a form of them begins a phrase."""
        self._found: dict[str, tuple[Match[Meaning], ...]] = {}
        """The occurrences in each text looked through: several rules ask for the same ones."""
        for rank, (phrase, meaning) in enumerate(phrases):
            words = _WORD.findall(_plain(phrase))
            if words and len(words) <= _LONGEST:
                node = self._root
                for word in words:
                    node = node.below.setdefault(word, _Node())
                node.ends.append((rank, meaning))

    def find(self, text: str) -> Iterator[Match[Meaning]]:
        """The occurrences in `text` in order, none inside a longer one."""
        return longest(self.all_in(text))

    def all_in(self, text: str) -> tuple[Match[Meaning], ...]:
        """All occurrences in `text` in order; of those that begin together the longest first."""
        known = self._found.get(text)
        if known is None:
            known = self._found[text] = tuple(self._search(text))
        return known

    def opening(self, text: str, at: int = 0) -> Iterator[Match[Meaning]]:
        """The occurrences that begin right at the offset `at`, the longest first."""
        words = ((_plain(found[0]), *found.span()) for found in _WORD.finditer(text, at))
        first = next(words, None)
        return self._from(chain([first], words), text) if first and first[1] == at else iter(())

    def _search(self, text: str) -> Iterator[Match[Meaning]]:
        words = _words(text)
        found = (
            match
            for at, (word, _, _) in enumerate(words)
            if self._may_begin(word)
            for match in self._from(words[at : at + _LONGEST], text)
        )
        return islice(found, _A_WORD * len(words) + _AT_LEAST)

    def _may_begin(self, word: str) -> bool:
        known = self._begins.get(word)
        if known is None:
            known = any(form in self._root.below for form in self._forms(word))
            self._begins[word] = known
        return known

    def _from(self, words: Iterable[_Word], text: str) -> Iterator[Match[Meaning]]:
        """The phrases with which `words` begin, the longest first."""
        met: list[list[tuple[int, int, Match[Meaning]]]] = []
        nodes: list[tuple[int, _Node[Meaning]]] = [(0, self._root)]
        """The beginnings met, each with the form that the first word has in it."""
        begin = -1
        for word, start, end in words:
            forms = enumerate(self._forms(word))
            first = begin < 0
            begin = start if first else begin
            nodes = [
                (rank if first else n, below)
                for rank, form in forms
                for n, node in nodes
                if (below := node.below.get(form))
            ]
            if not nodes:
                break
            del nodes[_READINGS:]
            if any(node.ends for _, node in nodes):
                printed = text[begin:end]
                met.append(
                    [
                        (n, rank, Match(meaning, printed, begin))
                        for n, node in nodes
                        for rank, meaning in node.ends
                    ]
                )
        for alike in met[: -_NESTED - 1 : -1]:
            yield from (match for *_, match in sorted(alike, key=lambda found: found[:2]))


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[tuple[str, int, int], ...]:
    """Each word in lower case with its span."""
    return tuple((_plain(match[0]), match.start(), match.end()) for match in _WORD.finditer(text))


def _plain(text: str) -> str:
    """The text in lower case, with straight apostrophes."""
    return text.lower().replace("’", "'")
