"""Pictures of the text in the files to take away, read back by programs that are not ours."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import docx
import pikepdf
import pymupdf
import pytest
from docx.oxml.ns import qn
from lxml import etree

from diptych.exports.formats import akoma_ntoso, pdf
from diptych.exports.formats import docx as word
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.project.loading import load
from diptych.project.settings import settings
from tests.conftest import ROOT

PLAN = ROOT / "tests/programmes/plan"
DESCRIBED = {
    Side.ORIGINAL: "Bản đồ đầm phá với 3 bến thuyền",
    Side.TRANSLATION: "Map of the lagoon with 3 boat landings",
}
SIDES = [(Side.ORIGINAL,), (Side.TRANSLATION,), tuple(Side)]


@pytest.fixture(scope="module")
def plan() -> Edition:
    return Edition(load(settings(PLAN)), "https://example.org/")


def copied(folder: Path) -> Path:
    shutil.copytree(PLAN, folder, dirs_exist_ok=True)
    return folder


@pytest.mark.parametrize("sides", SIDES, ids=str)
def test_a_pdf_shows_it_and_tells_its_description(plan: Edition, sides: tuple[Side, ...]) -> None:
    content = pdf.write(plan, sides)
    opened = pikepdf.open(io.BytesIO(content))
    figures = [
        str(found.Alt)
        for found in opened.objects
        if isinstance(found, pikepdf.Dictionary) and "/Alt" in found
    ]
    assert sorted(figures) == sorted(DESCRIBED[side] for side in sides)
    read = pymupdf.open(stream=content)
    shown = [image for n in range(read.page_count) for image in read.get_page_images(n)]
    assert {image[2:4] for image in shown} == {(900, 420)}


@pytest.mark.parametrize("sides", SIDES, ids=str)
def test_word_shows_it_with_its_description(plan: Edition, sides: tuple[Side, ...]) -> None:
    read = docx.Document(io.BytesIO(word.write(plan, sides)))
    shown = list(read.element.body.iter(qn("wp:inline")))
    assert [one.docPr.get("descr") for one in shown] == [DESCRIBED[side] for side in sides]
    section = read.sections[0]
    edges = (section.left_margin or 0) + (section.right_margin or 0)
    room = ((section.page_width or 0) - edges) // len(sides)
    assert all(0 < one.extent.cx <= room for one in shown)
    related = {one.graphic.graphicData.pic.blipFill.blip.embed for one in shown}
    picture = (PLAN / "docs/vi/map.png").read_bytes()
    assert {read.part.related_parts[name].blob for name in related} == {picture}


@pytest.mark.parametrize(
    ("side", "address"),
    [
        (Side.ORIGINAL, "https://example.org/map.png"),
        (Side.TRANSLATION, "https://example.org/en/map.png"),
    ],
)
def test_akoma_ntoso_says_where_it_is(plan: Edition, side: Side, address: str) -> None:
    root = etree.fromstring(akoma_ntoso.FORMAT.write(plan, (side,)))
    [image] = root.iter("{*}img")
    assert (image.get("src"), image.get("alt")) == (address, DESCRIBED[side])


def test_two_runs_make_the_same_bytes(plan: Edition) -> None:
    for writes in (pdf.write, word.write):
        assert writes(plan, tuple(Side)) == writes(plan, tuple(Side))


@pytest.mark.parametrize("target", ["../secret.png", "https://example.org/a.png", "other.png"])
def test_only_a_picture_that_was_let_in_is_opened(target: str, tmp_path: Path) -> None:
    project = copied(tmp_path / "plan")
    shutil.copy(PLAN / "docs/vi/map.png", project / "docs/secret.png")
    for tag in ("vi", "en"):
        page = project / f"docs/{tag}/part-1.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("(map.png)", f"({target})"), encoding="utf-8")
    edition = Edition(load(settings(project)))
    assert edition.picture(Side.ORIGINAL, "part-1.md", target) is None
    assert b"/Figure" not in pdf.write(edition, (Side.ORIGINAL,))
    read = docx.Document(io.BytesIO(word.write(edition, (Side.ORIGINAL,))))
    assert DESCRIBED[Side.ORIGINAL] in [paragraph.text for paragraph in read.paragraphs]


def test_a_picture_that_word_does_not_know_is_its_description(tmp_path: Path) -> None:
    project = copied(tmp_path)
    for tag in ("vi", "en"):
        (project / f"docs/{tag}/map.png").rename(project / f"docs/{tag}/map.webp")
        (project / f"docs/{tag}/map.webp").write_bytes(b"RIFF\x1a\0\0\0WEBPVP8L" + bytes(20))
        page = project / f"docs/{tag}/part-1.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("(map.png)", "(map.webp)"), encoding="utf-8")
    table = project / "pyproject.toml"
    table.write_text(table.read_text().replace('["png"]', '["webp"]'))
    edition = Edition(load(settings(project)))
    assert edition.picture(Side.ORIGINAL, "part-1.md", "map.webp") is not None
    read = docx.Document(io.BytesIO(word.write(edition, (Side.ORIGINAL,))))
    assert DESCRIBED[Side.ORIGINAL] in [paragraph.text for paragraph in read.paragraphs]
