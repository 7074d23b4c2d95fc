"""The order in which people expect names that hold numbers: 2 before 10."""

from __future__ import annotations

from diptych.patterns import pattern_of

_DIGITS = pattern_of(r"([0-9]{1,9})")


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """The key by which `name` is sorted: its numbers count as numbers and come before letters."""
    return tuple(
        (0, int(piece), "") if _DIGITS.fullmatch(piece) else (1, 0, piece)
        for piece in _DIGITS.split(name)
        if piece
    )
