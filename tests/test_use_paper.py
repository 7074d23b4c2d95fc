"""The paper for other projects: every line of it is run, and so are the hook and the action."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from diptych.project.settings import settings
from diptych.rules import chosen_rules
from tests.conftest import ROOT, run
from tests.test_workflows import tool

PAPER = (ROOT / "development/use.md").read_text(encoding="utf-8")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
PAGE = {
    "en": "# Guide\n\nThe lake has 40 boats.\n",
    "vi": "# Hướng dẫn\n\nHồ có 40 chiếc thuyền.\n",
    "fr": "# Guide\n\nLe lac a 40 bateaux.\n",
}
FOLDERS = {"docs/en/guide.md": "en", "docs/vi/guide.md": "vi"}
TREE = {
    "README.md": "en", "README.vi.md": "vi", "docs/guide.md": "en", "i18n/vi/guide.md": "vi",
    "docs/install.md": "en", "i18n/vi/install.md": "vi", "docs/start.md": "en",
    "i18n/vi/bat-dau.md": "vi", "content/index.md": "en", "content/index.fr.md": "fr",
}  # fmt: skip


def fences(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAPER, re.DOTALL | re.MULTILINE)


def laid_out(folder: Path, tree: dict[str, str]) -> Path:
    """A project of someone else, kept by git, with settings that pair files by patterns."""
    for name, language in tree.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE[language], encoding="utf-8")
    for arguments in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "Texts"),
    ):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    return folder


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    folder = laid_out(tmp_path / "theirs", TREE)
    table = next(table for table in fences("toml") if "i18n" in table)
    (folder / "pyproject.toml").write_text(table, encoding="utf-8")
    return folder


@pytest.mark.parametrize("table", fences("toml"))
def test_its_settings_are_settings(tmp_path: Path, table: str) -> None:
    laid_out(tmp_path, TREE if "pairs" in table else FOLDERS)
    (tmp_path / "pyproject.toml").write_text(table, encoding="utf-8")
    assert chosen_rules(choices=settings(tmp_path).choices)
    done = run("diptych", "check", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    compared = re.search(r"compared: (\d+) provisions?", done.stdout)
    assert compared
    assert int(compared[1]) >= 1


def test_its_commands_are_commands(theirs: Path, tmp_path: Path) -> None:
    folders = laid_out(tmp_path / "folders", FOLDERS)
    first, *others = fences("sh")
    ran = [(folders, line) for line in first.splitlines()]
    ran += [(theirs, line) for block in others for line in block.splitlines()]
    assert len(ran) >= 9
    for folder, line in ran:
        command, *arguments = shlex.split(line)
        assert command == "diptych"
        done = run(command, *arguments, cwd=folder)
        assert done.returncode == 0, (line, done.stdout, done.stderr)


@pytest.mark.parametrize("kind", ["markdown", "mdx"])
def test_its_comments_are_understood(tmp_path: Path, kind: str) -> None:
    texts = [text for text in fences(kind) if "diptych:" in text]
    assert texts
    for text in texts:
        for name in ("a.md", "b.md"):
            (tmp_path / name).write_text(f"One.\n\n{text}\n\nTwo.\n", encoding="utf-8")
        done = run("diptych", "check", "--select", "C102", "a.md", "b.md", cwd=tmp_path)
        assert done.returncode == 0, done.stdout


def test_its_hooks_are_ours_and_their_manifest_is_sound(tmp_path: Path) -> None:
    config = next(block for block in fences("yaml") if "repos:" in block)
    asked = {hook["id"] for repo in yaml.safe_load(config)["repos"] for hook in repo["hooks"]}
    assert asked <= {hook["id"] for hook in HOOKS}
    assert "`diptych-all`" in PAPER
    assert tool("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml").returncode == 0
    written = tmp_path / "config.yaml"
    written.write_text(config, encoding="utf-8")
    assert tool("pre-commit", "validate-config", str(written)).returncode == 0


def test_a_hook_takes_the_files_of_a_commit(theirs: Path) -> None:
    hook = next(hook for hook in HOOKS if hook["id"] == "diptych")
    command, *arguments = hook["entry"].split()
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert command in ours["project"]["scripts"]
    named = [name for name in sorted(TREE) if re.search(hook["files"], name)]
    assert run(command, *arguments, *named, cwd=theirs).returncode == 0
    (theirs / "i18n/vi/guide.md").write_text(PAGE["vi"].replace("40", "14"), encoding="utf-8")
    assert run(command, *arguments, "i18n/vi/guide.md", "README.md", cwd=theirs).returncode == 1
    assert run(command, *arguments, "README.md", "i18n/vi/bat-dau.md", cwd=theirs).returncode == 0
    assert run(command, *arguments, "notes.txt", cwd=theirs).returncode == 2


def test_its_workflow_is_sound_and_gives_the_action_what_it_takes(tmp_path: Path) -> None:
    [workflow] = [block for block in fences("yaml") if "jobs:" in block]
    steps = yaml.safe_load(workflow)["jobs"]["translations"]["steps"]
    [ours] = [step for step in steps if step["uses"].startswith("OWNER/")]
    assert set(ours["with"]) <= set(ACTION["inputs"])
    path = tmp_path / ".github/workflows/translations.yml"
    path.parent.mkdir(parents=True)
    path.write_text(workflow, encoding="utf-8")
    done = tool("actionlint", str(path))
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_is_content_with_the_action() -> None:
    done = tool("zizmor", "--offline", "--no-progress", "--pedantic", "action.yml")
    assert done.returncode == 0, done.stdout + done.stderr


def acted(theirs: Path, **inputs: str) -> tuple[int, str, str]:
    """The exit status of the action's check in a project, what it prints, and its summary."""
    [step] = [step for step in ACTION["runs"]["steps"] if "diptych check" in step["run"]]
    summary = theirs.parent / "summary.md"
    summary.unlink(missing_ok=True)
    given = {name: inputs.get(name, told["default"]) for name, told in ACTION["inputs"].items()}
    given["python"] = sys.executable
    told = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    assert set(re.findall(r"\binputs\.(\w+)", str(ACTION["runs"]))) == set(ACTION["inputs"])
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=theirs / given["folder"], capture_output=True, check=False,
        env={**os.environ, **told, "RUNNER_TEMP": str(theirs.parent / "temp"),
             "GITHUB_STEP_SUMMARY": str(summary)},
    )  # fmt: skip
    said = summary.read_text(encoding="utf-8") if summary.exists() else ""
    return done.returncode, (done.stdout + done.stderr).decode(), said


def test_the_action_checks_annotates_and_summarises(theirs: Path) -> None:
    status, said, summary = acted(theirs)
    assert status == 0, said
    assert "the two languages agree" in summary
    page = theirs / "i18n/vi/guide.md"
    page.write_text(PAGE["vi"].replace("40", "14 `--x`"), encoding="utf-8")
    status, said, summary = acted(theirs)
    assert status == 1
    assert "::error file=i18n/vi/guide.md,line=3" in said
    assert "[V102]" in summary
    assert acted(theirs, changed="main")[0] == 1
    assert acted(theirs, paths="README.md\ndocs/install.md\n")[0] == 0
    assert acted(theirs, paths="docs/guide.md\n\ni18n/vi/install.md")[0] == 1
    assert acted(theirs, arguments="--ignore V,K,M --baseline known.txt --write-baseline")[0] == 0
    assert acted(theirs, arguments="--baseline known.txt  --ignore V,K,M")[0] == 0


@pytest.mark.parametrize("text", ["$(touch x)", "`touch x`", "--write-baseline", "; touch x"])
def test_a_name_given_to_the_action_stays_a_name(theirs: Path, text: str) -> None:
    status, said, _ = acted(theirs, paths=text)
    assert status == 2, said
    assert not (theirs / "x").exists()
