"""Which of two texts is the translation, where nobody says it for certain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diptych.language.english_words import is_everyday
from diptych.language.syllables import is_bare
from diptych.language.tags import bare
from diptych.model import PROSE, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.prose import read_aloud

_WORD = pattern_of(r"(?<![\w./@-])[^\W\d_]++(?![\w./@-]\w)")
"""A word of a sentence: no part of an address, of the name of a file or of joined words."""
_LONG = 4
"""The least letters of an English word that another language has only if it kept it."""
_KEPT = 3
"""The fewest English words in another text that show that it was rendered from English."""
_IN_WORDS = 2_000
"""Among how many words there is at least one of them: a law may borrow a few."""
_TIMES = 2
"""How many times as many they are as the words that the English kept of the other language."""

_SHARE = 0.75
"""The least share of everyday words in a text that is English."""


def rendering(bitext: Bitext) -> Side:
    """The side of the translation: the second, but where two texts that are not published here are
    named with English second, and the first has kept many of its words, as translations do, or is
    in a language that is not known in depth: of such texts the English is nearly always the
    original, unless it has kept words of the other.
    """
    return bitext.once(_rendering)


def may_be_rendering(bitext: Bitext, side: Side) -> bool:
    """Whether `side` is the translation, or may be it: English is often the original although it
    comes second.
    """
    english_second = bare(bitext.translation.locale) == "en"
    return side is rendering(bitext) or (
        side is Side.ORIGINAL and english_second and not bitext.published
    )


def translation_beside_english(bitext: Bitext) -> Side | None:
    """The side of a language beside English, where that one is not known in depth: what is written
    in both is nearly always translated from English. None between any other two languages, and in
    texts that are published here, which say what the original is.
    """
    if bitext.published or bitext.known_in_depth:
        return None
    english = [bare(document.locale) == "en" for document in bitext.documents]
    if english[0] == english[1]:
        return None
    return Side.TRANSLATION if english[0] else Side.ORIGINAL


def _rendering(bitext: Bitext) -> Side:
    languages = [bare(document.locale) for document in bitext.documents]
    if bitext.published or not bitext.languages_known:
        return Side.TRANSLATION
    if languages[Side.TRANSLATION] != "en" or languages[Side.ORIGINAL] == "en":
        return Side.TRANSLATION
    first, second = (_words(bitext, side) for side in Side)
    kept = {word for word in first.small & second.small if _is_english(word, languages[0])}
    borrowed = {word for word in first.small & second.small if not word.isascii()}
    least = max(_KEPT, first.in_all // _IN_WORDS) if bitext.known_in_depth else 0
    turned = len(kept) >= max(least, _TIMES * len(borrowed))
    turned = turned or (not borrowed and _has_english_texts(bitext))
    return Side.ORIGINAL if turned else Side.TRANSLATION


def _has_english_texts(bitext: Bitext) -> bool:
    """Whether the text that is named first has several texts of everyday words of English, each
    as the second has it.
    """
    found = 0
    for page in bitext.original.pages:
        for node in page.nodes():
            if node.segment and (node.kind is None or node.kind in PROSE):
                other = bitext.alignment.text_opposite(Side.ORIGINAL, node.body)
                if other is not None and other.text == node.segment.text:
                    found += _is_of_everyday_words(read_aloud(node.segment))
                    if found == _KEPT:
                        return True
    return False


def _is_of_everyday_words(text: str) -> bool:
    words = _WORD.findall(text)
    everyday = [word for word in words if is_everyday(word.lower())]
    small = sum(map(str.islower, everyday))
    return small >= _KEPT and len(everyday) >= _SHARE * len(words)


class _Words(NamedTuple):
    """The words of a text."""

    small: frozenset[str]
    """Those in small letters: names are the same in many languages."""
    in_all: int


def _words(bitext: Bitext, side: Side) -> _Words:
    found: set[str] = set()
    count = 0
    for text in _texts(bitext, side):
        words = _WORD.findall(text)
        count += len(words)
        found.update(words)
    return _Words(frozenset(word for word in found if word == word.lower()), count)


def _texts(bitext: Bitext, side: Side) -> Iterator[str]:
    """What the pages of `side` say, without code."""
    for page in bitext.documents[side].pages:
        for node in page.nodes():
            if node.segment and (node.kind is None or node.kind in PROSE):
                other = bitext.alignment.text_opposite(side, node.body)
                if other is None or other.text != node.segment.text:  # else it tells nothing
                    yield read_aloud(node.segment)


def _is_english(word: str, language: str) -> bool:
    """Whether `word`, which is in both texts, is no word of `language` for all that is known."""
    if not word.isascii() or len(word) < _LONG:
        return False
    return language != "vi" or not is_bare(word)
