"""The scripts that languages are written in, and the letters that belong to each.

Unicode says which script a letter is of, CLDR which script a language is written in: the table
beside this module is drawn from it (`scripts/scripts_of_languages.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from diptych.language.locales import locale
from diptych.patterns import letters_pattern_of

if TYPE_CHECKING:
    import regex

TABLE = Path(__file__).with_name("scripts.txt")
LATIN = "Latn"
"""The script of languages that the table does not have."""

_COMPOSED = {
    "Hans": ("Hani", "Bopo"),
    "Hant": ("Hani", "Bopo"),
    "Jpan": ("Hani", "Hira", "Kana"),
    "Kore": ("Hang", "Hani"),
}
"""By the name of a way of writing that mixes scripts, the scripts that it takes."""
_SCRIPT = letters_pattern_of(r"[A-Za-z]{4}")

ALPHABETS = ("Latn", "Grek", "Cyrl", "Armn", "Copt", "Cher", "Lisu", "Dsrt")
"""Scripts with letters that look like those of another."""
EAST_ASIAN = frozenset({"Hani", "Hira", "Kana", "Hang"})
"""Scripts whose signs are words or syllables, as wide as two Latin letters."""
EAST_ASIAN_SIGNS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}"
"""The letters of those, within a class of an expression that knows scripts."""
HAN_AND_KANA = "\u3040-\u30ff\u3400-\u9fff"
"""The signs of Chinese and Japanese in common use, within a class of any expression."""
HANGUL = "\uac00-\ud7a3"
"""The syllables of Korean, likewise."""
_WITHOUT_BLANKS = frozenset({"Hani", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
FROM_THE_RIGHT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand"})


@cache
def scripts_of(tag: str) -> tuple[str, ...]:
    """The scripts of the language with the BCP 47 `tag` (ISO 15924); Latin where nobody knows."""
    if locale(tag).known:
        return (LATIN,)
    language, *subtags = tag.replace("_", "-").split("-")
    said = next((part.title() for part in subtags if _SCRIPT.fullmatch(part)), "")
    if not said:
        known = _likely()
        in_region = "-".join((language.lower(), *map(str.upper, subtags)))
        said = known.get(in_region) or known.get(language.lower(), LATIN)
    return _COMPOSED.get(said, (said,))


def sets_blanks(tag: str) -> bool:
    """Whether the language with the BCP 47 `tag` sets blanks between words."""
    return scripts_of(tag)[0] not in _WITHOUT_BLANKS


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """The direction in which the language with the BCP 47 `tag` is written."""
    return "rtl" if scripts_of(tag)[0] in FROM_THE_RIGHT else "ltr"


@cache
def _likely() -> dict[str, str]:
    """By BCP 47 tag, the script of each language that is not written in the expected one."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return {tag: line[:4] for line in lines for tag in line[6:].split()}


@cache
def letters_outside(scripts: tuple[str, ...]) -> regex.Pattern[str]:
    """An expression for a letter that belongs to none of `scripts`."""
    own = "".join(rf"\p{{scx={script}}}" for script in scripts)
    return letters_pattern_of(rf"(?V1)[\p{{L}}--[{own}\p{{sc=Zyyy}}\p{{sc=Zinh}}]]")


def is_in_neither(text: str, tags: Sequence[str]) -> bool:
    """Whether most letters of `text` are in the script of none of the languages with the BCP 47
    `tags`: it is quoted from a third language.
    """
    if text.isascii():
        return False  # nearly always
    own = tuple(dict.fromkeys(script for tag in tags for script in scripts_of(tag)))
    return _is_outside(text, own)


def is_in_another(text: str, tag: str) -> bool:
    """Whether most letters of `text` are in no script of the language with the BCP 47 `tag`."""
    own = scripts_of(tag)
    if LATIN in own and text.isascii():
        return False  # nearly always
    return _is_outside(text, own)


def _is_outside(text: str, scripts: tuple[str, ...]) -> bool:
    """Whether most letters of `text` are in none of `scripts`."""
    foreign = len(letters_outside(scripts).findall(text))
    return bool(foreign) and 2 * foreign > sum(map(str.isalpha, text))


@cache
def alphabet_of(letter: str) -> str:
    """Which of `ALPHABETS` has `letter`, or an empty text."""
    return next((s for s in ALPHABETS if _IN[s].match(letter)), "")


_IN = {script: letters_pattern_of(rf"(?V1)[\p{{L}}&&\p{{sc={script}}}]") for script in ALPHABETS}
