"""The Word files: what is read back out of them is the model's text, in Word's own structure."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from diptych.alignment.units import HEADING, Unit
from diptych.exports.formats import all_files
from diptych.exports.formats.docx import write
from diptych.exports.word.reference import ONE_LANGUAGE, TWO_LANGUAGES
from diptych.language.locales import locale
from diptych.model import Side
from diptych.model.spans import line_starts
from diptych.project.edition import Edition
from diptych.project.loading import load
from diptych.project.settings import Settings, settings
from tests.conftest import this_text
from tests.exports.data_editions import FORMAL, invented
from tests.patience import CEILING

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = "{" + NS["w"] + "}"
Element = etree._Element
CHANGED = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)

SMALL = """# I. {0} one

{0} text with `code` and **bold**, then a mark[^1] and the same[^1].

| {0} a | {0} b |
| --- | --- |
| {0} c | *{0} d* |

> {0} quoted

## 1. {0} two

### a) {0} three

3. {0} third

    a) {0} letter

    - {0} nested

4. {0} fourth

    {0} more

- {0} dash

```
{0}
  code
```

1. {0} again

[^1]: {0} note in *italics*.

    {0} note, second paragraph.
"""


@pytest.fixture(scope="module")
def real() -> Edition:
    return Edition(load(settings(this_text())), "https://example.org/programme/", CHANGED)


def small(folder: Path, template: str = SMALL) -> Edition:
    for tag, word in (("vi", "Văn bản"), ("en", "English")):
        (folder / tag).mkdir()
        (folder / tag / "index.md").write_text("# " + word + "\n", encoding="utf-8")
        (folder / tag / "part.md").write_text(template.format(word), encoding="utf-8")
    read = load(Settings(roots=(folder / "vi", folder / "en"), locales=("vi", "en")))
    return Edition(read, "", CHANGED)


def parts(content: bytes) -> dict[str, Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        named = (name for name in packed.namelist() if name.endswith((".xml", ".rels")))
        return {name: etree.fromstring(packed.read(name)) for name in named}


def text_of(element: Element) -> str:
    """What is read, a picture's description in its place, without the numbers that Word shows for
    footnotes.
    """
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    read, hidden = "", False
    for found in element.iter():
        if found.tag == f"{W}fldChar":
            hidden = found.get(f"{W}fldCharType") != "end"
        elif found.tag == f"{W}t" and not hidden:
            read += found.text or ""
        elif etree.QName(found).localname == "docPr":
            read += found.get("descr") or ""
        elif found.tag in signs and found.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            read += signs[str(found.tag)]
    return read


def written_in(unit: Unit, side: Side) -> str | None:
    """A unit's text, with the line breaks of a cover."""
    segment = unit.segment(side)
    if segment is None:
        return None
    characters = list(segment.text)
    for start in line_starts(segment) if unit.layout == "cover" else ():
        characters[start - 1] = "\n"
    return "".join(characters)


def blocks(parent: Element) -> Iterator[str]:
    """The texts of paragraphs and of a table's rows, where there is any."""
    for child in parent:
        if child.tag == f"{W}p" and text_of(child):
            yield text_of(child)
        elif child.tag == f"{W}tbl":
            closing = child.find("w:tblPr/w:tblStyle[@w:val='Closing']", NS) is not None
            for row in child.iterfind("w:tr", NS):
                cells = row.findall("w:tc", NS)
                if closing:
                    yield from chain.from_iterable(blocks(cell) for cell in cells)
                else:
                    yield " | ".join(text_of(cell) for cell in cells)


def notes_of(read: dict[str, Element]) -> dict[str, list[str]]:
    """By id, without the blank behind the number."""
    found = {}
    for note in read["word/footnotes.xml"].iterfind("w:footnote", NS):
        if note.get(f"{W}type") is None:
            first, *more = (text_of(p) for p in note.iterfind("w:p", NS))
            found[str(note.get(f"{W}id"))] = [first.removeprefix(" "), *more]
    return found


def body_of(read: dict[str, Element]) -> Element:
    body = read["word/document.xml"].find("w:body", NS)
    assert body is not None
    return body


def assert_reads_back(edition: Edition, side: Side) -> None:
    read = parts(write(edition, (side,)))
    texts = list(blocks(body_of(read)))
    if edition.site:
        assert edition.address(side, "index.md") in texts.pop()
    assert texts == [written_in(u, side) for u in edition.units if not u.note and u.segment(side)]
    noted = [written_in(u, side) for u in edition.units if u.note and u.segment(side)]
    assert list(chain.from_iterable(notes_of(read).values())) == noted


def assert_rows_read_back(edition: Edition) -> None:
    read = parts(write(edition, tuple(Side)))
    rows = [
        [" | ".join(blocks(cell)) for cell in row.iterfind("w:tc", NS)]
        for row in body_of(read).iterfind("w:tbl/w:tr", NS)
    ]
    assert rows[0] == [locale(tag).name for tag in edition.locales]
    expected = [
        [_in_cell(u, index) for index in range(u.width)]
        if u.width
        else [written_in(u, side) for side in Side]
        for u in edition.units
        if not u.note
    ]
    # behind a table the headings of the two columns stand again
    found = [row for row in rows if row != rows[0]]
    widths = [u.width for u in edition.units if not u.note]
    assert [
        [cell.replace("\n", " ") for cell in row] if width else row  # a break in a cell is a blank
        for row, width in zip(found, widths, strict=True)
    ] == expected
    for side in Side:
        noted = [written_in(u, side) for u in edition.units if u.note]
        assert [text for text in chain.from_iterable(notes_of(read).values()) if text in noted] == (
            noted
        )


def _in_cell(unit: Unit, index: int) -> str:
    """What a cell of a table holds: both texts, or the one figure of both."""
    texts = [unit.cell(side, index) for side in Side]
    return " | ".join(
        texts[:1] if texts[0] == texts[1] == texts[0].upper() else filter(None, texts)
    )


SIDES = [(Side.ORIGINAL,), (Side.TRANSLATION,), tuple(Side)]


@pytest.mark.parametrize("side", Side)
def test_the_text_is_read_back_word_for_word(real: Edition, side: Side) -> None:
    assert real.units
    assert_reads_back(real, side)


def test_both_languages_are_read_back_cell_by_cell(real: Edition) -> None:
    assert_rows_read_back(real)


def test_any_text_is_read_back(tmp_path: Path) -> None:
    edition = small(tmp_path)
    kinds = {unit.kind for unit in edition.units}
    assert kinds >= {HEADING, "paragraph", "row", "quote", "item", "dash", "continuation", "code"}
    assert_reads_back(edition, Side.ORIGINAL)
    assert_reads_back(edition, Side.TRANSLATION)
    assert_rows_read_back(edition)


@pytest.mark.parametrize("side", Side)
def test_the_head_and_the_foot_stand_in_two_columns(side: Side, tmp_path: Path) -> None:
    edition = invented(tmp_path, *FORMAL)
    body = body_of(parts(write(edition, (side,))))
    wanted = [written_in(u, side) for u in edition.units if not u.note and u.segment(side)]
    assert Counter(blocks(body)) == Counter(wanted)
    head, foot = (
        [
            [list(blocks(cell)) for cell in row.iterfind("w:tc", NS)]
            for row in table.iterfind("w:tr", NS)
        ]
        for table in body.iterfind("w:tbl", NS)
    )
    above, issuer, number, state, motto, date = wanted[:6]
    assert head == [[[above, issuer], [state, motto]], [[number], [date]]]
    at = wanted.index({"vi": "Nơi nhận:", "en": "Recipients:"}[edition.locales[side]])
    assert foot == [[wanted[at : at + 3], wanted[at + 3 : at + 7]]]


def test_a_head_and_a_foot_stand_beside_each_other_in_two_languages(tmp_path: Path) -> None:
    assert_rows_read_back(invented(tmp_path, *FORMAL))


def test_a_text_without_footnotes_or_lists_is_written(tmp_path: Path) -> None:
    edition = small(tmp_path, "# {0}\n\n{0} alone.\n")
    assert_reads_back(edition, Side.TRANSLATION)
    assert notes_of(parts(write(edition, tuple(Side)))) == {}


def test_python_docx_finds_the_headings_by_their_styles(real: Edition) -> None:
    read = docx.Document(io.BytesIO(write(real, (Side.ORIGINAL,))))
    found = [
        (p.style.name, p.text)
        for p in read.paragraphs
        if p.style and p.style.name and p.style.name.startswith("Heading ")
    ]
    wanted = [
        (f"Heading {unit.depth}", written_in(unit, Side.ORIGINAL))
        for unit in real.units
        if unit.kind == HEADING and not unit.layout
    ]
    assert found == wanted
    title = next(p for p in read.paragraphs if p.style and p.style.name == "Title")
    assert title.text == written_in(real.units[0], Side.ORIGINAL)


def shown_numbers(read: dict[str, Element]) -> list[tuple[str, str]]:
    """The numbers that Word would show, reckoned as it does, each with its paragraph's text."""
    lists = {
        str(known.get(f"{W}numId")): str(known.find("w:abstractNumId", NS).get(f"{W}val"))  # type: ignore[union-attr]
        for known in read["word/numbering.xml"].iterfind("w:num", NS)
    }
    assert len(set(lists.values())) == len(lists), "lists with one abstract list count as one"
    counts: dict[tuple[str, str], int] = {}
    found = []
    for p in read["word/document.xml"].iter(f"{W}p"):
        number = p.find("w:pPr/w:numPr", NS)
        if number is None:
            continue
        abstract = lists[str(number.find("w:numId", NS).get(f"{W}val"))]  # type: ignore[union-attr]
        depth = str(number.find("w:ilvl", NS).get(f"{W}val"))  # type: ignore[union-attr]
        level = read["word/numbering.xml"].find(
            f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{depth}']", NS
        )
        assert level is not None
        kind, shown, start = (
            str(level.find(f"w:{tag}", NS).get(f"{W}val"))  # type: ignore[union-attr]
            for tag in ("numFmt", "lvlText", "start")
        )
        value = counts.get((abstract, depth), int(start) - 1) + 1
        counts[abstract, depth] = value
        sign = chr(96 + value) if kind == "lowerLetter" else str(value)
        found.append((re.sub(r"%\d", sign, shown), text_of(p)))
    return found


@pytest.mark.parametrize("sides", SIDES)
def test_lists_show_the_numbers_that_are_printed(
    real: Edition, tmp_path: Path, sides: tuple[Side, ...]
) -> None:
    for edition in (real, small(tmp_path)):
        wanted = [
            (unit.number or "–", written_in(unit, side))
            for unit in edition.units
            for side in sides
            if unit.kind in {"dash", "item"} and not unit.note
        ]
        assert shown_numbers(parts(write(edition, sides))) == wanted


@pytest.mark.parametrize("sides", SIDES)
def test_what_refers_to_something_finds_it(
    real: Edition, tmp_path: Path, sides: tuple[Side, ...]
) -> None:
    for edition in (real, small(tmp_path)):
        read = parts(write(edition, sides))
        document = read["word/document.xml"]
        referred = [r.get(f"{W}id") for r in document.iter(f"{W}footnoteReference")]
        assert referred == list(notes_of(read))
        names = [b.get(f"{W}name") for b in document.iter(f"{W}bookmarkStart")]
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", str(name)) for name in names)
        starts = [b.get(f"{W}id") for b in document.iter(f"{W}bookmarkStart")]
        assert len(starts) == len(set(starts))
        assert sorted(map(str, starts)) == sorted(
            str(b.get(f"{W}id")) for b in document.iter(f"{W}bookmarkEnd")
        )
        fields = re.findall(r"NOTEREF (\w+)", etree.tostring(document, encoding="unicode"))
        assert set(fields) <= set(names)
        assert len(fields) == (0 if edition is real else len(sides))
        known = {s.get(f"{W}styleId") for s in read["word/styles.xml"].iter(f"{W}style")}
        for part in read.values():
            for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
                assert {s.get(f"{W}val") for s in part.iter(f"{W}{tag}")} <= known


@pytest.mark.parametrize(("side", "tag"), [(Side.ORIGINAL, "vi-VN"), (Side.TRANSLATION, "en-GB")])
def test_a_file_says_its_language(real: Edition, side: Side, tag: str) -> None:
    read = parts(write(real, (side,)))
    default = read["word/styles.xml"].find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NS)
    assert default is not None
    assert default.get(f"{W}val") == tag
    assert not list(read["word/document.xml"].iter(f"{W}lang"))


def test_the_other_language_is_marked_wherever_it_stands(real: Edition) -> None:
    read = parts(write(real, tuple(Side)))
    for row in read["word/document.xml"].iter(f"{W}tr"):
        for side, cell in enumerate(row.iterfind("w:tc", NS)):
            for run in cell.iter(f"{W}r"):
                if run.find("w:t", NS) is not None:
                    mark = run.find("w:rPr/w:lang", NS)
                    assert (mark is not None and mark.get(f"{W}val") == "en-GB") == (side == 1)


def test_the_file_names_its_text_and_nobody(real: Edition) -> None:
    content = write(real, (Side.TRANSLATION,))
    known = docx.Document(io.BytesIO(content)).core_properties
    assert known.title == real.name(Side.TRANSLATION)
    assert known.language == "en"
    assert known.subject == real.status((Side.TRANSLATION,), "en")
    assert (known.author, known.last_modified_by, known.comments) == ("", "", "")
    assert known.created == known.modified == CHANGED
    assert not [name for name in parts(content) if "thumbnail" in name or "custom" in name]


def test_the_same_edition_gives_the_same_bytes(real: Edition) -> None:
    for known in all_files(real.locales, "programme"):
        if known.format.suffix == "docx":
            content = known.content(real)
            assert content == known.content(real)
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                assert {entry.date_time for entry in packed.infolist()} == {
                    (2026, 11, 20, 8, 30, 0)
                }


def test_a_text_of_unknown_age_is_written(real: Edition) -> None:
    with zipfile.ZipFile(io.BytesIO(write(Edition(real.bitext), (Side.ORIGINAL,)))) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}


@pytest.mark.parametrize("sides", SIDES)
def test_office_s_own_schemas_are_kept(
    real: Edition, tmp_path: Path, sides: tuple[Side, ...]
) -> None:
    for edition in (real, small(tmp_path)):
        file = tmp_path / "programme.docx"
        file.write_bytes(write(edition, sides))
        found = OpenXmlValidator().validate(str(file)).errors
        # a theme and a table of fonts, which the standard leaves to the writer
        assert [str(e) for e in found if e.id != "Sem_MissingRelationshipType"] == []


@pytest.mark.parametrize("reference", [ONE_LANGUAGE, TWO_LANGUAGES], ids=lambda path: path.stem)
def test_a_reference_document_brings_nothing_but_a_look(reference: Path) -> None:
    """It is changed in Word or LibreOffice, and whatever it holds goes to every reader."""
    with zipfile.ZipFile(reference) as packed:
        brought = set(packed.namelist())
        relations = [packed.read(name) for name in brought if name.endswith(".rels")]
    known = {"document", "styles", "numbering", "settings", "footnotes", "header", "footer"}
    assert {Path(name).stem for name in brought if name.startswith("word/")} <= (
        known | {"document.xml", "theme1", "fontTable", "webSettings"}
    )
    assert not any(b"TargetMode" in told for told in relations), "nothing comes from elsewhere"
    read = docx.Document(str(reference))
    about = read.core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    section = read.sections[0]
    assert (round(section.page_width.cm), round(section.page_height.cm)) == (21, 30)  # type: ignore[union-attr]
    assert len(section.header.paragraphs) == (2 if reference == TWO_LANGUAGES else 1)
    assert "Title" in [p.style.name for p in read.paragraphs if p.style], "samples show the styles"
    errors = OpenXmlValidator().validate(str(reference)).errors
    assert [str(e) for e in errors if e.id != "Sem_MissingRelationshipType"] == []


def test_no_sample_of_a_reference_document_is_left(tmp_path: Path) -> None:
    sample = docx.Document(str(ONE_LANGUAGE)).paragraphs[0].text
    assert sample
    read = parts(write(small(tmp_path), (Side.TRANSLATION,)))
    assert sample not in list(blocks(body_of(read)))


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(
    SOFFICE is None and "REQUIRE_TOOLS" not in os.environ,
    reason="no soffice here: make tools",
)
def test_libreoffice_shows_what_is_written(real: Edition, tmp_path: Path) -> None:
    files = [
        known for known in all_files(real.locales, "programme") if known.format.suffix == "docx"
    ]
    for known in files:
        (tmp_path / known.name).write_bytes(known.content(real))
    for kind in ("txt:Text (encoded):UTF8", "fodt"):
        converted(tmp_path, kind)
    for known in files:
        lines = (tmp_path / known.name).with_suffix(".txt").read_text("utf-8-sig").splitlines()
        shown = {line.strip() for line in lines}
        for unit in real.units:
            # in plain text LibreOffice has one sign for all dashes
            sign = "• " if unit.kind == "dash" else f"{unit.number} " if unit.number else ""
            for segment in filter(None, map(unit.segment, known.sides)):
                if not segment.marks and unit.layout != "cover" and not unit.note:
                    assert sign + segment.text in shown
        assert_understood((tmp_path / known.name).with_suffix(".fodt"), real, known.sides)


def converted(folder: Path, kind: str) -> None:
    assert SOFFICE is not None
    done = subprocess.run(
        [
            SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", kind, "--outdir", folder, *sorted(folder.glob("*.docx")),
        ],
        capture_output=True, text=True, timeout=CEILING, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def assert_understood(path: Path, edition: Edition, sides: tuple[Side, ...]) -> None:
    """What LibreOffice took for headings, dashes and footnotes."""
    odf = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    read = etree.parse(path).getroot()
    headings = {" ".join("".join(h.itertext()).split()) for h in read.iter(f"{odf}h")}
    noted = [" ".join("".join(b.itertext()).split()) for b in read.iter(f"{odf}note-body")]
    for side in sides:
        wanted = {written_in(u, side) for u in edition.units if u.kind == HEADING and not u.layout}
        assert wanted <= headings
        assert {written_in(u, side) for u in edition.units if u.note} <= set(noted)
    assert len(noted) == len([u for u in edition.units if u.note]) * len(sides)
    signs = {b.get(f"{odf}bullet-char") for b in read.iter(f"{odf}list-level-style-bullet")}
    assert "–" in signs
