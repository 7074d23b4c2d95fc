"""A Word file is a stranger's: whatever is in it, the command ends with a line or reads it."""

from __future__ import annotations

import io
import socket
import struct
import zipfile
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diptych.cli import main
from diptych.errors import Unreadable
from diptych.importing import imported
from tests.importing.word_files import RELATIONS, SPACES, packed, paragraph, word_file

PLAIN = word_file({"body": paragraph("Một đoạn.")})
MARK = '<w:footnoteReference w:id="1"/>'
DEEP = f"<w:document {SPACES}><w:body>{'<w:sdt>' * 200}{'</w:sdt>' * 200}</w:body></w:document>"
DECLARED = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">'
    '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    f"<w:document {SPACES}><w:body><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body></w:document>"
)


def locked() -> bytes:
    """An archive whose entries say that they are encrypted."""
    raw = bytearray(PLAIN)
    at = raw.find(b"PK\x01\x02")
    while at >= 0:
        raw[at + 8] |= 1
        at = raw.find(b"PK\x01\x02", at + 4)
    return bytes(raw)


def endless() -> bytes:
    """An archive that says of its table of contents that it is longer than it may be."""
    raw = bytearray(PLAIN)
    struct.pack_into("<I", raw, raw.rfind(b"PK\x05\x06") + 12, 50_000_000)
    return bytes(raw)


STRANGE = {
    "nothing": (b"", "not a Word file"),
    "a text": ("Xin chào".encode(), "not a Word file"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "old Word file"),
    "a Word file with a password": (
        b"\xd0\xcf\x11\xe0" + bytes(900) + "EncryptedPackage".encode("utf-16-le"),
        "protected by a password",
    ),
    "an archive with a password": (locked(), "protected by a password"),
    "half a file": (PLAIN[: len(PLAIN) // 2], "damaged"),
    "another archive": (packed({"a.txt": "a"}), "not a Word file"),
    "an OpenDocument text": (packed({"mimetype": "x", "content.xml": "<a/>"}), "OpenDocument"),
    "broken XML": (
        word_file({"body": ""}, {"word/document.xml": "<w:document"}),
        "document.xml is not well-formed",
    ),
    "no body": (
        word_file({"body": ""}, {"word/document.xml": f"<w:document {SPACES}/>"}),
        "has no body",
    ),
    "entities": (word_file({"body": ""}, {"word/document.xml": DECLARED}), "DOCTYPE"),
    "too deep": (word_file({"body": ""}, {"word/document.xml": DEEP}), "too much to be read"),
    "a bomb": (
        word_file({"body": ""}, {"word/document.xml": b" " * 17_000_000}),
        "too much to be read",
    ),
    "many tags": (
        word_file({"body": ""}, {"word/document.xml": b"<a>" + b"<b/>" * 2_000_001 + b"</a>"}),
        "too much to be read",
    ),
    "many paragraphs": (word_file({"body": paragraph("a") * 10_001}), "more than 10000 headings"),
    "a long paragraph": (
        word_file({"body": paragraph("a" * 20_001)}),
        "more than 20000 characters",
    ),
    "many footnotes": (
        word_file(
            {
                "body": f"<w:p><w:r><w:t>a</w:t>{MARK * 3_001}</w:r></w:p>",
                "footnotes": f'<w:footnote w:id="1">{paragraph("n")}</w:footnote>',
            }
        ),
        "more than 3000 footnote marks",
    ),
    "a long table of contents": (endless(), "too much to be read"),
    "no text": (word_file({"body": "<w:p/>"}), "no text"),
    "letters in TCVN3": (
        word_file(
            {"body": paragraph("Céng hßa x· héi chñ nghÜa", run='<w:rFonts w:ascii=".VnTime"/>')}
        ),
        "TCVN3 or VNI",
    ),
    "letters in TCVN3 without their font": (
        word_file({"body": paragraph("ViÖt Nam ®éc lËp, tù do, h¹nh phóc, c¨n cø ®Ò nghÞ")}),
        "TCVN3 or VNI",
    ),
}


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner(catch_exceptions=False).invoke(main, ["import", *arguments])


@pytest.mark.parametrize("name", STRANGE)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_line_says_why(
    name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    raw, said = STRANGE[name]
    Path("given.docx").write_bytes(raw)
    done = run(tmp_path, "given.docx", "--lang", language)
    assert done.exit_code == 2
    (line,) = done.output.splitlines()
    assert line.startswith("given.docx: ")
    assert language == "vi" or said in line
    assert any(char in line for char in "ạảđọộ") is (language == "vi")
    assert [path.name for path in tmp_path.iterdir()] == ["given.docx"]


def test_a_converted_text_may_keep_its_old_font(tmp_path: Path) -> None:
    file = tmp_path / "given.docx"
    old = '<w:rFonts w:ascii=".VnTime"/>'
    file.write_bytes(word_file({"body": paragraph("Cộng hòa xã hội chủ nghĩa", run=old)}))
    assert imported(file, "vi").pages[0].text == "Cộng hòa xã hội chủ nghĩa\n"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "given.docx"
    with file.open("wb") as opened:
        opened.truncate(32_000_001)
    with pytest.raises(Unreadable, match="over 32 MB"):
        imported(file, "vi")


def test_nothing_outside_the_file_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refused)
    outside = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" TargetMode="External" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
        'Target="http://example.org/styles.xml"/><Relationship Id="b" Target="../../../etc/passwd" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>'
        "</Relationships>"
    )
    file = tmp_path / "given.docx"
    file.write_bytes(
        word_file({"body": paragraph("Chữ.")}, {"word/_rels/document.xml.rels": outside})
    )
    assert imported(file, "vi").pages[0].text == "Chữ.\n"


@given(st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_file_ends_in_a_line(tmp_path: Path, data: st.DataObject) -> None:
    """Bytes are changed in the archive, or in a part that is packed anew."""
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    raw = bytearray(PLAIN)
    if data.draw(st.booleans()):
        name = data.draw(st.sampled_from(sorted(files)))
        raw = bytearray(files[name])  # type: ignore[arg-type]
    else:
        name = ""
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    file = tmp_path / "given.docx"
    file.write_bytes(packed({**files, name: bytes(raw)}) if name else bytes(raw))
    said = ""
    try:
        assert imported(file, "vi").pages
    except Unreadable as unreadable:
        said = unreadable.problem.sentence("en")
    assert "\n" not in said
