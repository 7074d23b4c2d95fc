"""Words within code that a translation translated on purpose: a label, a file of an example."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

from diptych.model import Place, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext

_WORD = pattern_of(r"[^\W\d_]+")
_AMOUNT = pattern_of(r"\d[\d.,]{0,12} [^\W\d_]{2,30}")
"""A figure and the word for what is counted."""
_SHORTEST = 3
"""The fewest letters of a word that is no part of code."""
_ALIKE = 0.6
"""The likeness from which on a word is another one misspelt."""
_MOST = 12
"""The most words that are looked at."""
_LONGEST = 40
"""The most letters of one."""


def are_translated_words(bitext: Bitext, place: Place, mine: str, theirs: str) -> bool:
    """Whether the code `theirs` has words of the translation's language for words of `mine`, the
    code of the original that stands at `place`, and nothing else is different.

    A word is taken for one of that language if it is unlike the original's word and nowhere on the
    original's page. Not between languages that are known in depth: their words are known otherwise.
    """
    if bitext.published or bitext.known_in_depth:
        return False
    if _WORD.sub("w", mine.replace("\\", "")) == _WORD.sub("w", theirs.replace("\\", "")):
        if _AMOUNT.fullmatch(mine) and _AMOUNT.fullmatch(theirs):
            return True
        words = [_WORD.findall(code) for code in (mine, theirs)]
        pairs = [(a, b) for a, b in zip(*words, strict=True) if a != b]
        return 0 < len(pairs) <= _MOST and all(
            _is_another(pair) and not _stands_on_page(bitext, place, pair[1]) for pair in pairs
        )
    return False


def _is_another(pair: tuple[str, str]) -> bool:
    lengths = [len(word) for word in pair]
    if not (min(lengths) >= _SHORTEST and max(lengths) <= _LONGEST):
        return False
    one, other = (word.lower() for word in pair)
    common = sum((Counter(one) & Counter(other)).values())
    if 2 * common < _ALIKE * sum(lengths):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() < _ALIKE


def _stands_on_page(bitext: Bitext, place: Place, word: str) -> bool:
    page = bitext.documents[Side.ORIGINAL].page_in(place.file)
    return page is None or word.lower() in bitext.once(_words_by_page)[page.file]


def _words_by_page(bitext: Bitext) -> dict[str, frozenset[str]]:
    return {
        page.file: frozenset(_WORD.findall("\n".join(page.lines).lower()))
        for page in bitext.documents[Side.ORIGINAL].pages
    }
