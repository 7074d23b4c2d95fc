"""A day as each language writes it."""

from __future__ import annotations

from datetime import date

import pytest

from diptych.language.written_dates import written_date


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "1 December 2026"), ("vi", "01 tháng 12 năm 2026"), ("fr", "1er décembre 2026")],
)
def test_a_day(language: str, written: str) -> None:
    assert written_date(date(2026, 12, 1), language) == written
