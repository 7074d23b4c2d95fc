"""Words within code that a translation translated on purpose: a label, a file of an example."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

from diptych.language.english_words import is_everyday
from diptych.model import Kind, Page, Place, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.rendering import translation_beside_english

_WORD = pattern_of(r"[^\W\d_]+")
_NAME = pattern_of(r"[^\W\d]\w*")
_AMOUNT = pattern_of(r"\d[\d.,]{0,12} [^\W\d_]{2,30}")
"""A figure and the word for what is counted."""
_PLAIN_WORDS = pattern_of(r"[^\W\d_][a-zà-ÿ]{2,30}(?:[ ’'-][^\W\d_][a-zà-ÿ]{2,30}){0,4}")
"""Code of nothing but ordinary words, as forms, keys and menus have them."""
_CONSTANTS = frozenset({"true", "false", "none", "null"})
"""Words that are no words of a language in code."""
_LIMITS = frozenset({"min", "max"})
"""Words of English that stand in code alone."""
_LOOKED_AT = 200
"""The most characters of a piece of code that may be such words."""
_SHORTEST = 3
"""The fewest letters of a word that is no part of code."""
_ALIKE = 0.6
"""The likeness from which on a word is another one misspelt."""
_OFTEN = 3
"""How often a word stands on a page that replaces another one all over it."""
_AGAIN = 2
"""The same of code that is nothing but a word, where neither page has the other's."""
_MOST = 12
"""The most words that are looked at."""
_LONGEST = 40
"""The most letters of one."""


def are_translated_words(bitext: Bitext, place: Place, mine: str, theirs: str) -> bool:
    """Whether the code `theirs` has words of the translation's language for words of `mine`, the
    code of the original that stands at `place`, and nothing else is different.

    A word is taken for one of that language if it is nowhere on the original's page, and either
    unlike the original's word or in its place all over the page. Not between languages that are
    known in depth, unless the code is nothing but words: theirs are known otherwise. Between
    English and another one it is enough that the page says some of the words beside the code.
    """
    if bitext.published or not _CONSTANTS.isdisjoint((mine.lower(), theirs.lower())):
        return False
    if (side := translation_beside_english(bitext)) is not None:
        rows = (mine, theirs)
        if _are_said(bitext, place, rows[side.other], rows[side], side):
            return True
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


def are_reworded(bitext: Bitext, place: Place, mine: str, theirs: str) -> bool:
    """Whether two lines of code differ in words alone, which a translation has in its own language:
    none is on the original's page, and half of them its own page says, or has all over.
    """
    side = translation_beside_english(bitext)
    if side is None:
        return False
    rows = (mine, theirs)
    return _are_said(bitext, place, rows[side.other], rows[side], side)


def are_renamed(bitext: Bitext, place: Place, mine: str, theirs: str) -> bool:
    """Whether two lines of code differ in names alone, of which the translation's are nowhere on
    the original's page.
    """
    side = translation_beside_english(bitext)
    pages = bitext.once(_words_by_page).get(place.file)
    if side is None or pages is None or max(len(mine), len(theirs)) > _LOOKED_AT:
        return False
    shapes = [_NAME.sub("n", line) for line in (mine, theirs)]
    names = [Counter(_NAME.findall(line)) for line in (mine, theirs)]
    lone = [*(names[side] - names[side.other])]
    return (
        shapes[0] == shapes[1]
        and bool(lone)
        and all(
            any(word not in pages[side.other] for word in _WORD.findall(name.lower()))
            for name in lone
        )
    )


def _are_said(bitext: Bitext, place: Place, english: str, other: str, side: Side) -> bool:
    """Whether the code `other` on the page of `side` has words of its language for those of the
    code `english`, and nothing else is different.
    """
    if len(other) > _LOOKED_AT or len(english) > _LOOKED_AT:
        return False
    if english.rpartition(".")[2] == other.rpartition(".")[2] and "." in english:
        stems = [code.rpartition(".")[0] for code in (english, other)]
        if all(_PLAIN_WORDS.fullmatch(stem) for stem in stems):  # the name of a file
            english, other = stems
    pages = bitext.once(_words_by_page).get(place.file)
    said = bitext.once(_said_by_page).get(place.file)
    if pages is None or said is None:
        return False
    plain = bool(_PLAIN_WORDS.fullmatch(english) and _PLAIN_WORDS.fullmatch(other))
    rows = [_WORD.findall(code.lower()) for code in (english, other)]
    if plain and len(rows[0]) != len(rows[1]):
        pairs = [("", word) for word in {*rows[1]} - {*rows[0]} if len(word) >= _SHORTEST]
    elif plain or _WORD.sub("w", english) == _WORD.sub("w", other):
        lone = set(rows[1]) - set(rows[0])
        pairs = [(a, b) for a, b in zip(*rows, strict=True) if a != b and b in lone]
    else:
        return False
    own, others = pages[side], pages[side.other]
    if not 0 < len(pairs) <= _MOST or any(word in others for _, word in pairs):
        return False
    often = _AGAIN if plain else _OFTEN
    known = sum(
        not word.isascii()
        or (len(word) >= _SHORTEST and word in said[side])
        or bool(name and name not in own and min(others[name], own[word]) >= often)
        for name, word in pairs
    )
    return known == len(pairs) or (known > 0 and (plain or 2 * known >= len(pairs)))


def _are_other_words(bitext: Bitext, place: Place, mine: str, theirs: str) -> bool:
    """Whether code of nothing but ordinary words has other ones, none of them on the original's
    page, or another capital at the beginning.
    """
    if mine.lower() == theirs.lower():
        return mine[1:] == theirs[1:]
    words = bitext.once(_words_by_page).get(place.file)
    rows = [_WORD.findall(code.lower()) for code in (mine, theirs)]
    if words is None or any(word in words[0] for word in rows[1]):
        return False
    pairs = [(one, other) for one in rows[0] for other in rows[1]]
    if any(_is_english(bitext, place, pair) for pair in pairs):
        return False
    return all(map(_is_another, pairs))


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
    return throughout or (_is_another(pair) and not _is_english(bitext, place, (mine, theirs)))


def _is_english(bitext: Bitext, place: Place, pair: tuple[str, str]) -> bool:
    """Whether the word that stands for an English one is English itself, and none that the texts
    of its page say: it was mistaken, not translated.
    """
    side = translation_beside_english(bitext)
    said = bitext.once(_said_by_page).get(place.file)
    if side is None or said is None or pair[side] in said[side]:
        return False
    return pair[side] in _LIMITS or is_everyday(pair[side])


def _words_by_page(bitext: Bitext) -> dict[str, tuple[Counter[str], Counter[str]]]:
    """By file of the original, the words of the page and of its counterpart."""
    return {pages[0].file: (_words_of(pages[0]), _words_of(pages[1])) for pages in bitext.pages()}


def _said_by_page(bitext: Bitext) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """By file of the original, the words that the texts of the page and of its counterpart say,
    code aside.
    """
    return {pages[0].file: (_said_on(pages[0]), _said_on(pages[1])) for pages in bitext.pages()}


def _said_on(page: Page) -> frozenset[str]:
    segments = [division.heading for division in page.own_divisions() if division.heading]
    segments += [each.segment for each in page.all_provisions() if each.kind is not Kind.CODE]
    return frozenset(word for segment in segments for word in _WORD.findall(segment.prose.lower()))


def _words_of(page: Page) -> Counter[str]:
    return Counter(_WORD.findall("\n".join(page.lines).lower()))
