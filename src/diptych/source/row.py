"""Words of the source in which readings are looked for, and put in place of one another."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.source.words import Word

MOST = 1_000
"""The most occurrences of one reading that are counted; one is right."""


class WordRow:
    """A row of words that is also kept as one text, which is searched far faster than the words."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = list(words)
        self._text = f" {' '.join(word.text for word in words)} "

    def occurrences(self, reading: str) -> list[int]:
        """The indices of the words at which `reading` begins; its last word may lack the
        punctuation after it.

        Of more than `MOST` only the first are given.
        """
        sought = " " + " ".join(reading.split())
        found: list[int] = []
        index = counted = at = 0
        while len(found) < MOST and (start := self._text.find(sought, at)) >= 0:
            end = start + len(sought)
            if not any(char.isalnum() for char in self._text[end : self._text.index(" ", end)]):
                index += self._text.count(" ", counted, start)
                counted = start
                found.append(index)
            at = start + 1
        return found

    def replace(self, start: int, reading: str, printed: str) -> None:
        """Put `printed` in place of `reading`, which begins at the word with the index `start`."""
        found, put = reading.split(), printed.split()
        old = self.words[start : start + len(found)]
        punctuation = old[-1].text[len(found[-1]) :]
        new = [
            old[min(n, len(old) - 1)]._replace(text=text, letters=()) for n, text in enumerate(put)
        ]
        new[-1] = new[-1]._replace(text=new[-1].text + punctuation)
        self.words[start : start + len(found)] = new
        before = f" {' '.join(word.text for word in old)} "
        after = f" {' '.join(word.text for word in new)} "
        at = self._text.find(before)  # a reading that is replaced stands there once
        self._text = self._text[:at] + after + self._text[at + len(before) :]
