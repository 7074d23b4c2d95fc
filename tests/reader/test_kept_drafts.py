"""What pages were read as is kept: a text read again is the same, an edited page is read anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from diptych.model import Page
from diptych.reader import kept_drafts, read_document
from diptych.reader.blocks import read_blocks
from diptych.reader.drafts import PageDraft
from diptych.reader.kept_drafts import KeptDrafts

PAGES = {
    "index.md": "# A. Fields\n\n1. Wheat\n2. Oats\n",
    "barns/index.md": "# B. Barns\n\n- One[^1]\n\n[^1]: A note.\n",
    "barns/gates.md": "## Annex I\n\nText.\n\n### Article 1. Gates\n\n1. Wood\n",
}


def test_a_text_is_the_same_when_pages_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, text in PAGES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    read: list[str] = []

    def noted(body: str, lines: Sequence[str], file: str, language: str) -> PageDraft:
        read.append(Path(file).name)
        return read_blocks(body, lines, file, language)

    monkeypatch.setattr(kept_drafts, "read_blocks", noted)
    kept = KeptDrafts()

    def again() -> tuple[Page, ...]:
        read.clear()
        kept.begin()
        return read_document(tmp_path, "en", kept=kept).pages

    first = again()
    assert len(read) == len(PAGES)
    assert again() == first
    assert not read
    (tmp_path / "barns/gates.md").write_text("## Annex II\n", encoding="utf-8")
    edited = again()
    assert read == ["gates.md"]
    assert edited == read_document(tmp_path, "en").pages

    page = tmp_path / "barns/gates.md"
    page.rename(tmp_path / "away")
    again()
    (tmp_path / "away").rename(page)
    again()
    assert read == ["gates.md"]  # what was not there is forgotten
