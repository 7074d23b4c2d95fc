"""Pieces of code inside two texts: which are one, written in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from diptych.model import Segment
from diptych.patterns import pattern_of
from diptych.rules.shared.code_lines import without_locales

_ALIKE = 0.5
"""The least likeness at which two pieces of code are two writings of one."""
_PLACEHOLDER = pattern_of(r"<[^<>]*>|(?<![A-Za-z])[A-Z]{2,}(?:_[A-Z]+)*(?![A-Za-z])|\{[^{}]*\}")
_BRACKETED = pattern_of(r"<[^<>]*+>")
_QUOTED = pattern_of(r"\[[^\[\]]*\]|\"[^\"]*\"|'[^']*'")
_NAMED = pattern_of(r"\"[^\"]*\"|'[^']*'")
_ENDING = pattern_of(r"[a-z]{1,3}(?![^\W_])")
_GIVEN = pattern_of(r"(?::[ ]|[ ]?=[ ]?)[\w\"'.-]{1,20}+|\(\)")
"""What a name is given: a value, or nothing."""
_LABEL = pattern_of(r"[^\W\d_]++(?:[ '’-][^\W\d_]++){0,6}[ \u00a0]?[!?:]?")
"""Words as forms and menus have them."""
_FEW_LABELS = 2
"""The fewest of them that are taken for a habit of the translation."""
_WORDY = 7
"""The most blanks in a piece of code that is no description of code."""
_LONG = 10
"""The least letters of a name that is made of words and may be translated."""
_SENTENCE = pattern_of(r"(?:\d{1,2}\. )?[A-ZÀ-Þ][^\W\d_]*(?:[ ’'-][^\W\d_]+){2,40}+[.!?]?")
"""At least three words and nothing else."""
_IN_WORDS = pattern_of(r"[a-z][A-Z]")
"""What tells a name that is made of words from other code."""
_ROLE = pattern_of(r"\{[a-z][\w:+-]*+\}$")
_ROLE_LENGTH = 40
"""The most characters of the name of a role."""
_LEADING = pattern_of(r"<([^<>]++)>$")
_LABELLED = pattern_of(r"(?<!`)`([^`\n]{1,200}+)`\{[:.]")
"""Code with an attribute list behind it."""
_CANDIDATES = 32
"""The most pieces of code that one is likened to."""
_LOOKED_AT = 200
"""How many characters of a piece of code are looked at for that."""

Span = tuple[str, int]
"""A piece of code inside a text, and where it starts."""


def code_spans(segment: Segment) -> list[Span]:
    """The pieces of code in a text; a lone sign (`.`) may stand in quotation marks as well.

    Of a role that leads somewhere (``{ref}`the garden <garden>` ``) where it leads is code, and its
    words are not.
    """
    found = (_said_by(segment.text, start, end) for start, end in segment.code)
    return [(text, start) for text, start in found if any(char.isalnum() for char in text)]


def _said_by(text: str, start: int, end: int) -> Span:
    said = text[start:end].strip()
    if text[start - 1 : start] == "}" and _ROLE.search(text, max(0, start - _ROLE_LENGTH), start):
        leads = _LEADING.search(said)
        said = leads[1] if leads else said
    return said, start


def labelled_starts(segment: Segment) -> set[int]:
    """Where the pieces of code begin that an attribute list behind them sets in a style of their
    own, as labels of an interface are (`` `Looks`{:class="menu"} ``).
    """
    if "`{" not in segment.markdown:
        return set()
    labels = set(_LABELLED.findall(segment.markdown))
    return {start for start, end in segment.code if segment.text[start:end] in labels}


def lone_spans(mine: Sequence[Span], theirs: Sequence[Span]) -> list[Span]:
    """The pieces of `mine` that the other side has less often."""
    free = Counter(text for text, _ in theirs)
    lone = []
    for span in mine:
        if free[span[0]] > 0:
            free[span[0]] -= 1
        else:
            lone.append(span)
    return lone


def without_sentences(mine: list[Span], theirs: list[Span]) -> tuple[list[Span], list[Span]]:
    """Both without the sentences that are written as code, if both have some: they are words for
    people, as the description of a function is. Those with diacritics are matched with the others.
    """
    said = [
        [span for span in side if span[0].isascii() and _SENTENCE.fullmatch(span[0])]
        for side in (mine, theirs)
    ]
    if not (said[0] and said[1]):
        return mine, theirs
    return (
        [span for span in mine if span not in said[0]],
        [span for span in theirs if span not in said[1]],
    )


def without_joined(mine: list[Span], theirs: list[Span]) -> tuple[list[Span], list[Span]]:
    """Both without the files that one language names with their folder in a piece of code of its
    own (`urls.py` in `blog`), and the other joins to a path (`blog/urls.py`), and without the words
    that only one language joins (`int x` for `int` and `x`).
    """
    left = [*mine], [*theirs]
    for joined, apart in (left, left[::-1]):
        for sign in ("/", " "):
            for span in [span for span in joined if sign in span[0]][:_CANDIDATES]:
                parts = _joined_by(sign, span[0])
                free = {text: (text, start) for text, start in apart[:_CANDIDATES]}
                if parts and parts <= free.keys():
                    joined.remove(span)
                    for part in parts:
                        apart.remove(free[part])
    return left


def _joined_by(sign: str, text: str) -> set[str]:
    """The pieces of code that `text` joins: a folder and a file, or words. None where a folder has
    the name of its file, which one piece apart does not say.
    """
    if sign == " ":
        return set(text.split(" "))
    folder, _, name = text.rpartition("/")
    return {folder, name} if folder != name else set()


def labels_translated(mine: Sequence[Span], theirs: Sequence[Span]) -> bool:
    """Whether the pieces of both, in their order, are words for people (of a form, of a menu), most
    of which were translated.
    """
    if not _FEW_LABELS <= len(mine) == len(theirs) <= _CANDIDATES:
        return False
    if not all(_LABEL.fullmatch(text[:_LOOKED_AT]) for text, _ in (*mine, *theirs)):
        return False
    if not all(any(text.isascii() for text, _ in side) for side in (mine, theirs)):
        return False  # in another script: taken for placeholders
    unlike = [_likeness(a[0], b[0]) < _ALIKE for a, b in zip(mine, theirs, strict=True)]
    return 2 * sum(unlike) >= len(unlike)


def with_ending(segments: tuple[Segment, Segment], first: Span, second: Span) -> bool:
    """Whether one of two pieces of code has the ending within that follows the other: `Logger`s."""
    whole = [_whole(segment, span) for segment, span in zip(segments, (first, second), strict=True)]
    return whole[0] in (second[0], whole[1]) or whole[1] == first[0]


def _whole(segment: Segment, span: Span) -> str:
    """A piece of code with the letters that follow it without a blank."""
    text, start = span
    end = start + len(text)
    ending = _ENDING.match(segment.text, end)
    return text + ending[0] if ending else text


def two_writings(
    mine: Sequence[Span], theirs: Sequence[Span]
) -> tuple[list[tuple[Span, Span]], tuple[list[Span], list[Span]]]:
    """Pieces that are likely one, written in two ways, and the others by side."""
    pairs = []
    left = list(theirs)
    alone = []
    for span in mine:
        likeness = [_likeness(span[0], other[0]) for other in left[:_CANDIDATES]]
        best = max(range(len(likeness)), key=likeness.__getitem__, default=-1)
        sole = len(mine) == len(theirs) == 1
        foreign = best >= 0 and not (span[0].isascii() and left[best][0].isascii())
        if best >= 0 and (sole or foreign or likeness[best] >= _ALIKE):
            pairs.append((span, left.pop(best)))
        else:
            alone.append(span)
    return pairs, (alone, left)


def _likeness(mine: str, theirs: str) -> float:
    """How much (0 to 1) two pieces of code have in common at their ends, whatever the capitals."""
    one, other = mine[:_LOOKED_AT].lower(), theirs[:_LOOKED_AT].lower()
    if "<" in one and _BRACKETED.sub("<>", one) == _BRACKETED.sub("<>", other):
        return 1.0
    shorter = min(len(one), len(other))
    start = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    end = next((n for n in range(shorter - start) if one[-1 - n] != other[-1 - n]), shorter - start)
    return (start + end) / max(len(one), len(other), 1)


_BESIDE = pattern_of(r" ?([()\[\]{};,]) ?")
"""A blank beside a mark, which says nothing: `for (;;)`."""


def _closed_up(text: str) -> str:
    """Code without the blanks that say nothing."""
    return _BESIDE.sub(r"\1", _RAW.sub("", text))


def is_example(mine: str, theirs: str) -> bool:
    """Whether two pieces of code differ in names alone that are made up for an example (`your-key`,
    `path/to/hive`, `example.org`), which one language renders in its own words.
    """
    rows = [_GIVEN_NAME.findall(text[:_LOOKED_AT]) for text in (mine, theirs)]
    if _GIVEN_NAME.sub("", mine) != _GIVEN_NAME.sub("", theirs) or len(rows[0]) != len(rows[1]):
        return False
    return all(
        one == other or set(_MADE_UP.findall(one)) != set(_MADE_UP.findall(other))
        for one, other in zip(*rows, strict=True)
    )


_GIVEN_NAME = pattern_of(r"[\w@./~-]+")
"""A word of code, a path, the address of a host."""
_MADE_UP = pattern_of(
    r"(?<![^\W_])(?:your|my|path/to|sample)(?![^\W_])|example|(?<=\.)(?:test|invalid|localhost)\b"
)
"""What tells in English that a name is made up; the names of hosts are those of RFC 2606."""


def _is_acronym(one: str, other: str) -> bool:
    """Whether `one` is a few capitals, and `other` the same letters: `PDF`, `pdf`."""
    return one.isalpha() and one.isupper() and len(one) <= _ACRONYM and other == one.lower()


_ACRONYM = 4
"""The most letters of an acronym that may be written small."""
_RAW = pattern_of(r"\{% (?:end)?raw %\}")
"""What keeps a template from reading what stands between."""


def same_code(mine: str, theirs: str, locales: tuple[str, str]) -> bool:
    """Whether two pieces of code differ in placeholders alone, which are translated."""
    if not (mine.isascii() and theirs.isascii()):
        return True
    if any(("..." in text and " " in text) or text.count(" ") > _WORDY for text in (mine, theirs)):
        return True  # how a command is written: all its words are placeholders
    if _closed_up(mine) == _closed_up(theirs):
        return True
    if without_locales(mine, locales) == without_locales(theirs, locales):
        return True  # a file that is named for its language
    if _is_acronym(mine, theirs) or _is_acronym(theirs, mine):
        return True
    bare = [_QUOTED.sub(_unless_said, text).strip("'\":;,. ") for text in (mine, theirs)]
    # a folder is one with a stroke at its end, too
    left, right = (
        _PLACEHOLDER.sub("<>", without_locales(text, locales)).rstrip("/") for text in bare
    )
    shorter, longer = sorted((left, right), key=len)
    if shorter and _GIVEN.fullmatch(longer.removeprefix(shorter)):
        return True  # a setting, and a setting with its value
    if _IN_WORDS.search(left) and left.rstrip("s") == right.rstrip("s"):
        return True  # several of a kind: `CodeAgents`
    made_of_words = all(len(text) >= _LONG and text.count("_") > 1 for text in bare)
    return left == right or (made_of_words and _likeness(mine, theirs) < _ALIKE)


def says_more(original: str, translation: str) -> bool:
    """Whether a translation writes the code of the original with what is around it (`role = "aut"`
    for `aut`), or a word that has a plural in English without it.
    """
    held = (quoted[0].strip("'\"") for quoted in _NAMED.finditer(translation))
    return original in held or (original.isalpha() and original == f"{translation}s")


def _unless_said(quoted: re.Match[str]) -> str:
    """What is quoted within code, unless it is a title or a string of several words."""
    return "" if " " in quoted[0] else quoted[0]
