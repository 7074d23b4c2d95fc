from __future__ import annotations

from decimal import Decimal

import pytest

from diptych.language.figures import values


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ngày 10/8/2022", "vi", [(2022, 8, 10)]),
        ("ngày 09/1/2023 của", "vi", [(2023, 1, 9)]),
        ("ngày 5 tháng 01 năm 2022", "vi", [(2022, 1, 5)]),
        ("tháng 3/2022", "vi", [(2022, 3, 0)]),
        ("dated 10 August 2022", "en", [(2022, 8, 10)]),
        ("on August 10, 2022,", "en", [(2022, 8, 10)]),
        ("the 3rd of March 2022", "en", [(2022, 3, 3)]),
        ("in March 2022", "en", [(2022, 3, 0)]),
        ("2022-08-10", "en", [(2022, 8, 10)]),
        ("đến năm 2030", "vi", []),
        ("55/2022/QH15", "vi", []),
    ],
)
def test_dates(text: str, language: str, expected: list[tuple[int, int, int]]) -> None:
    assert [date.value for date in values(text, language).dates] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("trong 03 năm", "vi", ["3"]),
        ("giai đoạn 2022 - 2026", "vi", ["2022", "2026"]),
        ("2021–2026", "en", ["2021", "2026"]),
        ("95,5%", "vi", ["0.955"]),
        ("95.5 per cent", "en", ["0.955"]),
        ("1.234.567,8 tấn", "vi", ["1234567.8"]),
        ("1,234,567.8 tonnes", "en", ["1234567.8"]),
        ("20.000 lao động", "vi", ["20000"]),
        ("20,000 workers", "en", ["20000"]),
        ("1,5 triệu", "vi", ["1500000"]),
        ("1.5 million", "en", ["1500000"]),
        ("3 nghìn tỷ đồng", "vi", ["3000000000000"]),
        ("3 trillion dong", "en", ["3000000000000"]),
        ("(khóa XII)", "vi", ["12"]),
        ("(khoá X)", "vi", ["10"]),
        ("lần thứ XIII", "vi", ["13"]),
        ("(12th tenure)", "en", ["12"]),
        ("the XIII Congress", "en", ["13"]),
        ("dịch bệnh Covid-19", "vi", []),
        ("Chỉ thị số 15-CT/TW", "vi", []),
        ("Vitamin C và I", "vi", []),
        ("5-year plans", "en", ["5"]),
        ("5 năm, hàng năm", "vi", ["5"]),
    ],
)
def test_numbers(text: str, language: str, expected: list[str]) -> None:
    assert [number.value for number in values(text, language).numbers if number.firm] == [
        Decimal(value) for value in expected
    ]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("the past three years", "en", 3),
        ("twenty-one provinces", "en", 21),
        ("mười ba năm", "vi", 13),
        ("hai mươi tỉnh", "vi", 20),
        ("lần thứ nhất", "vi", 1),
        ("both sides", "en", 2),
    ],
)
def test_numbers_as_words(text: str, language: str, value: int) -> None:
    assert Decimal(value) in {number.value for number in values(text, language).spelt}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chỉ thị số 15-CT/TW, ngày", ["15-CT/TW"]),
        ("21/NQ-CP và 55/2022/QH15", ["21/NQ-CP", "55/2022/QH15"]),
        ("Đề án số 01-ĐA/TW; 30-CTr/TU.", ["01-ĐA/TW", "30-CTr/TU"]),
        ("Thông tư liên tịch số 01/2020/TTLT-BNV-BTC.", ["01/2020/TTLT-BNV-BTC"]),
        ("Covid-19, 10/8/2022, 2022-2026, 5-year", []),
    ],
)
def test_symbols(text: str, expected: list[str]) -> None:
    assert [symbol.printed for symbol in values(text, "vi").symbols] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [("ko", "21/NQ-CP에 따른다"), ("zh", "根据第21/NQ-CP号决议"), ("lo", "ເລກທີ21/NQ-CPແລະ")],
)
def test_a_symbol_ends_where_another_script_begins(language: str, text: str) -> None:
    assert [symbol.printed for symbol in values(text, language).symbols] == ["21/NQ-CP"]
