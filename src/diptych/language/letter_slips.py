"""Whether a word is another one with one letter wrong."""

from __future__ import annotations


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
