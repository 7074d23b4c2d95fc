"""Short texts that a translation kept in English, told by everyday words of that language.

A name, a term of the trade and what a program shows are of other words, are written in capitals, or
are what the translation calls the thing elsewhere, too. Everyday words are none of it: "Spread the
word", "Supports all messages in this range".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from diptych.language.blanks import blanked
from diptych.language.english_words import is_everyday, is_verb
from diptych.language.passages import BREAK, share_words
from diptych.language.small_words import foreign_words, small_words
from diptych.language.tags import bare
from diptych.model import Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.plain_words import OF_CODE, uses, words_of_code
from diptych.rules.shared.rendering import rendering

_WORD = pattern_of(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*+")
"""A word; words that hyphens join are one."""
_PART = pattern_of(r"[^\W\d_]+(?:['’][^\W\d_]+)?+")
_WITH_FIGURE = pattern_of(r"[^\W\d_]\d|\d[^\W\d_]|[$@#=+*^~]")
"""What is a model, a version or a sign of code."""
_JOINED_BEFORE = pattern_of(r"[\w./@#&'’-]\Z")
_JOINED_BEHIND = pattern_of(r"[\w/@’'-]|\.\w")
"""What joins a word to more, so that it is none of a language."""
_LICENCE = pattern_of(r"licen[cs]ed under|copyright|all rights reserved|©", re.IGNORECASE)
"""What is said of rights is often left as lawyers wrote it."""
_OF_ENGLISH_SHAPE = pattern_of(r"w|th|gh|sh|ck|ee|oo|(?:ing|ed|ly|ness|ful|y)\Z")
"""What words of English have that it shares with few languages: "portion" is French, too."""
_OF_PROGRAM = pattern_of(r" [>→›»▸] |\A(?:[a-z][\w-]{0,40}+: \S++ ?)++\Z")
"""The path of a menu, and settings of one word each."""
_OF_NAMES = frozenset({"vs", "versus"})
"""What joins names, beside the small words."""
_OF_TERMS = frozenset({"of", "and", "as", "for", "or", "to", "in"})
"""The small words within terms: "single point of failure"."""
_AMID = pattern_of(r"[a-z,;] \Z")
"""What goes before a word within a sentence."""
_SHARE = 0.6
"""The least share of everyday words in a text that was left."""
_SHARE_OF_RUN = 0.75
"""The same of words amid a sentence."""
_TELLING, _SHORT = 4, 3
"""The least letters of a word that tells, and of a verb."""
_ENOUGH = 2
"""The least telling words of a text in capitals, or of a language that shares many words."""
_RUN_OF_ANY, _ENOUGH_IN_RUN = 4, 3
"""The least words of a run that is no order, and the least that tell in one without small words."""
_ROW = pattern_of(
    r"(?<![^\W_])(?<!['’‑-])[A-Za-z]++(?:['’‑-][A-Za-z]++)*+(?![^\W\d_])"
    r"(?: [a-z]++(?:['’‑-][a-z]++)*+(?![^\W\d_])){2,}+"
)
"""Three words or more of a run."""
_FEW, _SELDOM = 2, 5
"""How often at most a translation has a word that is no term of it, and how many times as often the
original has it.
"""


def is_beside_english(bitext: Bitext, side: Side) -> bool:
    """Whether the text of `side` is in another language than English and is held against English,
    so that what is English in it was left: in a project's own texts, if it is the translation.
    """
    tags = [bare(document.locale) for document in bitext.documents]
    if tags[side] == "en" or tags[side.other] != "en":
        return False
    return side is rendering(bitext) if bitext.published else True


def is_left_in_english(
    bitext: Bitext,
    side: Side,
    text: str,
    *,
    titled: bool,
    least: int = 1,
    alone: bool = False,
    within: str = "",
) -> bool:
    """Whether `text`, the same on both sides, is of everyday words of English.

    `titled` are headings, the heads of tables and lines that end with a colon: they may be one
    word, or in capitals, if at least `least` words tell, and if they are no name that English
    sentences have in capitals. Those that stand `alone` among their like, which were not
    translated either, are left only if English sentences have one of their words. What stands
    `within` a text of its own is counted among what the translation says.
    """
    if _LICENCE.search(text) or _OF_PROGRAM.search(text):
        return False
    tokens = text.replace(BREAK, " ").split()
    rest = [token for token in tokens if not (OF_CODE.search(token) or _WITH_FIGURE.search(token))]
    whole = len(rest) == len(tokens) and BREAK not in text.rstrip(BREAK + " ")
    if not whole and text[:1].islower():
        return False  # a line of code
    every = _WORD.findall(" ".join(rest))
    words = [word for word in every if len(word) == 1 or not word.isupper()]
    if not words or not all(map(str.isascii, words)):
        return False
    small = small_words("en") | _OF_NAMES
    lower = [word for word in words[1:] if word.islower() and len(word) > 1 and word not in small]
    if lower:  # then capitals are of names
        words = [
            word
            for at, word in enumerate(words)
            if not at or word.islower() or _is_of_everyday(word)
        ]
    everyday = [word for word in words if _is_of_everyday(word)]
    telling = list(_telling(bitext, side, everyday, within))
    if not telling or not (whole or len(telling) >= _ENOUGH):
        return False
    tags = [document.locale for document in bitext.documents]
    shared = share_words(*tags)
    if len(every) == 1:
        word = words[0].lower()
        plain = titled and least == 1 and words[0].istitle() and not shared and BREAK not in text
        plain = plain and "-" not in word  # a term: "Chat-Templates"
        return (
            plain
            and (not alone or _is_plain(bitext, side, word))
            and not {word, word.removesuffix("s")} & bitext.once(words_of_code)
            and not _is_name(bitext, side, words[0])
        )
    plain = len(everyday) + sum(
        _is_plain(bitext, side, word.lower()) for word in words if word not in everyday
    )
    if not lower:
        return (
            whole
            and titled
            and not (least > 1 and len(words) < len(every))  # a name with an acronym
            and plain == len(words) > 1
            and len(telling) >= least
            and (not alone or all(_is_plain(bitext, side, word) for word in telling))
            and not _is_name(bitext, side, text.strip())
        )
    if plain < _SHARE * len(words):
        return False
    if not shared or any(word in foreign_words(tags[side], "en") for word in words):
        return True
    return len(telling) > _ENOUGH or (
        len(telling) == _ENOUGH and any(map(_OF_ENGLISH_SHAPE.search, telling))
    )


def start_of_english_run(bitext: Bitext, side: Side, text: str, other: str) -> int | None:
    """The offset in `text` of a few everyday words of English in a row that `other` has so."""
    foreign = foreign_words(bitext.documents[side].locale, "en")
    own = foreign_words("en", bitext.documents[side].locale)
    for start, end in _runs(text):
        words = _WORD.findall(text, start, end)
        if text[start:end] not in other or not own.isdisjoint(words):
            continue
        everyday = [word for word in words if _is_of_everyday(word)]
        if len(everyday) < _SHARE_OF_RUN * len(words):
            continue
        telling = list(_telling(bitext, side, everyday, text))
        ordered = words[0].istitle() and is_verb(words[0].lower()) and len(telling) >= _ENOUGH
        small = bool(telling) and any(word in foreign and word not in _OF_TERMS for word in words)
        term = "of" in words and not small
        many = len(words) >= _RUN_OF_ANY and (small or len(telling) >= _ENOUGH_IN_RUN)
        many = many and not term
        if ordered or many:
            return start
    return None


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where words of Latin letters stand in a row with nothing but a blank between them, all but
    the first in small letters.
    """
    for row in _ROW.finditer(text):
        start, end = row.span()
        if not _JOINED_BEFORE.search(text, max(0, start - 1), start) and not (
            _JOINED_BEHIND.match(text, end)
        ):
            yield start, end


def _is_of_everyday(word: str) -> bool:
    return all(is_everyday(part.lower()) for part in _PART.findall(word))


def _is_name(bitext: Bitext, side: Side, words: str) -> bool:
    """Whether the English has `words`, in capitals as they are, within a sentence."""
    prose = bitext.once(_english)[side.other]
    at = prose.find(words)
    while at >= 0:
        end = at + len(words)
        if _AMID.search(prose, max(0, at - 2), at) and not prose[end : end + 1].isalnum():
            return True
        at = prose.find(words, end)
    return False


def _english(bitext: Bitext) -> tuple[str, str]:
    """What each side says without links, which name other places by their headings."""
    original, translation = (
        "\n".join(
            blanked(segment.prose, sorted((link.start, link.end) for link in segment.links))
            for page in document.pages
            for segment in page.segments()
        )
        for document in bitext.documents
    )
    return original, translation


def _is_plain(bitext: Bitext, side: Side, word: str) -> bool:
    """Whether the English has `word` elsewhere, too, and the text of `side` nowhere."""
    english, own = _times(bitext, side, word)
    return bool(english) and not own


def _telling(bitext: Bitext, side: Side, words: list[str], within: str = "") -> Iterator[str]:
    """Those of `words` that are long enough, no small ones, and no terms that the text uses outside
    of `within`, the passage that they stand in.
    """
    here = Counter(word.lower() for word in _WORD.findall(within))
    for word in words:
        part = word.lower()
        if part in small_words("en") or len(part) < (_SHORT if is_verb(part) else _TELLING):
            continue
        english, own = _times(bitext, side, part)
        elsewhere = own - here[part]
        if elsewhere <= _FEW and elsewhere * _SELDOM <= english:
            yield part


def _times(bitext: Bitext, side: Side, word: str) -> tuple[int, int]:
    """How often the English has `word`, and the text of `side`, there as one or many, but for what
    both have alike.
    """
    seen = bitext.once(uses)
    told = rendering(bitext)
    english, own = (seen[0], seen[1]) if side is told else (Counter[str](), seen[0])
    one = word.removesuffix("s")
    return english[word], own[word] + (own[one] if one != word else 0)
