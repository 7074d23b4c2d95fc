"""The characters that a text may have: letters of its language, figures, a list of signs."""

from __future__ import annotations

import string
import unicodedata
from functools import cache

from diptych.patterns import letters_pattern_of

_LATIN_RANGES = ((0xC0, 0x180), (0x1A0, 0x1B1), (0x1CD, 0x1DD), (0x218, 0x21C), (0x1EA0, 0x1EFA))
_WHOLE_LETTERS = "ÆæŒœØøßŁłĐđẞ"
"""Latin letters in names that are not a plain letter with a mark."""


def _latin() -> str:
    """The letters of Vietnamese and English, and of the European names that they take over."""
    marked = (
        chr(code)
        for first, end in _LATIN_RANGES
        for code in range(first, end)
        if unicodedata.normalize("NFD", chr(code))[0] in string.ascii_letters
        and unicodedata.decomposition(chr(code))[:1] not in ("", "<")
    )
    return string.ascii_letters + "".join(marked) + _WHOLE_LETTERS


LATIN = frozenset(_latin())

_SIGNS = (
    "\\t\\n -~"  # those of the keyboard
    "\\u00a0-\\u00ac\\u00ae-\\u00bf\\u00d7\\u00f7"  # of Western Europe, but the soft hyphen
    "\\u2002\\u2003\\u2009\\u202f"  # blanks of typography
    "\\u2010-\\u2023\\u2026\\u2027\\u2030-\\u203e\\u2042"  # dashes, quotation marks, dots
    "\\u2070\\u2074-\\u207e\\u2080-\\u208e"  # figures above and below the line
    "\\u20a0-\\u20c0"  # currencies
    "\\u2103\\u2109\\u2116\\u2117\\u2120\\u2122\\u2126\\u2150-\\u215e"  # №, ™, fractions
    "\\u03bc\\u03a9\\u0394"  # letters of Greek that are units
    "\\u2190-\\u21ff\\u2200-\\u2214\\u2218\\u221a-\\u2222\\u2225-\\u2235\\u2237-\\u22ff"
    "\\u2300-\\u23ff\\u2500-\\u27bf\\u2900-\\u297f\\u2b00-\\u2bff"  # arrows, mathematics, shapes
    "\\ufe0e\\ufe0f\\u200d\\u20e3"  # parts of emoji, looked at by themselves
)
_ENCLOSED = r"[\u2460-\u24ff\u2776-\u2793]"

OUT_OF_LATIN = letters_pattern_of(
    rf"(?V1)[^{_SIGNS}{''.join(sorted(LATIN - set(string.ascii_letters)))}\p{{Emoji}}]"
    rf"|{_ENCLOSED}|[\ufe0e\ufe0f\u200d\u20e3]"
)
"""An expression for a character that a text in Vietnamese or English may not have everywhere."""


@cache
def is_another_form(char: str) -> bool:
    """Whether `char` is another form of a letter, a figure or a sign, as ｎ, 𝐧, ﬁ, ③ and ³ are."""
    plain = unicodedata.normalize("NFKC", char)
    return plain != char or (char.isdecimal() and char not in string.digits)


def called(char: str) -> str:
    """What `char` is called: its Unicode name and code, "cyrillic small letter o, U+043E"."""
    code = f"U+{ord(char):04X}"
    name = unicodedata.name(char, "").lower()
    return f"{name}, {code}" if name else code
