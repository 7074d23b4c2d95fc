"""The printed page: a running head with the citation, the text alone, both columns."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page


def printed(page: Page, address: str, folder: Path) -> list[str]:
    """The text of each sheet, set out as on paper."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    page.goto(address)
    page.evaluate("document.fonts.ready")
    page.pdf(path=folder / "page.pdf", prefer_css_page_size=True)
    shown = subprocess.run(
        ["pdftotext", "-layout", folder / "page.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    return shown.stdout.rstrip("\f").split("\f")


def test_a_section_bears_its_citation_on_every_sheet(
    page: Page, address: str, tmp_path: Path
) -> None:
    sheets = printed(page, f"{address}en/part-3/section-3/", tmp_path)
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        lines = [line for line in sheet.splitlines() if line.strip()]
        assert lines[0].strip().endswith("· Part III, Section 3")
        assert re.search(rf"/en/part-3/section-3/\s+{number} ?/ ?{len(sheets)}$", lines[-1])
    text = "\n".join(sheets)
    for part_of_the_interface in ("Previous", "Next", "Contents", "Tiếng Việt", "Skip", "#"):
        assert part_of_the_interface not in text
    assert "Unofficial translation. The Vietnamese original prevails." in text


def test_both_columns_are_printed_side_by_side(page: Page, address: str, tmp_path: Path) -> None:
    [first, *_] = printed(page, f"{address}both/part-3/section-2/", tmp_path)
    assert re.search(r"Tiếp tục duy trì.*\s{3,}.*Continue to maintain", first)


def test_the_whole_programme_is_printed_in_order(page: Page, address: str, tmp_path: Path) -> None:
    text = "\n".join(printed(page, f"{address}en/whole/", tmp_path))
    places = [text.index(f"{part}. {title}") for part, title in (
        ("I", "SITUATION"), ("II", "PURPOSE"), ("III", "TASKS"), ("IV", "ORGANISATION"),
    )]  # fmt: skip
    assert places == sorted(places)
    assert "Nguyễn Khắc Toàn" in text
