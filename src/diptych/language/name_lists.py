"""The names that stand in a row within a sentence: “Chrome, Opera and Edge”."""

from __future__ import annotations

from re import Pattern
from typing import NamedTuple

from diptych.language.tags import bare
from diptych.patterns import pattern_of

_AND = {
    "cs": "a nebo",
    "da": "og eller",
    "de": "und oder sowie",
    "en": "and or",
    "es": "y e o u",
    "fr": "et ou",
    "id": "dan atau",
    "it": "e o ed",
    "nl": "en of",
    "pl": "i lub oraz",
    "pt": "e ou",
    "ru": "и или",
    "sv": "och eller",
    "tr": "ve veya",
    "uk": "і й та або",
    "vi": "và hoặc hay",
}
"""By language, what stands before the last of several names."""
_COMMA = "[,;、，；]"
_AND_WITHOUT_BLANKS = "[和与及跟或と]"
_NAME = pattern_of(
    r"(?<![\w.@:\\#$/-])[A-Z][\w+#-]{0,30}(?:\.\w{1,30})?(?:[ -][A-Z0-9][\w+#-]{0,30}){0,2}"
)
_NEAR = 12
"""How many characters before a row are looked at for one more item."""


class NameList(NamedTuple):
    """A row of names."""

    names: tuple[str, ...]
    starts: tuple[int, ...]
    closed: bool
    """Whether nothing before or behind it may be one more item."""


class _Joints(NamedTuple):
    """What joins the names of a language."""

    between: Pattern[str]
    before: Pattern[str]
    behind: Pattern[str]


def _joints(words: str) -> _Joints:
    joint = rf"(?:{'|'.join(words.split())})"
    return _Joints(
        pattern_of(
            rf"{_COMMA}\s?(?:{joint}\s)?(?:the\s)?|\s{joint}\s(?:the\s)?"
            rf"|\s?{_AND_WITHOUT_BLANKS}\s?"
        ),
        pattern_of(
            rf"(?:{_COMMA}|/|\s{joint})\s?(?:[^\W\d_]{{1,4}}\s)?\Z|{_AND_WITHOUT_BLANKS}\s?\Z"
        ),
        pattern_of(rf"\s?(?:{_COMMA}|[/&]|{joint}\s|{_AND_WITHOUT_BLANKS})"),
    )


_JOINTS = {tag: _joints(f"{words} &") for tag, words in _AND.items()}
_OTHERS = _joints("&")


def name_lists(text: str, language: str) -> list[NameList]:
    """The rows of names in `text`; `language` is the BCP 47 tag of its language."""
    joints = _JOINTS.get(bare(language), _OTHERS)
    rows: list[list[tuple[str, int, int]]] = []
    end = -1
    for match in _NAME.finditer(text):
        if end < 0 or not joints.between.fullmatch(text, end, match.start()):
            rows.append([])
        rows[-1].append((match[0], *match.span()))
        end = match.end()
    return [
        NameList(
            tuple(name for name, _, _ in row),
            tuple(start for _, start, _ in row),
            not joints.before.search(text[max(0, row[0][1] - _NEAR) : row[0][1]])
            and not joints.behind.match(text, row[-1][2]),
        )
        for row in rows
        if len(row) > 1
    ]
