"""The key words of specifications, which are written in capitals: MUST, SHOULD NOT, MAY."""

from __future__ import annotations

from diptych.language.stops import Mark
from diptych.patterns import pattern_of

_KEY_WORD = pattern_of(
    r"[MSRO](?<!\w.)(?:(?:(?<=M)UST|(?<=S)HALL|(?<=S)HOULD)(?: NOT)?"
    r"|(?<=M)AY|(?<=R)EQUIRED|(?<=R)ECOMMENDED|(?<=O)PTIONAL)(?!\w)"
)
_WORD = pattern_of(r"[^\W\d_]+")


def key_words(text: str) -> list[Mark]:
    """The key words of an English `text`, in order."""
    return [Mark(found[0], found.start()) for found in _KEY_WORD.finditer(text)]


def in_capitals(text: str, other: str) -> int:
    """How many words, or rows of words, of `text` are in capitals and are none of `other`."""
    count, end = 0, -1
    for found in _WORD.finditer(text):
        if len(found[0]) > 1 and found[0].isupper() and found[0] not in other:
            count += text[end : found.start()] != " " or end < 0
            end = found.end()
    return count
