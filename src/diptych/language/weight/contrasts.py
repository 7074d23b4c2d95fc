"""Contrasts that each language can express: must or may, before or after, raise or lower.

A contrast has two or more poles. A language has words that *say* a pole, and words that at least
*hint* at it: those that a careful translator may use for it, or that make it uncertain. Where two
texts contradict each other is found in `oppositions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_FIGURE = "#"
"""Stands in a phrase for a figure, right there or after one more word."""
_ANY_END = "*"
_EXCEPTION = "!"
"""Stands before a phrase in which nothing is listed, though a part of it is."""


class Lexicon:
    """Words and phrases that are looked for among the words of a text."""

    def __init__(self, written: str) -> None:
        self._phrases: dict[str, list[tuple[list[str], bool]]] = {}
        beginnings: tuple[list[str], list[str]] = ([], [])
        for phrase in written.split(","):
            excepted = phrase.strip().startswith(_EXCEPTION)
            words = phrase.replace(_EXCEPTION, " ").split()
            if len(words) == 1 and words[0].endswith(_ANY_END):
                beginnings[excepted].append(words[0].removesuffix(_ANY_END))
            elif words:
                self._phrases.setdefault(words[0], []).append((words, excepted))
        for row in self._phrases.values():
            row.sort(key=lambda one: len(one[0]), reverse=True)
        self._beginnings, self._exceptions = map(tuple, beginnings)

    def openings(self) -> tuple[Iterable[str], Iterable[str]]:
        """The words that open a phrase, and the beginnings of words that do."""
        return self._phrases, self._beginnings + self._exceptions

    def first(
        self,
        words: list[str],
        inside: tuple[int, int] = (0, 0),
        openings: Iterable[int] | None = None,
    ) -> tuple[int, int] | None:
        """The span of the first words that are listed; None where there are none.

        Words that lie wholly `inside` a span do not count. `openings` are the indices of the words
        that may open a phrase, in order, where they are known (see `Lexicons`).
        """
        behind = 0  # the last phrase in which nothing is listed
        for at in range(len(words)) if openings is None else openings:
            if at < behind:
                continue
            end, listed = self._at(words, at)
            if listed and not inside[0] <= at < end <= inside[1]:
                return at, end
            if not listed:
                behind = end
        return None

    def all(self, words: list[str], openings: Iterable[int] | None = None) -> list[tuple[int, int]]:
        """The spans of all words that are listed (see `first`); of those that overlap, the first
        and longest.
        """
        found = []
        behind = 0
        for at in range(len(words)) if openings is None else openings:
            if at < behind:
                continue
            end, listed = self._at(words, at)
            if listed:
                found.append((at, end))
            behind = end
        return found

    def _at(self, words: list[str], at: int) -> tuple[int, bool]:
        """Where the longest phrase that begins at `at` ends, and whether it is listed; `at` where
        none does.
        """
        word = words[at]
        for phrase, excepted in self._phrases.get(word, ()):
            if _FIGURE in phrase:
                if _stands(phrase, words, at):
                    return at + sum(part != _FIGURE for part in phrase), not excepted
            elif words[at : at + len(phrase)] == phrase:
                return at + len(phrase), not excepted
        if self._exceptions and word.startswith(self._exceptions):
            return at + 1, False
        if self._beginnings and word.startswith(self._beginnings):
            return at + 1, True
        return at, False


def _stands(phrase: Sequence[str], words: list[str], at: int) -> bool:
    for offset, part in enumerate(phrase):
        ahead = words[at + offset : at + offset + 2]
        if part == _FIGURE:
            if not any(word[0].isdigit() for word in ahead):
                return False
        elif ahead[:1] != [part]:
            return False
    return True


class Lexicons:
    """Several lexicons together: a word is looked up once for all of them."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self._by_word: dict[str, list[Lexicon]] = {}
        self._by_beginning: dict[str, list[Lexicon]] = {}
        for lexicon in lexicons:
            for known, openings in zip(
                (self._by_word, self._by_beginning), lexicon.openings(), strict=True
            ):
                for opening in openings:
                    known.setdefault(opening, []).append(lexicon)
        self._heads = [
            (length, frozenset(one[:length] for one in self._by_beginning if len(one) >= length))
            for length in sorted(set(map(len, self._by_beginning)))
        ]
        """Lengths of beginnings, each with the first letters of all that are as long or longer."""

    def opened_by(self, word: str) -> tuple[Lexicon, ...]:
        """The lexicons with a phrase that `word` may open."""
        found = [*self._by_word.get(word, ())]
        for length, heads in self._heads:
            head = word[:length]
            if head not in heads:
                break  # no longer beginning begins so either
            found += self._by_beginning.get(head, ())
        return tuple(dict.fromkeys(found)) if found else ()


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


Contrasts = Mapping[str, tuple[Pole, ...]]
"""The contrasts of a language by name; the poles are in the same order in every language."""
