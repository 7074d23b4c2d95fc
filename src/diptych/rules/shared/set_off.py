"""What a text sets off from its other words: in italics, in bold or in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.model import Segment

_OPENING = "\"'“‘„«‹「『"
_CLOSING = "\"'”’“»›」』"
_MARKS = 2
"""How many marks may stand beside words in what is set in italics or bold."""
_MOST = 32
"""How often one text is looked for."""
_FIRST = 3
"""The least letters of a first word that is one in both languages."""


def is_set_off(segment: Segment, words: str) -> bool:
    """Whether `words` stand letter for letter in `segment`, set off from what is around them."""
    return any(
        any(
            each.start <= at <= each.start + _MARKS and 0 <= each.end - at - len(words) <= _MARKS
            for each in segment.stretches
        )
        or _is_quoted(segment.text, at, at + len(words))
        for at in _places(segment.prose, words)
    )


def begins_set_off(segment: Segment, words: str) -> bool:
    """Whether something of several words that `segment` sets off in italics or bold begins with the
    first word of `words`, which may say the rest in another language.
    """
    first, _, more = words.partition(" ")
    return (
        bool(more)
        and len(first) >= _FIRST
        and any(
            segment.prose.startswith(f"{first} ", each.start) and len(first) < each.end - each.start
            for each in segment.stretches
        )
    )


def _is_quoted(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip("\u00a0\u202f ")[-1:], text[end:].lstrip("\u00a0\u202f ,.")
    return bool(before) and before in _OPENING and after[:1] in tuple(_CLOSING)


def _places(text: str, words: str) -> Iterator[int]:
    at = -1
    for _ in range(_MOST):
        at = text.find(words, at + 1)
        if at < 0:
            return
        yield at
