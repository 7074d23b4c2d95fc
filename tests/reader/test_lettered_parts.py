"""Headings that capital letters number: a row from A on, and nothing that is no row."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.reader import read_document


def cited(folder: Path, headings: list[str], language: str) -> dict[str, str]:
    text = "".join(f"{heading}\n\nText.\n\n" for heading in headings)
    (folder / "a.md").write_text(text, encoding="utf-8")
    document = read_document(folder / "a.md", language)
    return {division.id: division.citation for division in document.walk()}


def test_the_letters_of_each_language_follow_each_other(tmp_path: Path) -> None:
    row = [f"# {letter}. X" for letter in "ABCDĐEGHIK"]
    assert list(cited(tmp_path, row, "vi")) == [*"abcd", "dd", *"eghik"]
    row = [f"# {letter}. X" for letter in "ABCDEFGHIJ"]
    assert list(cited(tmp_path, row, "en")) == list("abcdefghij")


def test_what_stands_below_is_numbered_anew(tmp_path: Path) -> None:
    headings = ["# A. MỘT", "## I. Chung", "## II. Riêng", "# B. HAI", "## I. Chung"]
    assert cited(tmp_path, headings, "vi") == {
        "a": "Phần A", "a-i": "Phần A, mục I", "a-ii": "Phần A, mục II", "b": "Phần B",
        "b-i": "Phần B, mục I",
    }  # fmt: skip


def test_they_may_stand_on_pages_of_their_own(tmp_path: Path) -> None:
    for name, letter in (("part-1", "A"), ("part-2", "B"), ("part-3", "C")):
        (tmp_path / f"{name}.md").write_text(f"# {letter}. X\n\nText.\n", encoding="utf-8")
    ids = [division.id for division in read_document(tmp_path, "en").walk()]
    assert ids == ["a", "b", "c"]


@pytest.mark.parametrize(
    "headings",
    [
        ["# A. Lincoln", "# Words"],
        ["# C. Roman", "# D. Roman"],
        ["# B. X", "# E. X"],
        ["# A. X", "## B. X"],
        ["# A. X", "# Z. X"],
    ],
)
def test_no_row_numbers_nothing(headings: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\n\n".join(headings) + "\n", encoding="utf-8")
    divisions = read_document(tmp_path / "a.md", "en").walk()
    assert not any(d.number and d.number.style == "letter" for d in divisions)
