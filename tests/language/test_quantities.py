from __future__ import annotations

from decimal import Decimal

import pytest

from diptych.language.digits import in_ascii_digits, readings
from diptych.language.figures import values
from diptych.language.number_words import spelt


@pytest.mark.parametrize(
    ("digits", "language", "expected"),
    [
        ("1.234", "vi", ["1234"]),
        ("1.234", "en", ["1.234", "1234"]),
        ("12,345", "vi", ["12.345", "12345"]),
        ("1 355 321", "fr", ["1355321"]),
        ("1.234,5", "de", ["1234.5"]),
        ("1'000", "de", ["1000"]),
        ("0.123", "vi", ["0.123"]),
    ],
)
def test_readings(digits: str, language: str, expected: list[str]) -> None:
    assert list(readings(digits, language)) == [Decimal(value) for value in expected]


def test_a_version_is_its_own_value() -> None:
    assert readings("1.0.0", "en") == ("1.0.0",)


def test_digits_of_other_scripts_keep_their_places() -> None:
    text = "\u0663\u066b\u0665 \uff12\uff10\uff12\uff12 a²"
    assert in_ascii_digits(text) == "3.5 2022 a²"
    assert len(in_ascii_digits(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("1,2 tỷ USD", "vi", "1200000000", "USD"),
        ("EUR 1.2 billion", "en", "1200000000", "EUR"),
        ("US$5m", "en", "5000000", "USD"),
        ("5.197 km2", "vi", "5197", "km²"),
        ("2.000 tỷ đồng", "vi", "2000000000000", "VND"),
        ("−5 °C", "en", "-5", "°C"),
        ("3,5 millions d'euros", "fr", "3500000", "EUR"),
        ("5 тыс. рублей", "ru", "5000", "RUB"),
        ("3億5000万円", "ja", "350000000", "JPY"),
        ("Điều 5 năm 2020", "vi", "5", ""),
    ],
)
def test_units(text: str, language: str, value: str, unit: str) -> None:
    number = values(text, language).numbers[0]
    assert number.value == Decimal(value)
    assert (number.unit.name if number.unit else "") == unit


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("two hundred thousand", "en", 200_000),
        ("hai trăm nghìn", "vi", 200_000),
        ("cent", "fr", 100),
        ("二十五", "zh", 25),
        ("восьми", "ru", 8),
    ],
)
def test_words_of_other_languages(text: str, language: str, value: int) -> None:
    assert Decimal(value) in {number.value for number in spelt(text, language)}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Dec. 31, 2023", "en", (2023, 12, 31)),
        ("le 1er mai 2024", "fr", (2024, 5, 1)),
        ("am 5. Mai 2024", "de", (2024, 5, 5)),
        ("el 1 de mayo de 2024", "es", (2024, 5, 1)),
        ("1 мая 2024 г.", "ru", (2024, 5, 1)),
        ("2024年5月1日", "ja", (2024, 5, 1)),
        ("2024년 5월 1일", "ko", (2024, 5, 1)),
    ],
)
def test_dates_of_other_languages(text: str, language: str, expected: tuple[int, int, int]) -> None:
    assert [date.value for date in values(text, language).dates] == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("trước ngày 15 tháng 12 hằng năm", "vi", [(0, 12, 15, 0)]),
        ("by 15 December", "en", [(0, 12, 15, 0)]),
        ("in May", "en", [(0, 5, 0, 0)]),
        ("you may, in March or May", "en", [(0, 3, 0, 0)]),
        ("thứ Hai", "vi", [(0, 0, 0, 1)]),
        ("on Sunday", "en", [(0, 0, 0, 7)]),
    ],
)
def test_days_without_a_year(
    text: str, language: str, expected: list[tuple[int, int, int, int]]
) -> None:
    assert [date.values[0] for date in values(text, language).days] == expected


def test_a_row_of_signs_behind_a_figure_is_no_unit() -> None:
    (number,) = values("1" + "+" * 3_000, "en").numbers
    assert number.printed == "1"
