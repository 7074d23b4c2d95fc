"""Every word of a Word file is in the Markdown, in order, or is told."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from diptych.exports.formats import all_files
from diptych.importing import Imported, imported
from diptych.model import Document, Side
from diptych.project.edition import Edition
from diptych.project.loading import load
from diptych.project.settings import settings as project_settings
from diptych.reader import assembled
from diptych.reader.markdown_files import MarkdownText
from diptych.source.printed_words import printed_words
from diptych.source.words import Word, source_words
from tests.conftest import ROOT
from tests.importing.word_files import paragraph, word_file

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LETTERS = re.compile(r"[^\W_]+")


def read(folder: Path, raw: bytes, language: str = "vi", *, whole: bool = False) -> Imported:
    file = folder / "given.docx"
    file.write_bytes(raw)
    return imported(file, language, whole=whole)


def document(found: Imported, language: str = "vi") -> Document:
    texts = []
    for page in found.pages:
        lines = tuple(page.text.removesuffix("\n").split("\n"))
        texts.append((page.path, MarkdownText(page.path, lines, {}, page.head, 1)))
    return assembled(texts, language, "docs")


def words(found: Imported, language: str = "vi") -> list[str]:
    printed = printed_words(document(found, language))
    return [word.text for word in (*printed.body, *printed.notes)]


SIGNS = "#*_`<>[](){}|\\&;:!?=~^$@%+-–./\"'“”1a"
MARKUP = """
1. 1) a) đ) I. - + # ## > ``` ~~~ --- === *** !!! ??? ::: /// <br> <b> </p> <!-- --> &amp; [^1]
[^1]: {{ }} {% raw %} {#id} [TOC] import export | $$ Điều Chương MỤC LỤC ² ¹ x
"""
OPENINGS = [*MARKUP.split(), "\xa0", "\xad", "Điều 1.", "Chương I", "| --- |", "import x"]
"""What opens or marks something in Markdown, to its generators or in an official document."""
TEXT = st.one_of(
    st.text(alphabet=SIGNS + " bđĐệ", min_size=1, max_size=16),
    st.sampled_from(OPENINGS),
    st.text(
        alphabet=st.characters(
            codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn"), max_codepoint=0x2FFF
        ),
        min_size=1,
        max_size=8,
    ),
)
RUN = st.tuples(TEXT, st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:b/><w:i/>"]))
PROPERTIES = st.sampled_from(
    ["", '<w:pStyle w:val="u1"/>', '<w:pStyle w:val="u2"/>', '<w:jc w:val="center"/>']
)
PARAGRAPH = st.tuples(PROPERTIES, st.lists(RUN, min_size=1, max_size=4))
CELL = st.lists(PARAGRAPH, max_size=2)
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=3), min_size=1, max_size=3)


def in_xml(one: object) -> str:
    if isinstance(one, tuple):
        properties, runs = one
        inner = "".join(paragraph(text, run=way)[len("<w:p><w:pPr></w:pPr>") : -len("</w:p>")]
                        for text, way in runs)  # fmt: skip
        return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"
    assert isinstance(one, list)
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{''.join(map(in_xml, cell)) or '<w:p/>'}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in one
    )
    ruled = '<w:tblPr><w:tblStyle w:val="Luoi"/></w:tblPr>'
    return f"<w:tbl>{ruled}{rows}</w:tbl>"


@given(st.lists(st.one_of(PARAGRAPH, TABLE), min_size=1, max_size=6))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_word_is_lost_and_none_becomes_markup(tmp_path: Path, content: list[object]) -> None:
    """Letters and figures in order; signs may open a list or a line, which is then told."""
    body = "<w:p><w:r><w:t>Mở đầu.</w:t></w:r></w:p>" + "".join(map(in_xml, content))
    raw = word_file({"body": body})
    found = read(tmp_path, raw, whole=True)
    shown = "".join(etree.fromstring(f'<x xmlns:w="w">{body}</x>').itertext())
    expected = "".join(LETTERS.findall(_plain(shown)))
    (page,) = document(found).pages
    provisions = list(page.all_provisions())
    headings = [d.heading for d in page.own_divisions() if d.heading]
    segments = [*headings, *(p.segment for p in provisions)]
    for segment in segments:
        assert not segment.links
        assert not segment.code
        assert not segment.marks
        assert {tag.written for tag in segment.tags} <= {"<br>"}
    assert {p.kind.value for p in provisions} <= {"paragraph", "dash", "item", "row"}
    assert "".join(LETTERS.findall(_plain(" ".join(words(found))))) == expected


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return "".join(
        c
        for c in plain
        if unicodedata.category(c) not in ("Cf", "Mn", "Me", "Mc")
        and c not in "\u115f\u1160"  # letters without a shape
    )


def in_head(document: Document) -> list[str]:
    """The words above the title of the first page."""
    heads = [division for division in document.pages[0].own_divisions() if division.is_head]
    return [
        word
        for head in heads
        for provision in head.provisions
        for word in provision.segment.text.split()
    ]


def without_pictures(document: Document, words: list[str]) -> list[str]:
    """The words without the descriptions of pictures, which no text of a Word file has."""
    described = [
        segment.text[link.start : link.end].split()
        for page in document.pages
        for segment in page.segments()
        for link in segment.links
        if link.picture
    ]
    for description in described:
        size = len(description)
        at = next(n for n in range(len(words)) if words[n : n + size] == description)
        words = words[:at] + words[at + size :]
    return words


EXPORTED = {
    "programme": (ROOT, ("vi", "en")),
    "decision": (ROOT / "tests/programmes/decision", ("vi", "en")),
    "plan": (ROOT / "tests/programmes/plan", ("vi", "en")),
    "libraries": (ROOT / "tests/programmes/libraries", ("vi", "en")),
}


@pytest.mark.parametrize(
    ("name", "side"), [(name, side) for name in EXPORTED for side in Side], ids=str
)
def test_what_the_library_exports_it_reads_back(name: str, side: Side, tmp_path: Path) -> None:
    """The same words, divisions and footnotes, from the Word file that is offered to readers."""
    folder, locales = EXPORTED[name]
    project = project_settings(folder)
    edition = Edition(load(project))
    given = next(
        file
        for file in all_files(project.locales)
        if file.sides == (side,) and file.name.endswith(".docx")
    )
    content = given.content(edition)
    assert read(tmp_path, content, locales[side]).pages  # which asserts that all words are there
    found = read(tmp_path, content, locales[side], whole=True)
    back = document(found, locales[side])
    there = edition.bitext.documents[side]
    before, after = printed_words(there), printed_words(back)
    words = without_pictures(there, letters(before.body))
    head = len(in_head(there))
    assert len(words) > 50
    # number and date stand in one row of the head's table, below what is above them
    assert sorted(letters(after.body)[:head]) == sorted(words[:head])
    assert letters(after.body)[head:] == words[head:]
    assert letters(after.notes) == letters(before.notes)
    assert numbers(back) == numbers(there)
    assert sum(len(page.footnotes) for page in back.pages) == sum(
        len(page.footnotes) for page in there.pages if not page.editorial
    )


def letters(row: tuple[Word, ...]) -> list[str]:
    """The words without the marks of footnotes, which Word counts through the file."""
    return [text for word in row if (text := word.text.strip(SUPERSCRIPT)) and text != "|"]


def numbers(document: Document) -> list[str]:
    """The printed numbers of all divisions and provisions, in order."""
    return [
        division.number.printed
        for page in document.pages
        if not page.editorial
        for division in page.own_divisions()
        if division.number
    ]


def test_a_file_of_python_docx(tmp_path: Path) -> None:
    """Styles, its own lists, a table and a centred title, as another library writes them."""
    made = docx.Document()
    title = made.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("KẾ HOẠCH").bold = True
    made.add_heading("I. MỤC TIÊU", 1)
    made.add_paragraph("Trồng cam.", style="List Bullet")
    made.add_paragraph("Tưới nước.", style="List Number")
    made.add_paragraph("Bón phân.", style="List Number")
    table = made.add_table(2, 2, style="Table Grid")
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("STT", "Việc", "1", "Hái"), strict=True
    ):
        cell.text = text
    saved = io.BytesIO()
    made.save(saved)
    (page,) = read(tmp_path, saved.getvalue()).pages
    assert page.text == (
        "# KẾ HOẠCH\n\n# I. MỤC TIÊU\n\n- Trồng cam.\n\n1. Tưới nước.\n\n2. Bón phân.\n\n"
        "| STT | Việc |\n| --- | --- |\n| 1 | Hái |\n"
    )


def test_the_source_has_the_words_of_the_pages(tmp_path: Path) -> None:
    """Emphasis, an asterisk, a backslash, a break and a footnote read alike from both."""
    body = (
        paragraph("a*b c\\ d") + paragraph("**x**", run="<w:b/>")
        + "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    )  # fmt: skip
    notes = f'<w:footnote w:id="1">{paragraph("Ghi chú *.")}</w:footnote>'
    found = read(tmp_path, word_file({"body": body, "footnotes": notes}))
    printed = printed_words(document(found))
    source = source_words("source.txt", found.source.split("\n"))
    for one, other in ((printed.body, source.body), (printed.notes, source.notes)):
        assert [(word.text, word.settings) for word in one] == [
            (word.text, word.settings) for word in other
        ]
    assert [word.text for word in source.body] == ["a*b", "c\\", "d", "**x**", "một", "hai¹"]


STRAY = "<w:x><w:r><w:t>lạc</w:t></w:r></w:x>"
PLACES = {
    "the body": "{}",
    "a paragraph": "<w:p>{}</w:p>",
    "a run": "<w:p><w:r>{}</w:r></w:p>",
    "a link": "<w:p><w:hyperlink>{}</w:hyperlink></w:p>",
    "a field": '<w:p><w:fldSimple w:instr="DATE">{}</w:fldSimple></w:p>',
    "an insertion": "<w:p><w:ins>{}</w:ins></w:p>",
    "a deletion": "<w:p><w:del>{}</w:del></w:p>",
    "a control": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "a table": "<w:tbl>{}<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "a row": "<w:tbl><w:tr>{}<w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "a cell": "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>",
    "a deleted row": "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
    "an alternative": "<w:p><mc:AlternateContent><mc:Choice>{}</mc:Choice>"
    "</mc:AlternateContent></w:p>",
    "a text box": "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>"
    "</w:pict></w:r></w:p>",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("stray", [STRAY, "<w:r><w:t>lạc</w:t></w:r>", paragraph("lạc")])
def test_words_where_nothing_expects_them_are_told(place: str, stray: str, tmp_path: Path) -> None:
    body = paragraph("Một đoạn.") + PLACES[place].format(stray)
    found = read(tmp_path, word_file({"body": body}))
    told = [*words(found), *(word for remark in found.remarks for word in remark.text.split())]
    assert told.count("lạc") == 1


def test_a_table_too_long_for_a_page_becomes_several(tmp_path: Path) -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = "<w:tr>" + cell.format("{0}") + cell.format("nhiệm vụ {0} " * 40) + "</w:tr>"
    rows = "".join(row.format(number) for number in range(150))
    ruled = "<w:tblPr><w:tblBorders><w:top w:val='single'/></w:tblBorders></w:tblPr>"
    found = read(tmp_path, word_file({"body": f"<w:tbl>{ruled}{rows}</w:tbl>"}), "vi")
    [page] = found.pages
    assert [line for line in page.text.splitlines() if line == "| | |"] == ["| | |"] * 2
    assert page.text.count("\n\n") == 2
    assert page.text.count("nhiệm vụ") == 150 * 40
    assert [remark.what.en for remark in found.remarks] == [
        "the table is too long for a page and became 3 tables; give those after the first its "
        "headings"
    ]
