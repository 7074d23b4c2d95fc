"""Whatever becomes of a command's output: no traceback, and the status says what was found."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import forked
from tests.changes.repository import edit

ENCODINGS = ("cp1252", "cp1258", "latin-1", "ascii", "utf-16")
FORMS = ("text", "lines", "json", "sarif", "github")
FULL = Path("/dev/full")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "diptych", *arguments]


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONIOENCODING"}
    return {**kept, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", **more}


def encoded(*arguments: str, encoding: str) -> subprocess.CompletedProcess[bytes]:
    return forked.command("diptych", arguments, Path(), environment(PYTHONIOENCODING=encoding))


def told(*arguments: str, encoding: str = "utf-8") -> tuple[int, str, str]:
    done = encoded(*arguments, encoding=encoding)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def disagreeing(small: Path) -> Path:
    edit(small / "docs/en/part-3.md", "2. The", "3. The")
    return small


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_findings_are_told_in_utf_8_whatever_the_encoding(disagreeing: Path, encoding: str) -> None:
    for form in FORMS:
        status, out, err = told("check", "--format", form, "--lang", "vi", encoding=encoding)
        assert (status, err) == (1, ""), form
        assert "N101" in out
        assert "“3.”" in out
        if form in {"json", "sarif"}:
            assert "bản tiếng Anh ghi “3.”" in str(json.loads(out))
        if form == "lines":
            assert out.startswith("docs/vi/part-3.md:9:1: ")


@pytest.mark.parametrize("encoding", ["cp1258", "ascii"])
def test_every_command_speaks_every_encoding(small: Path, encoding: str) -> None:
    (small / "docs/en/part-1.md").write_text("# I. ỳ 😀\n\nĐoạn\n", encoding="utf-8")
    for arguments, right in (
        (("rules", "--lang", "vi"), 0),
        (("explain", "N101", "--lang", "vi"), 0),
        (("export", "--help"), 0),
        (("export", "vi.md", "--output", "-"), 0),
        (("confirm", "--all-changed"), 0),
        (("report", "--lang", "vi"), 2),
        (("check", "--lang", "vi"), 1),
    ):
        done = encoded(*arguments, encoding=encoding)
        assert done.returncode == right, arguments
        assert b"Traceback" not in done.stderr.replace(b"\0", b"")


def test_nothing_found_is_0_in_every_encoding(small: Path) -> None:
    for encoding in ("cp1252", "cp1258"):
        done = subprocess.run(
            command("check", "--lang", "vi"), env=environment(PYTHONIOENCODING=encoding),
            capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0
        assert "hai bản khớp nhau" in done.stdout.decode()


def test_a_locale_without_letters_changes_nothing(disagreeing: Path) -> None:
    done = subprocess.run(
        command("check", "--lang", "vi"), capture_output=True, check=False,
        env=environment(LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"),
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "bản tiếng Anh ghi “3.”" in done.stdout.decode()


COMMANDS = (
    (("check",), 0),
    (("rules",), 0),
    (("explain", "N101"), 0),
    (("--help",), 0),
    (("--version",), 0),
    (("check", "--help"), 0),
    (("export", "--help"), 0),
    (("export", "vi.md", "--output", "-"), 0),
    (("confirm", "i-p1"), 0),
)


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
@pytest.mark.parametrize(("arguments", "_"), COMMANDS, ids=str)
def test_an_output_that_is_full_is_told_in_a_line(
    small: Path, arguments: tuple[str, ...], _: int
) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            command(*arguments),
            env=environment(SOURCE_DATE_EPOCH="0"),  # a file without a date says why
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr == "the output could not be written: No space left on device\n"
    with FULL.open("w") as full:
        again = subprocess.run(
            command(*arguments), env=environment(), stdout=full, stderr=full, check=False
        )
    assert again.returncode == 3


@pytest.mark.parametrize(("arguments", "right"), COMMANDS, ids=str)
def test_an_output_that_is_closed_changes_nothing(
    small: Path, arguments: tuple[str, ...], right: int
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command(*arguments),
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert done.returncode == right
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_findings_are_findings_when_nobody_reads_them(disagreeing: Path) -> None:
    for form in ("text", "json"):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            command("check", "--format", form),
            env=environment(),
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (1, b"")


def test_no_output_at_all_changes_nothing(small: Path) -> None:
    for arguments, right in ((("check",), 0), (("rules",), 0), (("export", "vi.md"), 0)):
        done = subprocess.run(
            ["/bin/sh", "-c", '"$@" >&- 2>&-', "sh", *command(*arguments)],
            env=environment(),
            check=False,
        )
        assert done.returncode == right, arguments


def test_an_interruption_is_no_finding(small: Path) -> None:
    code = (
        "import diptych.check\n"
        "def interrupted(*_): raise KeyboardInterrupt\n"
        "diptych.check.check = interrupted\n"
        "from diptych.cli import main\n"
        "main(['check'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(PYTHONPATH=os.pathsep.join(sys.path)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 128 + signal.SIGINT
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_gone_is_told_in_a_line(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    removed = 'cd "$0" && rmdir "$0" && "$@"; s=$?; mkdir "$0"; exit $s'
    gone.mkdir()
    for arguments in (("check",), ("export", "vi.md"), ("report",)):
        done = subprocess.run(
            ["/bin/sh", "-c", removed, str(gone), *command(*arguments)],
            env=environment(PYTHONPATH=os.pathsep.join(sys.path)),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2, done.stderr
        assert "Traceback" not in done.stderr


def test_nothing_of_the_environment_is_needed(small: Path) -> None:
    done = subprocess.run(
        command("check"),
        env={"PATH": os.environ["PATH"], "TZ": "Nowhere/Nothing"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
