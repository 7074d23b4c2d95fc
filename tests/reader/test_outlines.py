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
            14: row i-b1: A | B
            16: row i-b1-h1: c | d
            18: code i-p2: mã
            22: paragraph i-p3: HTML
            26: paragraph i-p4: Chữ tiếp.
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
        ("ko", ["III, 2, – 1", "III, 2, – 1, ¶ 2", "III, 2, – 2"]),
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


DECISION = """\
    # QUYẾT ĐỊNH

    **Điều 1.** Ban hành Quy chế.

    **Điều 2.** Tổ chức thực hiện

    1. Sở chủ trì:

    a) Hướng dẫn;

    - Qua mạng;

    đ) Báo cáo.

    Đoạn của khoản 1.

    2. Xã phối hợp.

    # QUY CHẾ

    ## Chương I

    ## QUY ĐỊNH CHUNG

    ## Điều 1. Phạm vi

    1. Áp dụng:

        a) Sở;

        b) Xã.

    ## Điều 2a. Nguyên tắc

    Công khai.

    ## Chương II. NỘI DUNG

    ### Mục 1 – LẬP

    Tiểu mục 1

    #### Điều 3

    **Trình tự**

    # PHỤ LỤC II

    ## I. BƯỚC MỘT

    1. Kiểm kê:

    1.1. Giấy:

    - Sổ:

        + Cũ;

    1.2 Số.
    """


def test_divisions_are_told_by_what_is_printed(tmp_path: Path) -> None:
    assert outline(tmp_path, a=DECISION) == dedent("""\
        a.md
          1: h1 a: QUYẾT ĐỊNH
            3: paragraph dieu-1: Điều 1. Ban hành Quy chế.
            5: paragraph dieu-2: Điều 2. Tổ chức thực hiện
            7: item dieu-2-1: Sở chủ trì:
            9: paragraph dieu-2-1-a: a) Hướng dẫn;
            11: dash dieu-2-1-a-1: Qua mạng;
            13: paragraph dieu-2-1-dd: đ) Báo cáo.
            15: paragraph dieu-2-1-p2: Đoạn của khoản 1.
            17: item dieu-2-2: Xã phối hợp.
          19: h1 quy-che: QUY CHẾ
          21: h2 quy-che-chuong-1: Chương I
          23: h3 quy-che-chuong-1-h1: QUY ĐỊNH CHUNG
          25: h3 quy-che-dieu-1: Điều 1. Phạm vi
            27: item quy-che-dieu-1-1: Áp dụng:
            29: continuation quy-che-dieu-1-1-a: a) Sở;
            31: continuation quy-che-dieu-1-1-b: b) Xã.
          33: h3 quy-che-dieu-2a: Điều 2a. Nguyên tắc
            35: paragraph quy-che-dieu-2a-p1: Công khai.
          37: h2 quy-che-chuong-2: Chương II. NỘI DUNG
          39: h3 quy-che-chuong-2-muc-1: Mục 1 – LẬP
            41: paragraph quy-che-chuong-2-muc-1-tieu-muc-1: Tiểu mục 1
          43: h4 quy-che-dieu-3: Điều 3
            45: paragraph quy-che-dieu-3-p1: Trình tự
          47: h2 quy-che-phu-luc-2: PHỤ LỤC II
          49: h3 quy-che-phu-luc-2-i: I. BƯỚC MỘT
            51: item quy-che-phu-luc-2-i-1: Kiểm kê:
            53: paragraph quy-che-phu-luc-2-i-1-1: 1.1. Giấy:
            55: dash quy-che-phu-luc-2-i-1-1-1: Sổ:
            57: dash quy-che-phu-luc-2-i-1-1-1-1: Cũ;
            59: paragraph quy-che-phu-luc-2-i-1-2: 1.2 Số.""")


CITED = {
    "dieu-2-1-a-1": (
        "gạch đầu dòng thứ nhất điểm a khoản 1 Điều 2",
        "first indent, Point a, Clause 1, Article 2",
    ),
    "dieu-2-1-dd": ("điểm đ khoản 1 Điều 2", "Point dd, Clause 1, Article 2"),
    "dieu-2-1-p2": ("đoạn 2 khoản 1 Điều 2", "paragraph 2, Clause 1, Article 2"),
    "chuong-1": ("Chương I", "Chapter I"),
    "chuong-1-h1": ("Chương I", "Chapter I"),
    "chuong-1-muc-2": ("Mục 2 Chương I", "Section 2, Chapter I"),
    "phu-luc-2-i-1": ("mục 1 Phần I Phụ lục II", "Section 1, Part I, Appendix II"),
    "iii-1-1": ("tiểu mục 1.1 Phần III", "Part III, Section 1.1"),
    "iii-1-1-1": (
        "gạch đầu dòng thứ nhất tiểu mục 1.1 Phần III",
        "Part III, Section 1.1, first indent",
    ),
    "iii-1-1-1-1": (
        "dấu cộng thứ nhất thuộc gạch đầu dòng thứ nhất tiểu mục 1.1 Phần III",
        "Part III, Section 1.1, first plus under the first indent",
    ),
}
CITED_IN = {
    "vi": """\
        # III. BA

        ## 1. Một

        ### 1.1 Hai

        - Gạch:

            + Cộng.

        # Chương I

        # QUY ĐỊNH

        # Mục 2

        # Điều 2. Việc

        1. Sở:

        a) Làm:

        - Nhanh;

        đ) Xong.

        Đoạn.

        2. Xã.

        # PHỤ LỤC II. BIỂU

        # I. MỘT

        1. Việc.
        """,
    "en": """\
        # III. THREE

        ## 1. One

        ### 1.1 Two

        - Dash:

            + Plus.

        # Chapter I

        # PROVISIONS

        # Section 2

        # Article 2. Work

        1. Departments:

        a) Work:

        - Fast;

        dd) Done.

        Paragraph.

        2. Communes.

        # APPENDIX II. FORMS

        # I. ONE

        1. Work.
        """,
}


@pytest.mark.parametrize("language", CITED_IN)
def test_divisions_are_cited_as_lawyers_cite_them(language: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(dedent(CITED_IN[language]), encoding="utf-8")
    [page] = read_document(tmp_path / "a.md", language).pages
    cited = {node.id: node.body.citation for node in page.nodes()}
    index = list(CITED_IN).index(language)
    assert {key: cited.get(key) for key in CITED} == {
        key: both[index] for key, both in CITED.items()
    }


PASTED = """\
    # I. MỤC TIÊU

    1. Mục tiêu chung

    Nâng cao năng lực.

    2. Mục tiêu cụ thể

    2.1 Đến năm 2030

    a) Về hạ tầng:

    - Đường:

    + Nhựa hóa 90%;

    - Cầu;

    b) Về nhân lực.

    2.2 Đến năm 2035

    Hoàn thành.

    2.5 tỷ đồng là vốn.

    # II. VIỆC

    - a) Một;
    - b) Hai.

    1. Ba.

    Bốn.
    """


def test_a_text_pasted_from_a_word_processor_is_nested_as_it_is_numbered(tmp_path: Path) -> None:
    assert outline(tmp_path, a=PASTED) == dedent("""\
        a.md
          1: h1 i: I. MỤC TIÊU
            3: item i-1: Mục tiêu chung
            5: paragraph i-1-p2: Nâng cao năng lực.
            7: item i-2: Mục tiêu cụ thể
            9: paragraph i-2-1: 2.1 Đến năm 2030
            11: paragraph i-2-1-a: a) Về hạ tầng:
            13: dash i-2-1-a-1: Đường:
            15: dash i-2-1-a-1-1: Nhựa hóa 90%;
            17: dash i-2-1-a-2: Cầu;
            19: paragraph i-2-1-b: b) Về nhân lực.
            21: paragraph i-2-2: 2.2 Đến năm 2035
            23: paragraph i-2-2-p2: Hoàn thành.
            25: paragraph i-2-2-p3: 2.5 tỷ đồng là vốn.
          27: h1 ii: II. VIỆC
            29: dash ii-a: a) Một;
            30: dash ii-b: b) Hai.
            32: item ii-1: Ba.
            34: paragraph ii-p1: Bốn.""")
