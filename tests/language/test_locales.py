"""What languages are called."""

from __future__ import annotations

import pytest
from scripts.names_of_languages import listing

from diptych.language.language_names import TABLE
from diptych.language.locales import locale


def test_the_table_is_the_one_that_cldr_gives() -> None:
    assert TABLE.read_text(encoding="utf-8") == listing(), (
        "CLDR has other names now: run `python -m scripts.names_of_languages`"
    )


@pytest.mark.parametrize(
    ("tag", "en", "vi"),
    [
        ("fr", "French", "tiếng Pháp"),
        ("JA", "Japanese", "tiếng Nhật"),
        ("zh-Hant", "Chinese (zh-Hant)", "tiếng Trung (zh-Hant)"),
        ("en-GB", "English", "tiếng Anh"),
        ("qqq", "“qqq”", "ngôn ngữ “qqq”"),
    ],
)
def test_a_language_is_called_by_its_name(tag: str, en: str, vi: str) -> None:
    called = locale(tag).called
    assert (called.vi, called.en) == (vi, en)
