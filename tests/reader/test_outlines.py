"""The reader, by outlines: the tree's own print is the oracle."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from diptych.reader import read_document


def outline(folder: Path, **files: str) -> str:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return str(read_document(folder, "vi", ["site"]))


def test_sections_on_pages_of_their_own_stand_below_their_folders_index(tmp_path: Path) -> None:
    assert outline(
        tmp_path,
        index="# CHƯƠNG TRÌNH\n\nMở đầu.\n",
        part_2__index="# II. HAI\n",
        part_2__s1="# 1. Một\n\n- Gạch.\n\n    Tiếp.\n",
        part_2__s2="# 2. Hai\n\nĐoạn.\n\n## a) Nhỏ\n\n1. Điểm.\n",
        part_3="# III. BA\n",
        site__about="# Về trang này\n\nĐoạn.\n\n## Cách đọc\n\nĐoạn.\n",
    ) == dedent("""\
        index.md
          1: h1 cover: CHƯƠNG TRÌNH
            3: paragraph cover-p1: Mở đầu.
        part_2/index.md
          1: h1 ii: II. HAI
        part_2/s1.md
          1: h2 ii-1: 1. Một
            3: dash ii-1-1: Gạch.
            5: continuation ii-1-1-p2: Tiếp.
        part_2/s2.md
          1: h2 ii-2: 2. Hai
            3: paragraph ii-2-p1: Đoạn.
          5: h3 ii-2-a: a) Nhỏ
            7: item ii-2-a-1: Điểm.
        part_3.md
          1: h1 iii: III. BA
        site/about.md (editorial)
          1: h1 site-about: Về trang này
            3: paragraph site-about-p1: Đoạn.
          5: h2 site-about-h1: Cách đọc
            7: paragraph site-about-h1-p1: Đoạn.""")


def test_every_kind_of_block(tmp_path: Path) -> None:
    assert outline(
        tmp_path,
        a="""\
            Trước tiêu đề.

            # I. MỘT

            - Gạch
              hai dòng.
                - Gạch con.
                  1. Điểm con.

            3. Điểm ba.

            > Trích.

            | A | B |
            |---|---|
            | *c* | d |

            ```
            mã
            ```

            <div>HTML</div>

            <!-- bình luận -->

            Chữ[^1] <!-- trong dòng --> tiếp.

            [^1]: Chú thích
                hai dòng.

                Đoạn hai.
            """,
    ) == dedent("""\
        a.md
          1: h1 a: -
            1: paragraph a-p1: Trước tiêu đề.
          3: h1 i: I. MỘT
            5: dash i-d1: Gạch hai dòng.
            7: dash i-d1-1: Gạch con.
            8: item i-d1-1-1: Điểm con.
            10: item i-3: Điểm ba.
            12: quote i-p1: Trích.
            14: row i-p2: A | B
            16: row i-p3: c | d
            18: code i-p4: mã
            22: paragraph i-p5: HTML
            26: paragraph i-p6: Chữ tiếp.
          28: note a-fn-1: Chú thích hai dòng. Đoạn hai.""")


def test_repeated_numbers_keep_ids_unique(tmp_path: Path) -> None:
    text = outline(tmp_path, a="# I. MỘT\n\n## 1. A\n\nX\n\n## 1. B\n\nY\n")
    assert "h2 i-1: 1. A" in text
    assert "h2 i-1-x2: 1. B" in text
    assert "i-1-x2-p1: Y" in text


@pytest.mark.parametrize(
    ("locale", "citations"),
    [
        ("vi", ["Phần III, mục 2, gạch đầu dòng thứ nhất",
                "Phần III, mục 2, gạch đầu dòng thứ nhất, đoạn 2",
                "Phần III, mục 2, gạch đầu dòng thứ hai"]),
        ("en", ["Part III, Section 2, first indent",
                "Part III, Section 2, first indent, paragraph 2",
                "Part III, Section 2, second indent"]),
        ("ko", ["III, 2, 1", "III, 2, 1, 2", "III, 2, 2"]),
    ],
)  # fmt: skip
def test_citations(tmp_path: Path, locale: str, citations: list[str]) -> None:
    (tmp_path / "a.md").write_text("# III. BA\n\n## 2. Hai\n\n- A\n\n    B\n\n- C\n")
    page = read_document(tmp_path, locale).pages[0]
    assert [provision.citation for provision in page.provisions()] == citations


def test_numbered_paragraphs_of_a_part_and_footnotes_are_cited(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# IV. BỐN\n\n5. Năm[^1].\n\n    Tiếp.\n\n[^1]: X\n")
    page = read_document(tmp_path, "en").pages[0]
    assert [p.citation for p in page.provisions()] == [
        "Part IV, Section 5",
        "Part IV, Section 5, paragraph 2",
    ]
    assert page.footnotes[0].citation == "Part IV, footnote 1"


def test_places_and_emphasis_of_characters(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "- Theo *Chỉ thị*[^1] và\n  **[số](http://x/số) 15**, rồi.\n\n[^1]: X\n"
    )
    provision = next(read_document(tmp_path, "vi").pages[0].provisions())
    segment = provision.segment
    assert segment.text == "Theo Chỉ thị và số 15, rồi."
    places = {word: segment.place_at(segment.text.index(word))[1:] for word in segment.text.split()}
    assert places == {
        "Theo": (1, 3), "Chỉ": (1, 9), "thị": (1, 13), "và": (1, 22),
        "số": (2, 6), "15,": (2, 23), "rồi.": (2, 29),
    }  # fmt: skip
    assert str(segment.emphasis_at(segment.text.index("thị"))) == "Emphasis.EM"
    assert str(segment.emphasis_at(segment.text.index("15"))) == "Emphasis.STRONG"
    [mark] = segment.marks
    assert (mark.label, mark.offset, mark.place[1:]) == ("1", len("Theo Chỉ thị"), (1, 17))
