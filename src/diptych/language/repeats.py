"""Passages of a text that stand in it twice, word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from diptych.language.blanks import blanked
from diptych.language.stops import Mark
from diptych.patterns import letters_pattern_of, pattern_of

_WORD = letters_pattern_of(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*+")
"""A word with its vowel signs, which in the scripts of India are characters of their own."""
_GLOSS = pattern_of(r"\([^()]{1,400}+\)")
"""What explains a name in parentheses may be said of two names."""
_SHOWN = 4
"""How many words are shown."""
_SURE = 14
"""How many words in a row stand twice by no chance."""
_SPARSE = 25
"""How many characters stand for each blank of a text in which blanks do not part words."""
_LIKELY = 8
"""How many may stand twice on purpose: then a translation has them twice as well."""


def repeated(text: str) -> Mark | None:
    """The first words of the second of two passages of `text` that are the same, word for word."""
    return _repeated(blanked(text, (match.span() for match in _GLOSS.finditer(text))), _SURE)


def may_repeat(text: str) -> bool:
    """Whether `text` has some words in a row twice, if fewer; in a text that parts no words by
    blanks, some signs.
    """
    if len(text) > _SPARSE * (text.count(" ") + 1):
        text = " ".join(filter(str.isalnum, text))
    return _repeated(text, _LIKELY) is not None


def _repeated(text: str, length: int) -> Mark | None:
    if text.count(" ") < 2 * length - 1:
        return None  # nearly always
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) - len(set(words)) < length // 2:
        return None
    first: dict[tuple[str, ...], int] = {}
    for at in _starts(words, length):
        run = tuple(words[at : at + length])
        before = first.setdefault(run, at)
        if at - before >= length and not any(map(str.isdigit, run)):
            spans = [match.span() for match in _WORD.finditer(text)]
            start, end = spans[at][0], spans[at + _SHOWN - 1][1]
            return Mark(text[start:end], start)
    return None


def _starts(words: Sequence[str], length: int) -> Iterator[int]:
    """Where passages of a `length` begin of which each word stands twice."""
    times = Counter(words)
    behind = 0  # the last word that stands once
    for end, word in enumerate(words, 1):
        if times[word] == 1:
            behind = end
        elif end - behind >= length:
            yield end - length
