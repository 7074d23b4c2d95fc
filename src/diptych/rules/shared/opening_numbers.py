"""Texts that open with one number, which is read as their number in one language alone."""

from __future__ import annotations

from diptych.model import Division, Provision
from diptych.patterns import pattern_of

_OPENING = pattern_of(r"\W{0,3}[^\s\d]{0,12}[. ]{0,2}(\d+(?:\.\d+)*+[a-z]?)(?![.,]?\w)|[第제](\d+)")
"""A number that opens a heading, behind the sign or the word of its kind: "§ 3", "第3条"."""
_MONTH_AND_YEAR = pattern_of(r"[^\W\d_]{3,12}+ \d{4}")
_DIGITS = pattern_of(r"\d+(?:\.\d+)*+[a-z]?")


def opens_alike(both: tuple[Division | Provision, Division | Provision]) -> bool:
    """Whether one of two headings has the other's number before a small letter, where it is read as
    a figure ("5.3 arrays"), or behind a sign or a word of another language ("§ 5").
    """
    if bool(both[0].number) is bool(both[1].number):
        return False
    known, other = both if both[0].number else both[::-1]
    text = other.heading.text if isinstance(other, Division) and other.heading else ""
    if known.number is None:
        return False
    said, opening = _DIGITS.search(known.number.printed), _OPENING.match(text)
    return text.startswith(f"{known.number.printed} ") or bool(
        said and opening and said[0] == (opening[1] or opening[2])
    )


def is_date(node: Division | Provision) -> bool:
    """Whether what reads as the item of a list is a date: "9. září 2020"."""
    return (
        isinstance(node, Provision)
        and node.number is not None
        and bool(_MONTH_AND_YEAR.fullmatch(node.segment.text))
    )
