from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych.alignment.sequence import Pairing, paired

TOKENS = st.lists(st.sampled_from("abcdefgh"), max_size=14)


def pairing(left: str | list[str], right: str | list[str]) -> Pairing:
    return paired(len(left), len(right), lambda i, j: 1.0 if left[i] == right[j] else 0.3)


def shown(left: str, right: str) -> str:
    """The pairing as two letters a pair, "-" for none."""
    return " ".join(
        f"{'-' if i is None else left[i]}{'-' if j is None else right[j]}"
        for i, j in pairing(left, right)
    )


def test_a_lost_element_leaves_one_gap_where_it_was() -> None:
    assert shown("abcd", "abd") == "aa bb c- dd"
    assert shown("abcd", "bcd") == "a- bb cc dd"
    assert shown("abc", "abcd") == "aa bb cc -d"


def test_exchanged_elements_keep_the_rest_in_place() -> None:
    assert shown("abcd", "acbd").count("-") == 2


def test_elements_that_only_changed_stay_paired() -> None:
    assert shown("abc", "axc") in ("aa bx cc", "aa b- -x cc")


def test_nothing_against_something() -> None:
    assert pairing("", "ab") == [(None, 0), (None, 1)]
    assert pairing("ab", "") == [(0, None), (1, None)]
    assert pairing("", "") == []


@given(TOKENS, TOKENS)
def test_every_element_is_paired_once_and_in_order(left: list[str], right: list[str]) -> None:
    pairs = pairing(left, right)
    assert [i for i, _ in pairs if i is not None] == list(range(len(left)))
    assert [j for _, j in pairs if j is not None] == list(range(len(right)))
    assert all(i is not None or j is not None for i, j in pairs)


@given(TOKENS, TOKENS)
def test_sides_may_be_exchanged(left: list[str], right: list[str]) -> None:
    there = pairing(left, right)
    back = pairing(right, left)
    assert sum(i is None or j is None for i, j in there) == sum(
        i is None or j is None for i, j in back
    )


@given(TOKENS)
def test_equal_sequences_are_paired_straight(tokens: list[str]) -> None:
    assert pairing(tokens, tokens) == [(i, i) for i in range(len(tokens))]
