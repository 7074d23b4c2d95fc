"""Finds passages of a text that are in another language than the text.

A passage is several words in a row, so that names, titles and terms pass. Languages of different
scripts are told apart by their letters, languages in Latin letters by their small words, and
Vietnamese by its diacritics as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from diptych.language.letter_runs import first_runs, letter_runs
from diptych.language.locales import locale
from diptych.language.scripts import (
    EAST_ASIAN,
    EAST_ASIAN_SIGNS,
    LATIN,
    letters_outside,
    scripts_of,
)
from diptych.language.sentences import sentences
from diptych.language.small_words import foreign_words, small_words
from diptych.language.tags import same_language
from diptych.patterns import letters_pattern_of, pattern_of

if TYPE_CHECKING:
    import regex

BREAK = "|"
"""What stands in place of a stretch that is not looked at; no passage goes across it."""
_WORD = pattern_of(r"(?<![^\W_])[^\W\d_]++(?:['’./-][^\W\d_]++)*+(?!\d)|\|")
"""A word; words that hyphens join are one, and no small word. Letters beside a figure are none."""
_VIETNAMESE = pattern_of(r"[ạ-ỹẠ-ỸăâđêôơưĩũĂÂĐÊÔƠƯĨŨ]")
_WINDOW = 5
"""How many words in a row make a passage; names are shorter."""
_SMALL = 2
"""How many of them must be small words of the other language."""
_WITH_DIACRITICS = 3
"""How many of them must have diacritics that only Vietnamese has; names have some, too."""
_RUN = 3
"""How many words in a row are left among Vietnamese ones, if the other text has them so."""
_BORROWED = frozenset({"out of the", "of the box", "state of the", "of the art", "end to end"})
"""Words that are said so in Vietnamese as well."""
_SHOUTED = pattern_of(r"[A-Z][A-Z]{0,19}+[,;]? (?:[A-Z]{1,20}+[,;]? ){7}")
"""A sentence in capitals."""
_LETTERS = 25
"""How many letters of another alphabet in a row make a passage."""
_IDEOGRAPHS = 12
"""How many characters make a passage where a word has about two of them."""
_EAST_ASIAN = letters_pattern_of(rf"[{EAST_ASIAN_SIGNS}]")

_WITHOUT_KIN = frozenset({"en", "eu", "fi", "hu", "ja", "ko", "tr", "vi"})
"""Languages of which no other that is written much is near kin."""


@dataclass(frozen=True, slots=True)
class Tongues:
    """The language of a text, and the other one that a passage of it may be left in."""

    foreign: frozenset[str]
    """The small words of the other language that the text's own does not have."""
    own: frozenset[str]
    """The small words of the text's own language that the other does not have."""
    shared: frozenset[str]
    """The small words that both languages have: they tell nothing."""
    outside: regex.Pattern[str] | None
    """An expression for a letter that is not of the text's own scripts, if it is not Latin."""
    passage: regex.Pattern[str] | None
    """An expression for a passage in the other language's script, if the text's has none of it."""
    from_vietnamese: bool
    """Whether the other language is Vietnamese, told by its diacritics."""
    to_vietnamese: bool
    """Whether the text's own language is Vietnamese."""

    @property
    def tells_apart(self) -> bool:
        """Whether it can be told which of the two languages a text is in."""
        return bool(self.foreign) or self.passage is not None

    @property
    def is_sure(self) -> bool:
        """Whether a passage tells its language by itself: in languages of one script, where the
        small words of both are known.
        """
        return bool(self.own) or self.passage is not None or self.outside is not None

    def start_of_passage(self, text: str) -> int | None:
        """The offset of the first passage of `text` in the other language, or None."""
        if self.passage is not None:
            found = self.passage.search(text)
            return found.start() if found else None
        if _SHOUTED.search(text):
            text = _in_small_letters(text)
        if not self.foreign or not self._may_have_passage(text):
            return None  # nearly always
        matches = list(_WORD.finditer(text))
        if len(matches) < _WINDOW:
            return None
        words = [match[0] for match in matches]
        marks = self._marks(words)
        plain = [
            not mark and word.islower() and word not in self.shared
            for mark, word in zip(marks, words, strict=True)
        ]
        least = _WITH_DIACRITICS if self.from_vietnamese else _SMALL
        capitals = [word[:1].isupper() and word[1:].islower() for word in words]
        small = own = common = 0
        for last, mark in enumerate(marks):
            small += mark == 1
            own += mark < 0
            common += plain[last]
            first = last - _WINDOW + 1
            if first < 0:
                continue
            # a name has small words, too, but between words in capitals
            named = not (common or small > least + 1 or self.from_vietnamese)
            if self.from_vietnamese and small >= least:  # "Lê Thị Hoa", "Quyết định 19/QĐ-TTg"
                in_sentence = sum(
                    marks[at] == 1 and not capitals[at] and words[at].isalpha()
                    for at in range(first, last + 1)
                )
                named = in_sentence < _SMALL
            if small >= least and not own and not named:
                return matches[first].start()
            small -= marks[first] == 1
            own -= marks[first] < 0
            common -= plain[first]
        return None

    def start_of_kept(self, text: str, other: str) -> int | None:
        """The offset in `text` of words that `other`, in the other language, has as they are: a
        sentence beside others, or in Vietnamese three words in a row, two of them small ones.
        """
        if self.passage is not None or not self._may_have_foreign(text, 1):
            return None  # nearly always
        spans = sentences(text)
        for start, end in spans if len(spans) > 1 else ():
            kept = text[start:end]
            if BREAK not in kept and kept in other and self.all_foreign(kept):
                return start
        return self._start_of_run(text, other) if self.to_vietnamese else None

    def _start_of_run(self, text: str, other: str) -> int | None:
        words = list(_WORD.finditer(text))
        marks = self._marks([word[0] for word in words])
        told = [
            mark >= 0 and word[0].isascii() and word[0].islower()
            for word, mark in zip(words, marks, strict=True)
        ]
        for at in range(len(words) - _RUN + 1):
            if marks[at : at + _RUN].count(1) < _SMALL or not all(told[at : at + _RUN]):
                continue
            kept = text[words[at].start() : words[at + _RUN - 1].end()]
            if kept in other and kept not in _BORROWED:
                return words[at].start()
        return None

    def _may_have_passage(self, text: str) -> bool:
        """Whether `text` has as many words of the other language as a passage has, wherever."""
        if self.from_vietnamese:
            return len(_VIETNAMESE.findall(text)) >= _WITH_DIACRITICS
        return self._may_have_foreign(text, _SMALL)

    def _may_have_foreign(self, text: str, least: int) -> bool:
        """Whether `text` has at least so many small words of the other language."""
        opening = _opening(self.foreign)
        if sum(map(opening.__contains__, map(str.lower, letter_runs(text)))) < least:
            return False  # nearly always
        lower = map(str.lower, _WORD.findall(text))
        return sum(map(self.foreign.__contains__, lower)) >= least

    def all_foreign(self, text: str) -> bool:
        """Whether a short `text`, the same in both languages, was left in the other language.

        It is looked at as a whole: a name may have one small word, a title in capitals several.
        Where the languages cannot be told apart, it was left if it is too long to be a name.
        """
        if self.start_of_passage(text) is not None:
            return True
        words = _WORD.findall(text)
        marks = self._marks(words)
        if -1 in marks or self.passage is not None:
            return False
        if not self.foreign:
            return _is_long(text, words)
        small = marks.count(1)
        if not small:
            return False
        if self.from_vietnamese:
            return small >= _WITH_DIACRITICS
        # a word in small letters is no name; it may be of either language, a small word may not
        told = small + sum(
            not mark and word.islower() for mark, word in zip(marks, words, strict=True)
        )
        return told >= _SMALL and any(map(str.islower, words))

    def _marks(self, words: list[str]) -> list[int]:
        """The mark of each word; a small word with a capital stands in a title."""
        titles = not self.from_vietnamese
        known = {word: self._mark(word) for word in set(words)}
        marks = [known[word] for word in words]
        return [
            0 if titles and index and mark == 1 and words[index][0].isupper() else mark
            for index, mark in enumerate(marks)
        ]

    def _mark(self, word: str) -> int:
        """1 for a word of the other language, -1 for one of the text's own, 0 for any."""
        lower = word.lower()
        if word == BREAK or lower in self.own:
            return -1
        if self.from_vietnamese:
            return int(bool(_VIETNAMESE.search(word)))
        if self.to_vietnamese and (_VIETNAMESE.search(word) or self._is_marked(word)):
            return -1
        if self.outside is not None and self.outside.match(word) is None:
            return -1
        return int(lower in self.foreign)

    def _is_marked(self, word: str) -> bool:
        """Whether a word has a letter that the other language, English, does not have."""
        return "the" in self.foreign and not word.isascii() and word.isalpha()


@cache
def _opening(words: frozenset[str]) -> frozenset[str]:
    """The letters with which `words` begin: of “don't” the first three."""
    return first_runs(words)


@cache
def without_kin(one: str, other: str) -> bool:
    """Whether two languages (BCP 47 tags) are so far apart that no few words are the same in both
    by themselves: in Spanish and Portuguese many are.
    """
    if scripts_of(one) != scripts_of(other):
        return True
    return any(locale(tag).tag.partition("-")[0] in _WITHOUT_KIN for tag in (one, other))


@cache
def share_words(one: str, other: str) -> bool:
    """Whether many single words are the same in two languages (BCP 47 tags), as “installation” is
    in English and French.
    """
    tags = {locale(tag).tag.partition("-")[0] for tag in (one, other)}
    return scripts_of(one) == scripts_of(other) and "vi" not in tags


@cache
def tongues(own: str, other: str) -> Tongues | None:
    """How to find passages in `other` in a text in `own` (BCP 47 tags); None where nobody can."""
    scripts = scripts_of(own), scripts_of(other)
    if same_language(own, other):
        return None
    theirs = tuple(script for script in scripts[1] if script not in (*scripts[0], "Bopo"))
    vietnamese = locale(own).tag == "vi", locale(other).tag == "vi"
    passage = None
    if theirs and theirs != (LATIN,):
        passage = _in_a_row(theirs)
    return Tongues(
        foreign_words(own, other),
        foreign_words(other, own),
        small_words(own) & small_words(other),
        letters_outside(scripts[0]) if LATIN in scripts[1] and LATIN not in scripts[0] else None,
        passage,
        from_vietnamese=vietnamese[1],
        to_vietnamese=vietnamese[0],
    )


def _in_small_letters(text: str) -> str:
    """`text` with its letters small, so that offsets hold."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _is_long(text: str, words: list[str]) -> bool:
    """Whether a text is too long to be a name in any language."""
    return (
        len(list(filter(str.islower, words))) >= _WINDOW
        or len(_EAST_ASIAN.findall(text)) >= _LETTERS
    )


def _in_a_row(scripts: tuple[str, ...]) -> regex.Pattern[str]:
    letters = "".join(rf"\p{{scx={script}}}" for script in scripts)
    least = _IDEOGRAPHS if EAST_ASIAN & set(scripts) else _LETTERS
    letter = rf"[\p{{L}}&&[{letters}]][\p{{M}}]*+"
    return letters_pattern_of(rf"(?V1)(?:{letter}[\s,.、。，]?+){{{least}}}+")
