"""Every file that the project reads is a regular file, opened once and read to its limit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from diptych.cli import main
from diptych.cli.watching import stamps, watched
from diptych.errors import BadConfiguration, Unreadable
from diptych.files.folder import listed
from diptych.files.limits import BYTES
from diptych.files.opening import read_regular
from diptych.project.settings import settings
from tests.conftest import run

Become = Callable[[Path], object]


def linked(to: str) -> Become:
    return lambda path: path.symlink_to(to)


def large(path: Path) -> None:
    path.touch()
    os.truncate(path, BYTES + 1)


ODD: dict[str, Become] = {
    "a link to a device": linked("/dev/zero"),
    "a link to a file that grows": linked("/proc/self/mem"),
    "a link to a file elsewhere": linked("/etc/passwd"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link that leads nowhere": linked("gone"),
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "a large file": large,
}


@pytest.mark.parametrize("what", ODD)
def test_what_is_no_regular_file_is_not_read(what: str, tmp_path: Path) -> None:
    path = tmp_path / "x"
    ODD[what](path)
    if what == "a large file":
        assert len(read_regular(path, 10)) == 11
        return
    with pytest.raises(Unreadable) as stopped:
        read_regular(path, 10)
    assert "\n" not in stopped.value.problem.sentence("en")


def test_a_link_is_followed_where_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"text")
    (tmp_path / "x").symlink_to("there")
    assert read_regular(tmp_path / "x", 10, following=True) == b"text"
    (tmp_path / "y").symlink_to("/dev/zero")
    with pytest.raises(Unreadable):
        read_regular(tmp_path / "y", 10, following=True)


def test_a_file_of_the_system_that_tells_no_size_is_read_to_its_limit() -> None:
    assert len(read_regular(Path("/proc/self/smaps"), 100)) == 101


FILES = (
    "glossary.toml", "names.toml", "confirmed.txt", "source/corrections.toml",
    "source/000_181fb8fea33ead35.txt", "pyproject.toml", "docs/en/part-1.md",
)  # fmt: skip


@pytest.mark.parametrize("what", ["a link to a device", "a pipe", "a folder", "a large file"])
@pytest.mark.parametrize("file", FILES)
def test_each_file_of_the_project_ends_in_a_line(file: str, what: str, project: Path) -> None:
    path = project / file
    path.unlink()
    ODD[what](path)
    done = CliRunner().invoke(main, ["check", "--lang", "en"])
    assert done.exit_code in (1, 2)
    assert isinstance(done.exception, SystemExit)
    assert file in done.output


@pytest.mark.parametrize("folder", ["docs", "source", "docs/en"])
def test_a_folder_of_the_project_that_is_a_link_is_refused(folder: str, project: Path) -> None:
    (project / folder).rename(project / "elsewhere")
    (project / folder).symlink_to(project / "elsewhere")
    done = CliRunner().invoke(main, ["check", "--lang", "en"])
    assert done.exit_code == 2
    assert f"{folder}: this is a symbolic link" in done.output


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ('docs = "/etc"', "below the folder"),
        ('docs = "../texts"', "below the folder"),
        ('glossary = "a/../../b.toml"', "below the folder"),
        ('names = "a\\u0000b"', "below the folder"),
        ('original = ".."', "tag of a language"),
        ('translation = "a/b"', "tag of a language"),
        ('pictures = ["svg"]', "png, jpg"),
        ('pictures = "png"', "png, jpg"),
        ("pictures = [1]", "png, jpg"),
        ('files = "../text"', "files cannot be “../text”: a name may have only letters"),
        ('files = "nul"', "the name of a device"),
        ("files = 1", "files must be a string"),
    ],
)
def test_settings_that_lead_elsewhere_are_refused(said: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.diptych]\n{said}\n", encoding="utf-8")
    with pytest.raises(BadConfiguration, match=why):
        settings(tmp_path)


def test_a_folder_that_cannot_be_read_is_not_an_absent_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shut").mkdir()
    scan = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(Unreadable, match="shut: the folder cannot be read"):
        list(listed(tmp_path))


def test_watching_walks_through_no_link(project: Path) -> None:
    for name in ("y", "z"):
        (project / "docs/en" / name).symlink_to(".")
    (project / "docs/en/zero.md").symlink_to("/dev/zero")
    paths = watched(settings(), Path())
    seen = stamps(paths)
    assert Path("docs/en/part-1.md") in seen
    assert not [path for path in seen if "y" in path.parts and path.name != "y"]
    (project / "docs/CNAME").write_text("example.org", encoding="utf-8")
    assert stamps(paths) != seen


def test_the_base_of_a_report_keeps_what_is_too_large_from_memory(project: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *identity, *arguments], cwd=project, check=True, capture_output=True)

    good = (project / "docs/en/part-1.md").read_bytes()
    large(project / "docs/en/part-1.md")
    (project / "docs/en/z.md").symlink_to("/dev/zero")
    git("init", "-q", "-b", "main")
    git("add", "docs", "pyproject.toml")
    git("commit", "-qm", "A")
    (project / "docs/en/part-1.md").write_bytes(good)
    (project / "docs/en/z.md").unlink()
    done = run("diptych", "report", "--lang", "en", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "docs/en/part-1.md: the file is too large to be read" in done.stdout
