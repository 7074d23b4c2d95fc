from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.language.numerals import (
    ENGLISH_LETTERS,
    VIETNAMESE_LETTERS,
    Numeral,
    leading_number,
    letters_of,
    named_number,
    opening_number,
    roman,
    roman_value,
)


@pytest.mark.parametrize(
    ("text", "printed", "style", "value"),
    [
        ("III. NHIỆM VỤ", "III.", "roman", 3),
        ("IV) NHIỆM VỤ", "IV)", "roman", 4),
        ("2. Yêu cầu", "2.", "arabic", 2),
        ("2.13. Yêu cầu", "2.13.", "arabic", 13),
        ("đ) Năm", "đ)", "letter", 5),
        ("7.", "7.", "arabic", 7),
        ("a/ Một", "a/", "letter", 1),
        ("(b) Hai", "(b)", "letter", 2),
        ("dd) Five", "dd)", "letter", 5),
        ("1.2 Tôm", "1.2", "arabic", 2),
    ],
)
def test_leading_number(text: str, printed: str, style: str, value: int) -> None:
    number = leading_number(text)
    assert number is not None
    assert (number.printed, number.style, number.value) == (printed, style, value)


@pytest.mark.parametrize(
    "text",
    ["Mục đích", "IIII. Không", "2022 - 2026", "15-CT/TW", "I", "VÌ. sao", "a. b", "2.5 lần"],
)
def test_no_leading_number(text: str) -> None:
    assert leading_number(text) is None


NAMED = [
    ("Chương II", "vi", "Chương II", "Chương II", "2"),
    ("CHƯƠNG II. CÔNG BỐ", "vi", "CHƯƠNG II.", "Chương II", "2"),
    ("Chương 1:", "vi", "Chương 1:", "Chương 1", "1"),
    ("Mục 1 – LẬP", "vi", "Mục 1 –", "Mục 1", "1"),
    ("Điều 5a. Bổ sung", "vi", "Điều 5a.", "Điều 5a", "5a"),
    ("PHẦN THỨ NHẤT. CHUNG", "vi", "PHẦN THỨ NHẤT.", "Phần thứ nhất", "1"),
    ("Phụ lục số 02", "vi", "Phụ lục số 02", "Phụ lục số 02", "2"),
    ("Article 1.- Scope", "en", "Article 1.-", "Article 1", "1"),
    ("Article 1.Scope", "en", "Article 1.", "Article 1", "1"),
    ("PART ONE", "en", "PART ONE", "Part One", "1"),
    ("ANNEX C", "en", "ANNEX C", "Annex C", "c"),
    ("Điều 5 của Luật này", "vi", "", "", ""),
    ("Part of the plan", "en", "", "", ""),
    ("Chapter and verse", "en", "", "", ""),
    ("Điều 5. Mức", "en", "", "", ""),
]


@pytest.mark.parametrize(("text", "language", "printed", "cited", "slug"), NAMED)
def test_a_number_behind_the_word_of_a_division(
    text: str, language: str, printed: str, cited: str, slug: str
) -> None:
    number = named_number(text, language)
    shown = (number.printed, number.named, number.slug) if number else ("", "", "")
    assert shown == (printed, cited, slug)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Điều 5. Mức chi", True),
        ("Điều 5 quy định mức chi.", False),
        ("Mục 1. Một đoạn văn.", False),
        ("1.1. Tôm", True),
        ("1.5 tỷ đồng", False),
        ("1/ Một", True),
        ("III. Ba", False),
    ],
)
def test_what_a_paragraph_may_open_with(text: str, opens: bool) -> None:
    assert bool(opening_number(text, "vi", set_off=False)) is opens


def test_points_are_counted_in_the_letters_of_their_list() -> None:
    vietnamese, english = (
        [number for letter in letters if (number := leading_number(f"{letter}) x"))]
        for letters in ("abcdđeg", "abcdefg")
    )
    assert letters_of(vietnamese) == VIETNAMESE_LETTERS
    assert letters_of(english) == ENGLISH_LETTERS
    for row in (vietnamese, english):
        assert all(after.follows(before) for before, after in pairwise(row))


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(value: int) -> None:
    assert roman_value(roman(value)) == value
    number = leading_number(f"{roman(value)}. Phần")
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize("value", [0, -1, 4000])
def test_no_roman_numeral(value: int) -> None:
    with pytest.raises(ValueError, match="no roman numeral"):
        roman(value)


def test_numbers_are_equal_by_what_they_count_not_by_punctuation() -> None:
    assert Numeral("2.", "arabic", 2) == Numeral("2)", "arabic", 2)
    assert Numeral("2.", "arabic", 2) != Numeral("II.", "roman", 2)


def test_follows() -> None:
    first, second = Numeral("I.", "roman", 1), Numeral("II.", "roman", 2)
    assert first.follows(None)
    assert second.follows(first)
    assert not second.follows(None)
    assert not Numeral("2.", "arabic", 2).follows(first)


@pytest.mark.parametrize(
    ("number", "value", "printed"),
    [
        (Numeral("I.", "roman", 1), 4, "IV."),
        (Numeral("2)", "arabic", 2), 3, "3)"),
        (Numeral("2.1.", "arabic", 1), 2, "2.2."),
        (Numeral("a)", "letter", 1), 5, "đ)"),
    ],
)
def test_printed_as(number: Numeral, value: int, printed: str) -> None:
    assert number.printed_as(value) == printed
