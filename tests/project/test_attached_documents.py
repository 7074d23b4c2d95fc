"""A document attached to another has one id in both languages, whatever a translator calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.model import Division, Provision
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.reader import read_document

ORIGINAL = """\
# QUYẾT ĐỊNH

Điều 1. Ban hành kèm theo Quyết định này {name}.

# {title}

## Điều 1. Phạm vi

Một.

# PHỤ LỤC

Hai.
"""
TRANSLATION = """\
# DECISION

Article 1. To issue {name} with this Decision.

# {title}

## Article 1. Scope

One.

# ANNEX

Two.
"""


ANNEXES = """\
# QUYẾT ĐỊNH

Điều 1. Ban hành các biểu mẫu.

# Phụ lục I. MẪU

Một.

# ĐIỀU LỆ QUỸ

## Điều 1. Tên

Hai.

# Phụ lục {second}. DANH SÁCH

Ba.
"""


@pytest.mark.parametrize(
    ("second", "own"),
    [("II", "phu-luc-2"), ("I", "dieu-le-phu-luc-1"), ("III", "dieu-le-phu-luc-3")],
)
def test_annexes_of_the_document_go_on_after_a_form_in_one_of_them(
    second: str, own: str, tmp_path: Path
) -> None:
    page = tmp_path / "a.md"
    page.write_text(ANNEXES.format(second=second), encoding="utf-8")
    found = [division.id for division in read_document(page, "vi").walk()]
    assert found[2:] == ["dieu-le", "dieu-le-dieu-1", own]


REGULATION = {
    "index.md": ("# QUYẾT ĐỊNH\n\n**Điều 1.** Một.\n", "# DECISION\n\n**Article 1.** One.\n"),
    "r/index.md": ("# QUY CHẾ\n", "# REGULATION\n"),
    "r/1.md": ("# Chương I\n\n## Điều 1. Hai\n", "# Chapter I\n\n## Article 1. Two\n"),
    "r/2.md": ("# PHỤ LỤC\n\n## MỨC\n\n1. Ba.\n", "# ANNEX\n\n## RATES\n\n1. Three.\n"),
}


def test_an_annex_without_number_within_it_is_its_annex(tmp_path: Path) -> None:
    cited = []
    for side, tag in enumerate(("vi", "en")):
        for path, texts in REGULATION.items():
            page = tmp_path / tag / path
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(texts[side], encoding="utf-8")
        found = read_document(tmp_path / tag, tag)
        annex = [d for d in found.walk() if d.id.startswith("quy-che-phu-luc")]
        nodes: list[Division | Provision] = []
        for division in annex:
            nodes += division, *division.provisions
        cited.append([(node.id, node.citation) for node in nodes])
    ids = ["quy-che-phu-luc", "quy-che-phu-luc-h1", "quy-che-phu-luc-h1-1"]
    vietnamese = ["Phụ lục Quy chế", "Phụ lục Quy chế", "mục 1 Phụ lục Quy chế"]
    english = ["Annex, Regulation", "Annex, Regulation", "Section 1, Annex, Regulation"]
    assert cited == [list(zip(ids, said, strict=True)) for said in (vietnamese, english)]


def ids(folder: Path, tag: str, titles: tuple[str, str]) -> list[list[str]]:
    (folder / "pyproject.toml").write_text(
        f'[tool.diptych]\noriginal = "vi"\ntranslation = "{tag}"\n', encoding="utf-8"
    )
    for locale, text, title in zip(("vi", tag), (ORIGINAL, TRANSLATION), titles, strict=True):
        page = folder / "docs" / locale / "index.md"
        page.parent.mkdir(parents=True)
        page.write_text(text.format(name=title.capitalize(), title=title), encoding="utf-8")
    return [[d.id for d in text.walk()] for text in load(settings(folder)).documents]


@pytest.mark.parametrize(
    ("slug", "titles"),
    [
        ("quy-che", ("QUY CHẾ LÀM VIỆC", "REGULATION ON WORKING")),
        ("quy-dinh", ("QUY ĐỊNH MỨC THU", "REGULATION ON FEES")),
        ("quy-dinh", ("QUY ĐỊNH MỨC THU", "STIPULATIONS ON FEES")),
        ("quy-dinh", ("Quy định mức thu (kèm theo Quyết định)", "Fees")),
        ("de-an", ("ĐỀ ÁN ĐÔ THỊ", "PLAN FOR TOWNS")),
    ],
)
def test_its_id_is_the_original_s(slug: str, titles: tuple[str, str], tmp_path: Path) -> None:
    original, translation = ids(tmp_path, "en", titles)
    assert slug in original
    assert f"{slug}-dieu-1" in original
    assert translation == original


def test_it_is_so_in_a_language_that_has_no_words_for_it(tmp_path: Path) -> None:
    original, translation = ids(tmp_path, "ko", ("QUY CHẾ LÀM VIỆC", "업무 규정"))
    assert original[1:] == ["quy-che", "quy-che-dieu-1", "phu-luc"]
    assert next(one for one in translation if one.startswith("quy-che")) == "quy-che"
