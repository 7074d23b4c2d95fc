"""Which words were taken out and put in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from programme.changes.words import Mark, compared

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
