"""A small word of the original that stayed in a sentence of the translation."""

from __future__ import annotations

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
        text, other = segments[side].text, segments[side.other].text
        for match in _WORD.finditer(text):
            if match[0] not in foreign:
                continue
            if _is_between(segments[side], *match.span()) or (
                text != other and _is_left(text, match.span(), other, languages[side])
            ):
                found.append(LeftWord(segments, Mark(match[0], match.start())))
    return found


def _is_between(segment: Segment, start: int, end: int) -> bool:
    """Whether nothing but a word stands between two links."""
    ends = {link.end for link in segment.links}
    begins = {link.start for link in segment.links}
    before = len(segment.text[:start].rstrip().rstrip(","))
    behind = end + len(segment.text[end:]) - len(segment.text[end:].lstrip())
    return before in ends and behind in begins


def _is_left(text: str, span: tuple[int, int], other: str, language: str) -> bool:
    start, end = span
    behind = _BEHIND.match(text, end)
    before = text[max(0, start - _NEAR) : start]
    if behind is None or not before.endswith(" ") or before.isspace():
        return False
    kept, word = before.split()[-1], behind["word"]
    if len(kept) < _KEPT or not kept.isascii() or kept.lower() == text[start:end]:
        return False
    if f"{kept} {text[start:end]} " not in other.replace("\n", " "):
        return False
    if scripts_of(language) != (LATIN,):
        return not _LATIN.match(word)
    return word.islower() and word not in other.lower()
