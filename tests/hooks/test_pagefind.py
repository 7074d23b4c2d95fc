"""A Pagefind that hangs, ends or talks nonsense is told of in a line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from diptych.site.search import pagefind
from diptych.site.search.pagefind import PagefindError, index_files
from tests.hooks.test_build import build

RECORD = {"url": "/a", "content": "a", "language": "en"}
BROKEN = {
    "it hangs": ("import time; time.sleep(3600)", "Pagefind did not answer within 0.2 seconds"),
    "what it started hangs": (
        "import subprocess; subprocess.run(['sleep', '3600'])",
        "Pagefind did not answer within 0.2 seconds",
    ),
    "it ends at once": ("", "Pagefind ended before it answered"),
    "it ends with half an answer": ("print('ey', end='')", "Pagefind ended before it answered"),
    "it answers with something else": ("print('hello,', end='')", "is not one of Pagefind's"),
    "it answers with other JSON": ("print('W10=,', end='')", "is not one of Pagefind's"),
    "it refuses": (
        "import base64; print(base64.b64encode("
        'b\'{"payload": {"type": "Error", "message": "no"}}\').decode(), end=",")',
        "^no$",
    ),
}
TYPED = 'b\'{"payload": {"type": "IndexedFile", "files": [{"path": 1}]}}\''
WITHOUT_AN_INDEX = (
    "import base64, sys\n"
    "for _ in range(3):\n"
    "    while sys.stdin.read(1) not in {',', ''}: pass\n"
    f"    print(base64.b64encode({TYPED}).decode(), end=',', flush=True)"
)


def program(folder: Path, code: str) -> Path:
    path = folder / "pagefind"
    path.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_one_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    code, said = BROKEN[name]
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program(tmp_path, code)))
    monkeypatch.setattr(pagefind, "PATIENCE", 0.2 if "hangs" in name else 60)
    with pytest.raises(PagefindError, match=said):
        index_files([RECORD])


def test_one_that_makes_no_index_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program(tmp_path, WITHOUT_AN_INDEX)))
    with pytest.raises(PagefindError, match="something else than an index"):
        index_files([RECORD])


def test_one_that_cannot_be_run_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    with pytest.raises(PagefindError, match="nowhere cannot be run"):
        index_files([RECORD])


def test_a_build_says_it_in_a_line_and_leaves_the_last_good_site(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / "site").mkdir()
    (small / "site/kept").touch()
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program(small, "")))
    status, said = build(small)
    assert status != 0
    assert "The search index could not be made: Pagefind ended before it answered" in said
    assert "Traceback" not in said
    assert [path.name for path in (small / "site").iterdir()] == ["kept"]
