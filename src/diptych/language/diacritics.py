"""Words without their diacritics: to compare names, to make ids."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from diptych.patterns import pattern_of

_COMBINING = pattern_of("[\u0300-\u036f]")
_TONES = pattern_of("[\u0300\u0301\u0303\u0309\u0323]")
_NO_LETTER = pattern_of(r"[\W_]+")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """`text` in lower case without diacritics, `đ` as `d`: "Việt" and "Viet" are one."""
    if text.isascii():
        return text.lower()
    return _COMBINING.sub("", unicodedata.normalize("NFD", text.lower().replace("đ", "d")))


def slug(text: str) -> str:
    """`text` as an id: "Chính phủ" is `chinh-phu`, "15-CT/TW" is `15-ct-tw`."""
    return _NO_LETTER.sub("-", folded(text)).strip("-")


def alphabetical(text: str) -> str:
    """The key by which `text` is sorted as Vietnamese: ă, â, đ, ê, ô, ơ, ư follow their plain
    letters, and tones make no difference.
    """
    letters = _TONES.sub("", unicodedata.normalize("NFD", text.lower()))
    # combining marks sort behind every letter; the breve comes before the circumflex
    return letters.replace("\u0306", "\u0300").replace("đ", "d\u0300")
