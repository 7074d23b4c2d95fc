"""Word files made to stop, to flood or to break what reads them: each ends in one line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from diptych.errors import Unreadable
from diptych.importing import imported
from tests.importing.word_files import paragraph, word_file

RUN = "<w:r><w:t>từ </w:t></w:r>"
RULED = "<w:tblPr><w:tblBorders><w:top w:val='single'/></w:tblBorders></w:tblPr>"
WIDE = "<w:tr><w:trPr><w:gridBefore w:val='60'/></w:trPr></w:tr>"
COUNTED = "<w:numPr><w:numId w:val='1'/></w:numPr>"
OTHERS = "<w:tab/>" * 100_000


def read(folder: Path, raw: bytes) -> str:
    """What the file becomes, or the line that refuses it."""
    file = folder / "given.docx"
    file.write_bytes(raw)
    try:
        return "".join(page.text for page in imported(file, "vi").pages)
    except Unreadable as refused:
        return refused.problem.wording.en


def repacked(raw: bytes, way: int) -> bytes:
    """The file with its parts packed in another way."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", way) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return made.getvalue()


def broken(raw: bytes) -> bytes:
    """The file with the bytes changed that follow the name of its first part."""
    at = raw.index(b"_rels/.rels") + 20
    return raw[:at] + bytes(byte ^ 0xA5 for byte in raw[at : at + 50]) + raw[at + 50 :]


@pytest.mark.parametrize("way", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_parts_packed_as_word_never_does_are_not_unpacked(tmp_path: Path, way: int) -> None:
    whole = repacked(word_file({"body": paragraph("Một đoạn.")}), way)
    assert "damaged" in read(tmp_path, whole)
    assert "damaged" in read(tmp_path, broken(whole))


def test_broken_parts_are_told(tmp_path: Path) -> None:
    assert "damaged" in read(tmp_path, broken(word_file({"body": paragraph("Một đoạn.")})))


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{RUN * 20_000}</w:p>",
        paragraph("từ " * 20_000),
        f"<w:p>{'<w:r><w:br/></w:r>' * 60_000}</w:p>",
    ],
    ids=["runs", "letters", "breaks"],
)
def test_a_paragraph_that_no_page_can_have_is_refused(tmp_path: Path, body: str) -> None:
    first = paragraph("Một đoạn.")
    assert "paragraph 2 has more than 50000" in read(tmp_path, word_file({"body": first + body}))


def test_cells_that_only_a_number_makes_are_counted(tmp_path: Path) -> None:
    body = f"{paragraph('Một đoạn.')}<w:tbl>{RULED}{WIDE * 4_000}</w:tbl>"
    assert "more than 60000 cells" in read(tmp_path, word_file({"body": body}))


BEYOND = paragraph("từ " * 20_000)
"""A paragraph that nobody reads: it would be refused for another reason."""
BROKEN = "<w:p>" + "<w:r><w:t>a</w:t><w:br/></w:r>" * 1_000 + "</w:p>"
LINKED = f"<w:p><w:hyperlink r:id='link1'>{RUN}</w:hyperlink></w:p>"
ROW = "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (paragraph("Một đoạn.") * 10_001, "more than 10000 headings"),
        (LINKED * 10_001, "more than 10000 headings"),
        (f"<w:tbl>{RULED}{ROW * 10_001}</w:tbl>", "more than 10000 headings"),
        (BROKEN * 41, "more than 40000 line breaks"),
        (paragraph("từ " * 10_000) * 70, "more than 2000000 characters"),
    ],
    ids=["paragraphs", "links", "rows", "breaks", "letters"],
)
def test_a_file_is_refused_as_soon_as_it_holds_too_much(
    tmp_path: Path, body: str, said: str
) -> None:
    raw = word_file({"links": "https://vd.vn/", "body": body + BEYOND})
    assert said in read(tmp_path, raw)


def test_a_table_counts_by_its_rows(tmp_path: Path) -> None:
    row = ROW.replace("</w:tc></w:tr>", "</w:tc>" + ROW[6:-7] * 9 + "</w:tr>")
    body = f"<w:tbl>{RULED}{row * 1_100}</w:tbl>"
    assert read(tmp_path, word_file({"body": body})).count("\n| a | a |") == 1_100 - 1


def test_a_style_as_long_as_a_book_is_looked_through_once(tmp_path: Path) -> None:
    style = f"<w:style w:type='paragraph' w:default='1' w:styleId='a'>{OTHERS}</w:style>"
    raw = word_file({"styles": style, "body": paragraph("Một đoạn.") * 500})
    assert read(tmp_path, raw).count("Một đoạn.") == 500


def test_a_list_as_long_as_a_book_is_looked_through_once(tmp_path: Path) -> None:
    level = "<w:lvl w:ilvl='0'><w:lvlText w:val='%1)'/></w:lvl>"
    lists = (
        f"<w:abstractNum w:abstractNumId='0'>{OTHERS}{level}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    )
    raw = word_file({"numbering": lists, "body": paragraph("Một đoạn.", COUNTED) * 500})
    assert "499) Một đoạn." in read(tmp_path, raw)


def test_a_number_as_long_as_a_book_is_cut_short(tmp_path: Path) -> None:
    level = (
        f"<w:lvl w:ilvl='0'><w:start w:val='{'9' * 4_000}'/><w:lvlText w:val='{'%2.' * 9_000}'/>"
        f"</w:lvl><w:lvl w:ilvl='1'><w:start w:val='{'9' * 4_000}'/></w:lvl>"
    )
    lists = (
        f"<w:abstractNum w:abstractNumId='0'>{level}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    )
    raw = word_file({"numbering": lists, "body": paragraph("Một đoạn.", COUNTED) * 50})
    assert len(read(tmp_path, raw)) < 50_000


def test_thousands_of_chapters_do_not_become_as_many_files(tmp_path: Path) -> None:
    body = "".join(paragraph(f"CHƯƠNG {number}") for number in range(1, 2_500))
    file = tmp_path / "given.docx"
    file.write_bytes(word_file({"body": body}))
    assert len(imported(file, "vi").pages) == 1


def test_fields_within_fields_end_somewhere(tmp_path: Path) -> None:
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    body = f"{paragraph('Một đoạn.')}<w:p>{begin * 200}{RUN}</w:p>"
    assert "too much" in read(tmp_path, word_file({"body": body}))


def test_a_long_address_is_told_by_its_beginning(tmp_path: Path) -> None:
    linked = f"<w:p><w:hyperlink r:id='link1'>{RUN}</w:hyperlink></w:p>"
    file = tmp_path / "given.docx"
    file.write_bytes(word_file({"links": f"https://vd.vn/{'a' * 50_000}", "body": linked * 1_000}))
    remarks = imported(file, "vi").remarks
    assert len(remarks) == 1_000
    assert all("https://vd.vn/aaa" in one.what.en and len(one.what.vi) < 300 for one in remarks)
