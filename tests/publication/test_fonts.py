"""The fonts that a project names: read as the fonts they are, refused as what they are not."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import docx
import pymupdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from diptych.check import check
from diptych.errors import BadConfiguration, CannotCheck
from diptych.exports.formats import docx as word
from diptych.exports.formats import pdf
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.publication.fonts import LARGEST, read_font
from diptych.site.preview import preview

LAO = "ສະບາຍດີ ໂລກ"
FAMILY = "Sabaidee Serif"


def built(signs: Iterable[str], family: str = FAMILY) -> bytes:
    """A font with a box for each of `signs`."""
    names = {ord(sign): f"u{ord(sign):04X}" for sign in signs}
    order = [".notdef", *names.values()]
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (450, 700), (450, 0)):
        pen.lineTo(corner)
    pen.closePath()
    box = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(order)
    font.setupCharacterMap(names)
    font.setupGlyf(dict.fromkeys(order, box))
    font.setupHorizontalMetrics(dict.fromkeys(order, (500, 50)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    called = {"fullName": f"{family} Regular", "psName": family.replace(" ", "") + "-Regular"}
    font.setupNameTable({"familyName": family, "styleName": "Regular", **called})
    font.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    font.setupPost()
    content = io.BytesIO()
    font.save(content)
    return content.getvalue()


@pytest.fixture
def lao(tmp_path: Path) -> Path:
    """A project in Vietnamese and Lao that names a font for Lao."""
    for name, text in (("vi", "# I. Chào\n\nXin chào.\n"), ("lo", f"# I. {LAO}\n\n{LAO}\n")):
        (tmp_path / "docs" / name).mkdir(parents=True)
        (tmp_path / "docs" / name / "index.md").write_text(text, encoding="utf-8")
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/lao.ttf").write_bytes(built({*LAO} - {" "} | {"a", "I", ".", " "}))
    (tmp_path / "pyproject.toml").write_text(
        '[tool.diptych]\nlanguages = ["vi", "lo"]\npublish = true\n'
        '[tool.diptych.fonts]\nlo = ["fonts/lao.ttf"]\n',
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.parametrize("signs", ["aàạ", LAO, "a😀河", "".join(map(chr, range(0x400, 0x460)))])
def test_a_font_has_the_characters_that_it_was_built_with(tmp_path: Path, signs: str) -> None:
    (tmp_path / "a.ttf").write_bytes(built(signs))
    font = read_font(tmp_path / "a.ttf")
    assert font.signs == frozenset(signs)
    assert font.family == FAMILY


def test_no_font_is_refused_in_one_line(tmp_path: Path) -> None:
    font = built(LAO)
    for name, content, said in (
        ("page.ttf", b"<svg onload=alert(1)>", "no TrueType or OpenType font"),
        ("web.ttf", b"wOF2" + font[4:], "no TrueType or OpenType font"),
        ("all.ttf", b"ttcf" + font[4:], "several fonts"),
        ("half.ttf", font[:300], "damaged"),
        ("large.ttf", font + bytes(LARGEST), "larger than"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(CannotCheck, match=said) as refused:
            read_font(tmp_path / name)
        assert name in str(refused.value)
        assert "\n" not in str(refused.value)
    with pytest.raises(CannotCheck, match=r"none\.ttf"):
        read_font(tmp_path / "none.ttf")


def test_a_damaged_font_ends_in_nothing_else(tmp_path: Path) -> None:
    font = built("aăâ😀")
    place = tmp_path / "cut.ttf"
    for at in range(4, len(font), 7):
        place.write_bytes(font[:at] + b"\xff\xff\xff\xff" + font[at + 4 :])
        try:
            read = read_font(place)
        except CannotCheck:
            continue
        assert len(read.signs) <= 0x110000
        assert read.family.isprintable()


@pytest.mark.parametrize(
    "fonts",
    [
        'lo = ["../lao.ttf"]', 'lo = ["/usr/share/fonts/a.ttf"]', 'lo = "fonts/lao.ttf"',
        "lo = [1]", 'ko = ["fonts/lao.ttf"]', f"lo = {['fonts/lao.ttf'] * 9}",
    ],
)  # fmt: skip
def test_only_files_of_the_project_are_named(lao: Path, fonts: str) -> None:
    (lao / "pyproject.toml").write_text(
        f'[tool.diptych]\nlanguages = ["vi", "lo"]\n[tool.diptych.fonts]\n{fonts}\n',
        encoding="utf-8",
    )
    with pytest.raises(BadConfiguration) as refused:
        settings(lao)
    assert "\n" not in str(refused.value)


def test_a_font_behind_a_link_is_refused(lao: Path) -> None:
    (lao / "fonts/lao.ttf").rename(lao / "elsewhere.ttf")
    (lao / "fonts/lao.ttf").symlink_to(lao / "elsewhere.ttf")
    with pytest.raises(BadConfiguration):
        settings(lao)


def e101(project: Path) -> list[str]:
    report = check(settings(project))
    return [found.message.en for found in report.diagnostics if found.code == "E101"]


def test_the_files_to_take_away_are_set_in_the_named_font(lao: Path) -> None:
    edition = Edition(load(settings(lao)))
    for sides in ([Side.TRANSLATION], [Side.ORIGINAL, Side.TRANSLATION]):
        with pymupdf.open(stream=pdf.write(edition, sides)) as made:
            fonts = {font[3].partition("+")[2] for page in made for font in page.get_fonts()}
            assert any("Sabaidee" in font for font in fonts), fonts
            assert LAO.split()[1] in "".join(page.get_text() for page in made)
        document = docx.Document(io.BytesIO(word.write(edition, sides)))
        written = [document.styles.element, document.element]
        families = {
            found
            for element in written
            for found in element.xpath(".//w:rFonts/@w:eastAsia | .//w:rFonts/@w:cs")
        }
        assert FAMILY in families
        assert ("Times New Roman" in families) == (len(sides) > 1)
    with pymupdf.open(stream=pdf.write(edition, [Side.ORIGINAL])) as made:
        fonts = {font[3].partition("+")[2] for page in made for font in page.get_fonts()}
        assert not any("Sabaidee" in font for font in fonts)


def test_so_is_the_picture_of_a_shared_link(lao: Path) -> None:
    edition = Edition(load(settings(lao)))
    without = replace(edition, bitext=replace(edition.bitext, fonts=((), ())))
    assert preview(edition, Side.TRANSLATION) != preview(without, Side.TRANSLATION)
    assert preview(edition, Side.ORIGINAL) == preview(without, Side.ORIGINAL)


def test_a_picture_is_made_for_a_language_of_a_region(tmp_path: Path) -> None:
    for tag in ("vi", "zh-Hant"):
        (tmp_path / "docs" / tag).mkdir(parents=True)
        (tmp_path / "docs" / tag / "index.md").write_text("# I. A\n\nB.\n", encoding="utf-8")
    table = '[tool.diptych]\nlanguages = ["vi", "zh-Hant"]\n'
    (tmp_path / "pyproject.toml").write_text(table, encoding="utf-8")
    edition = Edition(load(settings(tmp_path)))
    assert preview(edition, Side.TRANSLATION).startswith(b"\x89PNG")


def test_a_character_that_no_named_font_has_is_told_with_its_place(lao: Path) -> None:
    assert e101(lao) == []
    (lao / "fonts/lao.ttf").write_bytes(built({*LAO} - {"ໂ"}))
    assert e101(lao) == ["the PDF's typefaces do not have “ໂ” (U+0EC2)"]


def test_a_table_that_is_listed_without_end_is_read_once(tmp_path: Path) -> None:
    # each copy of a table has as many bytes as the file: all of them would be a terabyte
    listed = b"".join(
        tag + struct.pack(">4xII", 0, 20_000_000)
        for tag in (*(struct.pack(">I", number) for number in range(32_000)), *[b"name"] * 33_000)
    )
    path = tmp_path / "font.ttf"
    path.write_bytes(b"\0\1\0\0" + struct.pack(">H6x", 65_000) + listed + b"x" * 20_000_000)
    with pytest.raises(CannotCheck):
        read_font(path)


def test_characters_that_are_listed_without_end_are_read_once(tmp_path: Path) -> None:
    said = "Sabaidee".encode("utf-16-be")
    name = struct.pack(">HHHHHHHHH", 0, 1, 18, 3, 1, 0x409, 1, len(said), 0) + said
    listed = struct.pack(">HHI", 3, 1, 4 + 8 * 65_000) * 65_000
    characters = struct.pack(">HHHHHHHHHHHH", 4, 0, 0, 2, 0, 0, 0, 122, 0, 97, 1, 0)
    mapping = struct.pack(">HH", 0, 65_000) + listed + characters + b"x" * 20_000_000
    places = (44, len(name)), (44 + len(name), len(mapping))
    tables = b"".join(
        tag + struct.pack(">4xII", *place)
        for tag, place in zip((b"name", b"cmap"), places, strict=True)
    )
    path = tmp_path / "font.ttf"
    path.write_bytes(b"\0\1\0\0" + struct.pack(">H6x", 2) + tables + name + mapping)
    found = read_font(path)
    assert found.family == "Sabaidee"
    assert found.signs == frozenset("abcdefghijklmnopqrstuvwxyz")
