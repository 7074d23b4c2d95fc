"""Blanks that are missing beside code, links, bold words and parentheses, in Latin letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from diptych.language.scripts import scripts_of
from diptych.language.small_words import small_words
from diptych.language.stops import Mark
from diptych.language.tags import bare
from diptych.patterns import pattern_of

_WITHOUT_ENDINGS = frozenset({"vi"})
"""Languages whose words have neither prefixes nor endings, so that nothing is joined to code."""
_BEFORE = pattern_of(r"(?<![^\s(\"“])(?P<word>[^\W\d_]{2,40})(?P<mark>[,;:]?)\Z")
_AFTER = pattern_of(r"[^\W\d_]{2,40}(?![\w(])")
_WORDS = r"[^\W\d_]{2,30}+(?:,? [^\W\d_]{1,30}+){1,12}+"
_ASIDE = pattern_of(rf"\({_WORDS}\)(?P<after>[^\W\d_]{{2,40}}+(?![\w(=:]))?")
_BEFORE_ASIDE = pattern_of(r"(?<![\w./@\\:#$%&=<-])(?P<word>[^\W\d_]{2,40}+)?(?P<blank> ?)\Z")
_GLOSS = pattern_of(r"\((?P<held>[^\W\d_]{3,30}+)\)(?![\w(=:])")
_BEFORE_GLOSS = pattern_of(r"(?<![\w./@\\:#$%&=<`-])[^\W\d_]{2,40}+\Z")
"""A word in parentheses that is joined to the word before it, as an argument is to a function."""
_WORD = pattern_of(r"[^\W\d_]{3,40}+")
_STOP_AFTER = pattern_of(r"(?P<mark>[.!?,;])(?P<word>[^\W\d_]{2,40}+)(?![\w./@\\(=:\[`-])")
"""A mark straight behind code, and the word that is joined to it."""
_WRITTEN_BEFORE = pattern_of(r"(?<![^\W\d_])(?=([^\W\d_]{2,40}+[,;:]?`[^`]++`))")
_WRITTEN_AFTER = pattern_of(r"(?=(`[^`]++`[.!?,;]?[^\W\d_]{2,40}+))")
"""Code between backticks, joined to a word."""
_PARTED = (("Latn",), ("Cyrl",), ("Grek",))
"""The scripts of languages that part words by blanks."""
_WHOLE = 3
"""The fewest letters of a word that is no ending."""
_NEAR = 48
"""How many characters before code are looked at."""


def unspaced_code(
    text: str, markdown: str, code: Sequence[tuple[int, int]], language: str
) -> list[Mark]:
    """Pieces of code that are joined to the word, or to the comma or colon, beside them."""
    if scripts_of(language) != ("Latn",):
        return []
    joins_none = bare(language) in _WITHOUT_ENDINGS
    found, behind = list[Mark](), list[Mark]()
    written = {match[1] for match in _WRITTEN_BEFORE.finditer(markdown)}
    for start, end in code:
        held = text[start:end]
        before = _BEFORE.search(text, max(0, start - _NEAR), start)
        if before and (before["mark"] or joins_none or before["word"] in small_words(language)):
            shown = f"{before[0]}`{held}`"
            if shown in written:
                found.append(Mark(shown, before.start()))
        after = _AFTER.match(text, end) if joins_none else None
        if after:
            behind.append(Mark(f"`{held}`{after[0]}", start))
    return found + _written(behind, markdown)


def unspaced_stops(
    text: str, markdown: str, code: Sequence[tuple[int, int]], language: str
) -> list[Mark]:
    """Pieces of code before a mark that is joined to the next word: behind a stop one with a
    capital, behind a comma one in small letters.
    """
    if scripts_of(language) not in _PARTED:
        return []
    found = []
    for start, end in code:
        after = _STOP_AFTER.match(text, end)
        if after is None:
            continue
        word = after["word"]
        begins = word.istitle() if after["mark"] in ".!?" else word.islower()
        if begins:
            found.append(Mark(f"`{text[start:end]}`{after[0]}", start))
    return _written(found, markdown)


def _written(marks: list[Mark], markdown: str) -> list[Mark]:
    """Those of `marks`, code and what is joined to it, that `markdown` has between backticks."""
    if not marks:
        return []
    written = {match[1] for match in _WRITTEN_AFTER.finditer(markdown)}
    return [mark for mark in marks if mark.printed in written]


def unspaced_spans(
    text: str, spans: Sequence[tuple[int, int]], language: str, stands: Callable[[str], bool]
) -> list[Mark]:
    """The words of a link, or words in bold or italics, that are joined to a word beside them: to a
    small word of the language, or behind them to one that `stands` by itself elsewhere, which is no
    part of another one.
    """
    if scripts_of(language) != ("Latn",):
        return []
    small = small_words(language)
    found = []
    for start, end in spans:
        before = _BEFORE.search(text, max(0, start - _NEAR), start)
        opens = before and not before["mark"] and text[start : start + 1].isalnum()
        if before and opens and before["word"] in small:
            last = text.find(" ", start, end)
            found.append(Mark(text[before.start() : end if last < 0 else last], before.start()))
        after = _AFTER.match(text, end) if text[end - 1 : end].isalnum() else None
        if after and (after[0] in small or (len(after[0]) >= _WHOLE and stands(after[0]))):
            first = text.rfind(" ", start, end) + 1 or start
            found.append(Mark(text[first : after.end()], first))
    return found


def unspaced_asides(text: str, markdown: str, language: str, original: str = "") -> list[Mark]:
    """Parentheses of several words that are joined to the word before or after them; those of one
    word, if it is one of the `original` text, or if words have no endings.
    """
    if scripts_of(language) != ("Latn",):
        return []
    joins_none = bare(language) in _WITHOUT_ENDINGS
    found = []
    for match in _GLOSS.finditer(text):
        at = match.start()
        before = _BEFORE_GLOSS.search(text, max(0, at - _NEAR), at)
        # a word with marks is no function, and the original's word no ending: "Schüler(innen)"
        if before is None or before[0].isascii():
            continue
        if joins_none or _has_word(original, match["held"]):
            found.append(Mark(before[0] + match[0], before.start()))
    done = 0
    for match in _ASIDE.finditer(text):
        at = match.start()
        before = _BEFORE_ASIDE.search(text, max(done, at - _NEAR), at)
        if before is None:
            continue
        done = match.end()
        word, after = before["word"], match["after"]
        joined = bool(word) and not before["blank"]
        if (joined and word.islower()) or (after and after.islower()):
            start = before.start() if joined else at
            if before[0] + match[0] in markdown:
                found.append(Mark(text[start:done], start))
    return found


def _has_word(text: str, word: str) -> bool:
    return word.casefold() in map(str.casefold, _WORD.findall(text))
