"""A small document in one language, and lists to look for in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diptych.glossary import Glossary, Term
from diptych.model import Document
from diptych.reader import read_document

Written = Callable[..., Document]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """`written("vi", "# I. ...")`: the document of one page that these lines make."""

    def write(language: str, *paragraphs: str) -> Document:
        folder = tmp_path / language
        folder.mkdir(exist_ok=True)
        (folder / "part-1.md").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        return read_document(folder, language)

    return write


def body(original: str, rendering: str, kind: str = "body") -> Term:
    return Term((original,), (rendering,), id=original, kind=kind)


BODIES = Glossary(
    (
        body("Ban Bí thư", "Secretariat"),
        body("Chính phủ", "Government"),
        body("Tỉnh ủy", "Provincial Party Committee"),
        body("Văn phòng Tỉnh ủy", "Office of the Provincial Party Committee"),
        body("Mặt trận", "Fatherland Front"),
        body("Tỉnh ủy viên", "member of the Provincial Party Committee", kind="person"),
    )
)
