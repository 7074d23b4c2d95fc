"""Contrasts that each language can express: must or may, before or after, raise or lower.

A contrast has two poles. A language has words that *say* a pole, and words that at least *hint* at
it: those that a careful translator may use for it, or that make it uncertain. Two texts contradict
each other where one says a pole without a hint of the other one, and the other text says that one
without a hint of the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_KEPT = 8192
"""The most words that a lexicon remembers as none of its own."""
_FIGURE = "#"
"""Stands in a phrase for a figure, right there or after one more word."""
_ANY_END = "*"
_EXCEPTION = "!"
"""Stands before a phrase in which nothing is listed, though a part of it is."""


class Lexicon:
    """Words and phrases that are looked for among the words of a text."""

    def __init__(self, written: str) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        beginnings: tuple[list[str], list[str]] = ([], [])
        for phrase in written.split(","):
            excepted = phrase.strip().startswith(_EXCEPTION)
            words = tuple(phrase.replace(_EXCEPTION, " ").split())
            if len(words) == 1 and words[0].endswith(_ANY_END):
                beginnings[excepted].append(words[0].removesuffix(_ANY_END))
            elif words:
                self._phrases.setdefault(words[0], []).append((words, excepted))
        for row in self._phrases.values():
            row.sort(key=lambda one: len(one[0]), reverse=True)
        self._beginnings, self._exceptions = map(tuple, beginnings)
        self._others: set[str] = set()
        """Words of texts with which nothing begins: a text says the same ones again and again."""

    def first(
        self, words: Sequence[str], inside: tuple[int, int] = (0, 0)
    ) -> tuple[int, int] | None:
        """The span of the first words that are listed; None where there are none.

        Words that lie wholly `inside` a span do not count.
        """
        if self._others.issuperset(words):
            return None  # nearly always
        at = 0
        while at < len(words):
            if words[at] in self._others or not self._opens(words[at]):
                at += 1
                continue
            end, listed = self._at(words, at)
            if listed and not inside[0] <= at < end <= inside[1]:
                return at, end
            at = end if end > at and not listed else at + 1
        return None

    def _opens(self, word: str) -> bool:
        """Whether anything may begin with `word`."""
        if word in self._phrases or word.startswith(self._beginnings + self._exceptions):
            return True
        if len(self._others) < _KEPT:
            self._others.add(word)
        return False

    def _at(self, words: Sequence[str], at: int) -> tuple[int, bool]:
        """Where the longest phrase that begins at `at` ends, and whether it is listed; `at` where
        none does.
        """
        word = words[at]
        for phrase, excepted in self._phrases.get(word, ()):
            if _stands(phrase, words, at):
                return at + sum(part != _FIGURE for part in phrase), not excepted
        if self._exceptions and word.startswith(self._exceptions):
            return at + 1, False
        if self._beginnings and word.startswith(self._beginnings):
            return at + 1, True
        return at, False


def _stands(phrase: Sequence[str], words: Sequence[str], at: int) -> bool:
    for offset, part in enumerate(phrase):
        ahead = words[at + offset : at + offset + 2]
        if part == _FIGURE:
            if not any(word[0].isdigit() for word in ahead):
                return False
        elif ahead[:1] != [part]:
            return False
    return True


@dataclass(frozen=True, slots=True)
class Pole:
    """One side of a contrast in one language."""

    says: Lexicon
    hints: Lexicon
    """All that may mean it, `says` included."""


def pole(says: str, hints: str = "") -> Pole:
    """A pole by its words, parted by commas.

    `*` stands for any ending, `#` for a figure, `!` before a phrase in which nothing is listed.
    """
    return Pole(Lexicon(says), Lexicon(f"{says}, {hints}"))


Contrasts = Mapping[str, tuple[Pole, Pole]]
"""The contrasts of a language by name; the poles are in the same order in every language."""
