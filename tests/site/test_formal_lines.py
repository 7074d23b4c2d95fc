"""The head and the foot of an official document on its page: two columns, in the text's order."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from diptych.language.interface import InterfaceWords
from diptych.reader import read_document
from diptych.site.rendering.anchors import anchored, styles_of
from diptych.site.rendering.comparison import compared
from diptych.site.rendering.from_model import rendered
from diptych.site.rendering.page_blocks import serialised
from tests.exports.data_editions import FORMAL


def shown(folder: Path, text: str, language: str = "vi") -> HtmlElement:
    (folder / "index.md").write_text(text, encoding="utf-8")
    [page] = read_document(folder, language).pages
    root = rendered(page)
    pairs, difference = compared(root, page, language)
    assert difference is None
    anchored(root, pairs, page, InterfaceWords(language), {})
    return root


def classes(element: HtmlElement) -> list[str]:
    """The classes of what stands in an element, without those that every line has."""
    return [
        child.get("class", "").removeprefix("provision paragraph").removeprefix(" head").strip()
        for child in element
    ]


@pytest.mark.parametrize(("language", "texts"), list(zip(("vi", "en"), FORMAL, strict=True)))
def test_number_and_date_stand_on_one_line(
    language: str, texts: dict[str, str], tmp_path: Path
) -> None:
    root = shown(tmp_path, texts["index.md"], language)
    (head,) = root.xpath("div[@class='formal formal-head']")
    assert classes(head) == [
        "above left row-1",
        "issuer left row-2",
        "number left row-3",
        "state right row-1",
        "motto right row-2",
        "dated right row-3",
    ]
    assert head.getnext().tag == "h1"
    (foot,) = root.xpath("div[@class='formal formal-foot']")
    assert classes(foot) == ["received", "signature"]
    assert [child.tag for child in foot[0]] == ["p", "ul"]
    assert classes(foot[1]) == ["authority", "office", "signed", "signer"]
    assert [p.get("class") for p in root.xpath("p[contains(@class, 'centred')]")] == [
        "provision paragraph enactor centred",
        "provision paragraph formula centred",
    ]
    assert "formal" in styles_of(serialised(root))


def test_lines_as_a_word_file_has_them_keep_their_order(tmp_path: Path) -> None:
    lines = [
        "**ỦY BAN**", "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**", "**Độc lập - Tự do - Hạnh phúc**",
        "Số: 1/QĐ-UB", "V/v đất", "*Xã A, ngày 1 tháng 2 năm 2031*",
    ]  # fmt: skip
    text = "---\nlayout: cover\n---\n\n" + "\n\n".join([*lines, "# QUYẾT ĐỊNH", "Một."]) + "\n"
    (head,) = shown(tmp_path, text).xpath("div[@class='formal formal-head']")
    assert classes(head) == [
        "issuer left row-1 span-2",
        "state right row-1",
        "motto right row-2",
        "number left row-3",
        "subject left row-4",
        "dated right row-3",
    ]


def test_half_a_head_is_set_line_by_line(tmp_path: Path) -> None:
    text = "---\nlayout: cover\n---\n\n**ỦY BAN**\n\nSố: 1/QĐ-UB\n\n# QUYẾT ĐỊNH\n\nMột.\n"
    root = shown(tmp_path, text)
    assert not root.xpath(".//div")
    assert [p.get("class") for p in root.xpath("p[contains(@class, 'head')]")] == [
        "provision paragraph head issuer",
        "provision paragraph head number",
    ]


def test_a_signature_alone_stands_at_the_right(tmp_path: Path) -> None:
    root = shown(tmp_path, "# I. A\n\nCâu.\n\n**TL. GIÁM ĐỐC**\n\n**PHÓ**\n\n**Lê Tâm**\n")
    (foot,) = root.xpath("div[@class='formal formal-foot']")
    assert classes(foot) == ["signature"]
