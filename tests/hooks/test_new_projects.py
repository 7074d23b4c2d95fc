"""What `diptych new` writes is checked, built and exported as it is: a project of each kind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from lxml import html

from diptych.exports.formats import all_files
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.starting import new_document, new_project
from diptych.starting.kinds import kinds
from diptych.starting.machinery import library_files, machinery_files
from tests.building import site_of
from tests.conftest import ROOT, run
from tests.starting.beginnings import SAID, beginning, written
from tests.test_other_programmes import assert_has_every_page

BUILT = [*((kind, ("vi", "en")) for kind in kinds()), ("plan", ("en", "vi"))]


@pytest.mark.parametrize(
    ("kind", "pair"), BUILT, ids=[f"{kind} {'-'.join(pair)}" for kind, pair in BUILT]
)
def test_it_is_checked_built_and_exported(kind: str, pair: tuple[str, str], tmp_path: Path) -> None:
    written(tmp_path, new_project(beginning(kind, pair)))
    checked = run("diptych", "check", "--lang", "en", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    assert "the two languages agree" in checked.stdout

    site = site_of(tmp_path)
    for tag, text in zip(pair, load(settings(tmp_path)).documents, strict=True):
        assert_has_every_page(site / ("" if tag == pair[0] else tag), text)
        page = html.fromstring((site / ("" if tag == pair[0] else tag) / "index.html").read_bytes())
        assert SAID[tag].name in "".join(page.xpath("//title/text()"))
        assert kinds()[kind].number in page.text_content()
        duties = site / ("" if tag == pair[0] else tag) / "guide/duties/index.html"
        assert duties.is_file() == bool(kinds()[kind].duties)

    exported = run("diptych", "export", "all", "-o", "files", cwd=tmp_path)
    assert exported.returncode == 0, exported.stderr
    names = {path.name for path in (tmp_path / "files").iterdir()}
    assert {f"{kind}.{suffix}" for suffix in ("vi.pdf", "en.docx", "vi.akn.xml", "json")} <= names
    assert len(names) == len(all_files(pair))


def test_a_site_of_several_documents_is_built_with_each_of_them(tmp_path: Path) -> None:
    written(tmp_path, new_project(beginning("plan", document="ke-hoach")))
    for kind in ("decision", "programme"):
        more = new_document(beginning(kind, document=kind), tmp_path, settings(tmp_path))
        written(tmp_path, more)
    site = site_of(tmp_path)
    for tag in ("", "en/"):
        home = (site / tag / "index.html").read_text(encoding="utf-8")
        for document in ("ke-hoach", "decision", "programme"):
            assert f'href="{document}/"' in home
            assert (site / tag / document / "whole/index.html").is_file()


def test_a_wheel_carries_the_same_project(tmp_path: Path) -> None:
    """As hatch_build.py lays it out in an installed package, which stands in no checkout."""
    packages = tmp_path / "packages"
    for path, content in library_files().items():
        place = packages / path.relative_to("src")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    for path, content in machinery_files().items():
        place = packages / "diptych/starting/machinery" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    code = (
        "import diptych.starting as s, sys\n"
        "from tests.starting.beginnings import beginning\n"
        "import pickle; sys.stdout.buffer.write(pickle.dumps(s.new_project(beginning('plan'))))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, capture_output=True, check=True,
        env={**os.environ, "PYTHONPATH": f"{packages}{os.pathsep}{ROOT}"},
    )  # fmt: skip
    import pickle  # noqa: PLC0415

    assert pickle.loads(done.stdout) == new_project(beginning("plan"))  # noqa: S301 - our own


def test_hatch_carries_what_machinery_toml_lists() -> None:
    build = (ROOT / "hatch_build.py").read_text(encoding="utf-8")
    assert "machinery.toml" in build
    assert '"diptych/starting/machinery/' in build or 'f"diptych/starting/machinery/' in build
    settings_of_build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings_of_build["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"] == {
        "custom": {}
    }


def test_an_installation_without_the_sites_files_says_so(tmp_path: Path) -> None:
    for path, content in library_files().items():
        place = tmp_path / path.relative_to("src")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    words = "--kind plan --name A --name-translation B --issuer C --issuer-translation D --lang en"
    done = subprocess.run(
        [sys.executable, "-m", "diptych", "new", "mine", *words.split()],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 2
    assert "lacks the files of the site" in done.stderr
    assert not (tmp_path / "mine").exists()


def test_its_workflows_and_make_ask_for_nothing_that_is_not_there(tmp_path: Path) -> None:
    written(tmp_path, new_project(beginning("plan")))
    makefile = (tmp_path / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for workflow in (tmp_path / ".github/workflows").glob("*.yml"):
        text = workflow.read_text(encoding="utf-8")
        assert set(re.findall(r"run: make (\w+)", text)) <= targets
        for used in re.findall(r"uses: \$/(\S+)", text):
            assert (tmp_path / used).is_file()
    for script in re.findall(r"python -m (scripts\.\w+)", makefile):
        assert (tmp_path / f"{script.replace('.', '/')}.py").is_file()
    for script in re.findall(r"sh (scripts/\S+)", makefile):
        assert (tmp_path / script).is_file()
    assert shutil.which("make")
    done = subprocess.run(
        ["make", "help"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "make serve" in done.stdout
    assert "make test" not in done.stdout
    for paper in ("README.md", "README.vi.md"):
        text = (tmp_path / paper).read_text(encoding="utf-8")
        assert set(re.findall(r"`make (\w+)", text)) <= targets
        for linked in re.findall(r"\]\(([\w.]+)\)", text):
            assert (tmp_path / linked).is_file()
        for named in re.findall(r"`([\w./-]+\.(?:toml|yml|txt|lock|html))`", text):
            assert (tmp_path / named).is_file(), named


@pytest.mark.parametrize("document", ["", "ke-hoach"], ids=["one document", "several"])
def test_both_readmes_say_the_same(document: str, tmp_path: Path) -> None:
    written(tmp_path, new_project(beginning("plan", document=document)))
    shapes = []
    for name in ("README.md", "README.vi.md"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "{%" not in text
        assert "{{" not in text
        shapes.append(
            (
                re.findall(r"^(#+|\||```|\S)", text, re.MULTILINE).count("|"),
                [len(found) for found in re.findall(r"^(#+) ", text, re.MULTILINE)],
                len(re.split(r"\n\n+", text)),
                re.findall(r"`make \w+", text),
            )
        )
    assert shapes[0] == shapes[1]


def test_its_locked_packages_are_those_that_its_settings_ask_for(tmp_path: Path) -> None:
    written(tmp_path, new_project(beginning("plan")))
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text(encoding="utf-8"))
    locked = tomllib.loads((tmp_path / "uv.lock").read_text(encoding="utf-8"))
    assert project["tool"]["uv"]["default-groups"] == ["site"]
    [own] = [package for package in locked["package"] if package["name"] == "diptych"]
    assert own.get("default-groups", ["site"]) == ["site"]
    assert set(project["tool"]) == {"uv", "hatch", "diptych"}
    if uv := shutil.which("uv"):
        done = subprocess.run(
            [uv, "lock", "--check", "--offline"],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
