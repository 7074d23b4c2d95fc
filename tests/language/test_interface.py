"""The words of the interface: the same keys in every language, English where one lacks a word."""

from __future__ import annotations

import re

import pytest

from diptych.language.interface import (
    FALLBACK,
    OPEN,
    InterfaceWords,
    Publisher,
    braces_in,
    languages,
    words_of,
)

ENGLISH = words_of(FALLBACK)


def test_there_are_languages() -> None:
    assert {"vi", "en", "fr"} <= set(languages())


@pytest.mark.parametrize("tag", languages())
def test_a_language_says_every_word(tag: str) -> None:
    words = words_of(tag)
    assert ENGLISH.keys() - words.keys() == set()
    assert {key for key in words.keys() - ENGLISH.keys() if not key.startswith(OPEN)} == set()


@pytest.mark.parametrize("tag", languages())
def test_a_word_is_plain_text_and_fills_in_what_the_english_does(tag: str) -> None:
    for key, word in words_of(tag).items():
        assert word.strip(), key
        assert not set("<>\n\t") & set(word), key
        if key in ENGLISH and not key.startswith("kind."):
            told = {found.lower() for found in braces_in(word)}
            wanted = {found.lower() for found in braces_in(ENGLISH[key])}
            assert told - {"{document}", "{translation.one}", "{translation}"} <= wanted, key
            assert wanted - told <= {"{document}", "{translation.one}", "{translation}"}, key


OURS = re.compile(r"programme|province|chương trình|tỉnh\b|khanh|khánh", re.IGNORECASE)
NAMES_OF_KINDS = ("kind.", "documents.")


@pytest.mark.parametrize("tag", languages())
def test_no_word_takes_the_document_for_a_programme_or_of_a_province(tag: str) -> None:
    words = words_of(tag).items()
    assert [k for k, word in words if OURS.search(word) and not k.startswith(NAMES_OF_KINDS)] == []


def test_a_document_is_called_what_it_is() -> None:
    assert InterfaceWords("en", kind="plan")["search.placeholder"] == "Search the plan"
    assert InterfaceWords("en", kind="plan")["site.short"] == "Plan"
    assert InterfaceWords("en")["search.placeholder"] == "Search the document"
    assert "không thuộc quyết định." in InterfaceWords("vi", kind="decision")[EDITORIAL]
    assert "part of the decision." in InterfaceWords("en", kind="decision")[EDITORIAL]


EDITORIAL = "status.editorial.translation"


def test_a_language_without_words_is_spoken_to_in_english() -> None:
    words = InterfaceWords("lo", {"contents": "ສາລະບານ"}, "plan")
    assert (words["contents"], words.foreign("contents")) == ("ສາລະບານ", "")
    assert (words["search"], words.foreign("search")) == ("Search", "en")
    assert words["search.placeholder"] == "Search the plan"
    with pytest.raises(KeyError):
        words["serach"]


def test_what_the_translation_is_called_is_said_once() -> None:
    official = {
        "translation": "official translation",
        "translation.one": "the official translation",
    }
    words = InterfaceWords("en", official)
    assert words["status.text.translation"].startswith("Official translation. ")
    assert words["file.translation"].startswith("Official translation. ")
    assert "original and the official translation;" in words["status.both"]


def test_the_footer_says_who_publishes() -> None:
    names = {"vi": "Sở Nội vụ", "en": "the Department of Home Affairs"}

    def footer(words: InterfaceWords) -> str:
        return words[words.footer]

    assert footer(InterfaceWords("en")).startswith("A publication by its editors, not the website")
    body = Publisher(names, public_body=True)
    assert footer(InterfaceWords("en", publisher=body)) == (
        "The website of the Department of Home Affairs."
    )
    assert footer(InterfaceWords("vi", publisher=body)) == "Trang thông tin của Sở Nội vụ."
    editors = Publisher({"vi": "Nhóm Đọc", "en": "the Reading Group"})
    assert footer(InterfaceWords("en", publisher=editors)) == (
        "A publication by the Reading Group, not the website of a public body."
    )
    assert footer(InterfaceWords("en", {"footer": "Ours."}, publisher=body)) == "Ours."


@pytest.mark.parametrize(
    ("language", "tag", "called"),
    [
        ("vi", "en", "tiếng Anh"), ("en", "vi", "Vietnamese"), ("fr", "vi", "vietnamien"),
        ("fr", "ko", "coréen"), ("lo", "vi", "Vietnamese"),
    ],
)  # fmt: skip
def test_languages_are_called_what_the_readers_call_them(
    language: str, tag: str, called: str
) -> None:
    assert InterfaceWords(language).called(tag, "status.both") == called
