"""Word files: read back word for word, numbered by Word itself, opened by LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from programme.bitext import bitext
from programme.check import load
from programme.configuration import settings
from programme.edition import Edition
from programme.exports.formats import all_files
from programme.exports.word.elements import W
from programme.model import Division, Footnote
from programme.reader import read_document
from tests.conftest import ROOT, SITE_URL

WORD = {file.sides: file for file in all_files(("vi", "en")) if file.format.suffix == "docx"}
NS = {"w": W}
OTHER = """\
# I. One

Text with **bold**, *italics* and `code`[^1].

## 1. Nested

- a dash

    - below it

    a further paragraph

1. first

2. second

### a) Third level

> quoted

| h | k |
| --- | --- |
| one | *two* |

4. fourth, after a gap, again[^1]

[^1]: A note
    of two lines.

    And a paragraph.
"""


@cache
def edition() -> Edition:
    return Edition(load(settings(ROOT)), SITE_URL)


@cache
def parts(sides: tuple[int, ...]) -> dict[str, etree._Element]:
    return read(WORD[sides].content(edition()))


def read(content: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name.removeprefix("word/").removesuffix(".xml"): etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        }


def said(element: etree._Element) -> str:
    """The text of a paragraph or of what holds several, lines joined; no marks."""
    return "".join(
        child.text or ("" if text_before(child).endswith(" ") else " ")
        for child in element.iter(f"{{{W}}}t", f"{{{W}}}br")
        if not in_field(child)
    )


def text_before(br: etree._Element) -> str:
    found = br.xpath("preceding::w:t[1]", namespaces=NS)
    return str(found[0].text) if found else ""


def in_field(text: etree._Element) -> bool:
    before = text.xpath("../preceding-sibling::w:r[w:fldChar][1]/w:fldChar", namespaces=NS)
    return bool(before) and before[0].get(f"{{{W}}}fldCharType") == "separate"


def paragraphs(document: etree._Element) -> Iterator[str]:
    """Those of the text, without the colophon and the heads of columns."""
    for paragraph in document.iterfind(f".//{{{W}}}p"):
        style = paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
        if style is not None and style.get(f"{{{W}}}val") != "Colophon":
            yield said(paragraph)


def expected(given: Edition, side: int) -> list[str]:
    return [
        segment.text for unit in given.units if not unit.note and (segment := unit.segment(side))
    ]


def notes(given: Edition, side: int) -> list[str]:
    return [s.text for unit in given.units if unit.note and (s := unit.segment(side))]


def written_notes(read_parts: dict[str, etree._Element]) -> list[str]:
    found = read_parts["footnotes"].iterfind(f"{{{W}}}footnote")
    return [
        said(paragraph).strip() for note in list(found)[2:] for paragraph in note.iter(f"{{{W}}}p")
    ]


@pytest.mark.parametrize("side", [0, 1])
def test_one_language_is_read_back_word_for_word(side: int) -> None:
    given = parts((side,))
    assert list(paragraphs(given["document"])) == expected(edition(), side)
    assert written_notes(given) == notes(edition(), side)
    assert len(notes(edition(), side)) == 2


def test_both_languages_stand_beside_each_other() -> None:
    rows = parts((0, 1))["document"].findall(f".//{{{W}}}tr")
    heads, *others = [[said(cell) for cell in row.iter(f"{{{W}}}tc")] for row in rows]
    assert heads == ["Tiếng Việt", "English"]
    assert [list(row) for row in zip(*others, strict=True)] == [
        expected(edition(), 0), expected(edition(), 1),
    ]  # fmt: skip
    assert sorted(written_notes(parts((0, 1)))) == sorted(notes(edition(), 0) + notes(edition(), 1))
    assert rows[0].find(f".//{{{W}}}tblHeader") is not None


@pytest.mark.parametrize("sides", WORD)
def test_headings_are_headings_and_lists_are_lists(sides: tuple[int, ...]) -> None:
    body = parts(sides)["document"]
    styled: dict[str, list[str]] = {}
    for paragraph in body.iterfind(f".//{{{W}}}p"):
        style = paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
        if style is not None:
            styled.setdefault(str(style.get(f"{{{W}}}val")), []).append(said(paragraph))
    units = edition().units
    for side in sides:
        tops = [
            segment.text
            for unit in units
            if isinstance(node := unit.nodes[side], Division) and unit.depth == 1
            if unit.layout != "cover" and (segment := node.heading)
        ]
        assert len(tops) == 5
        assert set(tops) <= set(styled["Heading1"])
    assert len(styled["Title"]) == len(sides)
    assert len(styled["Heading2"]) == 9 * len(sides)
    listed = body.findall(f".//{{{W}}}numPr")
    assert len(listed) == len(sides) * sum(unit.kind in ("dash", "item") for unit in units)
    names = {b.get(f"{{{W}}}name") for b in body.iter(f"{{{W}}}bookmarkStart")}
    assert "p_iii_2_1" in names
    identities = [b.get(f"{{{W}}}id") for b in body.iter(f"{{{W}}}bookmarkStart")]
    assert len(set(identities)) == len(identities)


def numbers(given: dict[str, etree._Element]) -> list[str]:
    """What Word prints before each paragraph of a list."""
    levels = {
        (abstract.get(f"{{{W}}}abstractNumId"), level.get(f"{{{W}}}ilvl")): level
        for abstract in given["numbering"].iter(f"{{{W}}}abstractNum")
        for level in abstract.iter(f"{{{W}}}lvl")
    }
    lists = {
        number.get(f"{{{W}}}numId"): number[0].get(f"{{{W}}}val")
        for number in given["numbering"].iter(f"{{{W}}}num")
    }
    counted: Counter[tuple[str, ...]] = Counter()
    printed = []
    for properties in given["document"].iter(f"{{{W}}}numPr"):
        depth, identity = (str(child.get(f"{{{W}}}val")) for child in properties)
        level = levels[lists[identity], depth]
        start, form, mark = (
            str(level.xpath(f"string(w:{name}/@w:val)", namespaces=NS))
            for name in ("start", "numFmt", "lvlText")
        )
        assert form in ("bullet", "decimal")
        printed.append(re.sub(r"%\d", str(int(start) + counted[identity, depth]), mark))
        counted[identity, depth] += 1
    return printed


def test_word_counts_as_the_text_does() -> None:
    given = numbers(parts((0,)))
    assert [mark for mark in given if mark != "–"] == ["1.", "2.", "3.", "4.", "5."]
    assert "–" in given


def test_another_programme(tmp_path: Path) -> None:
    documents = []
    for locale in ("vi", "en"):
        (tmp_path / f"{locale}.md").write_text(OTHER, encoding="utf-8")
        documents.append(read_document(tmp_path / f"{locale}.md", locale))
    given = Edition(bitext(documents[0], documents[1]))
    made = read(WORD[(1,)].content(given))
    texts = list(paragraphs(made["document"]))
    flat = [cell for text in expected(given, 1) for cell in text.split(" | ")]
    assert texts == flat
    assert numbers(made) == ["–", "–", "1.", "2.", "4."]
    assert written_notes(made) == notes(given, 1)
    fields = ["".join(f.itertext()).strip() for f in made["document"].iter(f"{{{W}}}instrText")]
    assert fields == ["NOTEREF _note1 \\f \\h"]
    assert read(WORD[(0, 1)].content(given))


@pytest.mark.parametrize("sides", WORD)
def test_every_text_is_marked_with_its_language(sides: tuple[int, ...]) -> None:
    tags = {
        run.xpath("string(w:rPr/w:lang/@w:val)", namespaces=NS)
        for run in parts(sides)["document"].xpath("//w:r[w:t]", namespaces=NS)
    }
    assert tags == {("vi-VN", "en-GB")[side] for side in sides}


@pytest.mark.parametrize("sides", WORD)
def test_nothing_of_the_machine_or_the_template_is_left(sides: tuple[int, ...]) -> None:
    content = WORD[sides].content(edition())
    document = Document(io.BytesIO(content))
    told = document.core_properties
    assert told.title == edition().name(sides[0])
    assert (told.author, told.last_modified_by, told.comments) == ("", "", "")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name or "custom" in name]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    status = edition().status(sides, edition().locales[sides[-1]])
    assert status in "".join(parts(sides)["footer"].itertext())


OFFICE, TO_TEXT = shutil.which("soffice"), shutil.which("pdftotext")


@pytest.mark.skipif(not (OFFICE and TO_TEXT), reason="LibreOffice or Poppler is not installed")
def test_libreoffice_opens_them_and_sets_numbers_and_notes(tmp_path: Path) -> None:
    for file in WORD.values():
        (tmp_path / file.name).write_bytes(file.content(edition()))
    subprocess.run(
        [
            str(OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(tmp_path),
            *(str(tmp_path / file.name) for file in WORD.values()),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    opened = {
        sides: shown((tmp_path / file.name).with_suffix(".pdf")) for sides, file in WORD.items()
    }
    for side in (0, 1):
        for text in expected(edition(), side):
            # a page may end later in it
            assert bare(text[:60]) in opened[(side,)]
        for text in notes(edition(), side):
            assert bare(text[:60]) in opened[(side,)]
    assert bare("nhiệm vụ, giải pháp") in opened[(0,)]
    for mark in ("–", "5."):
        assert mark in opened[(0,)]
    assert opened[(0, 1)].count(bare("Tiếng Việt English")) > 5


def shown(pdf: Path) -> str:
    """The text of a PDF without blanks: a program that reads it guesses where there are any."""
    command = [str(TO_TEXT), str(pdf), "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return bare(done.stdout)


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_a_footnote_has_both_paragraphs(tmp_path: Path) -> None:
    file = tmp_path / "en.md"
    file.write_text(OTHER, encoding="utf-8")
    (note,) = read_document(file, "en").pages[0].footnotes
    assert isinstance(note, Footnote)
    assert len(note.provisions) == 2
