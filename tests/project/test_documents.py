"""Several documents on one site: how they are declared, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from diptych.errors import BadConfiguration, CannotCheck
from diptych.project.loading import load
from diptych.project.settings import settings
from tests.conftest import run

TABLES = '[tool.diptych.documents.fisheries]\nfiles = "fish"\n[tool.diptych.documents.open-data]\n'
PLAN = ("# KẾ HOẠCH\n\nTỉnh có 5 cảng cá.\n", "# PLAN\n\nThe province has 5 fishing ports.\n")
DATA = ("# QUYẾT ĐỊNH\n\nDữ liệu được mở.\n", "# DECISION\n\nData are opened.\n")
HOME = ("# Văn bản\n", "# Documents\n")


def site(
    folder: Path,
    pages: Mapping[str, tuple[str, str]] | None = None,
    *,
    tables: str = TABLES,
    publish: str = "true",
) -> Path:
    """A project of several documents, with `pages` by name, each in both languages."""
    (folder / "pyproject.toml").write_text(
        f'[tool.diptych]\neditorial = ["guide"]\npublish = {publish}\n{tables}', encoding="utf-8"
    )
    told = {"index": HOME, "fisheries/index": PLAN, "open-data/index": DATA, **(pages or {})}
    for name, texts in told.items():
        for tag, text in zip(("vi", "en"), texts, strict=True):
            path = folder / "docs" / tag / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ('documents = "x"', "documents must be tables, one for each"),
        ("[tool.diptych.documents.both]", "cannot name “both”: the site itself uses the address"),
        ("[tool.diptych.documents.Downloads]", "the site itself uses the address"),
        ("[tool.diptych.documents.guide]", "the site itself uses the address"),
        ("[tool.diptych.documents.index]", "the site itself uses the address"),
        ("[tool.diptych.documents.en]", "the site itself uses the address"),
        ('[tool.diptych.documents."a b"]', "may have only letters, the digits 0 to 9 and hyphens"),
        ('[tool.diptych.documents."../a"]', "may have only letters"),
        ('[tool.diptych.documents."a/b"]', "may have only letters"),
        ('[tool.diptych.documents."-a"]', "may neither begin nor end with a hyphen"),
        ("[tool.diptych.documents.a]\n[tool.diptych.documents.A]", "for one folder"),
        (
            '[tool.diptych.documents.a]\nfiles = "x"\n[tool.diptych.documents.b]\nfiles = "X"',
            "a and b: files of both would be called “X”",
        ),
        ("[tool.diptych.documents.a]\nfile = 1", "has no key “file”; do you mean “files”?"),
        ('files = "x"\n[tool.diptych.documents.a]', "files is said for each document"),
        ('confirmed = "c"\n[tool.diptych.documents.a]', "confirmed is said for each document"),
        ('pairs = [["{path}.md", "vi/{path}.md"]]\n[tool.diptych.documents.a]', "pairs cannot be"),
    ],
)
def test_what_cannot_be_declared_is_refused(tables: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.diptych]\neditorial = ['guide']\n{tables}\n")
    with pytest.raises(BadConfiguration) as refused:
        settings(tmp_path)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_each_document_has_folders_and_files_of_its_own(tmp_path: Path) -> None:
    found = settings(site(tmp_path))
    assert [(each.folder, each.files) for each in found.documents] == [
        ("fisheries", "fish"),
        ("open-data", "open-data"),
    ]
    roots = [each.roots for each in found.documents]
    assert roots[0] == (tmp_path / "docs/vi/fisheries", tmp_path / "docs/en/fisheries")


@pytest.mark.parametrize("publish", ["true", "false"])
def test_a_document_is_read_as_if_it_stood_alone(publish: str, tmp_path: Path) -> None:
    read = load(settings(site(tmp_path, publish=publish)))
    assert [page.path for page in read.original.pages] == ["index.md"]
    assert all(page.editorial for page in read.original.pages)
    fisheries, data = read.works
    assert (fisheries.folder, data.folder) == ("fisheries", "open-data")
    assert [page.path for page in fisheries.translation.pages] == ["index.md"]
    assert [division.id for division in fisheries.original.walk()] == ["cover"]
    assert [division.id for division in data.original.walk()] == ["cover"]


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ({"stray/a": DATA}, "the folder “stray” is of no document (fisheries, open-data)"),
        ({"guide/who": ("---\nview: duties\n---\n# Ai\n",) * 2}, "draws on one document"),
        ({"fisheries/new": ("---\nview: changes\n---\n# Gì\n",) * 2}, "are of the whole site"),
        ({"fisheries/part-1": ("# I\n", "<<<<<<< ours\n")}, "git conflict marker"),
    ],
)
def test_what_cannot_be_read_is_told(
    pages: dict[str, tuple[str, str]], said: str, tmp_path: Path
) -> None:
    with pytest.raises(CannotCheck) as stopped:
        load(settings(site(tmp_path, pages)))
    assert any(said in problem.sentence("en") for problem in stopped.value.problems)


def test_a_site_without_a_home_page_is_told(tmp_path: Path) -> None:
    site(tmp_path, {"guide/about": HOME})
    for tag in ("vi", "en"):
        (tmp_path / f"docs/{tag}/index.md").unlink()
    with pytest.raises(CannotCheck) as stopped:
        load(settings(tmp_path))
    assert "needs this page, its home" in stopped.value.problems[0].sentence("en")


def test_a_check_tells_of_every_document(tmp_path: Path) -> None:
    """And once of what holds for the whole folder of texts."""
    site(
        tmp_path,
        {
            "fisheries/index": (PLAN[0], PLAN[1].replace("5", "6")),
            "open-data/index": (DATA[0], DATA[1].replace("Data", "**Data**")),
        },
    )
    (tmp_path / "docs/vi/open-data/note.txt").write_text("x", encoding="utf-8")
    (tmp_path / "docs/vi/open-data/whole.md").write_text("# Một\n\nMột.\n", encoding="utf-8")
    done = run("diptych", "check", "--lang", "en", "--format", "lines", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    told = done.stdout.splitlines()
    assert sum("docs/vi/fisheries/index.md:3" in line and "V102" in line for line in told) == 1
    assert sum("docs/en/open-data/index.md:3" in line for line in told) == 1
    assert sum("docs/vi/open-data/note.txt" in line and "X105" in line for line in told) == 1
    assert sum("docs/vi/open-data/whole.md" in line and "X106" in line for line in told) == 1


def test_one_list_of_terms_holds_for_every_document(tmp_path: Path) -> None:
    site(tmp_path, tables=f'glossary = "glossary.toml"\n{TABLES}')
    (tmp_path / "glossary.toml").write_text(
        '[[term]]\nvi = ["cảng cá"]\nen = ["landing place"]\n[[term]]\nvi = ["dữ liệu"]\n'
        'en = ["records"]\n',
        encoding="utf-8",
    )
    done = run("diptych", "check", "--lang", "en", "--format", "lines", cwd=tmp_path)
    told = {line.split(":")[0] for line in done.stdout.splitlines() if "T101" in line}
    assert {file for file in told if "/vi/" in file} == {
        "docs/vi/fisheries/index.md",
        "docs/vi/open-data/index.md",
    }


def test_commands_are_about_one_document(tmp_path: Path) -> None:
    table = '[tool.diptych.documents.fisheries]\nconfirmed = "c.txt"\n'
    site(tmp_path, tables=f"{table}[tool.diptych.documents.open-data]\n")
    (tmp_path / "c.txt").write_text("", encoding="utf-8")
    unnamed = run("diptych", "export", "json", cwd=tmp_path)
    assert unnamed.returncode == 2
    assert "name the document with --document: fisheries, open-data" in unnamed.stderr
    exported = run("diptych", "export", "json", "--document", "fisheries", cwd=tmp_path)
    assert exported.returncode == 0, exported.stderr
    assert '"cover-p1"' in (tmp_path / "fisheries.json").read_text(encoding="utf-8")
    done = run("diptych", "confirm", "--all-changed", "--document", "fisheries", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "cover-p1" in (tmp_path / "c.txt").read_text(encoding="utf-8")
