"""Headings that open with one number, which is read as a number in one language alone."""

from __future__ import annotations

from diptych.model import Division, Provision


def opens_alike(both: tuple[Division | Provision, Division | Provision]) -> bool:
    """Whether one of two headings has the other's number before a small letter, where it is read as
    a figure: "5.3 arrays".
    """
    if bool(both[0].number) is bool(both[1].number):
        return False
    known, other = both if both[0].number else both[::-1]
    text = other.heading.text if isinstance(other, Division) and other.heading else ""
    return known.number is not None and text.startswith(f"{known.number.printed} ")
