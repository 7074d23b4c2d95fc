"""Several files are written together, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.files.together import write_together


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    known = tmp_path / "a.txt"
    known.write_bytes(b"before")
    (tmp_path / "file").write_bytes(b"")
    contents = {
        known: b"after",
        tmp_path / "new/deep/b.txt": b"b",
        tmp_path / "file/c.txt": b"c",  # its folder is a file
    }
    with pytest.raises(OSError, match="file"):
        write_together(contents)
    assert known.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "file"]


def test_all_are_written(tmp_path: Path) -> None:
    write_together({tmp_path / "x/a": b"1", tmp_path / "x/y/b": b"2"})
    assert (tmp_path / "x/a").read_bytes() == b"1"
    assert (tmp_path / "x/y/b").read_bytes() == b"2"
