"""Which line of a text is which component of an official document."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.publication.components import Component, components_in
from diptych.publication.head import head_of
from diptych.reader import read_document
from tests.exports.data_editions import FORMAL, invented

C = Component


def found(folder: Path, texts: dict[str, str], language: str) -> dict[str, list[str]]:
    """The texts of each component, in the order of the text."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    document = read_document(folder, language)
    components = components_in(document)
    said: dict[str, list[str]] = {}
    for page in document.pages:
        for provision in page.provisions():
            if component := components.get(provision.id):
                said.setdefault(component, []).append(provision.segment.text)
    return said


def test_each_line_of_a_decision_is_told_apart(tmp_path: Path) -> None:
    assert found(tmp_path, FORMAL[0], "vi") == {
        C.ABOVE: ["SỞ ANH"],
        C.ISSUER: ["CHI CỤC ANH"],
        C.NUMBER: ["Số: 12/QĐ-CC"],
        C.STATE: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        C.MOTTO: ["Độc lập - Tự do - Hạnh phúc"],
        C.DATED: ["ANH, ngày 05 tháng 2 năm 2031"],
        C.ENACTOR: ["CHI CỤC TRƯỞNG ANH"],
        C.RECITAL: ["Căn cứ Nghị định số 3/2030/NĐ-CP;", "Theo đề nghị của ANH."],
        C.FORMULA: ["QUYẾT ĐỊNH:"],
        C.RECIPIENTS: ["Nơi nhận:"],
        C.RECIPIENT: ["Như Điều 1;", "Lưu: VT."],
        C.AUTHORITY: ["TUQ. GIÁM ĐỐC"],
        C.OFFICE: ["CHI CỤC TRƯỞNG"],
        C.SIGNED: ["(Đã ký)"],
        C.SIGNER: ["Nguyễn Văn ANH"],
    }


def test_both_languages_have_the_same_components_in_the_same_places(tmp_path: Path) -> None:
    edition = invented(tmp_path, *FORMAL)
    vietnamese, english = map(components_in, edition.documents)
    assert vietnamese == english
    assert [head_of(document).issuer for document in edition.documents] == [
        "CHI CỤC ANH",
        "DIVISION OF ANH",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("---\nlayout: cover\n---\n# PLAN\n\n**On it**\n\nText.\n\n- To: all\n", "en"),
        ("# I. A\n\nNơi nhận hàng là kho.\n\n**IN ĐẬM**\n\nTên\n", "vi"),
        ("---\nlayout: closing\n---\n# Nơi nhận\n\n- Một.\n\n**T/M ABC**\n\nTên\n", "vi"),
        ("# I. A\n\nKT. CHỦ TỊCH\n\nCâu sau, có dấu chấm.\n", "vi"),
        ("# I. A\n\nFOR THE CHILDREN\n\nThey play.\n", "en"),
    ],
)
def test_other_texts_have_none(text: str, language: str, tmp_path: Path) -> None:
    assert found(tmp_path, {"index.md": text}, language) == {}


def test_a_signature_may_stand_before_the_recipients(tmp_path: Path) -> None:
    text = "# I. A\n\nCâu.\n\n**Q. GIÁM ĐỐC**\n\n**Lê Tâm**\n\nNơi nhận:\n\n- Lưu.\n"
    assert found(tmp_path, {"index.md": text}, "vi") == {
        C.AUTHORITY: ["Q. GIÁM ĐỐC"],
        C.SIGNER: ["Lê Tâm"],
        C.RECIPIENTS: ["Nơi nhận:"],
        C.RECIPIENT: ["Lưu."],
    }
