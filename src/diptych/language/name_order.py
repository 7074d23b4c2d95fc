"""The order in which two texts name the same countries, persons and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from diptych.language.capitals import Capital, acronyms, names
from diptych.language.countries import countries, may_name_country
from diptych.patterns import pattern_of

_WORD = pattern_of(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LISTED = pattern_of(r"[,;()]|(?<!\w)(?:and|or|và|hoặc)(?!\w)")
"""What stands between two members of a list."""
_OF = pattern_of(r"[’']s?(?!\w)|(?<!\w)(?:of|của)(?!\w)")
"""What makes one name that of another, which stands before it in one language only."""
_SENTENCE_END = pattern_of(r"[.!?]")
_CODE = 2
"""The letters of a country's code."""
_NEAR = 40
"""The most characters between two members of a list."""
Two = tuple[Capital, Capital]


def exchanged_names(original: str, translation: str) -> tuple[Two, Two] | None:
    """The first two neighbours in a list of names that stand the other way round in the other text:
    as they stand in each. None where there are none.
    """
    if not (_LISTED.search(original) and _LISTED.search(translation)):
        return None
    rows = [list(_named(original))]
    if len(rows[0]) < 2:
        return None
    rows.append(list(_named(translation)))
    counts = [Counter(name.value for name in row) for row in rows]
    # of a name that one text has once more it is not known which is which; a country may be said
    # once more, as its people are
    common = {
        name
        for name, count in counts[0].items()
        if counts[1][name] == count or (counts[1][name] and _is_country(name))
    }
    if len(common) < 2:
        return None
    rows = [[name for name in _first(row) if name.value in common] for row in rows]
    there = set(_neighbours(translation, rows[1]))
    by_values = {(one.value, two.value): (one, two) for one, two in there}
    for one, two in _neighbours(original, rows[0]):
        if turned := by_values.get((two.value, one.value)):
            return (one, two), turned
    return None


def _neighbours(text: str, row: Sequence[Capital]) -> Iterator[Two]:
    """Each two names that follow one another in a list."""
    for one, two in pairwise(row):
        between = text[one.start + len(one.printed) : two.start]
        if len(between) > _NEAR or _SENTENCE_END.search(between) or _OF.search(between):
            continue
        if _LISTED.search(between):
            yield one, two


def _named(text: str) -> Iterator[Capital]:
    """The names in `text`, in order; a country goes by its code."""
    listed = []
    if may_name_country(text):
        found = list(_WORD.finditer(text))
        for code, first, end in countries([match[0] for match in found]):
            start = found[first].start()
            listed.append(Capital(code, text[start : found[end - 1].end()], start))
    taken = {at for one in listed for at in range(one.start, one.start + len(one.printed))}
    others = [one for one in (*names(text), *acronyms(text)) if one.start not in taken]
    yield from sorted((*listed, *others), key=lambda one: one.start)


def _is_country(value: str) -> bool:
    """Whether the value of a name is the code of a country."""
    return len(value) == _CODE and value.isupper()


def _first(row: Sequence[Capital]) -> Iterator[Capital]:
    """The names of a row by their first places."""
    known: set[str] = set()
    for one in row:
        if one.value not in known:
            known.add(one.value)
            yield one
