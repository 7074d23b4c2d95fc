"""What can be a Vietnamese syllable, and which compounds are misspelt."""

from __future__ import annotations

import pytest

from diptych.language.compounds import misspelt
from diptych.language.syllables import is_impossible

SYLLABLES = """
    được việt nam quốc quyền quýt giếng giêng gì gìn kĩ kỹ ngành nghề nghiên ghế gỗ khuỷu khuya
    ngoằn ngoèo thuở xoong uống ương yêu yến boong oắt quạu khoắng tuần nguyệt huỳnh ừm
"""
IMPOSSIBLE = "đươc viêt môt nghành ngiên muốnn dẫnn nhưg kưng ghành cế đượcsử"
BORROWED = "vectơ cácbon phốtpho micrô ôtô pôlime nơtron kilômét axêtilen"


@pytest.mark.parametrize("word", [*SYLLABLES.split(), *BORROWED.split()])
def test_a_word_that_is_written_so(word: str) -> None:
    assert not is_impossible(word)


@pytest.mark.parametrize("word", IMPOSSIBLE.split())
def test_a_word_that_is_no_syllable(word: str) -> None:
    assert is_impossible(word)


@pytest.mark.parametrize("word", ["the", "nghanh", "façade", "x", "đ"])
def test_what_is_not_judged(word: str) -> None:
    assert not is_impossible(word)


def test_a_misspelt_compound_says_how_it_is_written() -> None:
    found = [(mark.printed, mark.start, meant) for mark, meant in misspelt("Hãy Sữ dụng máy.")]
    assert found == [("Sữ dụng", 4, "sử dụng")]


@pytest.mark.parametrize(
    "text",
    [
        "khả năng xuất hiện",  # năng suất lies across two words
        "chủ quan trong việc này",
        "Thanh Công và Hoàng Thành",
        "khoa học trở nên hay",
        "chi tiêu, tác gia, phân tử, dân đến",
    ],
)
def test_words_that_only_look_misspelt(text: str) -> None:
    assert not list(misspelt(text))
