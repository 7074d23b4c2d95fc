"""A file is written whole or not at all, and what a killed writer left does not stay."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from diptych.files.atomic import write_whole

WRITER = """\
import os, signal, sys
from pathlib import Path
from diptych.files.atomic import write_whole
from diptych.cli.ending import _ended_in_order
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # below nohup a hangup is ignored, as it should be
def late(handle):
    sys.stdout.write("writing\\n"); sys.stdout.flush()
    sys.stdin.read(1)
os.fsync = late
with _ended_in_order():
    write_whole(Path(sys.argv[1]), b"new")
"""


def writer(target: Path) -> subprocess.Popen[str]:
    """One that has written all and not yet put it in its place."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(target)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "writing\n"
    return process


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP], ids=lambda sent: sent.name)
def test_one_that_is_asked_to_end_leaves_nothing(tmp_path: Path, sent: signal.Signals) -> None:
    target = tmp_path / "confirmed.txt"
    target.write_bytes(b"old")
    process = writer(target)
    process.send_signal(sent)
    process.communicate()
    assert process.returncode == 128 + sent
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["confirmed.txt"]


def test_what_a_killed_one_leaves_is_taken_over_by_the_next(tmp_path: Path) -> None:
    target = tmp_path / "confirmed.txt"
    for _ in range(3):
        process = writer(target)
        process.kill()
        process.communicate()
    assert names(tmp_path) == [".confirmed.txt.begun"]
    write_whole(target, b"newer")
    assert target.read_bytes() == b"newer"
    assert names(tmp_path) == ["confirmed.txt"]


def test_two_at_once_do_not_mix(tmp_path: Path) -> None:
    target = tmp_path / "confirmed.txt"
    code = (
        "import sys; from pathlib import Path; from diptych.files.atomic import write_whole\n"
        "for _ in range(200): write_whole(Path(sys.argv[1]), sys.argv[2].encode() * 10000)"
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(target), letter],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for letter in "abc"
    ]
    seen = set()
    while any(process.poll() is None for process in writers):
        if target.exists():
            seen.add(target.read_bytes())
    assert [process.returncode for process in writers] == [0, 0, 0]
    assert seen <= {letter * 10000 for letter in (b"a", b"b", b"c")}
    assert names(tmp_path) == ["confirmed.txt"]


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "confirmed.txt").symlink_to("elsewhere/record.txt")
    write_whole(tmp_path / "confirmed.txt", b"new")
    assert (tmp_path / "confirmed.txt").is_symlink()
    assert (tmp_path / "elsewhere/record.txt").read_bytes() == b"new"


def test_what_is_no_file_stays_what_it_is(tmp_path: Path) -> None:
    write_whole(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_whole(tmp_path / "pipe", b"new")
    assert os.read(reading, 10) == b"new"
    os.close(reading)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("made", ["a folder", "a link"])
def test_what_stands_where_it_is_begun_is_not_written_over(tmp_path: Path, made: str) -> None:
    begun = tmp_path / ".file.begun"
    if made == "a folder":
        begun.mkdir()
    else:
        (tmp_path / "other").write_bytes(b"mine")
        begun.symlink_to("other")
    with pytest.raises(OSError, match=r"directory|symbolic"):
        write_whole(tmp_path / "file", b"new")
    assert begun.exists()
    if made == "a link":
        assert (tmp_path / "other").read_bytes() == b"mine"
