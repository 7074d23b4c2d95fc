"""Where sentences end."""

from __future__ import annotations

import pytest

from diptych.language.sentences import sentences

ONE = [
    "The gate opens at 8.30 a.m. and closes at dusk.",
    "Dr. Anna Berg planted the trees.",
    "Version 1.2.3 is old",
    "Der Garten ist z.B. im Mai offen.",
    "See Fig. 3 of the plan.",
    "J. Smith wrote it.",
    "Cây (trồng năm ngoái. Rất đẹp.) ra quả.",
    "門（古い門です。）は八時に開きます。",
    "Are we there yet? asked the child.",
    "Visit example.org today",
]
TWO = [
    "The gate opens at eight. It closes at dusk.",
    "Cổng mở lúc tám giờ. Cổng đóng khi trời tối.",
    "門は八時に開きます。暗くなると閉まります。",
    "Really? Yes!",
    "He said “no.” She said “yes.”",
    "The tree is old (very old). It bears fruit.",
    "Ворота открыты. Закрываются вечером",
]


@pytest.mark.parametrize("text", ONE)
def test_a_sentence_is_one(text: str) -> None:
    assert [text[start:end] for start, end in sentences(text)] == [text]


@pytest.mark.parametrize("text", TWO)
def test_two_sentences_are_two(text: str) -> None:
    found = [text[start:end] for start, end in sentences(text)]
    assert len(found) == 2
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["", "...", " . ", "—"])
def test_marks_alone_are_no_sentence(text: str) -> None:
    assert not sentences(text)
