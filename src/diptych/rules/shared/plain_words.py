"""Short texts that were left untranslated, told by the words that the texts use elsewhere.

A name or a term that a translation keeps is used by it elsewhere, too, or is no plain word of the
original. So a text of a few words that is the same on both sides was left if its words are written
small elsewhere in the original, and the translation has them nowhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from diptych.language.passages import BREAK, without_kin
from diptych.model import PROSE, Emphasis, Segment, Side
from diptych.project.bitext import Bitext

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*+")
_TELLING = 4
"""The least letters of a word that tells."""
_LEAST, _MOST = 2, 8
"""How many words a short text has; of them the least must tell."""
_LABEL = re.compile(r"[^\W\d_]{5,20}+[:：]?+")
"""What stands in capitals before a note; abbreviations are shorter."""
_COLON = (":", "：")
_SENTENCE = ("!", "?")
"""What a call to the reader ends with; a name ends otherwise."""

Uses = tuple[Counter[str], Counter[str]]


def spans_left_alike(segment: Segment, other: Segment) -> Iterator[tuple[int, int]]:
    """What of `segment` is the same in its counterpart: all of it, a cell, a call in bold first."""
    if segment.cells and len(segment.cells) == len(other.cells):
        for (start, end), (first, last) in zip(segment.cells, other.cells, strict=True):
            if segment.text[start:end] == other.text[first:last]:
                yield start, end
    elif segment.text == other.text:
        yield 0, len(segment.text)


def call_left_alike(segment: Segment, other: Segment) -> str | None:
    """The sentence in bold, or the word in capitals and a colon, with which both texts begin, if it
    is the same in both.
    """
    if segment.text == other.text or not segment.stretches or not other.stretches:
        return None
    calls = [
        each.text[stretch.start : stretch.end].strip()
        for each in (segment, other)
        for stretch in each.stretches[:1]
        if stretch.emphasis is not Emphasis.EM
        and not any(map(str.isalpha, each.text[: stretch.start]))
    ]
    if len(calls) < len(Side) or calls[0] != calls[1]:
        return None
    call = calls[0]
    _, _, after = segment.text.partition(call)
    is_label = bool(_LABEL.fullmatch(call)) and call.isupper()
    is_label = is_label and (call.endswith(_COLON) or after.startswith(_COLON))
    return call if is_label or call.endswith(_SENTENCE) else None


def is_plain_label(bitext: Bitext, call: str) -> bool:
    """Whether `call` is one word in capitals, a plain word of the original alone."""
    small, other = bitext.once(_uses)
    word = call.rstrip("".join(_COLON)).lower()
    return bool(_LABEL.fullmatch(call)) and small[word] > 0 and other[word] <= 1


def are_plain_words(bitext: Bitext, text: str) -> bool:
    """Whether `text`, the same on both sides, is of plain words of the original."""
    if BREAK in text or not without_kin(*(document.locale for document in bitext.documents)):
        return False
    words = _WORD.findall(text)
    if not _LEAST <= len(words) <= _MOST or any(map(str.isdigit, text)):
        return False
    if not all(word.islower() or (word.isupper() and len(word) > 1) for word in words[1:]):
        return False
    small, other = bitext.once(_uses)
    telling = [word for word in words if len(word) >= _TELLING and not word.isupper()]
    own = Counter(word.lower() for word in words)
    return len(telling) >= _LEAST and all(
        small[word.lower()] > (own[word.lower()] if word.islower() else 0)
        and other[word.lower()] <= own[word.lower()]
        for word in telling
    )


def _uses(bitext: Bitext) -> Uses:
    """How often the original has each word in small letters, and the translation in any."""
    counts: Uses = (Counter(), Counter())
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            for node in page.nodes():
                if node.segment and (node.kind is None or node.kind in PROSE):
                    words = _WORD.findall(node.segment.prose)
                    counts[side].update(
                        map(str.lower, words) if side else filter(str.islower, words)
                    )
    return counts
