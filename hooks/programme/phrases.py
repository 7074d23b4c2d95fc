"""Phrases found in a text, word by word: the longest wins, capitals make no difference.

A table by first word is looked up at each word of the text, so that the cost does not grow
with the number of phrases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

Meaning = TypeVar("Meaning")

Forms = Callable[[str], tuple[str, ...]]
"""A word in lower case -> the forms under which it may stand in a phrase, itself first."""

_WORD = re.compile(r"\w+(?:['’]s\b)?|[^\w\s]")


class Match(NamedTuple, Generic[Meaning]):
    """An occurrence of a phrase."""

    meaning: Meaning
    printed: str
    start: int

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.printed)


def as_written(word: str) -> tuple[str, ...]:
    """No inflection: Vietnamese, or any language whose endings are not known."""
    return (word,)


@lru_cache(maxsize=65536)
def english_forms(word: str) -> tuple[str, ...]:
    """The word without a plural or possessive ending, too."""
    forms = [word]
    if word.endswith(("'s", "’s")):
        word = word[:-2]
        forms.append(word)
    if word.endswith("s") and len(word) > 2:
        forms.append(word[:-1])
        if word.endswith("es"):
            forms.append(word[:-2])
    return tuple(forms)


def longest(found: Iterable[Match[Meaning]]) -> Iterator[Match[Meaning]]:
    """Of matches in order those that are not inside a longer one before them."""
    behind = 0
    for match in found:
        if match.start >= behind:
            behind = match.end
            yield match


class Phrases(Generic[Meaning]):
    """A table of phrases, each with what it stands for."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]], forms: Forms = as_written) -> None:
        self._forms = forms
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._opened: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        """By the word as it stands in a text, for the words seen."""
        self._found: dict[str, tuple[Match[Meaning], ...]] = {}
        """By text: several rules ask for the same ones."""
        for phrase, meaning in phrases:
            words = tuple(_WORD.findall(_plain(phrase)))
            if words:
                self._by_first.setdefault(words[0], []).append((words, meaning))

    def find(self, text: str) -> Iterator[Match[Meaning]]:
        """Occurrences in order, none inside a longer one."""
        return longest(self.all_in(text))

    def all_in(self, text: str) -> tuple[Match[Meaning], ...]:
        """All occurrences in order, of those that begin together the longest first."""
        known = self._found.get(text)
        if known is None:
            known = self._found[text] = tuple(self._search(text))
        return known

    def opening(self, text: str) -> Iterator[Match[Meaning]]:
        """The occurrences with which `text` begins, the longest first."""
        words = _words(text)
        if not words or words[0][1]:
            return
        for expected, meaning in self._opened.get(words[0][0]) or self._opened_by(words[0][0]):
            if self._stands(expected, words, 0):
                yield Match(meaning, text[: words[len(expected) - 1][2]], 0)

    def _search(self, text: str) -> Iterator[Match[Meaning]]:
        words = _words(text)
        opened = self._opened
        for at, (word, start, _) in enumerate(words):
            entries = opened.get(word)
            for expected, meaning in self._opened_by(word) if entries is None else entries:
                if self._stands(expected, words, at):
                    end = words[at + len(expected) - 1][2]
                    yield Match(meaning, text[start:end], start)

    def _opened_by(self, word: str) -> Sequence[tuple[tuple[str, ...], Meaning]]:
        entries = [entry for form in self._forms(word) for entry in self._by_first.get(form, ())]
        entries.sort(key=lambda entry: -len(entry[0]))
        self._opened[word] = entries
        return entries

    def _stands(
        self, expected: tuple[str, ...], words: Sequence[tuple[str, int, int]], at: int
    ) -> bool:
        return at + len(expected) <= len(words) and all(
            word in self._forms(words[at + offset][0]) for offset, word in enumerate(expected)
        )


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[tuple[str, int, int], ...]:
    """Each word in lower case with its span."""
    return tuple((_plain(match[0]), match.start(), match.end()) for match in _WORD.finditer(text))


def _plain(text: str) -> str:
    """In lower case, each apostrophe the one of a typewriter."""
    return text.lower().replace("’", "'")
