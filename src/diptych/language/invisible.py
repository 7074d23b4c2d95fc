"""Characters without a shape, or that change how others are shown, and where they belong."""

from __future__ import annotations

from diptych.patterns import letters_pattern_of

_ANYWHERE = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\xad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064"
    "\\u2066-\\u206f\\ufeff\\ufffd\\U000e0000-\\U000e007f"
)
_ELSEWHERE = (
    "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}"
    "\\u2800\\u3164\\u115f\\u1160\\uffa0"
)
SURELY = letters_pattern_of(f"(?V1)[{_ANYWHERE}]")
"""An expression for a character that cannot be seen, whatever the language."""
POSSIBLY = letters_pattern_of(f"(?V1)[[{_ANYWHERE}{_ELSEWHERE}]--[\\t\\n\\r]]")
"""An expression for a character that cannot be seen where the language is known for certain."""

_OVERRIDES = "\u202d\u202e"
_DIRECTION = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_EMOJI_SEQUENCE = letters_pattern_of(
    r"\U0001f3f4[\U000e0061-\U000e007a\U000e0030-\U000e0039]{1,6}\U000e007f"
    r"|\p{Extended_Pictographic}[\ufe0e\ufe0f]?\p{Emoji_Modifier}?"
    r"(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)*"
    r"|[0-9#*]\ufe0f?\u20e3|(?V1)[\p{Emoji}--[0-9#*]][\ufe0e\ufe0f]"
)
_JOINING = letters_pattern_of(
    r"(?V1)[[\p{L}\p{M}]--[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Armn}\p{scx=Geor}"
    r"\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Hebr}\p{sc=Zinh}\p{sc=Zyyy}]]"
)
"""A letter of a script in which joiners are spelling."""
_UNSPACED = letters_pattern_of(
    r"(?V1)[[\p{L}\p{M}]--[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Armn}\p{scx=Geor}"
    r"\p{sc=Zinh}\p{sc=Zyyy}]]"
)
"""A letter of a script that may need a place to break a line."""
_VARIED = letters_pattern_of(r"[\p{Han}\p{Mongolian}\p{Phags_Pa}\p{Myanmar}\p{Manichaean}\p{Sm}]")


def stray(text: str, *, sure: bool, from_the_right: bool) -> list[int]:
    """The offsets in `text` of characters that cannot be seen and do not belong where they stand.

    `sure` keeps to those that are wrong in any language; `from_the_right` is for a language written
    from right to left, whose texts steer their direction.
    """
    found = [match.start() for match in (SURELY if sure else POSSIBLY).finditer(text)]
    if not found:
        return []
    in_emoji = {
        at for match in _EMOJI_SEQUENCE.finditer(text) for at in range(match.start(), match.end())
    }
    return [at for at in found if at not in in_emoji and not _belongs(text, at, from_the_right)]


def _belongs(text: str, at: int, from_the_right: bool) -> bool:
    char = text[at]
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char in "\u200c\u200d":
        return bool(_JOINING.match(before))
    if char == "\u200b":
        return bool(_UNSPACED.match(before) or _UNSPACED.match(after))
    if char in _DIRECTION:
        return from_the_right
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return bool(_VARIED.match(before))
    if char in "\u115f\u1160\u180b\u180c\u180d\u180e\u180f":
        return bool(_UNSPACED.match(before) or _UNSPACED.match(after))
    return False
