"""Commas, stops and question marks in the form of Latin script, in languages with their own."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.language.scripts import HAN_AND_KANA as _HAN
from diptych.language.stops import Mark
from diptych.language.tags import bare
from diptych.patterns import pattern_of

_ARABIC = "\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff"
_INDIC = "\u0900-\u0963\u0971-\u09e3\u0a00-\u0a7f\u0b00-\u0b7f"
_BEHIND = r"(?:\s|$|[)\"”’»」』])"
_WIDE = {
    ",": pattern_of(rf"[{_HAN}]{{1,8}},(?=\s?[{_HAN}])"),
    ";": pattern_of(rf"[{_HAN}]{{1,8}};(?=\s?[{_HAN}]|\s*$)"),
    ".": pattern_of(rf"[{_HAN}]{{2,8}}\.(?=\s?[{_HAN}]|\s*$)"),
    "?": pattern_of(rf"[{_HAN}]{{1,8}}\?(?=\s?[{_HAN}]|\s*$)"),
    "!": pattern_of(rf"[{_HAN}]{{1,8}}!(?=\s?[{_HAN}]|\s*$)"),
}
_FROM_RIGHT = {
    ",": pattern_of(rf"[{_ARABIC}]{{1,12}},(?=\s[{_ARABIC}])"),
    ";": pattern_of(rf"[{_ARABIC}]{{1,12}};(?=\s[{_ARABIC}])"),
    "?": pattern_of(rf"[{_ARABIC}]{{1,12}}\?(?={_BEHIND})"),
}
_OF_INDIA = {".": pattern_of(rf"[{_INDIC}]{{5,20}}\.(?={_BEHIND})")}
"""Shorter words before a point are abbreviations."""
_CHINESE = {",": "，", ";": "；", ".": "。", "?": "？", "!": "！"}
_FORMS = {
    "zh": (_WIDE, _CHINESE),
    "ja": (_WIDE, {".": "。", ",": "、", "?": "？", "!": "！"}),
    "ur": (_FROM_RIGHT, {",": "،", ";": "؛", "?": "؟"}),
    **dict.fromkeys(("ar", "fa", "ps"), (_FROM_RIGHT, {",": "،", ";": "؛", "?": "؟"})),
    **dict.fromkeys(("hi", "bn", "ne", "as", "pa", "or"), (_OF_INDIA, {".": "।"})),
}
"""By language, how each mark of Latin script is found where the language's own belongs, and that
one (Unicode's chapters on the scripts, CLDR).
"""


def own_forms(language: str) -> dict[str, str]:
    """The marks of Latin script that the BCP 47 `language` has a form of its own of -> that one."""
    return _FORMS[bare(language)][1] if bare(language) in _FORMS else {}


def latin_marks(text: str, language: str) -> Iterator[tuple[str, Mark]]:
    """The marks of Latin script in `text` that stand between words of the `language`, each with
    the words before it.
    """
    patterns, own = _FORMS[bare(language)]
    for mark in own:
        if mark in text:
            for found in patterns[mark].finditer(text):
                yield mark, Mark(found[0], found.start())
