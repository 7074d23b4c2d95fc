"""Letters that a language does not have, found word by word."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from diptych.language.invisible import POSSIBLY
from diptych.language.repertoire import LATIN, OUT_OF_LATIN, is_another_form
from diptych.language.scripts import (
    ALPHABETS,
    EAST_ASIAN,
    EAST_ASIAN_SIGNS,
    alphabet_of,
    letters_outside,
)
from diptych.patterns import letters_pattern_of
from diptych.rules.shared.texts import Language

if TYPE_CHECKING:
    import regex

_WORD = letters_pattern_of(r"[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+")
_MARK = letters_pattern_of(r"\p{M}")
_CLUSTER = letters_pattern_of(r"[^\p{M}]\p{M}+")
_STROKES = "\u0334\u0335\u0336\u0337\u0338\u20d2\u20d3\u20d8\u20e5\u20eb"
_KEYCAP = "\u20e3"
_ON_KEYS = "0123456789#*"
"""The characters that a keycap may enclose."""
_STACK = 5
"""The most marks that any language puts on one letter."""
_WIDE = letters_pattern_of(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_MATHEMATICAL = letters_pattern_of(r"[\U0001d400-\U0001d7ff]+")
_DENSE = letters_pattern_of(rf"[{EAST_ASIAN_SIGNS}]")
"""Letters beside which wide figures and Latin letters are usual, whatever the text's language."""
_ETH = letters_pattern_of(r"[ÐðƉɖ]")
_VIETNAMESE = letters_pattern_of(r"[ơưƠƯạ-ỹẠ-Ỹ]")
_OF_VIETNAMESE = letters_pattern_of(r"[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ]")
_LIKE_LATIN = frozenset(
    "АВЕЅІЈКМНОРСТУХЬаеорсухіјѕһԁԛԝѵ" "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυχικ" "օոսցզյհ"
)  # fmt: skip


class Found(StrEnum):
    """In what way a letter does not belong."""

    LOOK_ALIKE = "look-alike"
    """The letter is not the one that it looks like."""
    SCRIPT = "script"
    """The letter belongs to a word in another script."""
    FORM = "form"
    """The sign is another form of a letter, a figure or a sign."""
    MARK = "mark"
    """The letter carries a mark that no letter of the language has."""


class Stranger(NamedTuple):
    """A letter that does not belong in a text, or several in a row."""

    found: Found
    start: int
    end: int
    letter: int
    """The offset of the letter that is meant."""


def strangers(text: str, language: Language) -> Iterator[Stranger]:
    """The letters, figures and signs of `text` that its language does not have."""
    if language.exact:
        yield from _in_words(text)
        if not _DENSE.search(text):
            yield from _forms(text, OUT_OF_LATIN)
        yield from _marks(text, exact=True)
        return
    yield from _mixed(text, language)
    if language.tag.startswith("vi") and _VIETNAMESE.search(text):
        for match in _ETH.finditer(text):
            yield Stranger(Found.LOOK_ALIKE, match.start(), match.end(), match.start())
    if not language.known:
        return
    if language.scripts[0] == "Latn":
        outside = letters_outside(language.scripts)
        for word in _WORD.finditer(text):
            letter = outside.search(word[0])
            if letter and only_looks_latin(word[0]):  # any other can be seen to be foreign
                at = word.start() + letter.start()
                yield Stranger(Found.SCRIPT, word.start(), word.end(), at)
    if not EAST_ASIAN & set(language.scripts) and not _DENSE.search(text):
        yield from _forms(text, _WIDE)
    yield from _forms(text, _MATHEMATICAL)
    yield from _marks(text, exact=False)


def only_looks_latin(word: str) -> bool:
    """Whether all letters of `word` look like Latin ones: nobody sees that it is foreign."""
    letters = [char for char in word if char.isalpha()]
    return bool(letters) and set(letters) <= _LIKE_LATIN


def is_spelling(text: str, stranger: Stranger) -> bool:
    """Whether a Latin letter that neither Vietnamese nor English has is one that other languages
    spell with: a letter with a mark, or one of a word with other letters of the kind.
    """
    letter = text[stranger.letter]
    if letter.isascii() or alphabet_of(letter) != "Latn":
        return False
    if unicodedata.normalize("NFD", letter)[0].isascii():
        return True
    word = next((w[0] for w in _WORD.finditer(text) if w.end() > stranger.letter), "")
    return any(
        char in LATIN and not char.isascii() and not _OF_VIETNAMESE.match(char) for char in word
    )


def _in_words(text: str) -> Iterator[Stranger]:
    """Letters that are in neither Vietnamese nor English, at most one stranger per word."""
    foreign = set(filter(_is_foreign, set(text)))
    if not foreign:
        return
    for word in _WORD.finditer(text):
        if foreign.isdisjoint(word[0]):
            continue
        strange = [n for n, char in enumerate(word[0], word.start()) if char in foreign]
        first, last = strange[0], strange[-1] + 1
        if not _has_latin(word[0]) and alphabet_of(text[first]) != "Latn":
            yield Stranger(Found.SCRIPT, word.start(), word.end(), first)
        elif alphabet_of(text[first]):
            yield Stranger(Found.LOOK_ALIKE, first, last, first)
        else:  # it stands beside a word, and looks like no letter of it
            yield Stranger(Found.SCRIPT, first, last, first)


@lru_cache(maxsize=4096)
def _is_foreign(char: str) -> bool:
    """Whether `char` is a letter that is in neither Vietnamese nor English."""
    return (
        char.isalpha()
        and char not in LATIN
        and OUT_OF_LATIN.match(char) is not None
        and POSSIBLY.match(char) is None
        and not is_another_form(char)
    )


def _has_latin(word: str) -> bool:
    return any(char in LATIN for char in word)


def _mixed(text: str, language: Language) -> Iterator[Stranger]:
    """Words whose letters are of two alphabets that look alike, each told by its rarer letters."""
    for word in _WORD.finditer(text):
        if word[0].isascii():
            continue
        alphabets = {
            n: alphabet
            for n, char in enumerate(word[0])
            if (alphabet := alphabet_of(char))
            and (alphabet != "Grek" or char in _LIKE_LATIN)  # but μm, Δt, πr
        }
        counted = Counter(alphabets.values())
        if len(counted) < 2:
            continue
        own = next((s for s in language.scripts if s in ALPHABETS), "Latn")
        if language.known and own == "Latn":  # what is of a language's own letters is right
            least = min(counted, key=lambda a: a == own)
        else:
            least = min(counted, key=lambda a: (counted[a], a == own))
        wrong = [n for n, alphabet in alphabets.items() if alphabet == least]
        at = word.start() + wrong[0]
        yield Stranger(Found.LOOK_ALIKE, at, word.start() + wrong[-1] + 1, at)


def _forms(text: str, unusual: regex.Pattern[str]) -> Iterator[Stranger]:
    """The letters, figures and signs in another form, one stranger per run."""
    strange = {char for char in set(text) if _is_strange(char) and unusual.match(char)}
    start = end = -1
    for match in unusual.finditer(text) if strange else ():
        if match[0][0] not in strange:
            continue
        if match.start() != end:
            if start >= 0:
                yield Stranger(Found.FORM, start, end, start)
            start = match.start()
        end = match.end()
    if start >= 0:
        yield Stranger(Found.FORM, start, end, start)


@lru_cache(maxsize=4096)
def _is_strange(char: str) -> bool:
    """Whether `char` is a sign, or another form of a letter or a figure, that can be seen."""
    strange = is_another_form(char) or not (char.isalpha() or _MARK.match(char))
    return strange and POSSIBLY.match(char) is None


def _marks(text: str, *, exact: bool) -> Iterator[Stranger]:
    """The marks that are no part of a letter, one stranger per word."""
    told = -1
    for cluster in _CLUSTER.finditer(text):
        wrong = _wrong_mark(cluster[0], exact=exact)
        at = cluster[0].find(wrong) + cluster.start() if wrong else -1
        if at > cluster.start() and cluster.start() > told:
            word = next((w for w in _WORD.finditer(text, cluster.start())), None)
            whole = word is not None and word.start() == cluster.start()
            told = word.end() if word and whole else cluster.end()
            yield Stranger(Found.MARK, cluster.start(), told, at)


@lru_cache(maxsize=1024)
def _wrong_mark(cluster: str, *, exact: bool) -> str:
    """The mark of `cluster`, a character with its marks, that is no part of a letter; or ""."""
    composed = unicodedata.normalize("NFC", cluster)
    left = [
        char
        for char in composed
        if _MARK.match(char)
        and not (char == _KEYCAP and composed[0] in _ON_KEYS)
        and not POSSIBLY.match(char)
    ]
    stroke = next((char for char in left if char in _STROKES), "")
    if exact or stroke:
        return stroke or (left[0] if left else "")
    return left[-1] if len(left) > _STACK else ""
