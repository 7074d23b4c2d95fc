"""The words of weight that a text has, in order, each with its sense and its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from diptych.language.tags import bare
from diptych.language.weight.kinds import NOTHING, Weight
from diptych.language.weight.table import Words
from diptych.language.weight.words import words_of
from diptych.patterns import pattern_of

_TOKEN = pattern_of(r"[^\W_]+(?:['’-][^\W_]+)*")
_NUMBERED = pattern_of(r"\.?\s?\d")
"""What follows the "No" of a document's number."""
_ENDS = frozenset(".!?:;…")
"""Signs after which a capital says nothing."""
_AHEAD = 3
"""How many words after "by" or "over" are searched for the time or the figure that they go with."""


class Token(NamedTuple):
    """One word, as it is compared."""

    word: str
    """The word in lower case, composed, without a possessive ending."""
    start: int
    end: int
    capital: bool = False
    """Whether it is written with a capital, and does not open a sentence."""


class Sense(NamedTuple):
    """A word or phrase of weight in a text."""

    kind: Weight
    sense: str
    first: int
    """The index of its first word among the words of the text."""
    end: int
    """The index behind its last word."""


@lru_cache(maxsize=1 << 14)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The words of `text`; English contractions are taken apart ("cannot" is "can" and "not")."""
    text = unicodedata.normalize("NFC", text)
    english = bare(language) == "en"
    return tuple(_tokens(text, english=english))


def _tokens(text: str, *, english: bool) -> Iterator[Token]:
    last_end = 0
    for found in _TOKEN.finditer(text):
        printed = found[0]
        start, end = found.span()
        capital = printed[0].isupper() and not (
            last_end == 0 or not _ENDS.isdisjoint(text[last_end:start])
        )
        last_end = end
        word = printed.lower()
        if not word.isalpha():
            word = word.replace("’", "'").removesuffix("'s")
        if english and word == "no" and _NUMBERED.match(text, end):
            word = "no."
        elif english and printed == "May":
            word = "may_month"  # or a name; a verb so written would open a question
        if english and word == "cannot":
            yield Token("can", start, end)
            yield Token("not", start, end)
        elif english and word.endswith("n't"):
            stem = {"can't": "can", "won't": "will", "shan't": "shall"}.get(word, word[:-3])
            yield Token(stem, start, end)
            yield Token("not", start, end)
        else:
            yield Token(word, start, end, capital)


@lru_cache(maxsize=1 << 14)
def senses(text: str, language: str) -> tuple[Sense, ...]:
    """The words and phrases of weight of `text`, in order; of phrases that overlap, the first and
    longest.
    """
    known = words_of(language)
    words = [token.word for token in tokens(text, language)]
    return tuple(_senses(words, known)) if known.phrases else ()


def _senses(words: Sequence[str], known: Words) -> Iterator[Sense]:
    at = 0
    while at < len(words):
        word = words[at]
        found = None
        if word in known.phrases or word in known.before_figures or word in known.before_times:
            found = _phrase_at(words, at, known) or _bound_at(words, at, known)
        if found is None:
            at += 1
            continue
        if found.sense != NOTHING:
            yield found
        at = found.end


def _phrase_at(words: Sequence[str], at: int, known: Words) -> Sense | None:
    for phrase, kind, sense in known.phrases.get(words[at], ()):
        end = at + len(phrase)
        if tuple(words[at:end]) == phrase:
            return Sense(kind, sense, at, end)
    return None


def _bound_at(words: Sequence[str], at: int, known: Words) -> Sense | None:
    """The sense of a word that has one only before a time or a figure."""
    word = words[at]
    ahead = words[at + 1 : at + 1 + _AHEAD]
    if (sense := known.before_figures.get(word)) and any(w[0].isdigit() for w in ahead[:2]):
        return Sense(Weight.QUANTITY, sense, at, at + 1)
    if at and words[at - 1][0].isdigit():
        return None  # a range: "2020 to 2025"
    if (sense := known.before_times.get(word)) and any(
        w[0].isdigit() or w in known.time_nouns for w in ahead
    ):
        return Sense(Weight.TIME, sense, at, at + 1)
    return None
