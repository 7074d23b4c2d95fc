"""The head of a document in its front matter, as the lines that somebody would type above it."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.model import Document
from diptych.publication.components import Component, components_in
from diptych.publication.head import head_of
from diptych.reader import read_document

STATED = """\
---
layout: cover
above: Sở Nội vụ
issuer: Chi cục <Lưu trữ> *một*
number: 3/QĐ-CC
state: Cộng hòa xã hội chủ nghĩa Việt Nam
motto: Độc lập - Tự do - Hạnh phúc
place: An Thủy
date: 2031-02-05
---
# QUYẾT ĐỊNH

**Về kho**
"""
LINES = [
    ("SỞ NỘI VỤ", 3, Component.ABOVE),
    ("CHI CỤC <LƯU TRỮ> *MỘT*", 4, Component.ISSUER),
    ("Số: 3/QĐ-CC", 5, Component.NUMBER),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 6, Component.STATE),
    ("Độc lập - Tự do - Hạnh phúc", 7, Component.MOTTO),
    ("An Thủy, ngày 05 tháng 02 năm 2031", 9, Component.DATED),
]


def document(folder: Path, text: str, language: str = "vi") -> Document:
    (folder / "index.md").write_text(text, encoding="utf-8")
    (folder / "one.md").write_text("# I. MỘT\n\nMột.\n", encoding="utf-8")
    return read_document(folder, language)


def test_each_line_stands_where_it_is_stated(tmp_path: Path) -> None:
    text = document(tmp_path, STATED)
    components = components_in(text)
    head, title = text.pages[0].own_divisions()
    assert [(p.segment.text, p.place.line, components.get(p.id)) for p in head.provisions] == LINES
    assert [p.id for p in head.provisions] == [f"cover-head-p{n}" for n in range(1, 7)]
    assert title.id == "cover"
    assert head_of(text).issuer == "Chi cục <Lưu trữ> *một*"


def test_it_reads_as_the_same_lines_typed(tmp_path: Path) -> None:
    stated = document(tmp_path, STATED)
    typed = "\n\n".join(["---\nlayout: cover\n---", *stated.pages[0].stated, "# QUYẾT ĐỊNH\n"])
    again = document(tmp_path, typed)
    assert [p.segment.text for p in next(again.pages[0].own_divisions()).provisions] == [
        text for text, _, _ in LINES
    ]
    assert again.pages[0].stated == ()


def test_what_is_typed_is_not_said_twice(tmp_path: Path) -> None:
    typed = STATED.replace("# QUYẾT ĐỊNH", "Số: 3/QĐ-CC\n\n# QUYẾT ĐỊNH")
    [page, _] = document(tmp_path, typed).pages
    assert [p.segment.text for p in next(page.own_divisions()).provisions] == ["Số: 3/QĐ-CC"]


@pytest.mark.parametrize(
    ("language", "stated", "line"),
    [
        ("en", "place: An Thuy\ndate: 2031-02-05", "An Thuy, 5 February 2031"),
        ("vi", "date: 2031-10-15", "Ngày 15 tháng 10 năm 2031"),
        ("vi", "place: An Thủy\ndate: 5/2/2031", "An Thủy, ngày 05 tháng 02 năm 2031"),
        ("vi", "place: An Thủy\ndate: tháng 5 năm 2031", "An Thủy, tháng 5 năm 2031"),
        ("fr", "date: 2031-02-05", "Le 5 février 2031"),
        ("vi", "place: An Thủy", "An Thủy"),
        ("de", "number: 3/QD-CC", "3/QD-CC"),
    ],
)
def test_dates_and_numbers_are_written_as_their_language_does(
    language: str, stated: str, line: str, tmp_path: Path
) -> None:
    [page, _] = document(tmp_path, f"---\nlayout: cover\n{stated}\n---\n# T\n", language).pages
    assert [p.segment.text for p in next(page.own_divisions()).provisions] == [line]


@pytest.mark.parametrize(
    "text",
    [
        STATED.replace("layout: cover\n", ""),
        "---\nlayout: cover\ntitle: A\n---\n# T\n",
        "---\nlayout: cover\nnumber: ''\n---\n# T\n",
        "---\nlayout: cover\nnumber: 1/A\n---\n",
    ],
)
def test_nothing_is_made_of_nothing(text: str, tmp_path: Path) -> None:
    assert document(tmp_path, text).pages[0].stated == ()
