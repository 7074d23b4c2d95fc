"""Which words were taken out and put in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych.changes.word_changes import Mark, compared, likeness

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "đ", "ê"]), max_size=12).map(" ".join)


def test_words_that_changed_are_marked() -> None:
    pieces = compared("trong 03 năm qua", "trong 02 năm qua")
    assert [(piece.mark, piece.text) for piece in pieces] == [
        (Mark.KEPT, "trong"),
        (Mark.DELETED, "03"),
        (Mark.INSERTED, "02"),
        (Mark.KEPT, "năm qua"),
    ]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_pieces(before: str, after: str) -> None:
    pieces = compared(before, after)
    kept_or = {
        mark: " ".join(piece.text for piece in pieces if piece.mark in (Mark.KEPT, mark))
        for mark in (Mark.DELETED, Mark.INSERTED)
    }
    assert kept_or == {Mark.DELETED: before, Mark.INSERTED: after}
    assert (before == after) == all(piece.mark is Mark.KEPT for piece in pieces)


def test_a_word_said_thousands_of_times_is_told_in_time() -> None:
    """Looking through every pair of them takes the cube of their number."""
    before, after = "x " + "a " * 4000 + "z", "x " + "b a " * 4000 + "y z"
    pieces = compared(before, after)
    assert [piece.mark for piece in pieces] == [
        Mark.KEPT,
        Mark.DELETED,
        Mark.INSERTED,
        Mark.KEPT,
    ]
    assert [piece.text for piece in (pieces[0], pieces[-1])] == ["x", "z"]
    assert likeness(before, after, 0.3) > 0.3


def test_texts_that_are_less_alike_than_asked_are_not_alike() -> None:
    assert likeness("a b c d", "a x y z", 0.3) == 0
    assert likeness("a b c d", "d c b a", 0.6) == 0, "the order counts"
    assert likeness("a b c d", "a b c x", 0.6) == 0.75
    assert likeness("", "", 0.3) == 0
