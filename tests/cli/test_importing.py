"""`diptych import` as a person runs it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diptych.cli import main
from tests.importing.word_files import paragraph, word_file

BODY = "".join(
    paragraph(text, run="<w:b/>" if bold else "")
    for text, bold in (
        ("I. MỤC TIÊU", True),
        ("1. Trồng 5 ha cam.", False),
        ("II. TỔ CHỨC", True),
        ("Các thôn thực hiện.", False),
    )
)
WITHOUT = """
import sys
sys.modules["lxml"] = None  # an import of it fails as where it is not installed
from diptych.cli import main
main(["import", "given.docx", "--lang", "en"])
"""


def run(*arguments: str) -> Result:
    return CliRunner(catch_exceptions=False).invoke(main, ["import", *arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    header = paragraph("Dự thảo")
    Path("given.docx").write_bytes(word_file({"body": BODY, "header": header}))
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".docx"
    }


def test_pages_and_source_are_written_and_the_check_accepts_them(folder: Path) -> None:
    done = run("given.docx", "--lang", "en")
    assert done.exit_code == 0
    written = files(folder)
    assert set(written) == {
        "docs/vi/index.md",
        "docs/vi/phan-2.md",
        "source/given.txt",
        "source/corrections.toml",
    }
    assert "given.docx: the whole file: the header of the pages was left out: “Dự thảo”" in (
        done.stdout.splitlines()
    )
    table = done.stdout[done.stdout.index("[tool.diptych.source]") :]
    assert hashlib.sha256(written["source/given.txt"]).hexdigest() in table
    Path("docs/en").mkdir()
    for path in Path("docs/vi").iterdir():
        Path("docs/en", path.name).write_bytes(path.read_bytes())
    Path("pyproject.toml").write_text(f"[tool.diptych]\npublish = true\n{table}", encoding="utf-8")
    held = CliRunner().invoke(main, ["check", "--select", "O,U,X", "--lang", "en"])
    assert held.exit_code == 0, held.output
    assert "15 words of the source" in held.output


def test_one_page_if_asked_for(folder: Path) -> None:
    assert run("given.docx", "--one-page", "--to", "out", "--source", "text.txt").exit_code == 0
    assert set(files(folder)) == {"out/index.md", "text.txt", "source/corrections.toml"}


def test_what_is_there_stays_unless_asked(folder: Path) -> None:
    Path("docs/vi").mkdir(parents=True)
    Path("docs/vi/about.md").write_text("# Khác\n", encoding="utf-8")
    before = files(folder)
    for language, said in (("en", "is there already"), ("vi", "đã có")):
        done = run("given.docx", "--lang", language)
        assert done.exit_code == 2
        assert f"docs/vi/about.md {said}" in done.output
        assert files(folder) == before
    Path("source").mkdir()
    Path("source/corrections.toml").write_text("# mine\n", encoding="utf-8")
    assert run("given.docx", "--force").exit_code == 0
    after = files(folder)
    assert after["source/corrections.toml"] == b"# mine\n"
    assert "docs/vi/index.md" in after


def test_all_is_written_or_nothing(folder: Path) -> None:
    Path("source").write_text("in the way", encoding="utf-8")
    done = run("given.docx")
    assert done.exit_code == 3
    assert len(done.output.splitlines()) == 1
    assert set(files(folder)) == {"source"}
    assert not Path("docs").exists()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["absent.docx"], 2),
        (["given.odt"], 2),
        (["given.docx", "--original", "../x"], 2),
        (["."], 2),
    ],
)
def test_what_cannot_be_read_is_told(folder: Path, arguments: list[str], status: int) -> None:
    done = run(*arguments)
    assert done.exit_code == status
    assert done.output.strip()
    assert files(folder) == {}


def test_what_it_lacks_is_told_in_a_line(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    told = "given.docx: lxml is not installed (pip install 'diptych[files]')\n"
    assert done.stderr == told


@pytest.mark.parametrize("source", ["docs/vi/phan-2.md", "source/corrections.toml"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_source_takes_the_place_of_no_other_file(
    folder: Path, source: str, language: str
) -> None:
    done = run("given.docx", "--source", source, "--force", "--lang", language)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"--source {source} ")
    assert files(folder) == {}


def test_what_is_alike_is_told_once_with_each_place(folder: Path) -> None:
    lines = paragraph("_____") * 3 + BODY + paragraph("-----")
    Path("given.docx").write_bytes(word_file({"body": lines}))
    done = run("given.docx", "--lang", "en")
    assert done.exit_code == 0, done.output
    told = [line for line in done.output.splitlines() if "drawn with characters" in line]
    assert told == [
        "given.docx: 4 paragraphs (1, 2, 3, 8): a line drawn with characters was left out"
    ]
