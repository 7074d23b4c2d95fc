"""A small word of the original that stayed in a sentence of the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diptych.language.scripts import LATIN, scripts_of
from diptych.language.small_words import foreign_words
from diptych.language.stops import Mark
from diptych.language.tags import bare
from diptych.model import Segment
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.rendering import rendering

_WORD = pattern_of(
    r"(?<![\w./@'’-])(?:and|or|the|of|with|from|this|that|these|which)(?![\w./@'’:(-])"
)
"""Words of English that no other text has within a sentence, unless in a name."""
_BEHIND = pattern_of(r" (?P<word>[^\W\d_]{2,40})")
_LATIN = pattern_of(r"[A-Za-z]")
_NEAR = 64
"""How many characters before the word the one before it is looked for in."""
_KEPT = 2
"""The fewest letters of what both languages keep."""


class LeftWord(NamedTuple):
    """A small word that was left, in two texts."""

    segments: tuple[Segment, Segment]
    mark: Mark


def left_words(bitext: Bitext) -> list[LeftWord]:
    """The small words of English that a translation kept between what both languages have there, a
    name or code, and a word of its own: “SOAP and 其他”. A name of several words has English words
    on both sides.
    """
    side = rendering(bitext)
    languages = [document.locale for document in bitext.documents]
    if bare(languages[side.other]) != "en" or bare(languages[side]) == "en":
        return []
    foreign = foreign_words(languages[side], "en")
    found = []
    for segments in bitext.paired_texts():
        words = [m for m in _WORD.finditer(segments[side].text) if m[0] in foreign]
        if not words:
            continue
        other = segments[side.other].text
        left = set(_between_links(segments[side], words))
        if other != segments[side].text:
            left.update(_left_beside(segments[side].text, words, other, languages[side]))
        found += [
            LeftWord(segments, Mark(match[0], match.start()))
            for match in words
            if match.start() in left
        ]
    return found


def _between_links(segment: Segment, words: Sequence[re.Match[str]]) -> Iterator[int]:
    """Where those of `words` begin that alone stand between two links."""
    if not segment.links:
        return
    text = segment.text
    ends = {link.end for link in segment.links}
    begins = {link.start for link in segment.links}
    for match in words:
        before, behind = match.span()
        while before and text[before - 1].isspace():
            before -= 1
        while before and text[before - 1] == ",":
            before -= 1
        while behind < len(text) and text[behind].isspace():
            behind += 1
        if before in ends and behind in begins:
            yield match.start()


def _left_beside(
    text: str, words: Sequence[re.Match[str]], other: str, language: str
) -> Iterator[int]:
    """Where those of `words` begin that stand behind what both languages have, and before a word of
    the translation's own.
    """
    of_latin = scripts_of(language) == (LATIN,)
    theirs, lower = other.replace("\n", " "), other.lower()
    for match in words:
        start, end = match.span()
        behind = _BEHIND.match(text, end)
        before = text[max(0, start - _NEAR) : start]
        if behind is None or not before.endswith(" ") or before.isspace():
            continue
        kept, word = before.split()[-1], behind["word"]
        if len(kept) < _KEPT or not kept.isascii() or kept.lower() == match[0]:
            continue
        own = word.islower() and word not in lower if of_latin else not _LATIN.match(word)
        if own and f"{kept} {match[0]} " in theirs:
            yield start
