"""The developers' papers name what exists, and their steps work as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from diptych.publication.view_names import PAGE_VIEWS
from tests.built_site.nginx import COMPRESSED
from tests.conftest import ROOT, makefiles, run
from tests.test_other_programmes import laid_out

PAPERS = sorted((ROOT / "development").rglob("*.md"))
ADDING = (ROOT / "development/adding.md").read_text(encoding="utf-8")
TOP = {path.name for path in ROOT.iterdir()}
FENCE = re.compile(r"^( *)(`{3,4})(\w*)\n(.*?)^\1\2$", re.DOTALL | re.MULTILINE)


def prose(paper: Path) -> str:
    return FENCE.sub("", paper.read_text(encoding="utf-8"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_what_a_paper_names_exists(paper: Path) -> None:
    named = re.findall(r"`([\w./-]+)`", prose(paper))
    paths = [name for name in named if "/" in name and name.split("/")[0] in TOP]
    paths += [name for name in named if name in TOP]
    assert paths or paper.name == "README.md"
    built = {"site", "uv.lock"}  # a clean checkout has no site yet
    missing = [
        path
        for path in paths
        if path.split("/")[0] not in built and not list(ROOT.glob(path.rstrip("/")))
    ]
    assert missing == []
    links = re.findall(r"\]\(([\w./-]+)\)", prose(paper))
    assert [link for link in links if not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_commands_a_paper_names_exist(paper: Path) -> None:
    makefile = makefiles()
    bench = (ROOT / "bench/run.py").read_text(encoding="utf-8")
    text = paper.read_text(encoding="utf-8")
    for target in re.findall(r"`make (\w+)", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for part in re.findall(r"PART=(\w+)", text):
        assert f'"{part}"' in bench, part
    for command in re.findall(r"`diptych (\w+)", text):
        assert run("diptych", command, "--help", cwd=ROOT).returncode == 0


def test_the_views_are_listed() -> None:
    for view in PAGE_VIEWS:
        assert f"`{view}`" in ADDING


def test_every_hook_has_its_way_out() -> None:
    listed = (ROOT / "development/leaving-material.md").read_text(encoding="utf-8")
    for hook in sorted((ROOT / "hooks").glob("*.py")):
        assert f"`hooks/{hook.name}`" in listed


def written() -> Iterator[tuple[str, str]]:
    """The files that adding.md tells to write: a fence that opens with its path in a comment."""
    for _, _, _, text in FENCE.findall(ADDING):
        first, _, rest = textwrap.dedent(text).partition("\n")
        if path := re.fullmatch(r"(?:#|<!--|\{#-) ([\w./-]+)(?: -->| -#\})?", first):
            yield path[1], rest


@pytest.fixture
def added(project: Path) -> Path:
    """A copy of the project with what the paper tells to write."""
    shutil.copytree(ROOT / "tests", project / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    for path, text in written():
        assert not (project / path).exists()
        (project / path).write_text(text, encoding="utf-8")
    return project


COPY = {"PYTHONPATH": "src"}
CASES = """
import os
from pathlib import Path
from tests.case_files import all_cases
cases = [case for case in all_cases() if case.rule == "M199"]
for number, case in enumerate(cases):
    folder = Path(str(number)).absolute()
    folder.mkdir()
    os.chdir(folder)
    print(case.findings(folder) == case.expected)
"""
"""Runs the cases that the paper tells to write."""


def test_the_rule_of_the_paper_works(added: Path) -> None:
    told = run("diptych", "explain", "M199", "--lang", "en", cwd=added, environment=COPY)
    assert "do not ask the same number of questions" in told.stdout
    checked = run("diptych", "check", "--lang", "en", cwd=added, environment=COPY)
    assert checked.returncode == 0, checked.stdout
    cases = subprocess.run(
        [sys.executable, "-c", CASES], cwd=added, capture_output=True, text=True, check=True,
        env={**os.environ, **COPY},
    )  # fmt: skip
    assert cases.stdout.split() == ["True", "True"]


def test_the_file_of_the_paper_works(added: Path) -> None:
    done = run("diptych", "export", "en.citations.txt", "-o", "-", cwd=added, environment=COPY)
    assert done.returncode == 0, done.stderr
    assert "iii-2-1\tPart III, Section 2, first indent\n" in done.stdout


def test_the_view_of_the_paper_works(added: Path) -> None:
    for language in ("vi", "en"):
        file = added / f"docs/{language}/guide/documents.md"
        text = file.read_text(encoding="utf-8")
        assert "\nview: documents\n" in text
        file.write_text(text.replace("view: documents", "view: lengths"), encoding="utf-8")
    built = run("mkdocs", "build", "--strict", "-q", cwd=added, environment=COPY)
    assert built.returncode == 0, built.stderr
    for prefix in ("", "en/"):
        page = html.fromstring((added / f"site/{prefix}guide/documents/index.html").read_bytes())
        rows = page.xpath("//main//ul[@class='uses']/li")
        assert len(rows) > 10
        assert all(int(row.text_content().split()[-1]) >= 0 for row in rows)
        assert all(row.xpath("./a/@href") for row in rows)


def test_a_language_added_is_spoken(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One file is all that a language takes."""
    words = project / "src/diptych/language/words"
    english = (words / "en.toml").read_text(encoding="utf-8")
    added = english.replace("Skip to the text", "Salti al la teksto")
    added = added.replace("Page not found", "Paĝo ne trovita")
    (words / "eo.toml").write_text(added, encoding="utf-8")
    folder = tmp_path_factory.mktemp("ferry")
    laid_out("ferry", folder)
    (folder / "texts/fr").rename(folder / "texts/eo")
    for name in ("pyproject.toml", "mkdocs.yml"):
        text = (folder / name).read_text(encoding="utf-8")
        text = text.replace('"fr"', '"eo"').replace("locale: fr", "locale: eo")
        (folder / name).write_text(text, encoding="utf-8")
    path = {"PYTHONPATH": str(project / "src")}
    built = run("mkdocs", "build", "--strict", cwd=folder, environment=path)
    assert built.returncode == 0, built.stderr
    page = html.fromstring((folder / "site/index.html").read_bytes())
    assert page.xpath("string(//a[@class='skip'])") == "Salti al la teksto"
    lost = html.fromstring((folder / "site/404.html").read_bytes())
    assert lost.xpath("//h1/text()") == ["Paĝo ne trovita", "Page not found"]


def test_the_paper_on_hosting_compresses_what_the_test_compresses() -> None:
    paper = (ROOT / "development/hosting.md").read_text(encoding="utf-8")
    assert set(re.findall(r"-name '\*(\.\w+)'", paper)) == COMPRESSED
