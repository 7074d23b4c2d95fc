"""Figures as digits: those of other scripts, marks between groups and before decimals."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from diptych.language.tags import bare
from diptych.patterns import pattern_of

_SIGNS = {
    "\u066b": ".", "\u066c": ",", "\u066a": "%", "\uff05": "%", "\uff0e": ".", "\u2212": "-",
}  # fmt: skip
"""Marks of figures in other scripts -> the character that says the same."""
_OWN_COMMA = pattern_of(r"(?<![\d.,])[1-9]\d{0,2}(?:[\u060c\uff0c]\d{3})+(?!\d)")
"""Thousands parted by the comma of Arabic or Chinese: 270،000."""
_OTHER_DIGIT = pattern_of(r"[^\D0-9]")
_AS_COMMA = pattern_of(r"[\u060c\uff0c]")
_SIGN = pattern_of(rf"[{''.join(_SIGNS)}]")


SPACED_LETTERS = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff"
)
"""Letters of the scripts that set words apart by blanks, for a class of an expression."""
_COMMA_SAID = (
    "vi fr de es it pt nl pl ru uk be cs sk sl hr sr bs mk bg ro hu fi sv nb nn no da is et lv lt "
    "el tr az kk uz ky hy ka ca gl eu id sq af"
)
_COMMA = frozenset(_COMMA_SAID.split())
"""Languages that write decimals behind a comma; others do behind a full stop."""
_MARKS = ".,'’\u00a0\u2009\u202f "
_GROUPED = {
    mark: pattern_of(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+(?:[{other}]\d+)?")
    for mark in _MARKS
    for other in [{".": ",", ",": "."}.get(mark, ".,")]
}
"""By the mark between two groups, an expression for figures in groups of thousands."""
_INDIAN = pattern_of(r"[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d+)?")
"""Figures in groups of hundreds above the thousands: 10,00,000."""
_MARK = pattern_of(rf"[{_MARKS}]")


def in_ascii_digits(text: str) -> str:
    """`text` with the digits of every script as 0 to 9, as long as before."""
    if text.isascii():
        return text
    text = _OTHER_DIGIT.sub(lambda match: str(unicodedata.digit(match[0])), text)
    text = _SIGN.sub(lambda match: _SIGNS[match[0]], text)
    if "\u060c" in text or "\uff0c" in text:
        text = _OWN_COMMA.sub(lambda match: _AS_COMMA.sub(",", match[0]), text)
    return text


def readings(digits: str, language: str) -> tuple[Decimal | str, ...]:
    """What `digits` may say, the reading that is usual in `language` first.

    "1.234" is 1234 in Vietnamese and 1.234 in English; texts on technical matters keep the English
    marks in any language. A version or an address ("1.2.3") is its own value.
    """
    first = _MARK.search(digits)
    if first is None:
        return (Decimal(digits),)
    mark = first[0]
    marks = sum(digits.count(sign) for sign in ".,")
    if _GROUPED[mark].fullmatch(digits):
        whole = Decimal(digits.replace(mark, "").replace(",", "."))
        if mark not in ".," or marks > 1 or groups_by(mark, language):
            return (whole,)
        return Decimal(digits.replace(",", ".")), whole
    if marks == 1 and len(_MARK.findall(digits)) == 1:
        return (Decimal(digits.replace(",", ".")),)
    if _INDIAN.fullmatch(digits):
        return (Decimal(digits.replace(",", "")),)
    return (digits,)


def groups_by(mark: str, language: str) -> bool:
    """Whether `mark` parts thousands in the BCP 47 `language`, and no decimals."""
    known = bare(language)
    if mark == ",":
        return known not in _COMMA
    return known in _COMMA
