"""Sentences without counterpart."""

from __future__ import annotations

from diptych.alignment.sentences import Sentence, lost_sentences


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
