"""Whether a word is another one with one letter wrong."""

from __future__ import annotations

_SPELT_ANEW = frozenset({"iy", "sz", "sx", "xz", "ck", "h", "u"})
"""Letters that languages exchange, or leave out, where they borrow a word: "etanol", "colour"."""


def is_one_slip(one: str, two: str) -> bool:
    """Whether two words differ by one letter, left out, put in or exchanged, or by two neighbours
    that changed places, inside the words: not by the first or by their ending.
    """
    if one == two or one[:1] != two[:1]:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), None)
    if start is None:
        return False  # one is the other with an ending
    heads, tails = (one[start:], two[start:]), (one[start + 1 :], two[start + 1 :])
    if len(one) == len(two):
        if tails[0] == tails[1]:
            return bool(tails[0])
        return heads[0][:2] == heads[1][1::-1] and heads[0][2:] == heads[1][2:]
    return tails[0] == heads[1] if len(one) > len(two) else tails[1] == heads[0]


def is_spelt_anew(one: str, two: str) -> bool:
    """Whether two words that differ by one slip may be one word in two spellings: "hidro" and
    "hydro".
    """
    start = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), 0)
    if len(one) == len(two):
        return "".join(sorted((one[start], two[start]))) in _SPELT_ANEW
    longer = max(one, two, key=len)
    return longer[start] in _SPELT_ANEW
