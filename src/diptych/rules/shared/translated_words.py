"""Words within code that a translation translated on purpose: a label, a file of an example."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

from diptych.model import Page, Place
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext

_WORD = pattern_of(r"[^\W\d_]+")
_AMOUNT = pattern_of(r"\d[\d.,]{0,12} [^\W\d_]{2,30}")
"""A figure and the word for what is counted."""
_PLAIN_WORDS = pattern_of(r"[^\W\d_][a-zà-ÿ]{2,30}(?:[ ’'-][^\W\d_][a-zà-ÿ]{2,30}){0,4}")
"""Code of nothing but ordinary words, as forms, keys and menus have them."""
_CONSTANTS = frozenset({"true", "false", "none", "null"})
"""Words whose capital makes a difference in code."""
_LOOKED_AT = 200
"""The most characters of a piece of code that may be such words."""
_SHORTEST = 3
"""The fewest letters of a word that is no part of code."""
_ALIKE = 0.6
"""The likeness from which on a word is another one misspelt."""
_OFTEN = 3
"""How often a word stands on a page that replaces another one all over it."""
_MOST = 12
"""The most words that are looked at."""
_LONGEST = 40
"""The most letters of one."""


def are_translated_words(bitext: Bitext, place: Place, mine: str, theirs: str) -> bool:
    """Whether the code `theirs` has words of the translation's language for words of `mine`, the
    code of the original that stands at `place`, and nothing else is different.

    A word is taken for one of that language if it is nowhere on the original's page, and either
    unlike the original's word or in its place all over the page. Not between languages that are
    known in depth, unless the code is nothing but words: theirs are known otherwise.
    """
    if bitext.published:
        return False
    if _PLAIN_WORDS.fullmatch(mine[:_LOOKED_AT]) and _PLAIN_WORDS.fullmatch(theirs[:_LOOKED_AT]):
        return _are_other_words(bitext, place, mine, theirs)
    if bitext.known_in_depth:
        return False
    if _WORD.sub("w", mine.replace("\\", "")) == _WORD.sub("w", theirs.replace("\\", "")):
        if _AMOUNT.fullmatch(mine) and _AMOUNT.fullmatch(theirs):
            return True
        words = [_WORD.findall(code) for code in (mine, theirs)]
        pairs = [(a, b) for a, b in zip(*words, strict=True) if a != b]
        return 0 < len(pairs) <= _MOST and all(
            _is_of_translation(bitext, place, pair) for pair in pairs
        )
    return False


def _are_other_words(bitext: Bitext, place: Place, mine: str, theirs: str) -> bool:
    """Whether code of nothing but ordinary words has other ones, none of them on the original's
    page, or another capital at the beginning, if it is one word.
    """
    if mine.lower() == theirs.lower():
        return mine[1:] == theirs[1:] and mine.isalpha() and mine.lower() not in _CONSTANTS
    words = bitext.once(_words_by_page).get(place.file)
    rows = [_WORD.findall(code.lower()) for code in (mine, theirs)]
    if words is None or any(word in words[0] for word in rows[1]):
        return False
    return all(_is_another((one, other)) for one in rows[0] for other in rows[1])


def _is_another(pair: tuple[str, str]) -> bool:
    lengths = [len(word) for word in pair]
    if not (min(lengths) >= _SHORTEST and max(lengths) <= _LONGEST):
        return False
    one, other = (word.lower() for word in pair)
    common = sum((Counter(one) & Counter(other)).values())
    if 2 * common < _ALIKE * sum(lengths):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() < _ALIKE


def _is_of_translation(bitext: Bitext, place: Place, pair: tuple[str, str]) -> bool:
    words = bitext.once(_words_by_page).get(place.file)
    if words is None:
        return False
    mine, theirs = (word.lower() for word in pair)
    if theirs in words[0]:
        return False
    throughout = mine not in words[1] and min(words[0][mine], words[1][theirs]) >= _OFTEN
    return throughout or _is_another(pair)


def _words_by_page(bitext: Bitext) -> dict[str, tuple[Counter[str], Counter[str]]]:
    """By file of the original, the words of the page and of its counterpart."""
    return {pages[0].file: (_words_of(pages[0]), _words_of(pages[1])) for pages in bitext.pages()}


def _words_of(page: Page) -> Counter[str]:
    return Counter(_WORD.findall("\n".join(page.lines).lower()))
