"""Editions that the tests of JSON, TMX, CSV and Markdown write out: ours, and invented ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from diptych.exports.formats import all_files
from diptych.glossary import Glossary
from diptych.project.bitext import bitext
from diptych.project.edition import EPOCH, Edition
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.reader import read_document
from tests.conftest import ROOT

SITE = "https://example.org/programme/"
CHANGED = datetime(2024, 2, 29, 12, 30, 5, tzinfo=UTC)


@cache
def ours() -> Edition:
    return Edition(load(settings(ROOT)), SITE, CHANGED)


def invented(
    folder: Path,
    original: Mapping[str, str],
    translation: Mapping[str, str],
    locales: tuple[str, str] = ("vi", "en"),
    *,
    glossary: Glossary | None = None,
    names: Glossary | None = None,
) -> Edition:
    """An edition of these pages, by path; the project lists nothing and has no address."""
    documents = []
    for tag, pages in zip(locales, (original, translation), strict=True):
        for path, text in pages.items():
            file = folder / tag / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        documents.append(read_document(folder / tag, tag))
    read = bitext(documents[0], documents[1], glossary=glossary, names=names)
    return Edition(replace(read, files="programme"), "", EPOCH)


def written(edition: Edition, name: str) -> bytes:
    """The file called `name` of this edition."""
    (file,) = (file for file in all_files(edition.locales, "programme") if file.name == name)
    return file.content(edition)


LACKING = (
    {
        "index.md": "# Tên\n\nMở đầu ngày 10/8/2022.\n\nBản gốc có 77.\n\n- Một 11.\n\n- Hai 22.\n",
        "b.md": "Không tiêu đề[^1].\n\n| Ô *một* | Ô `hai` |\n| --- | --- |\n| Ba | Bốn[^1] |\n\n"
        "- Gạch\n\n    ```\n    mã\n    ```\n\n[^1]: Chú thích.\n\n    Đoạn hai.\n",
    },
    {
        "index.md": "# Name\n\nOpening of 10 August 2022.\n\n- One 11.\n\n- Two 22.\n",
        "b.md": "No heading[^1].\n\n| Cell *one* | Cell `two` |\n| --- | --- |\n| Three "
        "| Four[^1] |\n\n- Dash\n\n    ```\n    code\n    ```\n\n[^1]: A note.\n",
        "c.md": "# A page of the translation alone[^x]\n\n[^x]: With a note.\n",
    },
)
"""Pages of the original and of the translation, each of which lacks something the other has."""
