"""Equal runs of two rows of words: as difflib finds them, and soon however long the rows are."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.language.rising import rising
from diptych.language.word_difference import differences, equal_ends, equal_runs

ROWS = st.lists(st.sampled_from("abcde"), max_size=40)
MIXED = st.lists(st.one_of(st.sampled_from("ab"), st.integers(0, 60).map(str)), max_size=60)


@settings(deadline=None)
@given(ROWS, ROWS)
def test_few_words_are_compared_as_difflib_does(a: list[str], b: list[str]) -> None:
    start, end = equal_ends(a, b)
    inner = SequenceMatcher(None, a[start : len(a) - end], b[start : len(b) - end], autojunk=False)
    blocks = [(i + start, j + start, n) for i, j, n in inner.get_matching_blocks() if n]
    ends = (0, 0, start), (len(a) - end, len(b) - end, end)
    assert equal_runs(a, b) == [ends[0], *blocks, ends[1]]


@settings(deadline=None)
@given(MIXED, MIXED, st.integers(0, 30))
def test_runs_are_equal_and_in_order_whatever_may_be_looked_at(
    a: list[str], b: list[str], pairs: int
) -> None:
    at = (0, 0)
    for i, j, size in equal_runs(a, b, pairs):
        assert i >= at[0]
        assert j >= at[1]
        assert a[i : i + size] == b[j : j + size]
        at = (i + size, j + size)
    assert at == (len(a), len(b))


@settings(deadline=None)
@given(MIXED, MIXED)
def test_differences_are_in_order_and_all_there_is(a: list[str], b: list[str]) -> None:
    at = (0, 0)
    for found in differences(a, b):
        assert a[at[0] : found.expected[0]] == b[at[1] : found.printed[0]]
        at = found.expected[1], found.printed[1]
    assert a[at[0] :] == b[at[1] :]


def test_a_word_said_over_and_over_is_not_looked_at_pair_by_pair() -> None:
    a, b = ["và"] * 50_000 + ["x"], ["y"] + ["và"] * 40_000
    assert all(size == 0 for *_, size in equal_runs(a, b))
    assert len(differences(a, b)) == 1


def test_long_rows_of_common_words_differ_where_they_do() -> None:
    words = [f"{n * n % 97}" for n in range(60_000)]
    for n in range(0, 60_000, 7):
        words[n] = f"w{n}"
    other = [*words[:100], "new", *words[100:30_000], *words[30_003:59_000], "end", *words[59_000:]]
    assert [(d.expected, d.printed) for d in differences(words, other)] == [
        ((100, 100), (100, 101)),
        ((30_000, 30_003), (30_001, 30_001)),
        ((59_000, 59_000), (58_998, 58_999)),
    ]


@settings(deadline=None)
@given(st.permutations(range(7)))
def test_the_rising_row_is_the_longest(seconds: list[int]) -> None:
    found = rising(list(enumerate(seconds)))
    assert found == sorted(found)
    assert all(x[1] < y[1] for x, y in pairwise(found))
    best = [0] * len(seconds)
    for n, second in enumerate(seconds):
        best[n] = 1 + max((best[m] for m in range(n) if seconds[m] < second), default=0)
    assert len(found) == max(best)
