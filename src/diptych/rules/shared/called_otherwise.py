"""Divisions that one language calls otherwise throughout: “Mục 3” for every "Article 3"."""

from __future__ import annotations

from collections import Counter

from diptych.language.numerals import Numeral
from diptych.language.references import Reference
from diptych.project.bitext import Bitext

_OFTEN = 3
"""From how many headings on a word is the text's own for a kind of division."""


def called_otherwise(bitext: Bitext) -> frozenset[tuple[str, str]]:
    """The kinds of division in the original and in the translation, by name, that stand against
    each other in headings of one number, three or more, and more often than the same kind does.
    """
    if bitext.published:
        return frozenset()
    told = Counter(
        (numbers[0].kind.value, numbers[1].kind.value)
        for pair in bitext.alignment.divisions
        if (both := pair.both) is not None
        and (numbers := (both[0].number, both[1].number))
        and is_same(*numbers)
        and numbers[0] and numbers[1] and numbers[0].kind and numbers[1].kind
    )  # fmt: skip
    return frozenset(
        kinds
        for kinds, times in told.items()
        if kinds[0] != kinds[1] and times >= _OFTEN and times > told[kinds[0], kinds[0]]
    )


def is_same(one: Numeral | None, other: Numeral | None) -> bool:
    """Whether two numbers are the same but for what the word before them calls them."""
    if one is None or other is None:
        return False
    return (one.value, one.suffix, one.letter) == (other.value, other.suffix, other.letter)


def without_renamed(
    lone: tuple[list[Reference], list[Reference]], renamed: frozenset[tuple[str, str]]
) -> tuple[list[Reference], list[Reference]]:
    """`lone` without references to one number that differ as the headings do."""
    if not renamed or not all(lone):
        return lone
    left = list(lone[1])
    kept = []
    for mine in lone[0]:
        theirs = next(
            (
                one
                for one in left
                if one.number == mine.number
                and any(kinds[0] in mine.kinds and kinds[1] in one.kinds for kinds in renamed)
            ),
            None,
        )
        if theirs is None:
            kept.append(mine)
        else:
            left.remove(theirs)
    return kept, left
