from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.language.numerals import Numeral, leading_number, roman, roman_value


@pytest.mark.parametrize(
    ("text", "printed", "style", "value"),
    [
        ("III. NHIỆM VỤ", "III.", "roman", 3),
        ("IV) NHIỆM VỤ", "IV)", "roman", 4),
        ("2. Yêu cầu", "2.", "arabic", 2),
        ("2.13. Yêu cầu", "2.13.", "arabic", 13),
        ("đ) Năm", "đ)", "letter", 5),
        ("7.", "7.", "arabic", 7),
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
