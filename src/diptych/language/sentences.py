"""Divides a text into its sentences, in any language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from diptych.language.stops import Mark
from diptych.patterns import pattern_of

_END = pattern_of(r"[.!?…。！？।؟။]+")
"""What ends a sentence."""
_CLOSING = frozenset(")]\"'”’»」』）*_")
"""Marks that close what a sentence stands in."""
_OPENED, _CLOSED = frozenset("(（["), frozenset(")）]")
"""Parentheses, in which no sentence ends."""
_FULL = frozenset("。！？।؟။")
"""Marks that end a sentence whatever follows them."""
_LAST_WORD = 12
"""How many characters before a full stop are looked at for an abbreviation."""
_LISTED = """
    e.g i.e etc vs cf ca approx resp incl excl mr mrs ms dr prof st no nos art arts para fig figs
    sec vol ed eds p pp inc ltd co corp dept est jr sr al ph.d v.v tp ts pgs gs ths tr
    z.b d.h u.a bzw usw evtl ggf nr abs bspw vgl inkl max min p.ex ex m mm mme mlle n chap
    tm kt tl tuq
    p.ej ej sra dra núm pág av sig dott т.е т.д т.п т.к напр г гг др см рис стр
"""
_ABBREVIATIONS = frozenset(_LISTED.split())
_STAND_BEFORE = "no nos nr n núm art arts fig figs p pp sec vol chap abs pág стр рис"
_BEFORE_NUMBERS = frozenset(_STAND_BEFORE.split())
"""Abbreviations that stand before a number; before anything else they are words."""
_KEPT = 2_000
"""How many characters of text the longest has whose sentences are kept in memory."""


def sentences(text: str) -> Sequence[tuple[int, int]]:
    """The spans (start, end) of the sentences of `text`, without the blanks between them.

    A full stop ends none after a single letter, a number alone or a usual abbreviation, nor before
    a small letter.
    """
    return _known(text) if len(text) <= _KEPT else _divided(text)


@lru_cache(maxsize=1 << 13)  # several rules ask one after the other
def _known(text: str) -> Sequence[tuple[int, int]]:
    return _divided(text)


def _divided(text: str) -> Sequence[tuple[int, int]]:
    found = []
    start = seen = depth = 0
    enclosed = not _OPENED.isdisjoint(text)
    for match in _END.finditer(text):
        if match.start() < start or (end := _end(text, match)) is None:
            continue
        if enclosed:
            between, seen = text[seen : match.start()], match.start()
            depth += sum(map(between.count, _OPENED)) - sum(map(between.count, _CLOSED))
            depth = max(0, depth)
        if depth > 0:
            continue  # in parentheses
        if any(map(str.isalnum, text[start : match.start()])):
            found.append((start, end))
        start = end
        start += text.startswith(" ", start)
    if any(map(str.isalnum, text[start:])):
        found.append((start, len(text.rstrip())))
    return tuple(found)


def _end(text: str, match: re.Match[str]) -> int | None:
    """Where the sentence that `match` ends has its end, closing marks included; None if none."""
    end = match.end()
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    if not _FULL.isdisjoint(match[0]):
        return end
    after = text[end : end + 3]
    if not after.strip():
        return end
    if not after[0].isspace() or after.lstrip()[0].islower():
        return None  # within a word, a number or an address, or before a small letter
    if not match[0].startswith("."):
        return end
    before = text[max(0, match.start() - _LAST_WORD) : match.start()]
    last = before.rpartition(" ")[2].lstrip("([“\"'").lower()
    if len(last) == 1 or last.isdigit():
        return None
    if last in _BEFORE_NUMBERS:
        return None if after.lstrip()[0].isdigit() else end
    return None if last in _ABBREVIATIONS and end == match.end() else end


_FEW = 24
"""The least letters of a sentence that nobody says twice in one text."""
_FEW_AT_ONCE = 10
"""The same where it is said twice in a row."""
_LONGEST = 60
"""How many characters of a sentence are quoted."""


def repeated_sentence(text: str, least: int = _FEW) -> Mark | None:
    """The first sentence of `text`, of so many letters at `least` or right behind itself, that has
    stood there before, word for word, cut to what is quoted.
    """
    seen = set()
    before = ""
    for start, end in sentences(text):
        said = text[start:end].strip()
        if said in seen:
            letters = sum(map(str.isalpha, said))
            if letters >= least or (letters >= _FEW_AT_ONCE and said == before):
                return Mark(said[:_LONGEST], text.index(said, start))
        seen.add(said)
        before = said
    return None
