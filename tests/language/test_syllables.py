"""What can be a Vietnamese syllable, and which compounds are misspelt."""

from __future__ import annotations

import pytest

from diptych.language.compounds import misspelt
from diptych.language.syllables import is_impossible, is_unused

SYLLABLES = """
    được việt nam quốc quyền quýt giếng giêng gì gìn kĩ kỹ ngành nghề nghiên ghế gỗ khuỷu khuya
    ngoằn ngoèo thuở xoong uống ương yêu yến boong oắt quạu khoắng tuần nguyệt huỳnh ừm
"""
IMPOSSIBLE = "đươc viêt môt nghành ngiên muốnn dẫnn nhưg kưng ghành cế đượcsử đươcj việtz"
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


@pytest.mark.parametrize("word", ["nhứng", "sãn", "tuận", "giớ", "chễ", "khiểu"])
def test_a_syllable_that_no_word_has(word: str) -> None:
    assert is_unused(word)
    assert not is_impossible(word)


@pytest.mark.parametrize("word", [*SYLLABLES.split(), "kĩ", "lí", "trừu", "hoá", "hóa", "trển"])
def test_a_syllable_that_some_word_has(word: str) -> None:
    assert not is_unused(word)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tiến tình", "tiến trình"),
        ("tiên miền", "tên miền"),
        ("nội dugn", "nội dung"),
        ("nội dụng", "nội dung"),
        ("máy áo", "máy ảo"),
        ("như vây", "như vậy"),
        ("phân quyển", "phân quyền"),
        ("khuông mẫu", "khuôn mẫu"),
    ],
)
def test_a_compound_with_a_letter_or_a_mark_that_is_wrong(written: str, meant: str) -> None:
    assert [found for _, found in misspelt(f"và {written} này")] == [meant]


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
        "trước khi tạo, sau khi chạy, rất thích hợp, phân tách nhiệm vụ, cần tiết lộ",
        "ở cùng cấp, tắt cả đèn, như vầy, số hữu tỉ, bảo về nhà, chuyển đi nơi khác",
    ],
)
def test_words_that_only_look_misspelt(text: str) -> None:
    assert not list(misspelt(text))
