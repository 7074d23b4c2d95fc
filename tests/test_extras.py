"""The library alone is small: a check needs nothing that files to take away or a site need."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from scripts.licences import runtime_packages

from diptych.exports.formats import LIBRARIES, all_files
from diptych.project.settings import settings
from tests.conftest import ROOT, this_text

CORE = runtime_packages()
REQUIRED = re.compile(r"[\w-]+")
"""The package that a requirement names."""
MEGABYTE = 1_000_000
TEXTS = ("docs/vi/part-1.md", "docs/en/part-1.md")
COMMANDS = [
    ["--help"],
    ["rules"],
    ["explain", "S104"],
    *(["check", *TEXTS, "--format", form] for form in ("text", "lines", "json", "github", "sarif")),
    ["check"],
    *(["report", "--base", "HEAD", "--format", form] for form in ("text", "html", "summary")),
    ["export", "--help"],
    *(["export", name, "--output", "-"] for name in ("json", "schema.json", "en.md")),
]
AT_WORK = f"""
import contextlib, io, json, sys
from diptych.cli import main
told = []
for command in {COMMANDS}:
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        try:
            status = main(command, standalone_mode=False)
        except SystemExit as ended:
            status = ended.code
    told.append((status or 0, sorted({{name.partition(".")[0] for name in sys.modules}})))
print(json.dumps(told))
"""
HOW = "pip install 'diptych[files]'"
HIDDEN = f"""
import sys
sys.modules |= dict.fromkeys({LIBRARIES})  # imports of them fail as where they are not installed
from diptych.cli import main
main(["export", "all", "--output", sys.argv[1]])
"""


def test_the_core_takes_little_room() -> None:
    """25 MB in an empty environment; compiled modules, of the size of their source, come beside."""
    files = [
        Path(str(file.locate()))
        for package in CORE
        if package != "colorama"  # for another operating system
        for file in metadata.distribution(package).files or ()
    ]
    files += (ROOT / "src").rglob("*")
    sizes = [path.stat().st_size for path in files if path.is_file() and path.suffix != ".pyc"]
    assert len(sizes) > 300
    assert sum(sizes) < 20 * MEGABYTE


def test_commands_load_the_core_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", AT_WORK], cwd=this_text(), capture_output=True, text=True, check=True
    )
    packages = metadata.packages_distributions()
    told = json.loads(done.stdout)
    assert len(told) == len(COMMANDS)
    for command, (status, modules) in zip(COMMANDS, told, strict=True):
        loaded = {package.lower() for name in modules for package in packages.get(name, ())}
        beside = loaded - {*CORE, "diptych", "typing_extensions"}  # msgspec's, where it is there
        assert (command, status, beside) == (command, 0, set())


NEEDS = {
    "src/diptych/exports": "files",
    "src/diptych/importing/word": "files",
    "src/diptych/safety/finished.py": "site",
    "src/diptych/safety/guard.py": "files",
    "src/diptych/site": "site",
    "hooks": "site",
    "scripts/lay_over.py": "site",
    "scripts/preview.py": "site",
}
"""The extra that a module or those of a folder may import packages of; others have the core alone.
The last three are what the workflows run without the tools of development."""


def imported(node: ast.AST) -> Iterator[str]:
    """The modules whose import stands in `node`, but for those that types alone need."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield node.module or ""
    elif not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
        for below in ast.iter_child_nodes(node):
            yield from imported(below)


def test_modules_import_what_their_extra_brings() -> None:
    packages = metadata.packages_distributions()
    bring = {extra: {"diptych", *runtime_packages(extra)} for extra in ("", "files", "site")}
    modules = [*(ROOT / "src").rglob("*.py"), *(ROOT / "hooks").glob("*.py")]
    modules += [ROOT / path for path in NEEDS if path.startswith("scripts/")]
    beyond, used = set(), set()
    for path in modules:
        name = path.relative_to(ROOT).as_posix()
        part = next((part for part in NEEDS if f"{name}/".startswith(f"{part}/")), "")
        having = bring[NEEDS.get(part, "")]
        for module in imported(ast.parse(path.read_text(encoding="utf-8"))):
            needed = {each.lower() for each in packages.get(module.partition(".")[0], ())}
            beyond |= {(name, module)} if needed - having else set()
            used |= {part} if needed - {*CORE, "diptych"} else set()
    assert beyond == set()
    assert used >= {part for part in NEEDS if not part.startswith("scripts/")}


def test_what_a_file_lacks_is_told_in_a_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HIDDEN, str(tmp_path)],
        cwd=this_text(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    lacking = [line for line in done.stderr.splitlines() if "could not be made" in line]
    for suffix, library in (("pdf", "typst"), ("docx", "docx"), ("akn.xml", "bluebell")):
        told = f"{suffix} could not be made: {library} is not installed ({HOW})"
        assert any(line.endswith(told) for line in lacking), done.stderr
    wanting = {line.partition(" ")[0] for line in lacking}
    made = {path.name for path in tmp_path.iterdir()}
    project = settings(this_text())
    assert made | wanting == {file.name for file in all_files(project.locales, project.files)}
    without = {"programme.json", "programme.en.md", "programme.tmx", "glossary.csv"}
    assert without <= made - wanting


def test_the_libraries_of_files_are_those_of_the_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {
        REQUIRED.match(line)[0]  # type: ignore[index]
        for line in project["optional-dependencies"]["files"]
    }
    brought = metadata.packages_distributions()
    assert {package for name in LIBRARIES for package in brought[name]} == needed
