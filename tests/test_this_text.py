"""What is about the text that this repository publishes asks for it, and is left out elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import conftest
from tests.conftest import ROOT, this_text

READS_IT = re.compile(r'settings\(ROOT\)|ROOT / "(?:docs|source|glossary|names|confirmed)\b')
OF_ANY_TEXT = {"conftest.py", "test_text_here.py", Path(__file__).name}
TESTS = [path for path in sorted((ROOT / "tests").rglob("*.py")) if path.name not in OF_ANY_TEXT]


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_it_is_read_through_this_text(path: Path) -> None:
    assert READS_IT.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("said", ["", '[tool.diptych.source]\nsha256 = "00"\n'])
def test_with_another_source_or_none_it_is_left_out(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.diptych]\n{said}", encoding="utf-8")
    monkeypatch.setattr(conftest, "ROOT", tmp_path)
    with pytest.raises(pytest.skip.Exception, match="another text"):
        this_text()
