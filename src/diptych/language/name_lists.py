"""The names that stand in a row within a sentence: “Chrome, Opera and Edge”."""

from __future__ import annotations

from re import Pattern
from typing import NamedTuple

from diptych.language.tags import bare
from diptych.patterns import pattern_of

_AND = {
    "be": "і ці або",
    "bg": "и или",
    "bn": "এবং ও বা অথবা",
    "bs": "i ili",
    "ca": "i o",
    "cs": "a nebo",
    "da": "og eller",
    "de": "und oder sowie",
    "el": "και ή",
    "en": "and or",
    "es": "y e o u",
    "et": "ja või",
    "fa": "و یا",
    "fi": "ja tai",
    "fr": "et ou",
    "gl": "e ou",
    "hi": "और या तथा व",
    "hr": "i ili",
    "hu": "és vagy",
    "id": "dan atau",
    "it": "e o ed",
    "ja": "および または",
    "km": "និង ឬ",
    "ko": "및 또는",
    "lt": "ir ar arba",
    "lv": "un vai",
    "mk": "и или",
    "ms": "dan atau",
    "my": "နှင့် သို့မဟုတ်",
    "nb": "og eller",
    "nl": "en of",
    "no": "og eller",
    "pl": "i lub oraz",
    "pt": "e ou",
    "ro": "și sau",
    "ru": "и или",
    "sk": "a alebo",
    "sl": "in ali",
    "sr": "и или i ili",
    "sv": "och eller",
    "sw": "na au",
    "ta": "மற்றும் அல்லது",
    "th": "และ หรือ",
    "tr": "ve veya",
    "uk": "і й та або",
    "ur": "اور یا",
    "vi": "và hoặc hay",
    "zh": "以及 或者",
}
"""By language, what stands before the last of several names."""
_COMMA = "[,;、，；،؛]"
_AND_WITHOUT_BLANKS = "[和与及跟或と]"
_NAME = pattern_of(
    r"[A-Z](?<![\w.@:\\#$/-](?s:.))[\w+#-]{0,30}(?:\.\w{1,30})?(?:[ -][A-Z0-9][\w+#-]{0,30}){0,2}"
)
_NEAR = 12
"""How many characters before a row are looked at for one more item."""


class NameList(NamedTuple):
    """A row of names."""

    names: tuple[str, ...]
    starts: tuple[int, ...]
    closed: bool
    """Whether nothing before or behind it may be one more item, as far as the words of the language
    for “and” are known.
    """


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
    known = bare(language) in _JOINTS
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
            known
            and not joints.before.search(text[max(0, row[0][1] - _NEAR) : row[0][1]])
            and not joints.behind.match(text, row[-1][2]),
        )
        for row in rows
        if len(row) > 1
    ]
