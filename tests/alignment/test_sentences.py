"""Sentences without counterpart."""

from __future__ import annotations

from diptych.alignment.associations import Associations
from diptych.alignment.sentences import Sentence, lost_sentences, side_by_side


def rows(*lengths: int, evidence: dict[int, str] | None = None) -> list[Sentence]:
    told = evidence or {}
    return [Sentence(n, frozenset(filter(None, [told.get(i)]))) for i, n in enumerate(lengths)]


def test_a_sentence_that_only_one_text_has_is_lost() -> None:
    assert lost_sentences(rows(60, 120, 40), rows(58, 42)) == [1]
    assert lost_sentences(rows(40, 80, 80), rows(42)) == [1, 2]


def test_two_sentences_that_are_one_elsewhere_are_not() -> None:
    assert lost_sentences(rows(60, 50, 40), rows(110, 42)) == []
    assert lost_sentences(rows(60, 50, 40), rows(150)) == []


def test_what_is_shared_says_which_one_is_lost() -> None:
    many = rows(80, 80, 80, evidence={0: "8", 2: "Anna"})
    few = rows(80, 80, evidence={0: "8", 1: "Anna"})
    assert lost_sentences(many, few) == [1]


def test_texts_with_as_many_sentences_or_too_many_are_left_aside() -> None:
    assert lost_sentences(rows(10, 200), rows(200, 10)) == []
    assert lost_sentences(rows(*[50] * 25), rows(50)) == []
    assert lost_sentences(rows(50), []) == []


def test_a_sentence_is_lost_where_another_one_was_divided() -> None:
    assert lost_sentences(rows(60, 120, 140, 40), rows(58, 72, 66, 42)) == [1]


def test_sentences_joined_and_divided_leave_the_others_side_by_side() -> None:
    assert side_by_side(rows(60, 50, 140, 40), rows(110, 142, 42)) == [(2, 1), (3, 2)]
    assert side_by_side(rows(60), []) == []


def test_words_that_render_each_other_are_learnt_from_other_texts() -> None:
    told = [("the gate is open", "das Gartentor"), ("the gate is shut", "ein Gartentor")]
    told += [(f"lines of {word}", f"Zeilen aus {word}") for word in "abcdefghij"]
    told += [("no gate here at all", "hier ist kein Gartentor"), ("a gate. A wall.", "Mauer.")]
    known = Associations(told, ("en", "de"))
    assert known.known(0, told[-1], "a gate.", ["Mauer."]) == (0,)
    assert known.known(0, told[-1], "a gate.", ["Mauer.", "Ein Gartentor."]) == (2,)
    assert known.known(0, told[-1], "A wall.", ["Mauer."]) == ()
