"""Glosses: words that a translator gives in both languages, one of them in parentheses."""

from __future__ import annotations

import re

from diptych.language.scripts import EAST_ASIAN_SIGNS, LATIN, scripts_of
from diptych.language.tags import bare
from diptych.patterns import letters_pattern_of, pattern_of

_WORD = pattern_of(r"\w+(?:[-'’.]\w+)*")
_PLAIN_WORD = pattern_of(r"[^\W\d_A-Z]{3}")
"""Three lower-case letters in a row: an acronym or a figure is no gloss."""
_LATIN_WORD = pattern_of(r"[A-Za-z]{2}")
_QUOTED = "\"'“‘«„「"
_TERM = pattern_of(r"[^\W\d_]{2}")
_NEAR = 80
"""How many characters before a parenthesis are looked at."""
_BEFORE = 4
"""How many words before a parenthesis may be what it explains."""
_NOTE = pattern_of(
    r"\s*(?:ND|N\.D|người dịch|chú thích của người dịch|N\.?\s?d\.?\s?T|NdT|note d[ue] traduct\w+"
    r"|note de la traduct\w+|Anm\. d|Anmerkung de[rs] Übersetz\w+|nota de\w* traduct\w+|N\. del T"
    r"|прим\w*\.? пер|примечание переводчика|訳注|訳者注|译注|译者注|譯註|譯者註|역주|옮긴이)",
    re.IGNORECASE,
)
_EXAMPLE = pattern_of(
    r"\s*(?:e\.\s?g\.|eg\b|for (?:example|instance)\b|such as\b|like\b|including\b"
    r"|and (?:many|more)\b"
    r"|ví dụ|vd\b|chẳng hạn|như là\b|z\.\s?B\.|par ex|p\.\s?ej\.|por ej|p\.\s?ex\.|ad es|np\.)",
    re.IGNORECASE,
)
_CONJUNCTION = pattern_of(
    r"\s*(?:and|but|và|nhưng|et|mais|und|aber|y|pero|e|ma|mas|i|ale|и|но|та|але)\s", re.IGNORECASE
)
_MARKED = letters_pattern_of(r"(?V1)[\p{L}--[A-Za-z]]")
_LATIN_WORDS = pattern_of(r"[A-Za-z]{4,}")
_SET_APART = 2
"""The most words of a parenthesis that sets a word of the sentence apart, with its conjunction."""
_JOINED = letters_pattern_of(rf"(?V1)[\w--[_{EAST_ASIAN_SIGNS}\p{{Thai}}]]")
"""What a word goes on with; scripts without blanks between words join theirs to any."""
_SYLLABLE = pattern_of(
    r"(?:[nkgcpt]h|ngh?|gi|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]|[cmnpt])?"
)
"""A Vietnamese syllable without diacritics."""


def is_gloss(before: str, held: str, other: str, language: str) -> bool:
    """Whether a parenthesis explains a term in the other language.

    `before` is what stands before it in its own `language`, `held` what it holds, `other` the
    counterpart of the whole text. One of both halves stands in `other`, or `held` is in the letters
    of the other language alone.
    """
    ours = bare(language) in ("vi", "en")  # their acronyms must stand alike
    spoken = _PLAIN_WORD.search(held) or held.strip()[0] in _QUOTED or not ours
    if spoken and stands_in(held, other):
        return True
    if _is_foreign(held, language):
        return True
    near = before[-_NEAR:]
    for first in list(_WORD.finditer(near))[-_BEFORE:]:
        term = near[first.start() :]
        explained = _PLAIN_WORD.match(term) if term[0].islower() else _TERM.match(term)
        # English explains its own acronyms, and few foreign ones
        spoken = term[0].islower() or not language.startswith("en")
        if explained and spoken and stands_in(term, other):
            return True
    return False


def _is_foreign(held: str, language: str) -> bool:
    """Whether `held` has words in the Latin alphabet that are not of `language`."""
    if LATIN not in scripts_of(language):
        return bool(_LATIN_WORD.search(held)) and all(
            char.isascii() or not char.isalpha() for char in held
        )
    if not language.startswith("vi") or _MARKED.search(held):
        return False
    return any(
        word[1:].islower() and not _SYLLABLE.fullmatch(word.lower())
        for word in _LATIN_WORDS.findall(held)
    )


def is_translators_note(held: str) -> bool:
    """Whether a translator speaks in the parenthesis: "N.d.T.", "ND: …"."""
    return bool(_NOTE.match(held))


def gives_example(held: str) -> bool:
    """Whether what stands between parentheses is an example, or goes on with a list."""
    return bool(_EXAMPLE.match(held))


def goes_on(held: str) -> bool:
    """Whether what stands between parentheses goes on with the sentence by a conjunction.

    One word more ("and cheap") is a word of the sentence that is set apart.
    """
    return bool(_CONJUNCTION.match(held)) and len(held.split()) > _SET_APART


def stands_in(words: str, text: str) -> bool:
    """Whether `text` has `words`, whatever their capitals, as words of their own."""
    wanted = words.strip(" \"'“”‘’«».,;:!?*").casefold()
    if len(wanted) < 2:
        return False
    text = text.casefold()
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not _JOINED.match(text[at - 1 : at]) and not _JOINED.match(text[end : end + 1]):
            return True
        at = text.find(wanted, at + 1)
    return False
